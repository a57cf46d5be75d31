import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Box, parseCells, splitA1, unparsable } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';
import { Sheet } from './sheet.ts';
import type { SpreadsheetState } from './state.ts';

/** A place on one sheet. */
export interface Place {
  readonly sheet: Sheet;
  readonly box: Box;
}

/**
 * A spreadsheet being read or edited. It works on a shallow copy of the stored state: an edit that fails is
 * dropped with its copy, which is what makes a batch all or nothing.
 */
export class Spreadsheet {
  readonly id: string;
  readonly sheets: Sheet[];
  properties: api.Schema$SpreadsheetProperties;
  namedRanges: readonly api.Schema$NamedRange[];
  developerMetadata: readonly api.Schema$DeveloperMetadata[];

  constructor(id: string, state: SpreadsheetState) {
    this.id = id;
    this.sheets = state.sheets.map((sheet) => new Sheet(sheet));
    this.properties = state.properties;
    this.namedRanges = state.namedRanges;
    this.developerMetadata = state.developerMetadata;
  }

  toState(): SpreadsheetState {
    const { properties, namedRanges, developerMetadata } = this;
    return { properties, sheets: this.sheets.map((sheet) => sheet.state), namedRanges, developerMetadata };
  }

  sheetById(id: number | null | undefined): Sheet | undefined {
    return this.sheets.find((sheet) => sheet.id === (id ?? 0));
  }

  /** Titles are told apart without regard to case, as Google does. */
  sheetByTitle(title: string): Sheet | undefined {
    const exact = this.sheets.find((sheet) => sheet.title === title);
    return exact ?? this.sheets.find((sheet) => sheet.title.toLowerCase() === title.toLowerCase());
  }

  /** @throws ApiError 400 in the words batchUpdate uses */
  requireSheet(id: number | null | undefined): Sheet {
    const sheet = this.sheetById(id);
    if (sheet === undefined) throw invalid(`No grid with id: ${id ?? 0}`);
    return sheet;
  }

  /** A grid range's sheet and box. @throws ApiError 400 when the sheet is unknown or the sides are crossed */
  place(range: api.Schema$GridRange | undefined): Place {
    const { sheetId, ...box } = range ?? {};
    const sheet = this.requireSheet(sheetId);
    checkOrder('Row', box.startRowIndex, box.endRowIndex);
    checkOrder('Column', box.startColumnIndex, box.endColumnIndex);
    return { sheet, box: box as Box };
  }

  /** Reads A1 notation: a title, cells, both, or a named range. @throws ApiError 400 */
  parseRange(text: string): Place {
    const { title, cells } = splitA1(text);
    if (title !== undefined) {
      const sheet = this.sheetByTitle(title);
      const box = cells === undefined ? {} : parseCells(cells);
      if (sheet === undefined || box === undefined) throw unparsable(text);
      return { sheet, box };
    }
    const box = parseCells(cells!);
    const first = this.sheets.find((sheet) => !sheet.state.properties.hidden) ?? this.sheets[0]!;
    if (box) return { sheet: first, box };
    const named = this.namedRanges.find(({ name }) => name?.toLowerCase() === cells!.toLowerCase());
    if (named) return this.place(named.range!);
    const sheet = this.sheetByTitle(cells!);
    if (sheet === undefined) throw unparsable(text);
    return { sheet, box: {} };
  }
}

function checkOrder(
  side: 'Row' | 'Column',
  start: number | null | undefined,
  end: number | null | undefined,
): void {
  if ((start ?? 0) < 0) throw invalid(`range.start${side}Index[${start}] must be >= 0.`);
  if (typeof end === 'number' && (start ?? 0) > end)
    throw invalid(
      `range.start${side}Index[${start ?? 0}] must be less than or equal to range.end${side}Index[${end}].`,
    );
}
