import type { Cell, Row } from '../model/state.ts';
import type { FileState } from './file-state.ts';
import type { Patch, RowsPatch } from './patch.ts';

/** One line of a journal: the first is a snapshot, the others are differences. */
export type Line = { revision: number; snapshot: FileState } | { revision: number; by: string; patch: Patch };

/**
 * A line as it is written. Most of a workbook is cells that look alike, so what they share (a format, a drop-down's
 * choices) stands once in `shared`, and a cell names it by its index; and cells that nobody wrote in stand once in
 * `blank`, and a row names them by theirs. Told apart by reference, not by content: cells that were dressed together
 * are one object, and share their parts with others (see requests/cell-parts.ts).
 */
export type PackedLine = Line & { readonly shared?: readonly object[]; readonly blank?: readonly Cell[] };

export function packLine(line: Line): PackedLine {
  const shared = new Table<object>();
  const blank = new Table<Cell>();
  const part = (value: object | undefined) => (value === undefined ? undefined : shared.indexOf(value));
  const pack = (cell: Cell): unknown => ({
    ...cell,
    userEnteredFormat: part(cell.userEnteredFormat),
    dataValidation: part(cell.dataValidation),
  });
  const packed = mapCells(line, (cell) =>
    cell.userEnteredValue === undefined ? blank.indexOf(cell) : pack(cell),
  );
  const blankCells = blank.all.map(pack) as Cell[];
  return {
    ...packed,
    ...(shared.all.length > 0 && { shared: shared.all }),
    ...(blankCells.length > 0 && { blank: blankCells }),
  };
}

/** The line, its cells sharing what they shared. Lines from before there was anything shared are as they were. */
export function unpackLine({ shared = [], blank = [], ...line }: PackedLine): Line {
  const part = (value: unknown) => (typeof value === 'number' ? shared[value] : value);
  const unpack = (cell: Cell): Cell => ({
    ...cell,
    ...(cell.userEnteredFormat !== undefined && { userEnteredFormat: part(cell.userEnteredFormat)! }),
    ...(cell.dataValidation !== undefined && { dataValidation: part(cell.dataValidation)! }),
  });
  const blankCells = blank.map(unpack);
  return mapCells(line as Line, (cell) => (typeof cell === 'number' ? blankCells[cell] : unpack(cell)));
}

/** Objects in the order in which they were first met. */
class Table<T extends object> {
  readonly all: T[] = [];
  readonly #indexes = new Map<T, number>();

  indexOf(value: T): number {
    const known = this.#indexes.get(value);
    if (known !== undefined) return known;
    this.#indexes.set(value, this.all.length);
    return this.all.push(value) - 1;
  }
}

/** What a cell is replaced by is, in between, not always a cell: an index is one in a packed line. */
function mapCells(line: Line, change: (cell: Cell) => unknown): Line {
  const row = (cells: Row): Row =>
    cells.map((cell) => (cell === undefined || cell === null ? cell : (change(cell) as Cell)));
  if ('snapshot' in line) {
    const { spreadsheet } = line.snapshot;
    if (spreadsheet === null) return line;
    const sheets = spreadsheet.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map(row) }));
    return { ...line, snapshot: { ...line.snapshot, spreadsheet: { ...spreadsheet, sheets } } };
  }
  const { spreadsheet } = line.patch;
  if (spreadsheet?.sheets === undefined) return line;
  const sheets = spreadsheet.sheets.map((sheet) => ({
    ...sheet,
    ...(sheet.rows && { rows: mapRows(sheet.rows, row) }),
  }));
  return { ...line, patch: { ...line.patch, spreadsheet: { ...spreadsheet, sheets } } };
}

function mapRows(patch: RowsPatch, change: (row: Row) => Row): RowsPatch {
  if ('cut' in patch) return { ...patch, put: patch.put.map(change) };
  return { rows: patch.rows.map(([index, row]): [number, Row] => [index, change(row)]) };
}
