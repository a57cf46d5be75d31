import { readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'esbuild';
import { type Manifest, readManifest } from './manifest.ts';

/** The add-on as it would be pushed, read and compiled once. */
export interface Project {
  readonly manifest: Manifest;
  /** In the order in which they are evaluated; they share one global scope. */
  readonly scripts: readonly NamedScript[];
  /** HTML files by name without ending, as `createHtmlOutputFromFile` names them. */
  readonly pages: Readonly<Record<string, string>>;
}

/** A script file, by its name. */
export interface NamedScript extends Compiled {
  readonly name: string;
}

/** JavaScript with what V8 made of it, so that another thread need not compile it again. */
export interface Compiled {
  readonly text: string;
  readonly cache: Uint8Array;
}

/** @throws Error for a missing file, a manifest that is refused, code that does not compile, a file of another kind */
export function readProject(bundleDir: string): Project {
  const pages: Record<string, string> = {};
  const scripts: NamedScript[] = [];
  const read = (file: string): string => readFileSync(join(bundleDir, file), 'utf8');
  for (const file of readdirSync(bundleDir).sort()) {
    const kind = extname(file);
    if (kind === '.html') pages[basename(file, kind)] = read(file);
    else if (kind === '.js') scripts.push({ name: file, ...compile(read(file), file) });
    else if (file !== 'appsscript.json')
      throw new Error(`${bundleDir}: "${file}" is neither a script (.js) nor appsscript.json nor a page.`);
  }
  if (scripts.length === 0) throw new Error(`${bundleDir}: there is no script (.js).`);
  return { manifest: readManifest(read('appsscript.json')), scripts, pages };
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
