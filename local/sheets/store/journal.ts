import { closeSync, constants, fdatasync, openSync, writeSync } from 'node:fs';
import { open, readFile, rename, truncate, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { FileState } from './file-state.ts';
import { type Line, packLine, unpackLine } from './pack-cells.ts';
import { applyPatch, type Patch } from './patch.ts';

/** A journal is rewritten as one snapshot when it has grown past this and past twice its last snapshot. */
const COMPACT_BYTES = 1024 * 1024;
const sync = promisify(fdatasync);

/**
 * One file's history on disk: a snapshot, then one line for each write. A write is durable when its promise
 * resolves: its line was written and synced. Writes that arrive while a sync is under way share the next one.
 */
export class Journal {
  readonly path: string;
  #fd: number | undefined;
  #queue: string[] = [];
  #flushing: Promise<void> | undefined;
  #broken: Error | undefined;
  #bytes = 0;
  #snapshotBytes = 0;
  readonly #current: () => { revision: number; state: FileState };

  private constructor(path: string, current: () => { revision: number; state: FileState }) {
    this.path = path;
    this.#current = current;
  }

  /** Starts a new file's journal with its first snapshot, queued like any write. */
  static create(path: string, current: () => { revision: number; state: FileState }): Journal {
    const journal = new Journal(path, current);
    const { revision, state } = current();
    journal.#queue.push(toLine({ revision, snapshot: state }));
    journal.#snapshotBytes = journal.#queue[0]!.length;
    return journal;
  }

  static reopen(path: string, bytes: number, current: () => { revision: number; state: FileState }): Journal {
    const journal = new Journal(path, current);
    journal.#bytes = bytes;
    journal.#snapshotBytes = bytes / 2;
    return journal;
  }

  append(revision: number, by: string, patch: Patch): void {
    this.#queue.push(toLine({ revision, by, patch }));
  }

  /** Resolves when everything appended so far is on disk. After a failed write nothing is promised any more. */
  async settled(): Promise<void> {
    while (this.#queue.length > 0 || this.#flushing) {
      if (this.#broken) throw this.#broken;
      this.#flushing ??= this.#flush()
        .catch((error: Error) => {
          this.#broken = error;
        })
        .finally(() => {
          this.#flushing = undefined;
        });
      await this.#flushing;
    }
    if (this.#broken) throw this.#broken;
  }

  async remove(): Promise<void> {
    this.#queue = [];
    await this.#flushing?.catch(() => {});
    this.close();
    await unlink(this.path).catch(ignoreMissing);
    await syncDirectory(this.path);
  }

  close(): void {
    if (this.#fd !== undefined) closeSync(this.#fd);
    this.#fd = undefined;
  }

  get idle(): boolean {
    return this.#queue.length === 0 && this.#flushing === undefined && this.#broken === undefined;
  }

  /** Opening and writing only reach the page cache and are done at once; what takes time is the sync. */
  async #flush(): Promise<void> {
    const lines = Buffer.from(this.#queue.join(''));
    this.#queue = [];
    if (this.#fd === undefined) {
      const isNew = this.#bytes === 0;
      this.#fd = openSync(this.path, constants.O_APPEND | constants.O_CREAT | constants.O_WRONLY);
      if (isNew) await syncDirectory(this.path);
    }
    for (let done = 0; done < lines.length; ) done += writeSync(this.#fd, lines, done);
    await sync(this.#fd);
    this.#bytes += lines.length;
    if (this.#bytes > Math.max(COMPACT_BYTES, 2 * this.#snapshotBytes)) await this.#compact();
  }

  /** The new file replaces the old one by an atomic rename; lines still queued are older and skipped on reading. */
  async #compact(): Promise<void> {
    const { revision, state } = this.#current();
    const line = toLine({ revision, snapshot: state });
    const fresh = await open(`${this.path}.new`, 'w');
    try {
      await fresh.writeFile(line);
      await fresh.datasync();
    } finally {
      await fresh.close();
    }
    await rename(`${this.path}.new`, this.path);
    await syncDirectory(this.path);
    this.close();
    this.#bytes = this.#snapshotBytes = Buffer.byteLength(line);
  }
}

/**
 * The last state in a journal; undefined when its first line never got there whole (the file's creation was then
 * never acknowledged). A last line without its end is cut off.
 */
export async function readJournal(
  path: string,
): Promise<{ revision: number; state: FileState; bytes: number } | undefined> {
  const data = await readFile(path);
  const end = data.lastIndexOf(0x0a) + 1;
  if (end < data.length) await truncate(path, end);
  const lines = data.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
  let last: { revision: number; state: FileState } | undefined;
  lines.forEach((text, index) => {
    const line = parseLine(path, index + 1, text);
    if ('snapshot' in line) last = { revision: line.revision, state: line.snapshot };
    else if (last === undefined) throw new Error(`${path}: line ${index + 1}: a change before any snapshot`);
    else if (line.revision > last.revision)
      last = { revision: line.revision, state: applyPatch(last.state, line.patch) };
  });
  return last && { ...last, bytes: end };
}

const toLine = (line: Line) => `${JSON.stringify(packLine(line))}\n`;

function parseLine(path: string, number: number, text: string): Line {
  try {
    return unpackLine(JSON.parse(text));
  } catch (cause) {
    throw new Error(`${path}: line ${number} cannot be read`, { cause });
  }
}

async function syncDirectory(path: string): Promise<void> {
  const directory = await open(dirname(path), 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function ignoreMissing(error: NodeJS.ErrnoException): void {
  if (error.code !== 'ENOENT') throw error;
}
