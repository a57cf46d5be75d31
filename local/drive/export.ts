import { type Call, PlainAnswer } from '../sheets/call.ts';
import { Spreadsheet } from '../sheets/model/spreadsheet.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';
import { asCsv } from './delimited.ts';
import { openFile } from './open-file.ts';

/** GET /drive/v3/files/{id}/export: the first sheet as CSV. */
export function exportFile(call: Call): PlainAnswer {
  call.query.allow('mimeType');
  const file = openFile(call, call.params[0]!, 'reader');
  if (file.spreadsheet === null) throw invalid('Export only supports Docs Editors files.');
  const mimeType = call.query.text('mimeType');
  if (mimeType !== 'text/csv') throw unsupported(`exporting to "${mimeType ?? ''}"`);
  const book = new Spreadsheet(file.meta.id, file.spreadsheet);
  return new PlainAnswer(200, 'text/csv', asCsv(book, book.sheets[0]!));
}
