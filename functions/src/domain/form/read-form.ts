import { AppError } from '../app-error.ts';
import type { At } from '../at.ts';
import type { Issue } from '../issue.ts';
import { type CellPosition, formatCellAddress, parseCellAddress } from './cell-address.ts';
import type { CellValue, FormCells, FormColumn, FormDeclaration } from './form.ts';
import { type CellValues, readCell } from './read-cell.ts';
import { isBlank, levelText } from './text.ts';

/** One cell of a form, typed by its column's kind, and where it stands. A blank is an absent `value`. */
export interface FormCell<Value> {
  readonly value?: Value;
  readonly at: At;
}

/** One row of a form: a cell for each column that is read. */
export type FormRow<Declaration extends FormDeclaration> = {
  readonly [Column in ReadColumn<Declaration['columns'][number]> as Column['key']]: FormCell<
    CellValues[Column['kind']]
  >;
};

export interface FormReading<Declaration extends FormDeclaration> {
  /** Rows with something in a column that is read, in their order. None when a header is missing or repeated. */
  readonly rows: readonly FormRow<Declaration>[];
  readonly issues: readonly Issue[];
  /** The form as a whole, for what is missing from it: its header's first cell. */
  readonly at: At;
}

/**
 * Read are the columns that people fill and the codes that say what a row is about. The other given columns are
 * for the eye: the functions wrote them, and whatever became of them in the sheet changes nothing.
 */
type ReadColumn<Column extends FormColumn> = Extract<
  Column,
  { readonly entry: 'filled' } | { readonly kind: 'code' }
>;

/** A title, notes and blank lines may stand above the header. */
const HEADER_WITHIN_ROWS = 50;

/**
 * Reads a block of cells by a form's declaration. Columns are found by their header's text, wherever it stands:
 * moved, between foreign columns, under a title. The issues are all of the form's own: headers, cells that are
 * not of their column's kind, too many rows.
 */
export function readForm<const Declaration extends FormDeclaration>(
  declaration: Declaration,
  cells: FormCells,
): FormReading<Declaration> {
  const origin = parseCellAddress(cells.origin);
  if (origin === undefined) throw new AppError('malformed', { why: 'cell_address', field: 'cells.origin' });
  const wanted = declaration.columns.filter(isRead);
  const headerRow = findHeaderRow(wanted, cells.values);
  const at = placed(origin, headerRow, 0);
  const { columns, issues } = findColumns(wanted, cells.values[headerRow] ?? [], origin, headerRow);
  if (issues.length > 0) return { rows: [], issues, at };

  const filled = filledRows(columns, cells.values, headerRow);
  const extra = filled[declaration.mostRows];
  if (extra !== undefined)
    return {
      rows: [],
      issues: [{ code: 'form_too_large', most: declaration.mostRows, at: placed(origin, extra, 0) }],
      at,
    };
  const rows = filled.map((row) => readRow(columns, cells.values[row]!, origin, row, issues));
  return { rows: rows as unknown as readonly FormRow<Declaration>[], issues, at };
}

/** The header's row as it is written into a new form. */
export function headerRow(declaration: FormDeclaration): readonly string[] {
  return declaration.columns.map((column) => column.header);
}

interface FoundColumn {
  readonly column: FormColumn;
  readonly index: number;
}

type Matrix = FormCells['values'];

function isRead(column: FormColumn): boolean {
  return column.entry === 'filled' || column.kind === 'code';
}

/** The row, among the first ones, with most of the headers; the topmost of several. */
function findHeaderRow(wanted: readonly FormColumn[], values: Matrix): number {
  const headers = new Set(wanted.map((column) => levelText(column.header)));
  let best = 0;
  let most = 0;
  for (const [row, line] of values.slice(0, HEADER_WITHIN_ROWS).entries()) {
    const found = new Set(line.map(headerOf).filter((header) => headers.has(header))).size;
    if (found > most) [best, most] = [row, found];
  }
  return best;
}

function findColumns(
  wanted: readonly FormColumn[],
  line: readonly CellValue[],
  origin: CellPosition,
  row: number,
): { readonly columns: readonly FoundColumn[]; readonly issues: Issue[] } {
  const headers = line.map(headerOf);
  const columns: FoundColumn[] = [];
  const issues: Issue[] = [];
  for (const column of wanted) {
    const { header } = column;
    const [index, ...again] = indexesOf(levelText(header), headers);
    if (index === undefined)
      issues.push({ code: 'header_missing', header, at: placed(origin, row, 0, header) });
    else columns.push({ column, index });
    for (const repeat of again)
      issues.push({ code: 'header_repeated', header, at: placed(origin, row, repeat, header) });
  }
  return { columns, issues };
}

/** Rows below the header with something in a column that is read. */
function filledRows(columns: readonly FoundColumn[], values: Matrix, header: number): readonly number[] {
  const rows: number[] = [];
  for (let row = header + 1; row < values.length; row += 1)
    if (columns.some(({ index }) => !isBlank(values[row]![index]))) rows.push(row);
  return rows;
}

function readRow(
  columns: readonly FoundColumn[],
  line: readonly CellValue[],
  origin: CellPosition,
  row: number,
  issues: Issue[],
): Readonly<Record<string, FormCell<unknown>>> {
  const cells: Record<string, FormCell<unknown>> = {};
  for (const { column, index } of columns) {
    const at = placed(origin, row, index, column.header);
    const value = readCell(column, line[index] ?? null, at, issues);
    cells[column.key] = value === undefined ? { at } : { value, at };
  }
  return cells;
}

function headerOf(value: CellValue): string {
  return typeof value === 'string' ? levelText(value) : '';
}

function indexesOf(header: string, headers: readonly string[]): readonly number[] {
  return headers.flatMap((candidate, index) => (candidate === header ? [index] : []));
}

function placed(origin: CellPosition, row: number, column: number, header?: string): At {
  const cell = formatCellAddress({ row: origin.row + row, column: origin.column + column });
  return header === undefined ? { cell } : { cell, column: header };
}
