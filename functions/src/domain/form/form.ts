/**
 * A form is data. Every tab that a person fills is one declaration; from it come the template (headers,
 * drop-downs, notes, protected ranges), the parser with its issues and cells, the check in the sheet and on the
 * server, and the page in the docs.
 */
export interface FormDeclaration {
  /** submission, appraisal, or what a form of the configuration or a register is called. */
  readonly id: string;
  /** The tab's title as people see it. */
  readonly tab: string;
  readonly columns: readonly FormColumn[];
  /** Most rows that are read, the header's not counted; more is one issue, not ten thousand. */
  readonly mostRows: number;
}

export interface FormColumn {
  readonly key: string;
  /** Vietnamese; also how the column is found, after NFC, case and spaces are levelled. */
  readonly header: string;
  readonly kind: ColumnKind;
  /** given: written by the functions and protected; filled: for people. */
  readonly entry: 'given' | 'filled';
  /** Shown as the header's note. */
  readonly help: string;
  readonly widthPixels: number;
  /** A drop-down; of a choice, all that may stand there. */
  readonly choices?: readonly string[];
  /** A blank is an issue wherever its row says anything. */
  readonly required?: true;
}

/**
 * What stands in a column's cells. code: names what the row is about. answer: read by the row's criterion. choice:
 * one of the choices. day: a date, typed or from the sheet's own calendar. whole: a count, 0 or more. link: an
 * https address. reference: the code of something else, alone or before " – " and its name.
 */
export type ColumnKind =
  | 'text'
  | 'number'
  | 'answer'
  | 'code'
  | 'choice'
  | 'yes_no'
  | 'day'
  | 'whole'
  | 'link'
  | 'reference';

/** What a sheet holds in one cell, as the Sheets API and Apps Script both give it unformatted. */
export type CellValue = string | number | boolean | null;

/** A block of cells of one tab, with the A1 address of its top left cell so that issues can name cells. */
export interface FormCells {
  readonly origin: string;
  readonly values: readonly (readonly CellValue[])[];
}
