import { createHash } from 'node:crypto';
import { cp, glob, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { build } from 'esbuild';

const ROOT = join(import.meta.dirname, '../..');
const CLIENT = join(import.meta.dirname, 'client');

export interface ClientBundle {
  /** Holds main.js, main.css and their parts. */
  readonly dir: string;
  /** Names the bundle in addresses, so that browsers may keep it. */
  readonly digest: string;
}

/**
 * The page's script and style, bundled once and kept until something in them changes: a second when it is made, a few
 * milliseconds when it is there.
 */
export async function bundleClient(cacheDir: string): Promise<ClientBundle> {
  const digest = await digestOfSources();
  const dir = join(cacheDir, digest);
  await mkdir(cacheDir, { recursive: true });
  const kept = await readdir(cacheDir);
  if (!kept.includes(digest)) {
    const fresh = join(cacheDir, `${digest}.${process.pid}.new`);
    await bundle(fresh);
    // Somebody else may have been faster; then theirs is as good.
    await rename(fresh, dir).catch(() => rm(fresh, { recursive: true, force: true }));
  }
  for (const name of kept)
    if (!name.startsWith(digest)) await rm(join(cacheDir, name), { recursive: true, force: true });
  return { dir, digest };
}

async function bundle(outdir: string): Promise<void> {
  await build({
    entryPoints: { main: join(CLIENT, 'main.ts') },
    outdir,
    bundle: true,
    splitting: true, // hyphenation of languages nobody types here stays outside
    format: 'esm',
    target: 'es2022',
    minify: true,
    legalComments: 'linked',
    define: { 'process.env.NODE_ENV': '"production"' },
    tsconfig: join(CLIENT, 'tsconfig.json'),
    logLevel: 'warning',
  });
  await cp(join(CLIENT, 'icon.svg'), join(outdir, 'icon.svg'));
}

/** Our own files by their content; the packages by the lock file. */
async function digestOfSources(): Promise<string> {
  const hash = createHash('sha256');
  const files = [join(ROOT, 'package-lock.json')];
  const own = ['local/page/**/*', 'local/sheets/cells/*.ts', 'local/sheets/wire/a1.ts'];
  for (const pattern of own)
    for await (const file of glob(pattern, { cwd: ROOT })) files.push(join(ROOT, file));
  for (const file of files.sort()) {
    const content = await readFile(file).catch(() => undefined); // a folder
    if (content) hash.update(relative(ROOT, file)).update('\0').update(content).update('\0');
  }
  return hash.digest('hex').slice(0, 24);
}
