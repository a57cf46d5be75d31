import { readFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Metafile } from 'esbuild';

/**
 * Builds what is deployed, functions/dist: one file with everything but the Functions Framework, which the
 * platform starts. Libraries that are imported dynamically stay asleep in it until the first call needs them.
 * Returns esbuild's account of what imports what.
 */
export async function buildFunctions(outdir: string = join(import.meta.dirname, 'dist')): Promise<Metafile> {
  await rm(outdir, { recursive: true, force: true });
  const { metafile } = await build({
    entryPoints: { functions: join(import.meta.dirname, 'src/index.ts') },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: [FRAMEWORK],
    minifySyntax: true, // lines and names stay: they are what a stack in the log is read by
    legalComments: 'external',
    metafile: true,
    logLevel: 'warning',
  });
  await writeFile(join(outdir, 'index.cjs'), ENTRY);
  await writeFile(join(outdir, 'package.json'), `${JSON.stringify(packageOf(pinnedFramework()), null, 2)}\n`);
  return metafile;
}

const FRAMEWORK = '@google-cloud/functions-framework';

/**
 * V8 keeps what it compiled only for files loaded after this call, so the bundle is not the entry itself.
 * Before Node 22.1 there is no such call.
 */
const ENTRY = `'use strict';
require('node:module').enableCompileCache?.(require('node:path').join(__dirname, '.compile-cache'));
require('./functions.cjs');
`;

function packageOf(framework: string): object {
  return {
    name: 'dien-hinh-functions',
    private: true,
    main: 'index.cjs',
    engines: { node: '>=22' },
    dependencies: { [FRAMEWORK]: framework },
  };
}

/** The very version that the tests ran with. */
function pinnedFramework(): string {
  const text = readFileSync(join(import.meta.dirname, '../package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  return dependencies[FRAMEWORK]!;
}

if (import.meta.main) await buildFunctions();
