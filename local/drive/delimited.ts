import type { Sheet } from '../sheets/model/sheet.ts';
import type { Spreadsheet } from '../sheets/model/spreadsheet.ts';
import { readValues } from '../sheets/values/read-values.ts';

/** A sheet as comma separated text: what its cells show, every line as wide as the widest. */
export const asCsv = (book: Spreadsheet, sheet: Sheet): string => delimited(book, sheet, ',', quote);

/** A sheet as tab separated text, which knows no quotes: what would break a line or a cell becomes a space. */
export const asTsv = (book: Spreadsheet, sheet: Sheet): string =>
  delimited(book, sheet, '\t', (text) => text.replace(/[\t\r\n]+/g, ' '));

function delimited(
  book: Spreadsheet,
  sheet: Sheet,
  separator: string,
  print: (text: string) => string,
): string {
  const rendering = { value: 'FORMATTED_VALUE', dateTime: 'SERIAL_NUMBER', byColumns: false } as const;
  const values = readValues(book, { sheet, box: {} }, rendering).values ?? [];
  const width = Math.max(0, ...values.map((row) => row.length));
  const lines = values.map((row) =>
    Array.from({ length: width }, (_, i) => print(String(row[i] ?? ''))).join(separator),
  );
  return lines.join('\r\n');
}

const quote = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
