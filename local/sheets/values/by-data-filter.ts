import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet, openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import type { DateTimeRender, ValueRender } from '../cells/shown.ts';
import { matchPlaces } from '../metadata/match.ts';
import { each, message } from '../wire/messages/message.ts';
import { dataFilter } from '../wire/messages/metadata.ts';
import { DIMENSION } from '../wire/messages/ranges.ts';
import { DATE_TIME_RENDER, VALUE_INPUT, VALUE_RENDER } from '../wire/messages/values.ts';
import { readMessage } from '../wire/shape.ts';
import { inData, totals } from './batch-update.ts';
import { clearPlace } from './clear.ts';
import { readMajor, readValues } from './read-values.ts';
import { readInput } from './update.ts';
import { describeWrite, writeValues } from './write-values.ts';

const GET = message('BatchGetValuesByDataFilterRequest', {
  dataFilters: each(dataFilter),
  majorDimension: DIMENSION,
  valueRenderOption: VALUE_RENDER,
  dateTimeRenderOption: DATE_TIME_RENDER,
});

/** POST /v4/spreadsheets/{id}/values:batchGetByDataFilter: how a column is read wherever it was moved. */
export function batchGetValuesByDataFilter(call: Call): api.Schema$BatchGetValuesByDataFilterResponse {
  call.query.allow();
  const request = readMessage<api.Schema$BatchGetValuesByDataFilterRequest>(GET, call.body);
  const { book } = openSpreadsheet(call, call.params[0]!);
  const rendering = {
    value: (request.valueRenderOption ?? 'FORMATTED_VALUE') as ValueRender,
    dateTime: (request.dateTimeRenderOption ?? 'SERIAL_NUMBER') as DateTimeRender,
    byColumns: readMajor(request.majorDimension) === 'COLUMNS',
  };
  const valueRanges = (request.dataFilters ?? []).flatMap((filter) =>
    matchPlaces(book, filter).map((place) => ({
      valueRange: readValues(book, place, rendering),
      dataFilters: [filter],
    })),
  );
  return { spreadsheetId: book.id, ...(valueRanges.length > 0 && { valueRanges }) };
}

const UPDATE = message('BatchUpdateValuesByDataFilterRequest', {
  valueInputOption: VALUE_INPUT,
  data: each(
    message('DataFilterValueRange', { dataFilter, majorDimension: DIMENSION, values: each('list') }),
  ),
});

/** POST /v4/spreadsheets/{id}/values:batchUpdateByDataFilter */
export function batchUpdateValuesByDataFilter(call: Call): api.Schema$BatchUpdateValuesByDataFilterResponse {
  call.query.allow();
  const request = readMessage<api.Schema$BatchUpdateValuesByDataFilterRequest>(UPDATE, call.body);
  const input = readInput(request.valueInputOption);
  const id = call.params[0]!;
  return editSpreadsheet(call, id, (book, guard) => {
    const written = (request.data ?? []).flatMap((data, index) =>
      matchPlaces(book, data.dataFilter ?? {}).map((place) =>
        inData(index, () => {
          const byColumns = readMajor(data.majorDimension) === 'COLUMNS';
          const one = writeValues(book, guard, place, data.values ?? [], { input, byColumns });
          return { ...one, filter: data.dataFilter! };
        }),
      ),
    );
    const responses = written.map(({ filter, ...one }) => {
      const { spreadsheetId: _, ...answer } = describeWrite(id, one);
      return { ...answer, dataFilter: filter };
    });
    return { spreadsheetId: id, ...totals(written), ...(responses.length > 0 && { responses }) };
  });
}

const CLEAR = message('BatchClearValuesByDataFilterRequest', { dataFilters: each(dataFilter) });

/** POST /v4/spreadsheets/{id}/values:batchClearByDataFilter */
export function batchClearValuesByDataFilter(call: Call): api.Schema$BatchClearValuesByDataFilterResponse {
  call.query.allow();
  const { dataFilters = [] } = readMessage<api.Schema$BatchClearValuesByDataFilterRequest>(CLEAR, call.body);
  const id = call.params[0]!;
  return editSpreadsheet(call, id, (book, guard) => ({
    spreadsheetId: id,
    clearedRanges: dataFilters.flatMap((filter) =>
      matchPlaces(book, filter).map((place) => clearPlace(guard, place)),
    ),
  }));
}
