import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { each, message } from '../wire/messages/message.ts';
import { readMessage } from '../wire/shape.ts';
import { clearPlace } from './clear.ts';

const REQUEST = message('BatchClearValuesRequest', { ranges: each('string') });

/** POST /v4/spreadsheets/{id}/values:batchClear */
export function batchClearValues(call: Call): api.Schema$BatchClearValuesResponse {
  call.query.allow();
  const { ranges = [] } = readMessage<{ ranges?: string[] }>(REQUEST, call.body);
  const id = call.params[0]!;
  return editSpreadsheet(call, id, (book, guard) => ({
    spreadsheetId: id,
    clearedRanges: ranges.map((range) => clearPlace(guard, book.parseRange(range))),
  }));
}
