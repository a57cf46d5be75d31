import { spawnSync } from 'node:child_process';
import { copyFileSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What `npm ci` takes and leaves. */
export interface Installed {
  readonly ms: number;
  readonly all: Part;
  /** Of those, what the functions need; the rest is for the local office, the tests and the builds. */
  readonly production: Part;
}

interface Part {
  readonly packages: number;
  readonly bytes: number;
}

/** Installs what the lock says into an empty folder; npm has the packages on this machine after the first time. */
export function npmCi(folder: string): Installed {
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(file, join(folder, file));
  const startedAt = performance.now();
  const args = ['ci', '--include=dev', '--include=optional', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('npm ci failed; its output is above');
  const ms = performance.now() - startedAt;
  const lock = JSON.parse(readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8')) as {
    packages: Readonly<Record<string, { dev?: boolean; optional?: boolean }>>;
  };
  const paths = Object.entries(lock.packages);
  const partOf = (some: typeof paths): Part => ({
    packages: some.length,
    bytes: some.reduce((sum, [path]) => sum + bytesOf(join(folder, path)), 0),
  });
  return {
    ms,
    all: partOf(paths),
    production: partOf(paths.filter(([, { dev, optional }]) => !dev && !optional)),
  };
}

/** Of its files, without the packages inside it. */
function bytesOf(path: string): number {
  const at = lstatSync(path);
  if (!at.isDirectory()) return at.size;
  return readdirSync(path)
    .filter((name) => name !== 'node_modules')
    .reduce((sum, name) => sum + bytesOf(join(path, name)), 0);
}
