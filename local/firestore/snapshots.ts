// The emulator keeps everything in memory. What outlives it is an export, taken whenever something may have
// changed, at most every `everyMs`.
//
//   folder/000041/   complete, the one before
//   folder/000042/   complete, the newest: what the next start begins with
//   folder/000043.partial/   being written; means nothing until it is renamed
//
// How old can the newest be? A write that arrives just after an export began waits for the next: the pause plus
// two exports. Measured with 5,000 documents and a client that never stops writing: an export takes 0.2 s on two
// quiet cores and 0.8 s with ten busy processes on them, so with a pause of 1 s what was acknowledged 1.4 to
// 2.6 s before a kill is there. The promise is 5 s.

import { EventEmitter } from 'node:events';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** One complete export. */
export interface Snapshot {
  number: number;
  folder: string;
  /** What `--seed_from_export` wants. */
  seedFile: string;
}

export interface SnapshotsOptions {
  folder: string;
  projectId: string;
  /** Where the emulator answers. */
  host: string;
  /** The pause between two exports. */
  everyMs: number;
}

const EXPORT_NAME = 'export';
const KEPT = 2;

/** Emits `completed` with each Snapshot. */
export class Snapshots extends EventEmitter<{ completed: [Snapshot] }> {
  readonly #options: SnapshotsOptions;
  /** Counts what may have changed something; `#covered` is the count the newest snapshot includes. */
  #touches = 0;
  #covered = 0;
  #newest: Snapshot | undefined;
  #running: Promise<Snapshot> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #pauseMs: number;
  #closed = false;

  constructor(options: SnapshotsOptions) {
    super();
    this.#options = options;
    this.#pauseMs = options.everyMs;
    mkdirSync(options.folder, { recursive: true });
    for (const name of readdirSync(options.folder)) {
      if (!isComplete(name)) rmSync(join(options.folder, name), { recursive: true, force: true });
    }
    this.#newest = latestSnapshots(options.folder)[0];
  }

  /** Something may have changed: to be called when a change is acknowledged, not before. */
  touch(): void {
    this.#touches++;
    this.#plan();
  }

  /** Resolves with a snapshot that holds everything acknowledged before the call. */
  async flush(): Promise<Snapshot | undefined> {
    const wanted = this.#touches;
    while (this.#covered < wanted) await this.#take();
    return this.#newest;
  }

  /** A last snapshot when one is due; none after it. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#timer);
    await this.flush();
  }

  #plan(): void {
    if (this.#closed || this.#timer || this.#running) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      // A flush may have been quicker. What nobody waits for would still run when Java is ended, and look like a loss.
      if (this.#covered < this.#touches)
        void this.#take().catch((error) => console.error(`Firestore snapshot: ${error}`));
    }, this.#pauseMs);
  }

  /** One at a time: who comes during an export waits for it, and looks again. */
  #take(): Promise<Snapshot> {
    this.#running ??= this.#export().finally(() => {
      this.#running = undefined;
      if (this.#covered < this.#touches) this.#plan();
    });
    return this.#running;
  }

  async #export(): Promise<Snapshot> {
    const { folder, everyMs } = this.#options;
    const included = this.#touches;
    const startedAt = performance.now();
    const number = (this.#newest?.number ?? 0) + 1;
    const partial = join(folder, `${nameOf(number)}.partial`);
    rmSync(partial, { recursive: true, force: true });
    mkdirSync(partial, { recursive: true });
    await this.#request(partial);
    renameSync(partial, join(folder, nameOf(number)));
    // Never more than half of the time is spent on exporting, however large the campaign has grown.
    this.#pauseMs = Math.max(everyMs, performance.now() - startedAt);
    this.#covered = included;
    this.#newest = snapshotOf(folder, number);
    for (const old of numbersIn(folder).slice(KEPT)) {
      rmSync(join(folder, nameOf(old)), { recursive: true, force: true });
    }
    this.emit('completed', this.#newest);
    return this.#newest;
  }

  async #request(directory: string): Promise<void> {
    const { host, projectId } = this.#options;
    const response = await fetch(`http://${host}/emulator/v1/projects/${projectId}:export`, {
      method: 'POST',
      headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
      body: JSON.stringify({
        database: `projects/${projectId}/databases/(default)`,
        export_directory: directory,
        export_name: EXPORT_NAME,
      }),
    });
    const answer = await response.text();
    if (!response.ok) throw new Error(`export answered ${response.status}: ${answer.slice(0, 200)}`);
  }
}

/** The complete snapshots of a folder, newest first. */
export function latestSnapshots(folder: string): Snapshot[] {
  return numbersIn(folder).map((number) => snapshotOf(folder, number));
}

function numbersIn(folder: string): number[] {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    // no folder, no snapshots
  }
  return names
    .filter(isComplete)
    .map(Number)
    .sort((a, b) => b - a);
}

function snapshotOf(folder: string, number: number): Snapshot {
  const own = join(folder, nameOf(number));
  return { number, folder: own, seedFile: join(own, EXPORT_NAME, `${EXPORT_NAME}.overall_export_metadata`) };
}

const nameOf = (number: number) => String(number).padStart(6, '0');
const isComplete = (name: string) => /^\d{6,}$/.test(name);
