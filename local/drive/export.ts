import { type Call, PlainAnswer } from '../sheets/call.ts';
import { Spreadsheet } from '../sheets/model/spreadsheet.ts';
import { readValues } from '../sheets/values/read-values.ts';
import { invalid, unsupported } from '../sheets/wire/errors.ts';
import { openFile } from './open-file.ts';

/** GET /drive/v3/files/{id}/export: the first sheet as CSV. */
export function exportFile(call: Call): PlainAnswer {
  call.query.allow('mimeType');
  const file = openFile(call, call.params[0]!, 'reader');
  if (file.spreadsheet === null) throw invalid('Export only supports Docs Editors files.');
  const mimeType = call.query.text('mimeType');
  if (mimeType !== 'text/csv') throw unsupported(`exporting to "${mimeType ?? ''}"`);
  const book = new Spreadsheet(file.meta.id, file.spreadsheet);
  const rendering = { value: 'FORMATTED_VALUE', dateTime: 'SERIAL_NUMBER', byColumns: false } as const;
  const values = readValues(book, { sheet: book.sheets[0]!, box: {} }, rendering).values ?? [];
  const width = Math.max(0, ...values.map((row) => row.length));
  const lines = values.map((row) =>
    Array.from({ length: width }, (_, i) => quote(String(row[i] ?? ''))).join(','),
  );
  return new PlainAnswer(200, 'text/csv', lines.join('\r\n'));
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
