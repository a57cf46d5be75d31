import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { takeLock } from '../../local/office/lock-file.mjs';

/** Made once for a whole run of tests: a folder, and what whoever made it said of it (JSON). */
export interface Made<T> {
  readonly folder: string;
  readonly said: T;
}

/** A folder for what the tests of one run share: see global-setup.ts. Undefined where no tests run. */
export const runFolder = (): string | undefined => process.env.TEST_RUN_FOLDER;

const LOOK_MS = 100;
const making = new Map<string, Promise<Made<unknown>>>();

/** What is made once for the whole run of tests, by whoever needs it first; the others wait. It is there to be read. */
export function oncePerRun<T>(name: string, make: (folder: string) => Promise<T>): Promise<Made<T>> {
  const run = runFolder();
  if (run === undefined)
    throw new Error('no run of tests: only projects with a global setup share something');
  const folder = join(run, name);
  const made = making.get(folder) ?? makeOnce(folder, make);
  making.set(folder, made);
  return made as Promise<Made<T>>;
}

async function makeOnce<T>(folder: string, make: (folder: string) => Promise<T>): Promise<Made<T>> {
  const note = `${folder}.note`;
  while (!existsSync(note)) {
    const lock = takeLock(`${folder}.lock`);
    if ('heldBy' in lock) await pause(LOOK_MS);
    else
      try {
        if (existsSync(note)) break;
        await rm(folder, { recursive: true, force: true }); // of somebody who failed
        writeFileSync(note, JSON.stringify(await make(folder)));
      } finally {
        lock.release();
      }
  }
  return { folder, said: JSON.parse(readFileSync(note, 'utf8')) };
}
