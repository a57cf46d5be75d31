import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Dimension } from '../model/dimension-edit.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import type { Box } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';

/** A stretch of rows or columns on a sheet. */
export interface Stretch {
  sheet: Sheet;
  dimension: Dimension;
  start: number;
  end: number;
}

export const countOf = (sheet: Sheet, dimension: Dimension) =>
  dimension === 'ROWS' ? sheet.rowCount : sheet.columnCount;

/** @throws ApiError 400 for an unknown sheet or dimension, or a stretch that is empty or crossed */
export function readStretch(book: Spreadsheet, range: api.Schema$DimensionRange | undefined): Stretch {
  const sheet = book.requireSheet(range?.sheetId);
  const dimension = readDimension(range?.dimension);
  const start = range?.startIndex ?? 0;
  const end = range?.endIndex ?? countOf(sheet, dimension);
  if (start < 0) throw invalid(`range.startIndex[${start}] must be >= 0.`);
  if (end <= start) throw invalid(`range.endIndex[${end}] must be greater than range.startIndex[${start}].`);
  return { sheet, dimension, start, end };
}

export function readDimension(given: string | null | undefined): Dimension {
  if (given === 'ROWS' || given === 'COLUMNS') return given;
  throw invalid('No dimension specified.');
}

/** @throws ApiError 400 when the stretch reaches beyond the grid */
export function checkInside({ sheet, dimension, start, end }: Stretch): void {
  const count = countOf(sheet, dimension);
  const name = dimension === 'ROWS' ? 'row' : 'column';
  if (start >= count) throw invalid(`range.startIndex[${start}] is after last ${name} in grid[${count - 1}]`);
  if (end > count) throw invalid(`range.endIndex[${end}] is after last ${name} in grid[${count}]`);
}

/** The stretch as a box over the whole other dimension. */
export const boxOf = ({ dimension, start, end }: Pick<Stretch, 'dimension' | 'start' | 'end'>): Box =>
  dimension === 'ROWS'
    ? { startRowIndex: start, endRowIndex: end }
    : { startColumnIndex: start, endColumnIndex: end };
