import type { PeriodKind } from '../../functions/src/domain/campaign/period.ts';
import type { CellPosition } from '../../functions/src/domain/form/cell-address.ts';
import type { FormCells } from '../../functions/src/domain/form/form.ts';
import type { Backend } from './backend/backend.ts';
import type { MergedBlock } from './form/merged-cells.ts';
import type { CodeRun } from './form/new-row-codes.ts';
import type { Look, MarkPlan } from './marks/plan-marks.ts';
import type { WorkbookKind } from './menus.ts';
import type { Language, Words } from './words/words.ts';

/**
 * What an action works with. Google's services are behind it (src/google), so that everything an action decides can
 * be read, and tested, without them.
 */
export interface Desk {
  readonly language: Language;
  readonly words: Words;
  readonly backend: Backend;
  readonly book: Book;
  readonly memory: Memory;
  now(): Date;
  /** A new requestKey. */
  newKey(): string;
  /** A short fingerprint of a text. */
  digestOf(text: string): string;
  /** Does `work` unless another run of this workbook is doing such work; then undefined. */
  alone<T>(work: () => T): T | undefined;
  /** Keeps a preference of the person, for every workbook. */
  prefer(name: 'language', value: string): void;
}

/** The spreadsheet that is open. Its metadata say what it claims to be; whether it is, the server says. */
export interface Book {
  readonly spreadsheetId: string;
  /** Absent where the functions did not make it. */
  readonly campaign?: string;
  readonly kind?: WorkbookKind;
  readonly unitId?: string;
  /** How the campaign's time is cut; months where nothing is said. */
  readonly periods?: PeriodKind;
  /** The tabs that the functions made, wherever they stand and whatever they are called. */
  tabs(): readonly Tab[];
  /** Brings a cell into view; false where the tab is gone. */
  select(sheetId: number, cell: string): boolean;
}

export interface Tab {
  /** "form:2024-03", "appraisal", … */
  readonly key: string;
  readonly sheetId: number;
  readonly name: string;
  readonly isActive: boolean;
  /** What the filled cells belong to: a period. */
  filledFor(): string | undefined;
  /** Every value of the tab, in one read. */
  read(): FormCells;
  merged(): readonly MergedBlock[];
  /** Writes the codes of new rows, at once; false where the tab is closed to this person. */
  writeDown(runs: readonly CodeRun[]): boolean;
  look(block: CellPosition & { readonly rows: number; readonly columns: number }): Surface;
}

/** A block of cells that can be marked. */
export interface Surface {
  readonly look: Look;
  /** At most two writes; false where the block is closed to this person. */
  apply(plan: MarkPlan): boolean;
}

/** Texts of any length, kept with the spreadsheet and shared by all who use it. An empty text is none. */
export interface Memory {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}
