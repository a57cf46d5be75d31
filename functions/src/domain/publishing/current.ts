import type { CellValue } from '../form/form.ts';

/** What a workbook holds now, as far as planning needs it. Read in one call by adapters/sheets. */
export interface CurrentWorkbook {
  readonly locale: string;
  readonly timeZone: string;
  /** Of the spreadsheet as a whole. A copy carries them too. */
  readonly marks: readonly Mark[];
  /** In their order on the screen. */
  readonly tabs: readonly CurrentTab[];
}

export interface CurrentTab {
  readonly sheetId: number;
  readonly title: string;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRows: number;
  /** Rows from the first; short rows end at their last used cell. */
  readonly values: readonly (readonly CurrentCell[])[];
  readonly marks: readonly Mark[];
  readonly columnMarks: readonly PlacedMark[];
  readonly rowMarks: readonly PlacedMark[];
  readonly protections: readonly { readonly id: number; readonly range: GridRange }[];
  /** In the order of their indexes. */
  readonly colourRules: readonly ColourRule[];
  readonly charts: readonly PlacedChart[];
}

/** A chart, and the cell its upper left corner hangs on. */
export interface PlacedChart {
  readonly id: number;
  readonly row: number;
  readonly column: number;
}

/** Only literals can equal what we want; a formula that shows the same is replaced. */
export type CurrentCell = CellValue | { readonly formula: string };

/** Developer metadata: moves along with its column or row, whatever people do around it. */
export interface Mark {
  readonly id: number;
  readonly key: string;
  readonly value: string;
}
export interface PlacedMark extends Mark {
  readonly at: number;
}

/** Half open; a missing side is open. */
export interface GridRange {
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export interface ColourRule {
  readonly ranges: readonly GridRange[];
  /** Set when the rule is of a kind that we make: by a cell's text or number, or a scale. */
  readonly by?: 'text' | 'number' | 'scale';
}

/** The keys of our developer metadata. */
export const MARK = {
  /** On the spreadsheet: the campaign's code, and which of its workbooks this is ("summary", "office", "unit:A"); "office;week" where periods are not months. */
  campaign: 'dien-hinh.campaign',
  workbook: 'dien-hinh.workbook',
  tab: 'dien-hinh.tab',
  /** JSON: what the tab's columns were dressed with, and what its filled cells belong to. */
  state: 'dien-hinh.state',
  column: 'dien-hinh.column',
  /** Value "header". */
  row: 'dien-hinh.row',
} as const;
