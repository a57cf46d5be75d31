import { openSpreadsheet } from '../sheets/access.ts';
import { type Call, PlainAnswer } from '../sheets/call.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';
import { asCsv, asTsv } from './delimited.ts';

/**
 * GET /spreadsheets/d/{id}/export: the address beside a spreadsheet's own that its pages and many clients download
 * from. Any one sheet, by its `gid`, as CSV or TSV; the first when none is named.
 */
export function downloadSheet(call: Call): PlainAnswer {
  call.query.allow('format', 'gid', 'id');
  const { book } = openSpreadsheet(call, call.params[0]!);
  const gid = call.query.text('gid');
  const sheet = gid === undefined ? book.sheets[0] : book.sheetById(Number(gid));
  if (sheet === undefined) throw invalid(`No sheet with id: ${gid}`);
  const format = call.query.text('format');
  if (format === 'csv') return new PlainAnswer(200, 'text/csv', asCsv(book, sheet));
  if (format === 'tsv') return new PlainAnswer(200, 'text/tab-separated-values', asTsv(book, sheet));
  throw unsupported(`downloading as "${format ?? ''}"`);
}
