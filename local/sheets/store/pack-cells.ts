import type { Cell, Row } from '../model/state.ts';
import type { FileState } from './file-state.ts';
import type { Patch, RowsPatch } from './patch.ts';

/** One line of a journal: the first is a snapshot, the others are differences. */
export type Line = { revision: number; snapshot: FileState } | { revision: number; by: string; patch: Patch };

/**
 * A line as it is written. Most of a workbook are cells that look alike, so what they share (a format, a drop-down's
 * choices) stands once in `shared`, and a cell names it by its index. Told apart by reference, not by content: cells
 * that were dressed together share one object (see requests/cell-parts.ts).
 */
export type PackedLine = Line & { readonly shared?: readonly object[] };

const SHARED = ['userEnteredFormat', 'dataValidation'] as const;

export function packLine(line: Line): PackedLine {
  const known = new Map<object, number>();
  const packed = mapCells(line, (cell) => {
    const copy: Record<string, unknown> = { ...cell };
    for (const part of SHARED) {
      const value = cell[part];
      if (value === undefined) continue;
      const index = known.get(value) ?? known.size;
      known.set(value, index);
      copy[part] = index;
    }
    return copy as Cell;
  });
  return known.size === 0 ? packed : { ...packed, shared: [...known.keys()] };
}

/** The line, its cells sharing what they shared. Lines from before there was anything shared are as they were. */
export function unpackLine(packed: PackedLine): Line {
  const { shared, ...line } = packed;
  if (shared === undefined) return line;
  return mapCells(line, (cell) => {
    const copy: Record<string, unknown> = { ...cell };
    for (const part of SHARED) {
      const value: unknown = cell[part];
      if (typeof value === 'number') copy[part] = shared[value];
    }
    return copy as Cell;
  });
}

function mapCells(line: Line, change: (cell: Cell) => Cell): Line {
  const row = (cells: Row): Row => cells.map((cell) => (cell ? change(cell) : cell));
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
