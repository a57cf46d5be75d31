import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isAlive, type ProcessMark, pidOf } from '../office/process-mark.mjs';

/** Which processes serve a data folder; kept beside it while they live. */
export interface EmulatorNote {
  guard: ProcessMark;
  java: ProcessMark;
  port: number;
}

const LAST_SNAPSHOT_MS = 15_000;
const LOOK_MS = 50;

export function writeNote(file: string, note: EmulatorNote): void {
  writeFileSync(file, JSON.stringify(note));
}

/**
 * After a kill of its parent a guard needs a moment for the last snapshot: it is given that time. What still
 * lives then, or a Java whose guard was killed, is ended by pid, and only when its start time shows that it is
 * the very process the note speaks of.
 */
export async function endLeftover(file: string): Promise<void> {
  const note = readNote(file);
  if (!note) return;
  for (let waited = 0; isAlive(note.guard) && waited < LAST_SNAPSHOT_MS; waited += LOOK_MS) {
    await pause(LOOK_MS);
  }
  for (const mark of [note.guard, note.java]) {
    if (isAlive(mark)) process.kill(pidOf(mark), 'SIGKILL');
    while (isAlive(mark)) await pause(LOOK_MS);
  }
}

function readNote(file: string): EmulatorNote | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as EmulatorNote;
  } catch {
    return undefined; // none, or cut short by a kill before anything ran
  }
}
