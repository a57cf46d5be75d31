import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { editDimension } from '../model/edit-dimension.ts';
import type { Sheet } from '../model/sheet.ts';
import { type Box, printRange } from '../wire/a1.ts';
import { valueRange } from '../wire/messages/values.ts';
import { readMessage } from '../wire/shape.ts';
import { badEnum, readMajor, readRendering, readValues } from './read-values.ts';
import { readInput } from './update.ts';
import { describeWrite, grow, writeValues } from './write-values.ts';

/** POST /v4/spreadsheets/{id}/values/{range}:append */
export function appendValues(call: Call): api.Schema$AppendValuesResponse {
  call.query.allow(
    ...['valueInputOption', 'insertDataOption', 'includeValuesInResponse'],
    ...['responseValueRenderOption', 'responseDateTimeRenderOption'],
  );
  const [id, range] = call.params as [string, string];
  const body = readMessage<api.Schema$ValueRange>(valueRange, call.body, 'data');
  const input = readInput(call.query.text('valueInputOption'));
  const insert = readInsert(call.query.text('insertDataOption'));
  const byColumns = readMajor(body.majorDimension) === 'COLUMNS';
  return editSpreadsheet(call, id, (book, guard) => {
    const { sheet, box } = book.parseRange(range);
    const table = lastTable(sheet, sheet.resolve(box, { clip: true }));
    const row = table ? table.endRowIndex : (box.startRowIndex ?? 0);
    const column = table ? table.startColumnIndex : (box.startColumnIndex ?? 0);
    const values = body.values ?? [];
    const height = byColumns ? Math.max(0, ...values.map((one) => one.length)) : values.length;
    if (insert && table && row < sheet.rowCount && height > 0)
      editDimension(
        book,
        sheet,
        'ROWS',
        { kind: 'insert', at: row, count: height },
        { inheritFromBefore: true },
      );
    grow(sheet, row + Math.max(1, height), column + 1);
    const start = {
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: column,
      endColumnIndex: column + 1,
    };
    const written = writeValues(book, guard, { sheet, box: start }, values, { input, byColumns });
    const rendering = { ...readRendering(call, 'response'), byColumns };
    return {
      spreadsheetId: id,
      ...(table && { tableRange: printRange(sheet.title, table) }),
      updates: {
        ...describeWrite(id, written),
        ...(call.query.flag('includeValuesInResponse') && {
          updatedData: readValues(book, written, rendering),
        }),
      },
    };
  });
}

function readInsert(given: string | undefined): boolean {
  if (!given || given === 'OVERWRITE') return false;
  if (given === 'INSERT_ROWS') return true;
  throw badEnum('insertDataOption', 'InsertDataOption', given);
}

/**
 * The table that an append extends: the region around the last value inside the range. A region grows while the
 * lines next to it, corners included, hold a value; it may reach beyond the range.
 */
function lastTable(sheet: Sheet, within: Required<Box>): Required<Box> | undefined {
  const last = lastValue(sheet, within);
  if (last === undefined) return undefined;
  let [top, left] = last;
  let [bottom, right] = last;
  for (let grown = true; grown; ) {
    grown = false;
    if (top > 0 && anyValue(sheet, top - 1, top - 1, left - 1, right + 1)) [top, grown] = [top - 1, true];
    if (anyValue(sheet, bottom + 1, bottom + 1, left - 1, right + 1)) [bottom, grown] = [bottom + 1, true];
    if (left > 0 && anyValue(sheet, top - 1, bottom + 1, left - 1, left - 1))
      [left, grown] = [left - 1, true];
    if (anyValue(sheet, top - 1, bottom + 1, right + 1, right + 1)) [right, grown] = [right + 1, true];
  }
  return { startRowIndex: top, endRowIndex: bottom + 1, startColumnIndex: left, endColumnIndex: right + 1 };
}

function lastValue(sheet: Sheet, box: Required<Box>): [row: number, column: number] | undefined {
  for (let r = Math.min(box.endRowIndex, sheet.state.rows.length) - 1; r >= box.startRowIndex; r--)
    for (
      let c = Math.min(box.endColumnIndex, sheet.state.rows[r]!.length) - 1;
      c >= box.startColumnIndex;
      c--
    )
      if (sheet.cell(r, c)?.userEnteredValue) return [r, c];
  return undefined;
}

function anyValue(sheet: Sheet, top: number, bottom: number, left: number, right: number): boolean {
  for (let r = Math.max(0, top); r <= bottom; r++)
    for (let c = Math.max(0, left); c <= right; c++) if (sheet.cell(r, c)?.userEnteredValue) return true;
  return false;
}
