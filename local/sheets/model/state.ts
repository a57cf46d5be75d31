import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

/**
 * What a cell is made of: only what was entered. What is shown (effective value, formatted text) is computed on
 * reading. A cell with nothing in it is `undefined`, never `{}`.
 */
export type Cell = Pick<
  api.Schema$CellData,
  'userEnteredValue' | 'userEnteredFormat' | 'note' | 'dataValidation' | 'textFormatRuns'
>;
export type Row = readonly (Cell | undefined)[];

/** What differs from the default in one row or column. */
export interface Trait {
  readonly pixelSize?: number;
  readonly hiddenByUser?: boolean;
}

/**
 * One tab, as stored. The parts are immutable: an edit replaces them, so that a snapshot is a reference and a
 * difference is found by comparing references (see `store/patch.ts`).
 */
export interface SheetState {
  readonly properties: api.Schema$SheetProperties;
  /** Rows up to the last used one, each up to its last used cell. */
  readonly rows: readonly Row[];
  readonly rowTraits: readonly (Trait | null)[];
  readonly columnTraits: readonly (Trait | null)[];
  readonly merges: readonly api.Schema$GridRange[];
  readonly protectedRanges: readonly api.Schema$ProtectedRange[];
  readonly conditionalFormats: readonly api.Schema$ConditionalFormatRule[];
  readonly basicFilter: api.Schema$BasicFilter | null;
  readonly bandedRanges: readonly api.Schema$BandedRange[];
  readonly charts: readonly api.Schema$EmbeddedChart[];
  readonly rowGroups: readonly api.Schema$DimensionGroup[];
  readonly columnGroups: readonly api.Schema$DimensionGroup[];
}

/** A whole spreadsheet as stored. Developer metadata of every location is in one list. */
export interface SpreadsheetState {
  readonly properties: api.Schema$SpreadsheetProperties;
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly api.Schema$NamedRange[];
  readonly developerMetadata: readonly api.Schema$DeveloperMetadata[];
}

export function emptySheet(properties: api.Schema$SheetProperties): SheetState {
  return {
    properties,
    rows: [],
    rowTraits: [],
    columnTraits: [],
    merges: [],
    protectedRanges: [],
    conditionalFormats: [],
    basicFilter: null,
    bandedRanges: [],
    charts: [],
    rowGroups: [],
    columnGroups: [],
  };
}
