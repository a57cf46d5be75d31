import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet, type Guard } from '../access.ts';
import type { Call } from '../call.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { KINDS } from '../requests/kinds.ts';
import { ApiError, badField, invalid, unsupported } from '../wire/errors.ts';
import { maskReaches } from '../wire/mask.ts';
import { each, message } from '../wire/messages/message.ts';
import { own, readMessage } from '../wire/shape.ts';
import { describeSpreadsheet } from './describe.ts';

const REQUEST = message('BatchUpdateSpreadsheetRequest', {
  requests: each('struct'),
  includeSpreadsheetInResponse: 'bool',
  responseRanges: each('string'),
  responseIncludeGridData: 'bool',
});

/** POST /v4/spreadsheets/{id}:batchUpdate: all requests in order, or none. */
export function batchUpdateSpreadsheet(call: Call): api.Schema$BatchUpdateSpreadsheetResponse {
  call.query.allow();
  const id = call.params[0]!;
  const request = readMessage<api.Schema$BatchUpdateSpreadsheetRequest>(REQUEST, call.body);
  const parsed = (request.requests ?? []).map(readRequest);
  return editSpreadsheet(call, id, (book, guard) => {
    if (parsed.length === 0) throw invalid('Must specify at least one request.');
    const replies = parsed.map((one, index) => runRequest(call, book, guard, one, index));
    const updatedSpreadsheet = request.includeSpreadsheetInResponse
      ? describeUpdated(call, book, guard, request)
      : undefined;
    return { spreadsheetId: id, replies, ...(updatedSpreadsheet && { updatedSpreadsheet }) };
  });
}

interface Parsed {
  name: string;
  body: unknown;
}

/** Everything is read before anything runs, so that a request we do not know stops the whole batch. */
function readRequest(request: object, index: number): Parsed {
  const at = `requests[${index}]`;
  if (typeof request !== 'object' || request === null || Array.isArray(request)) {
    const type = 'type.googleapis.com/google.apps.sheets.v4.Request';
    throw badField(at, `Invalid value at '${at}' (${type}), ${JSON.stringify(request)}`);
  }
  const names = Object.keys(request).filter((name) => (request as Record<string, unknown>)[name] !== null);
  const [name] = names;
  if (name === undefined) throw invalid(`${at}: No request set.`);
  if (names.length > 1)
    throw badField(
      at,
      `Invalid value at '${at}' (oneof), oneof field 'kind' is already set. Cannot set '${names[1]}'`,
    );
  const kind = own(KINDS, name);
  if (kind === undefined) throw unsupported(`the request "${name}" (${at})`);
  return { name, body: readMessage(kind.shape, (request as Record<string, unknown>)[name], `${at}.${name}`) };
}

function runRequest(
  call: Call,
  book: Spreadsheet,
  guard: Guard,
  { name, body }: Parsed,
  index: number,
): object {
  try {
    const reply = KINDS[name]!.run({ book, guard, newId: call.newId }, body as never);
    return reply ? { [name]: reply } : {};
  } catch (error) {
    if (error instanceof ApiError && error.code === 400 && !error.details)
      throw invalid(`Invalid requests[${index}].${name}: ${error.message}`);
    throw error;
  }
}

function describeUpdated(
  call: Call,
  book: Spreadsheet,
  guard: Guard,
  request: api.Schema$BatchUpdateSpreadsheetRequest,
): api.Schema$Spreadsheet {
  const mask =
    call.fields === undefined || call.fields === true ? true : (call.fields.updatedSpreadsheet ?? {});
  const grid =
    call.fields === undefined
      ? (request.responseIncludeGridData ?? false)
      : maskReaches(mask, 'sheets', 'data');
  const places = request.responseRanges?.map((range) => book.parseRange(range));
  return describeSpreadsheet(book, { origin: call.origin, guard, mask, places, grid });
}
