import { openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { readRendering, readValues } from './read-values.ts';

/** GET /v4/spreadsheets/{id}/values:batchGet */
export function batchGetValues(call: Call) {
  call.query.allow('ranges', 'majorDimension', 'valueRenderOption', 'dateTimeRenderOption');
  const { book } = openSpreadsheet(call, call.params[0]!);
  const rendering = readRendering(call);
  const valueRanges = call.query
    .all('ranges')
    .map((range) => readValues(book, book.parseRange(range), rendering));
  return { spreadsheetId: book.id, ...(valueRanges.length > 0 && { valueRanges }) };
}
