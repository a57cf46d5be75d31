import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { copyFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build, type Metafile } from 'esbuild';
import { inFilesOfTheirOwn, LIBRARIES, withoutWhatIsNotCalled } from './libraries.ts';
import { lockFor } from './lock.ts';

/**
 * Builds what is deployed, functions/dist: one file with what is ours, one for each library that a first call may
 * need, which is read only then, and all but the Functions Framework, which the platform starts. Returns esbuild's
 * account of what imports what.
 */
export async function buildFunctions(outdir: string = join(import.meta.dirname, 'dist')): Promise<Metafile> {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: {
      functions: join(import.meta.dirname, 'src/index.ts'),
      ...Object.fromEntries(Object.entries(LIBRARIES).map(([library, file]) => [file, library])),
    },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: [FRAMEWORK],
    plugins: [inFilesOfTheirOwn, withoutWhatIsNotCalled],
    supported: { 'dynamic-import': false }, // by require: Node's loader of modules would be started for nothing
    minifySyntax: true, // lines and names stay: they are what a stack in the log is read by
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  for (const file of ['index.cjs', KEEP_CODE])
    await copyFile(join(import.meta.dirname, 'deployed', file), join(outdir, file));
  await writeFile(join(outdir, 'package.json'), asJson(packageOf(pinnedFramework())));
  await writeFile(
    join(outdir, 'package-lock.json'),
    asJson(lockFor(FRAMEWORK, readRoot('package-lock.json'), NAME)),
  );
  return metafile;
}

/** What Google's build does with it besides, and whoever starts it more than once: V8's code is kept beside each file. */
export async function keepCode(outdir: string): Promise<void> {
  const env = { PATH: process.env.PATH, NODE_PATH: process.env.NODE_PATH };
  await promisify(execFile)(process.execPath, [join(outdir, KEEP_CODE)], { env });
}

const FRAMEWORK = '@google-cloud/functions-framework';
const KEEP_CODE = 'keep-code.cjs';

const NAME = { name: 'dien-hinh-functions' };
const asJson = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

function packageOf(framework: string): object {
  return {
    ...NAME,
    private: true,
    main: 'index.cjs',
    scripts: { 'gcp-build': `node ${KEEP_CODE}` }, // where they are built: on Google's side, by the Node they run on
    engines: { node: '24.x' }, // where it is deployed; the local office runs it on what it has
    dependencies: { [FRAMEWORK]: framework },
  };
}

/** The very version that the tests ran with. */
function pinnedFramework(): string {
  return readRoot<{ dependencies: Record<string, string> }>('package.json').dependencies[FRAMEWORK]!;
}

function readRoot<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '..', file), 'utf8')) as T;
}

if (import.meta.main) await buildFunctions();
