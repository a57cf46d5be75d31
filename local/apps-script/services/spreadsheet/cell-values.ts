import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { DateTime } from 'luxon';
import { Exception, unsupported } from '../errors.ts';
import { gridRangeOf, type Place } from './place.ts';
import { enterValues, getBlock } from './sheets-api.ts';
import { structure } from './structure.ts';

/** What `getValues` gives: '' for an empty cell. */
export type CellValue = string | number | boolean | Date;

/** Every cell of a place, those that hold nothing as `{}`. One round trip. */
export function readGrid(label: string, place: Place, fields: string): api.Schema$CellData[][] {
  return readBlock(label, place, fields).cells;
}

export function readValues(label: string, place: Place): CellValue[][] {
  const { timeZone, cells } = readBlock(label, place, 'effectiveValue,userEnteredFormat(numberFormat)');
  return cells.map((row) => row.map((cell) => shownValue(cell, timeZone)));
}

function readBlock(
  label: string,
  place: Place,
  fields: string,
): { readonly timeZone: string; readonly cells: api.Schema$CellData[][] } {
  const mask = `properties.timeZone,sheets.data(rowData.values(${fields}))`;
  const { properties, sheets } = getBlock(label, gridRangeOf(place), mask);
  const rows = sheets?.[0]?.data?.[0]?.rowData ?? [];
  const cells = Array.from({ length: place.height }, (_, r) =>
    Array.from({ length: place.width }, (_, c) => rows[r]?.values?.[c] ?? {}),
  );
  return { timeZone: properties?.timeZone ?? 'Etc/GMT', cells };
}

const ERRORS: Readonly<Record<string, string>> = {
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};
const MOMENTS = new Set<string | null | undefined>(['DATE', 'TIME', 'DATE_TIME']);

function shownValue(
  { effectiveValue: value, userEnteredFormat: format }: api.Schema$CellData,
  zone: string,
): CellValue {
  if (!value) return '';
  if (typeof value.numberValue === 'number')
    return MOMENTS.has(format?.numberFormat?.type) ? fromSerial(value.numberValue, zone) : value.numberValue;
  if (value.errorValue) return ERRORS[value.errorValue.type ?? ''] ?? '#ERROR!';
  return value.boolValue ?? value.stringValue ?? '';
}

const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet, 1899-12-30. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

/** What the calendar and clock of the spreadsheet's zone showed, as a moment. */
function fromSerial(serial: number, zone: string): Date {
  const shown = DateTime.fromMillis(EPOCH_MS + Math.round(serial * DAY_MS), { zone: 'utc' });
  return new Date(shown.setZone(zone, { keepLocalTime: true }).toMillis());
}

/** Writes as if typed: a text that begins with = is a formula, `1/2` a date. @throws Exception for another shape */
export function writeValues(label: string, place: Place, values: unknown): void {
  const rows = checkShape(place, values);
  const typed = rows.map((row) => row.map((value) => typedText(value, () => structure(label).timeZone)));
  enterValues(label, gridRangeOf(place), typed);
}

function typedText(value: unknown, zoneOf: () => string): string | number | boolean {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (!(value instanceof Date) || Number.isNaN(value.getTime()))
    throw unsupported(
      `Range.setValues with ${typeof value === 'number' ? value : Object.prototype.toString.call(value)}`,
    );
  const at = DateTime.fromMillis(value.getTime(), { zone: zoneOf() });
  const isDay = at.toMillis() === at.startOf('day').toMillis();
  return at.toFormat(isDay ? 'yyyy-MM-dd' : 'yyyy-MM-dd HH:mm:ss');
}

/** @throws Exception in Google's words unless it is a list of as many lists as the place has rows and columns */
export function checkShape<T = unknown>({ height, width }: Place, values: unknown): T[][] {
  if (!Array.isArray(values) || !values.every((row) => Array.isArray(row)))
    throw new Exception('The values must be a two-dimensional array.');
  if (values.length !== height)
    throw new Exception(
      `The number of rows in the data does not match the number of rows in the range. The data has ${values.length} but the range has ${height}.`,
    );
  for (const row of values)
    if (row.length !== width)
      throw new Exception(
        `The number of columns in the data does not match the number of columns in the range. The data has ${row.length} but the range has ${width}.`,
      );
  return values as T[][];
}
