import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { ownerOf } from '../../drive/access.ts';
import { Guard, openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { matchPlaces } from '../metadata/match.ts';
import { maskReaches } from '../wire/mask.ts';
import { each, message } from '../wire/messages/message.ts';
import { dataFilter } from '../wire/messages/metadata.ts';
import { readMessage } from '../wire/shape.ts';
import { describeSpreadsheet } from './describe.ts';

const REQUEST = message('GetSpreadsheetByDataFilterRequest', {
  dataFilters: each(dataFilter),
  includeGridData: 'bool',
});

/** POST /v4/spreadsheets/{id}:getByDataFilter */
export function getSpreadsheetByDataFilter(call: Call): api.Schema$Spreadsheet {
  call.query.allow();
  const request = readMessage<api.Schema$GetSpreadsheetByDataFilterRequest>(REQUEST, call.body);
  const { book, file } = openSpreadsheet(call, call.params[0]!);
  const mask = call.fields ?? true;
  const filters = request.dataFilters ?? [];
  return describeSpreadsheet(book, {
    origin: call.origin,
    guard: new Guard(call.caller, ownerOf(file)),
    mask,
    places: filters.length > 0 ? filters.flatMap((filter) => matchPlaces(book, filter)) : undefined,
    grid: call.fields ? maskReaches(mask, 'sheets', 'data') : (request.includeGridData ?? false),
  });
}
