import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Guard } from '../access.ts';
import { type Entered, readEntered } from '../cells/entered.ts';
import { compileFormula } from '../cells/formula.ts';
import { type Locale, localeOf } from '../cells/locale.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Place, Spreadsheet } from '../model/spreadsheet.ts';
import { type Box, columnName, printRange } from '../wire/a1.ts';
import { invalid, unsupported } from '../wire/errors.ts';

export type ValueInput = 'RAW' | 'USER_ENTERED';
/** A written cell: '' and false are values, null leaves the cell alone. */
type Given = string | number | boolean | null | undefined;

/** What a write did; `rows` and `columns` are the indexes that got a value, for totals over several ranges. */
export interface Written {
  sheet: Sheet;
  box: Required<Box>;
  rows: Set<number>;
  columns: Set<number>;
  cells: number;
}

/** Writes values into a range. The grid grows when an open range or a single cell is given more than fits. */
export function writeValues(
  book: Spreadsheet,
  guard: Guard,
  { sheet, box }: Place,
  values: unknown[][],
  options: { input: ValueInput; byColumns: boolean },
): Written {
  const rows = options.byColumns ? transpose(values) : (values as Given[][]);
  const width = Math.max(0, ...rows.map(lastGiven));
  const height = rows.reduce((last, row, i) => (lastGiven(row) > 0 ? i + 1 : last), 0);
  const start = sheet.resolve(box, { clip: true });
  const { startRowIndex: top, startColumnIndex: left } = start;
  if (!isCell(box)) checkWithin(sheet, box, { top, left, height, width });
  const target = {
    startRowIndex: top,
    endRowIndex: top + Math.max(height, 1),
    startColumnIndex: left,
    endColumnIndex: left + Math.max(width, 1),
  };
  if (height > 0) guard.touch(sheet, target);
  grow(sheet, target.endRowIndex, target.endColumnIndex);
  const locale = localeOf(book.properties.locale);
  const written: Written = { sheet, box: target, rows: new Set(), columns: new Set(), cells: 0 };
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      if (value === null || value === undefined) return;
      enter(sheet, top + r, left + c, checkValue(value, r, c), options.input, locale);
      written.rows.add(top + r);
      written.columns.add(left + c);
      written.cells++;
    });
  });
  return written;
}

/** The answer's words for a write. */
export function describeWrite(spreadsheetId: string, written: Written): api.Schema$UpdateValuesResponse {
  const { sheet, box, rows, columns, cells } = written;
  return {
    spreadsheetId,
    updatedRange: printRange(sheet.title, box),
    ...(cells > 0 && { updatedRows: rows.size, updatedColumns: columns.size, updatedCells: cells }),
  };
}

/** Puts one value into a cell, as typed or as it is. What is not the value stays: format, note, validation. */
function enter(
  sheet: Sheet,
  row: number,
  column: number,
  given: string | number | boolean,
  input: ValueInput,
  locale: Locale,
): void {
  const format = sheet.cell(row, column)?.userEnteredFormat;
  const entered =
    given === '' ? {} : asEntered(given, format?.numberFormat?.type === 'TEXT' ? 'RAW' : input, locale);
  if (entered.value?.formulaValue) checkFormula(entered.value.formulaValue);
  sheet.patchCell(row, column, { userEnteredValue: entered.value, textFormatRuns: undefined });
  if (entered.format && !format?.numberFormat)
    sheet.patchCell(row, column, { userEnteredFormat: { ...format, numberFormat: entered.format } });
}

function asEntered(given: string | number | boolean, input: ValueInput, locale: Locale): Partial<Entered> {
  if (typeof given === 'number') return { value: { numberValue: given } };
  if (typeof given === 'boolean') return { value: { boolValue: given } };
  return input === 'RAW' ? { value: { stringValue: given } } : readEntered(given, locale);
}

/** @throws ApiError 501 for a formula that the engine cannot evaluate */
export function checkFormula(formula: string): void {
  if (compileFormula(formula) === undefined) throw unsupported(`the formula "${formula}"`);
}

export function grow(sheet: Sheet, rows: number, columns: number): void {
  if (rows > sheet.rowCount || columns > sheet.columnCount)
    sheet.setGrid(Math.max(rows, sheet.rowCount), Math.max(columns, sheet.columnCount));
}

const lastGiven = (row: Given[]) => row.findLastIndex((value) => value !== null && value !== undefined) + 1;

const isCell = (box: Box) =>
  box.endRowIndex === (box.startRowIndex ?? 0) + 1 && box.endColumnIndex === (box.startColumnIndex ?? 0) + 1;

function transpose(columns: unknown[][]): Given[][] {
  const height = Math.max(0, ...columns.map((column) => column.length));
  return Array.from({ length: height }, (_, r) => columns.map((column) => column[r] as Given));
}

function checkWithin(
  sheet: Sheet,
  box: Box,
  size: { top: number; left: number; height: number; width: number },
) {
  const { top, left, height, width } = size;
  const within = `Requested writing within range [${printRange(sheet.title, sheet.resolve(box, { clip: true }))}]`;
  if (box.endRowIndex !== undefined && top + height > box.endRowIndex)
    throw invalid(`${within}, but tried writing to row [${box.endRowIndex + 1}]`);
  if (box.endColumnIndex !== undefined && left + width > box.endColumnIndex)
    throw invalid(`${within}, but tried writing to column [${columnName(box.endColumnIndex)}]`);
}

function checkValue(value: unknown, row: number, column: number): string | number | boolean {
  if (typeof value === 'object') {
    const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
    throw invalid(`Invalid values[${row}][${column}]: ${kind} ${JSON.stringify(value)}`);
  }
  if (typeof value === 'string' && value.length > 50_000)
    throw invalid('Your input contains more than the maximum of 50000 characters in a single cell.');
  return value as string | number | boolean;
}
