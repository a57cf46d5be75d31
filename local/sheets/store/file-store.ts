import { mkdir, readdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileState } from './file-state.ts';
import { Journal, readJournal } from './journal.ts';
import { diff } from './patch.ts';

/** A write that happened, told to whoever listens. */
export interface Change {
  readonly spreadsheetId: string;
  readonly revision: number;
  readonly by: string;
}

interface Entry {
  state: FileState;
  revision: number;
  journal: Journal;
}

/** Files held open for writing at most; the others are closed and opened again when written. */
const MAX_OPEN = 200;
const SUFFIX = '.jsonl';

/**
 * All files, in memory and on disk. Edits apply at once and in order (there is one thread); `settled` says when
 * they are durable, and no answer, not even to a reader, leaves before that.
 */
export class FileStore {
  readonly #dir: string;
  readonly #entries = new Map<string, Entry>();
  readonly #open = new Set<Entry>();
  readonly #listeners = new Set<(change: Change) => void>();

  private constructor(dir: string) {
    this.#dir = dir;
  }

  static async open(dir: string): Promise<FileStore> {
    await mkdir(dir, { recursive: true });
    const store = new FileStore(dir);
    for (const name of (await readdir(dir)).sort()) {
      const path = join(dir, name);
      if (name.endsWith(`${SUFFIX}.new`)) await unlink(path);
      if (!name.endsWith(SUFFIX)) continue;
      const found = await readJournal(path);
      if (found) store.#adopt(found.state, found.revision, path, found.bytes);
      else await unlink(path);
    }
    return store;
  }

  get(id: string): FileState | undefined {
    return this.#entries.get(id)?.state;
  }

  revision(id: string): number {
    return this.#entries.get(id)?.revision ?? 0;
  }

  list(): FileState[] {
    return [...this.#entries.values()].map(({ state }) => state);
  }

  create(state: FileState, by: string): void {
    const { id } = state.meta;
    if (!/^[\w-]+$/.test(id) || this.#entries.has(id)) throw new Error(`not a new file id: ${id}`);
    const entry = { state, revision: 1 } as Entry;
    entry.journal = Journal.create(join(this.#dir, id + SUFFIX), () => entry);
    this.#entries.set(id, entry);
    this.#tell(entry, by);
  }

  replace(next: FileState, by: string): void {
    const entry = this.#entries.get(next.meta.id)!;
    const patch = diff(entry.state, next);
    entry.state = next;
    entry.revision++;
    entry.journal.append(entry.revision, by, patch);
    this.#tell(entry, by);
  }

  async remove(id: string): Promise<void> {
    const entry = this.#entries.get(id);
    this.#entries.delete(id);
    if (entry) this.#open.delete(entry);
    await entry?.journal.remove();
  }

  /** Resolves when what was written to the file so far (to all files without an id) is on disk. */
  async settled(id?: string): Promise<void> {
    if (id === undefined) {
      await Promise.all(
        [...this.#entries.values()]
          .filter((entry) => !entry.journal.idle)
          .map((entry) => entry.journal.settled()),
      );
      return;
    }
    const entry = this.#entries.get(id);
    if (entry === undefined || entry.journal.idle) return;
    this.#open.delete(entry);
    this.#open.add(entry);
    await entry.journal.settled();
    for (const old of this.#open) {
      if (this.#open.size <= MAX_OPEN) break;
      if (!old.journal.idle) continue;
      this.#open.delete(old);
      old.journal.close();
    }
  }

  onChange(listener: (change: Change) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.settled();
    for (const { journal } of this.#entries.values()) journal.close();
  }

  #adopt(state: FileState, revision: number, path: string, bytes: number): void {
    const entry = { state, revision } as Entry;
    entry.journal = Journal.reopen(path, bytes, () => entry);
    this.#entries.set(state.meta.id, entry);
  }

  /** Listeners hear of a write once it is durable; whoever asked for the write gets its failure. */
  #tell(entry: Entry, by: string): void {
    const change = { spreadsheetId: entry.state.meta.id, revision: entry.revision, by };
    entry.journal.settled().then(
      () => {
        for (const listener of this.#listeners) listener(change);
      },
      () => {},
    );
  }
}
