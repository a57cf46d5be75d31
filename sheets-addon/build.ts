import { readFile, rm, writeFile } from 'node:fs/promises';
import type { SourceMapPayload } from 'node:module';
import { join } from 'node:path';
import { type BuildOptions, build, type Metafile, type Plugin } from 'esbuild';
import { MENU_ACTIONS } from './src/menus.ts';

export interface AddOnBuild {
  /** sheets-addon/dist unless said otherwise; emptied first. */
  readonly outdir?: string;
  /** Where the functions answer: https://…, or http on this machine. The one thing that differs between places. */
  readonly backendUrl: string;
}

/** What of the sources went into the scripts and into the sidebar's page. */
export interface BuiltAddOn {
  readonly script: Metafile;
  readonly english: Metafile;
  readonly page: Metafile;
}

/**
 * Builds what `clasp push` sends: Code.js, English.js, sidebar.html, appsscript.json, and nothing else. Apps Script
 * knows no modules and finds its functions as globals, so the bundle is one value and each function a stub. It reads
 * all scripts anew for every call: English, which few ask for, is the inside of a function that is seldom called.
 */
export async function buildAddOn({ outdir = DIST, backendUrl }: AddOnBuild): Promise<BuiltAddOn> {
  const manifest = manifestFor(backendUrl);
  await rm(outdir, { recursive: true, force: true });
  const script = await build({ ...CODE, outfile: join(outdir, 'Code.js') });
  const english = await build({
    ...SCRIPT,
    entryPoints: [join(SRC, 'words/english.ts')],
    outfile: join(outdir, 'English.js'),
    globalName: 'words',
    banner: { js: 'function dienHinhEnglish_() {' },
    footer: { js: 'return words.english; }' },
  });
  const page = await build({
    ...COMMON,
    entryPoints: [join(SRC, 'sidebar/client.ts')],
    write: false,
  });
  const client = page.outputFiles[0]!.text;
  await writeFile(join(outdir, 'sidebar.html'), await sidebarPage(client));
  await writeFile(join(outdir, 'appsscript.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return { script: script.metafile, english: english.metafile, page: page.metafile };
}

/**
 * What Code.js was made of, place by place, for whoever reads an execution log (where.ts). It is not pushed: built
 * again from the same commit it is the same.
 */
export async function mapOfCode(): Promise<SourceMapPayload> {
  const outfile = join(DIST, 'Code.js');
  const { outputFiles } = await build({ ...CODE, outfile, sourcemap: 'external', write: false });
  return JSON.parse(outputFiles.find(({ path }) => path.endsWith('.map'))!.text);
}

const DIST = join(import.meta.dirname, 'dist');
const SRC = join(import.meta.dirname, 'src');
const BUNDLE = 'dienHinh';
/** What the stubs call, set from within: a bundle with exports would carry what it takes to make them. */
const CALLED = 'onOpen, onInstall, callFromSidebar, chooseItem';
const ENTRY = `import { ${CALLED} } from './main.ts'; globalThis.${BUNDLE} = { ${CALLED} };`;
/** A trigger has an event, the sidebar's call a text; a menu item has nothing. */
const GLOBALS = [
  ...['onOpen', 'onInstall', 'callFromSidebar'].map(
    (name) => `function ${name}(a){return ${BUNDLE}.${name}(a)}`,
  ),
  ...Object.keys(MENU_ACTIONS).map((name) => `function ${name}(){${BUNDLE}.chooseItem("${name}")}`),
];

const COMMON = {
  bundle: true,
  format: 'iife',
  target: 'es2020', // what Apps Script's V8 runs for certain
  minifySyntax: true, // Apps Script reads the whole script anew for every call
  minifyWhitespace: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
} as const;

const SCRIPT = {
  ...COMMON,
  minifyIdentifiers: true, // where.ts tells what is what
  plugins: [withoutHelp()],
} satisfies BuildOptions;

const CODE = {
  ...SCRIPT,
  stdin: { contents: ENTRY, resolveDir: SRC, sourcefile: 'globals.js' },
  footer: { js: GLOBALS.join('\n') },
} satisfies BuildOptions;

/**
 * What a declaration says for templates and the docs alone (help, purpose, widths) stays out: it is a tenth of the
 * script, and nobody would ever read it there.
 */
function withoutHelp(): Plugin {
  return {
    name: 'without-help',
    setup({ onLoad }) {
      onLoad({ filter: DECLARATIONS }, async ({ path }) => {
        const source = await readFile(path, 'utf8');
        const contents = source.replace(FOR_TEMPLATES, '').replace(LAST_OF_COLUMN, "$1''");
        return { contents, loader: 'ts' };
      });
    },
  };
}

const DECLARATIONS = /functions[\\/]src[\\/]domain[\\/](form|register)[\\/].*\.ts$/;
/** A property with a plain text or number, on lines of its own. */
const FOR_TEMPLATES = /^ +(?:help|purpose|widthPixels):\s+(?:'(?:[^'\\\n]|\\.)*'|\d+),\n/gm;

/** What several registers declare (registers/columns.ts) is given its help as the last text: `fieldColumn('Chọn…')`. */
const LAST_OF_COLUMN = /(\b[a-z]\w*Column\((?:'[^'\n]*', )?)'(?:[^'\\\n]|\\.)*'(?=\))/g;

/** Script and style stand in the page itself: Apps Script serves single pages, and this one fetches nothing. */
async function sidebarPage(client: string): Promise<string> {
  const html = await readFile(join(SRC, 'sidebar/sidebar.html'), 'utf8');
  const css = await readFile(join(SRC, 'sidebar/sidebar.css'), 'utf8');
  const script = client.trim().replace(/<\/(script)/gi, '<\\/$1');
  return html.replace('/* sidebar.css */', () => `\n${css}`).replace('/* client.js */', () => script);
}

/** Nothing but what the add-on needs: who is acting, this one spreadsheet, its own windows, its own server. */
function manifestFor(backendUrl: string): object {
  return {
    timeZone: 'Asia/Ho_Chi_Minh',
    runtimeVersion: 'V8',
    exceptionLogging: 'STACKDRIVER',
    oauthScopes: [
      'openid',
      'https://www.googleapis.com/auth/userinfo.email',
      'https://www.googleapis.com/auth/spreadsheets.currentonly',
      'https://www.googleapis.com/auth/script.container.ui',
      'https://www.googleapis.com/auth/script.external_request',
    ],
    urlFetchWhitelist: [prefixOf(backendUrl)],
  };
}

/** Google wants a scheme, a host and a path, which must end with a slash to end a name. */
function prefixOf(backendUrl: string): string {
  const url = URL.parse(backendUrl);
  const isHere = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname);
  if (url === null || (url.protocol !== 'https:' && !isHere) || url.search !== '' || url.hash !== '')
    throw new Error(`the functions' address must be https://…, without ? and #: ${backendUrl}`);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}
