import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import type { DateTimeRender, ValueRender } from '../cells/shown.ts';
import { ApiError, invalid } from '../wire/errors.ts';
import { each, message } from '../wire/messages/message.ts';
import { DATE_TIME_RENDER, VALUE_INPUT, VALUE_RENDER, valueRange } from '../wire/messages/values.ts';
import { readMessage } from '../wire/shape.ts';
import { readMajor, readValues } from './read-values.ts';
import { readInput } from './update.ts';
import { describeWrite, type Written, writeValues } from './write-values.ts';

const REQUEST = message('BatchUpdateValuesRequest', {
  valueInputOption: VALUE_INPUT,
  data: each(valueRange),
  includeValuesInResponse: 'bool',
  responseValueRenderOption: VALUE_RENDER,
  responseDateTimeRenderOption: DATE_TIME_RENDER,
});

/** POST /v4/spreadsheets/{id}/values:batchUpdate */
export function batchUpdateValues(call: Call): api.Schema$BatchUpdateValuesResponse {
  call.query.allow();
  const request = readMessage<api.Schema$BatchUpdateValuesRequest>(REQUEST, call.body);
  const input = readInput(request.valueInputOption);
  const id = call.params[0]!;
  return editSpreadsheet(call, id, (book, guard) => {
    const written = (request.data ?? []).map((data, index) =>
      inData(index, () => {
        const byColumns = readMajor(data.majorDimension) === 'COLUMNS';
        const place = book.parseRange(data.range ?? '');
        return { byColumns, ...writeValues(book, guard, place, data.values ?? [], { input, byColumns }) };
      }),
    );
    const responses = written.map((one) => ({
      ...describeWrite(id, one),
      ...(request.includeValuesInResponse && {
        updatedData: readValues(book, one, {
          value: (request.responseValueRenderOption ?? 'FORMATTED_VALUE') as ValueRender,
          dateTime: (request.responseDateTimeRenderOption ?? 'SERIAL_NUMBER') as DateTimeRender,
          byColumns: one.byColumns,
        }),
      }),
    }));
    return { spreadsheetId: id, ...totals(written), ...(responses.length > 0 && { responses }) };
  });
}

/** Totals count each row and column of a sheet once, however many ranges touch it. */
export function totals(written: Written[]) {
  const distinct = (of: (one: Written) => Set<number>) =>
    new Set(written.flatMap((one) => [...of(one)].map((index) => `${one.sheet.id}:${index}`))).size;
  const cells = written.reduce((sum, one) => sum + one.cells, 0);
  if (cells === 0) return {};
  return {
    totalUpdatedRows: distinct(({ rows }) => rows),
    totalUpdatedColumns: distinct(({ columns }) => columns),
    totalUpdatedCells: cells,
    totalUpdatedSheets: new Set(written.filter((one) => one.cells > 0).map(({ sheet }) => sheet.id)).size,
  };
}

/** Names the range that a problem lies in, as Google does: `Invalid data[1]: …`. */
export function inData<T>(index: number, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof ApiError && error.code === 400 && !error.details)
      throw invalid(`Invalid data[${index}]: ${error.message}`);
    throw error;
  }
}
