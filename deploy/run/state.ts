import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Facts } from '../step.ts';

/** What is known of one environment: facts, and the steps whose outcome was seen, each with what it then was. */
export interface State {
  readonly facts: Facts;
  /** By step: the digest of its commands, and when (ISO) its outcome was seen. */
  readonly done: Readonly<Record<string, { readonly digest: string; readonly at: string }>>;
}

const stateFile = z.strictObject({
  facts: z.record(z.string(), z.string()),
  done: z.record(z.string(), z.strictObject({ digest: z.string(), at: z.string() })),
});

/** Nothing where there is no file. A file that cannot be read names itself: it is never thrown away silently. */
export function readState(file: string): State {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { facts: {}, done: {} };
    throw error;
  }
  try {
    return stateFile.parse(JSON.parse(text));
  } catch {
    throw new Error(`${file} is no state of a deployment; move it away to begin anew`);
  }
}

/** Whole or not at all: whoever is killed meanwhile leaves the one before. */
export function writeState(file: string, state: State): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, `${JSON.stringify(state, null, 2)}\n`);
  renameSync(`${file}.new`, file);
}
