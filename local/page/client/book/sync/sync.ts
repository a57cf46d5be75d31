import type { BookAnswer } from '../../../books.ts';
import type { Edit } from '../../../edits.ts';
import { diffTab, wholeFrame } from '../../../view/diff.ts';
import { findShift, type Shift, shiftTab } from '../../../view/shift.ts';
import type { TabView } from '../../../view/types.ts';
import { Away, Refused } from '../../api.ts';
import type { Session } from '../../session.ts';
import type { LocalEdit } from '../edits/local-edits.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { applyChange, applyShift, applyTabs } from './apply.ts';
import { bodyOf } from './edit-body.ts';
import { askFor, type Book, type Fetched, fetched } from './fetch-book.ts';

export interface SyncListeners {
  /** The tabs are now as the server says. */
  readonly changed: (book: Book) => void;
  /** An edit was not taken; what it touched is shown again as the server has it. */
  readonly refused: (refusal: Refused) => void;
  /** Edits that wait for the server, or for the line to it. */
  readonly waiting: (count: number) => void;
  /** The workbook cannot be read any more. */
  readonly gone: (refusal: Refused) => void;
}

const AGAIN_MS = 700;

/**
 * Keeps a window and the server of one mind. Edits go out one after the other; whenever the workbook was written by
 * whomever, what changed is fetched and brought in. Cells that were edited here meanwhile wait for their own answer.
 */
export class Sync {
  readonly #session: Session;
  readonly #sheet: Spreadsheet;
  readonly #listeners: SyncListeners;
  /** What the server said last. */
  #book: Book;
  #digests: Readonly<Record<string, string>>;
  readonly #queue: LocalEdit[] = [];
  /** Tabs of which the server refused something: all but their cells is shown again as it is. */
  readonly #refused = new Set<number>();
  /** Cells that show something which the server did not say. */
  readonly #touched = new Map<number, Map<string, { row: number; column: number }>>();
  #sending = false;
  #fetching = false;
  #stale = false;
  /** Counts structural edits made here: an answer from before one does not fit what is shown. */
  #shape = 0;
  /** Counts edits made here: an answer from before one does not know it. */
  #pushes = 0;
  #closed = false;

  constructor(session: Session, sheet: Spreadsheet, first: Fetched, listeners: SyncListeners) {
    this.#session = session;
    this.#sheet = sheet;
    this.#book = first.book;
    this.#digests = first.digests;
    this.#listeners = listeners;
  }

  get book(): Book {
    return this.#book;
  }

  tab(sheetId: number): TabView | undefined {
    return this.#book.tabs.find((tab) => tab.sheetId === sheetId);
  }

  /** The workbook was written, or the line was lost for a while. */
  refresh(): void {
    this.#stale = true;
    void this.#fetch();
  }

  /** Something was done in this window. */
  push(edit: LocalEdit): void {
    this.#pushes++;
    for (const cell of edit.cells) this.#touch(edit.sheetId, cell);
    if (edit.edits.length === 0) return;
    this.#queue.push(edit);
    if (edit.shift) this.#reshape(edit.sheetId, edit.shift);
    this.#listeners.waiting(this.#queue.length);
    void this.#send();
  }

  /** An edit that Univer knows nothing of: sorting, notes, tabs. @throws Refused */
  async send(edits: readonly Edit[]): Promise<void> {
    await this.#session.ask('POST', '/api/edit', { spreadsheetId: this.#book.spreadsheetId, edits });
    this.refresh();
  }

  close(): void {
    this.#closed = true;
  }

  #touch(sheetId: number, cell: { row: number; column: number }): void {
    const cells = this.#touched.get(sheetId) ?? new Map<string, { row: number; column: number }>();
    this.#touched.set(sheetId, cells);
    cells.set(`${cell.row}:${cell.column}`, cell);
  }

  /** What we know of the tab goes along with what was done to it. */
  #reshape(sheetId: number, shift: Shift | 'whole'): void {
    this.#shape++;
    const tab = this.tab(sheetId);
    if (!tab) return;
    if (shift === 'whole') {
      for (let row = 0; row < tab.cells.length; row++)
        for (let column = 0; column < tab.columnCount; column++) this.#touch(sheetId, { row, column });
      return;
    }
    const moved = shiftTab(tab, shift);
    this.#book = { ...this.#book, tabs: this.#book.tabs.map((one) => (one === tab ? moved : one)) };
    this.#digests = { ...this.#digests, [sheetId]: '' };
  }

  async #send(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    while (this.#queue.length > 0 && !this.#closed) {
      const edit = this.#queue[0]!;
      try {
        await this.#session.ask('POST', '/api/edit', bodyOf(this.#book.spreadsheetId, edit));
        this.#queue.shift();
      } catch (error) {
        if (error instanceof Refused && error.status < 500) this.#giveUp(error);
        else if (error instanceof Refused && error.status === 501) this.#giveUp(error);
        else if (error instanceof Refused || error instanceof Away) await pause();
        else throw error;
      }
      this.#listeners.waiting(this.#queue.length);
    }
    this.#sending = false;
    this.refresh();
  }

  /** What was done after a refused edit may build on it, so it goes too: the server's word stands. */
  #giveUp(refusal: Refused): void {
    const reshaped = this.#queue.some(({ shift }) => shift);
    for (const { sheetId } of this.#queue) this.#refused.add(sheetId);
    this.#queue.length = 0;
    if (reshaped) for (const tab of this.#book.tabs) this.#reshape(tab.sheetId, 'whole');
    this.#sheet.undo.clearUndoRedo(this.#sheet.unitId);
    this.#listeners.refused(refusal);
  }

  async #fetch(): Promise<void> {
    if (this.#fetching) return;
    this.#fetching = true;
    while (this.#stale && this.#queue.length === 0 && !this.#closed) {
      this.#stale = false;
      const [shape, pushes] = [this.#shape, this.#pushes];
      try {
        const answer = await askFor(this.#session, this.#book.spreadsheetId, this.#digests);
        if (this.#closed) break;
        if (shape !== this.#shape) this.#stale = true;
        else this.#take(answer, pushes === this.#pushes);
      } catch (error) {
        if (error instanceof Refused && (error.status === 403 || error.status === 404)) {
          this.#listeners.gone(error);
          break;
        }
        this.#stale = true;
        await pause();
      }
    }
    this.#fetching = false;
  }

  /** `quiet`: nothing was done here since the server was asked, so its word holds for every cell. */
  #take(answer: BookAnswer, quiet: boolean): void {
    const before = this.#book;
    const next = fetched(new Map(before.tabs.map((tab) => [tab.sheetId, tab])), answer);
    this.#book = next.book;
    this.#digests = next.digests;
    applyTabs(this.#sheet, before.tabs, next.book.tabs);
    for (const tab of next.book.tabs) {
      const old = before.tabs.find(({ sheetId }) => sheetId === tab.sheetId);
      if (old) this.#bring(old, tab, quiet);
    }
    this.#listeners.changed(next.book);
  }

  #bring(old: TabView, now: TabView, quiet: boolean): void {
    const touched = this.#touched.get(now.sheetId);
    const refused = quiet && this.#refused.delete(now.sheetId);
    if (old === now && !touched?.size && !refused) return;
    const shift = old === now ? undefined : findShift(old, now);
    if (shift) {
      applyShift(this.#sheet, old, shift);
      this.#sheet.undo.clearUndoRedo(this.#sheet.unitId);
    }
    const change = diffTab(
      shift ? shiftTab(old, shift) : old,
      now,
      quiet ? [...(touched?.values() ?? [])] : [],
    );
    const cells =
      quiet || !touched
        ? change.cells
        : change.cells.filter(({ row, column }) => !touched.has(`${row}:${column}`));
    applyChange(this.#sheet, now, { ...change, cells, ...(refused && wholeFrame(now)) });
    if (quiet) this.#touched.delete(now.sheetId);
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
