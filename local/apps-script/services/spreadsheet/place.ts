import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { type Box, columnName, parseCells } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import type { Tab } from './structure.ts';

/** A block of cells on one tab; rows and columns from 0, at least one cell. */
export interface Place {
  readonly sheetId: number;
  readonly row: number;
  readonly column: number;
  readonly height: number;
  readonly width: number;
}

/** `B2:C3`, `B2`; whole columns and rows are printed with their corners, as Apps Script does not. */
export function printCells({ row, column, height, width }: Place): string {
  const from = `${columnName(column)}${row + 1}`;
  const to = `${columnName(column + width - 1)}${row + height}`;
  return from === to ? from : `${from}:${to}`;
}

export const gridRangeOf = ({ sheetId, row, column, height, width }: Place): api.Schema$GridRange => ({
  sheetId,
  startRowIndex: row,
  endRowIndex: row + height,
  startColumnIndex: column,
  endColumnIndex: column + width,
});

/** A range of the API on a tab; open sides reach to the edge of the grid. */
export function placeOf(tab: Tab, box: Box): Place {
  const { startRowIndex: row = 0, startColumnIndex: column = 0 } = box;
  const place = {
    sheetId: tab.sheetId,
    row,
    column,
    height: (box.endRowIndex ?? tab.rowCount) - row,
    width: (box.endColumnIndex ?? tab.columnCount) - column,
  };
  return checkInside(tab, place);
}

/** A range of the API that has all its sides. */
export function closedPlace(sheetId: number, box: Required<Box>): Place {
  const { startRowIndex: row, startColumnIndex: column } = box;
  return { sheetId, row, column, height: box.endRowIndex - row, width: box.endColumnIndex - column };
}

/** Reads A1 or R1C1 without a title. @throws Exception in Google's words */
export function readCells(tab: Tab, text: string): Place {
  const box = parseCells(text);
  if (box === undefined) throw new Exception('Range not found');
  return placeOf(tab, box);
}

/** @throws Exception in Google's words for a place that is not on the grid */
export function checkInside(tab: Tab, place: Place): Place {
  const { row, column, height, width } = place;
  if (row < 0) throw new Exception('The starting row of the range is too small.');
  if (column < 0) throw new Exception('The starting column of the range is too small.');
  if (height < 1) throw new Exception('The number of rows in the range must be at least 1.');
  if (width < 1) throw new Exception('The number of columns in the range must be at least 1.');
  if (row + height > tab.rowCount || column + width > tab.columnCount)
    throw new Exception('The coordinates of the range are outside the dimensions of the sheet.');
  return place;
}

export function contains(outer: Box, { row, column, height, width }: Place): boolean {
  return (
    (outer.startRowIndex ?? 0) <= row &&
    (outer.endRowIndex ?? Infinity) >= row + height &&
    (outer.startColumnIndex ?? 0) <= column &&
    (outer.endColumnIndex ?? Infinity) >= column + width
  );
}

export function overlaps(a: Box, { row, column, height, width }: Place): boolean {
  return (
    (a.startRowIndex ?? 0) < row + height &&
    (a.endRowIndex ?? Infinity) > row &&
    (a.startColumnIndex ?? 0) < column + width &&
    (a.endColumnIndex ?? Infinity) > column
  );
}
