import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { type Manifest, readManifest } from './manifest.ts';

/** The add-on as it would be pushed, read and compiled once. */
export interface Project {
  readonly manifest: Manifest;
  readonly code: Compiled;
  /** HTML files by name without ending, as `createHtmlOutputFromFile` names them. */
  readonly pages: Readonly<Record<string, string>>;
}

/** JavaScript with what V8 made of it, so that another thread need not compile it again. */
export interface Compiled {
  readonly text: string;
  readonly cache: Uint8Array;
}

/** @throws Error for a missing file, a manifest that is refused, code that does not compile, a file of another kind */
export function readProject(bundleDir: string): Project {
  const pages: Record<string, string> = {};
  for (const file of readdirSync(bundleDir)) {
    const kind = extname(file);
    if (kind === '.html') pages[basename(file, kind)] = readFileSync(join(bundleDir, file), 'utf8');
    else if (file !== 'Code.js' && file !== 'appsscript.json')
      throw new Error(`${bundleDir}: "${file}" is neither Code.js nor appsscript.json nor a page.`);
  }
  const manifest = readManifest(readFileSync(join(bundleDir, 'appsscript.json'), 'utf8'));
  return { manifest, code: compile(readFileSync(join(bundleDir, 'Code.js'), 'utf8'), 'Code.js'), pages };
}

function compile(text: string, filename: string): Compiled {
  return { text, cache: new Script(text, { filename }).createCachedData() };
}

let services: Promise<Compiled> | undefined;

/**
 * Google's services as one script of the run's own world: its arrays, dates and errors are the script's own. An
 * expression that gives `install(native)`, see services/install.ts.
 */
export function compileServices(): Promise<Compiled> {
  services ??= bundleServices();
  return services;
}

async function bundleServices(): Promise<Compiled> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'services/install.ts')],
    bundle: true,
    write: false,
    platform: 'neutral',
    mainFields: ['module', 'main'],
    format: 'iife',
    globalName: 'services',
    target: 'es2024',
    logLevel: 'warning',
  });
  const text = `(function (native) { 'use strict';\n${outputFiles[0]!.text}\nreturn services.install(native); })`;
  return compile(text, 'services.js');
}
