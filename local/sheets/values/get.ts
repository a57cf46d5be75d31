import { openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { readRendering, readValues } from './read-values.ts';

/** GET /v4/spreadsheets/{id}/values/{range} */
export function getValues(call: Call) {
  call.query.allow('majorDimension', 'valueRenderOption', 'dateTimeRenderOption');
  const [id, range] = call.params as [string, string];
  const { book } = openSpreadsheet(call, id);
  return readValues(book, book.parseRange(range), readRendering(call));
}
