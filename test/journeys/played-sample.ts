import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inject } from 'vitest';
import { takeLock } from '../../local/office/lock-file.mjs';

export interface PlayedSample {
  /** The data folder of an office that was closed in good order; to be copied, not opened. */
  readonly folder: string;
  readonly printed: readonly string[];
}

const LOOK_MS = 100;

/** The sample, played once for the whole run of tests by whoever needs it first; the others wait. */
export async function playedSample(
  play: (folder: string) => Promise<readonly string[]>,
): Promise<PlayedSample> {
  const folder = join(inject('shared'), 'sample');
  const note = `${folder}.json`;
  while (!existsSync(note)) {
    const lock = takeLock(`${folder}.lock`);
    if ('heldBy' in lock) await pause(LOOK_MS);
    else
      try {
        if (existsSync(note)) break;
        await rm(folder, { recursive: true, force: true }); // of somebody who failed
        writeFileSync(note, JSON.stringify(await play(folder)));
      } finally {
        lock.release();
      }
  }
  return { folder, printed: JSON.parse(readFileSync(note, 'utf8')) };
}
