import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Call } from '../call.ts';
import { type DateTimeRender, Shown, type ValueRender } from '../cells/shown.ts';
import type { Place, Spreadsheet } from '../model/spreadsheet.ts';
import { printRange } from '../wire/a1.ts';
import { badField } from '../wire/errors.ts';

export interface Rendering {
  value: ValueRender;
  dateTime: DateTimeRender;
  byColumns: boolean;
}

/** The values of a range, trailing empties left out; no `values` when there are none. */
export function readValues(
  book: Spreadsheet,
  { sheet, box }: Place,
  rendering: Rendering,
): api.Schema$ValueRange {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = sheet.resolve(box, { clip: true });
  const shown = new Shown(book);
  const rows: unknown[][] = [];
  for (let r = startRowIndex; r < Math.min(endRowIndex, sheet.state.rows.length); r++) {
    const cells = sheet.state.rows[r]!;
    const row: unknown[] = [];
    for (let c = startColumnIndex; c < Math.min(endColumnIndex, cells.length); c++) {
      if (!cells[c]?.userEnteredValue) continue;
      while (row.length < c - startColumnIndex) row.push('');
      row.push(shown.render(sheet, cells[c] ?? undefined, rendering.value, rendering.dateTime));
    }
    rows.push(row);
  }
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  const values = rendering.byColumns ? columnsOf(rows) : rows;
  return {
    range: printRange(sheet.title, { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex }),
    majorDimension: rendering.byColumns ? 'COLUMNS' : 'ROWS',
    ...(values.length > 0 && { values: values as unknown[][] }),
  };
}

function columnsOf(rows: unknown[][]): unknown[][] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, c) => {
    const last = rows.findLastIndex((row) => row.length > c && row[c] !== '');
    return rows.slice(0, last + 1).map((row) => row[c] ?? '');
  });
}

const VALUE_RENDERS = ['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'];
const DATE_TIME_RENDERS = ['SERIAL_NUMBER', 'FORMATTED_STRING'];

/** How to render, from the query: `valueRenderOption`, `dateTimeRenderOption`, `majorDimension`. */
export function readRendering(call: Call, prefix: '' | 'response' = ''): Rendering {
  const name = (option: string) => (prefix ? prefix + option[0]!.toUpperCase() + option.slice(1) : option);
  const choose = (option: string, choices: string[], type: string) => {
    const given = call.query.text(name(option));
    if (given === undefined || given === '') return choices[0]!;
    if (choices.includes(given)) return given;
    throw badEnum(name(option), type, given);
  };
  return {
    value: choose('valueRenderOption', VALUE_RENDERS, 'ValueRenderOption') as ValueRender,
    dateTime: choose('dateTimeRenderOption', DATE_TIME_RENDERS, 'DateTimeRenderOption') as DateTimeRender,
    byColumns: prefix === '' && readMajor(call.query.text('majorDimension')) === 'COLUMNS',
  };
}

export function readMajor(given: string | null | undefined): 'ROWS' | 'COLUMNS' {
  if (!given || given === 'DIMENSION_UNSPECIFIED' || given === 'ROWS') return 'ROWS';
  if (given === 'COLUMNS') return given;
  throw badEnum('majorDimension', 'Dimension', given);
}

export function badEnum(option: string, type: string, given: string) {
  const field = option.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return badField(
    field,
    `Invalid value at '${field}' (type.googleapis.com/google.apps.sheets.v4.${type}), "${given}"`,
  );
}
