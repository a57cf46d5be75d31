import { CsvError, parse } from 'csv-parse/sync';
import { cleanText } from '../../domain/form/text.ts';
import type { Issues } from '../issues.ts';

/** A table out of a CSV file: cells by header, all texts in NFC, blank cells left out. */
export interface Table {
  readonly file: string;
  readonly headers: readonly string[];
  readonly rows: readonly TableRow[];
  /** False when something could not be read: then what is missing here proves nothing elsewhere. */
  readonly complete: boolean;
}

export interface TableRow {
  /** As a spreadsheet numbers it: the header is 1. */
  readonly row: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface TableShape {
  readonly required: readonly string[];
  readonly known: readonly string[];
  /** Where a comma may be the decimal mark, in files that are not separated by commas. */
  readonly numbers?: readonly string[];
  /** Any other column is kept when true, else an issue. */
  readonly keepsOthers?: boolean;
  /** Other spellings of a known header, in lower case. */
  readonly aliases?: Readonly<Record<string, string>>;
}

/**
 * Reads a CSV file: UTF-8 with or without BOM; LF, CRLF or CR; comma, semicolon or tab; quoted cells may hold
 * line breaks. Columns come in any order; those named `provenance…` or `_…` are notes and are skipped.
 */
export function readTable(file: string, text: string, shape: TableShape, issues: Issues): Table {
  const delimiter = delimiterOf(text);
  const records = readRecords(file, text, delimiter, issues);
  if (records === undefined || records.length === 0) {
    if (records) for (const header of shape.required) issues.add(columnMissing(file, header));
    return { file, headers: [], rows: [], complete: false };
  }
  const headers = records[0]!.map((header) => canonicalHeader(cleanText(header), shape));
  const complete = checkHeaders(file, headers, shape, issues);
  const commaIsDecimal = delimiter !== ',';
  const kept = headers.filter(
    (header) => shape.known.includes(header) || (shape.keepsOthers && header !== '' && !isNote(header)),
  );
  const rows: TableRow[] = [];
  records.forEach((record, index) => {
    if (index === 0 || record.every((cell) => cleanText(cell) === '')) return;
    if (record.slice(headers.length).some((cell) => cleanText(cell) !== ''))
      issues.add({ code: 'row_malformed', detail: 'too_many_cells', at: { file, row: index + 1 } });
    const cells: [string, string][] = [];
    headers.forEach((header, column) => {
      const cell = cleanText(record[column] ?? '');
      // Of a column that comes twice, which was told, the first one counts.
      if (cell === '' || !kept.includes(header) || headers.indexOf(header) < column) return;
      const decimal = commaIsDecimal && shape.numbers?.includes(header);
      cells.push([header, decimal ? cell.replace(/^([+-]?\d+),(\d+)$/, '$1.$2') : cell]);
    });
    rows.push({ row: index + 1, cells: Object.fromEntries(cells) });
  });
  return { file, headers: kept, rows, complete };
}

/** Columns and fields that say where something comes from, for people. */
export function isNote(name: string): boolean {
  return name.startsWith('_') || name.toLowerCase().startsWith('provenance');
}

/** The delimiter that stands most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const counts = new Map([',', ';', '\t'].map((delimiter) => [delimiter, 0]));
  let isQuoted = false;
  for (const character of text) {
    if (character === '"') isQuoted = !isQuoted;
    if (isQuoted) continue;
    if (character === '\n' || character === '\r') break;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
  }
  const most = Math.max(...counts.values());
  return [...counts].find(([, count]) => count === most)![0];
}

function readRecords(file: string, text: string, delimiter: string, issues: Issues): string[][] | undefined {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = { file, row: Number(error.records ?? 0) + 1 };
    if (error.code === 'CSV_QUOTE_NOT_CLOSED')
      issues.add({ code: 'file_unreadable', detail: 'unclosed_quote', at });
    else issues.add({ code: 'row_malformed', detail: 'misplaced_quote', at });
    return undefined;
  }
}

/** `name` is `name_vi` where only the latter is known. */
function canonicalHeader(header: string, { known, aliases = {} }: TableShape): string {
  const level = header.toLowerCase().replace(/\s+/g, ' ');
  const alias = Object.hasOwn(aliases, level) ? aliases[level] : undefined;
  return (
    known.find((name) => name === level) ?? alias ?? known.find((name) => name === `${level}_vi`) ?? header
  );
}

function checkHeaders(file: string, headers: readonly string[], shape: TableShape, issues: Issues): boolean {
  let complete = true;
  headers.forEach((header, column) => {
    if (header === '' || isNote(header)) return;
    if (headers.indexOf(header) < column)
      issues.add({ code: 'column_repeated', header, at: { file, row: 1, column: header } });
    else if (!shape.known.includes(header) && !shape.keepsOthers)
      issues.add({ code: 'field_unknown', field: header, at: { file, row: 1, column: header } });
  });
  for (const header of shape.required) {
    if (headers.includes(header)) continue;
    issues.add(columnMissing(file, header));
    complete = false;
  }
  return complete;
}

function columnMissing(file: string, header: string) {
  return { code: 'column_missing', header, at: { file, row: 1 } } as const;
}
