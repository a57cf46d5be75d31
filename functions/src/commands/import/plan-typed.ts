import type { CurrentCell, CurrentTab } from '../../domain/publishing/current.ts';
import { MARK } from '../../domain/publishing/current.ts';
import { cellData } from '../../domain/publishing/plan/plan-values.ts';
import type { SheetRequest } from '../../domain/publishing/sheet-request.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import type { ExportedTab } from '../exported-workbook.ts';

type ExportedCell = ExportedTab['values'][number][number];
type Literal = string | number | boolean | null;

export interface TypedPlan {
  readonly requests: readonly SheetRequest[];
  readonly cells: number;
}

/**
 * What people had typed into a tab's own columns, put into the tab as it was written anew: beside the same key, or
 * below everything where the row is theirs alone. A draft goes back as a whole, row by row. Cells that hold the same
 * already are left alone, so doing it again changes nothing. A formula comes back as what it showed.
 */
export function planTyped(wanted: TableTab, exported: ExportedTab, current: CurrentTab): TypedPlan {
  const from = placesOf(exported.columns);
  const to = placesOf(
    current.columnMarks.filter(({ key }) => key === MARK.column).map(({ value, at }) => ({ key: value, at })),
  );
  const header = current.rowMarks.find(({ key, value }) => key === MARK.row && value === 'header')?.at;
  const columns = wanted.columns.filter(({ key }) => from.has(key) && to.has(key));
  const filled = columns.filter(({ entry }) => entry === 'filled').map(({ key }) => key);
  if (exported.header === null || header === undefined || filled.length === 0) return NOTHING;

  const typed = exported.values.slice(exported.header + 1);
  const rows = current.values.slice(header + 1);
  const read = (row: readonly ExportedCell[], key: string): Literal => literal(row[from.get(key)!] ?? null);
  const there = (row: number, key: string): CurrentCell => rows[row]?.[to.get(key)!] ?? null;
  const keyOf = (cells: readonly unknown[]) =>
    cells.some(isBlank) ? undefined : JSON.stringify(cells.map(levelled));
  const keys = (wanted.rowKey ?? []).filter((key) => from.has(key) && to.has(key));
  const known = new Map(
    rows.flatMap((_, row) => {
      const key = keyOf(keys.map((each) => there(row, each)));
      return key === undefined || keys.length === 0 ? [] : [[key, row] as const];
    }),
  );
  let free = lastUsed(rows, [...to.values()]) + 1;
  const writes: Write[] = [];
  for (const [i, row] of typed.entries()) {
    if (filled.every((key) => isBlank(read(row, key)))) continue;
    const key = keys.length === 0 ? undefined : keyOf(keys.map((each) => read(row, each)));
    let at = wanted.drafted ? i : key === undefined ? undefined : known.get(key);
    if (at === undefined) {
      // Without a key of their own such rows are the same when everything typed in them is.
      at = rows.findIndex((_, other) => filled.every((each) => same(there(other, each), read(row, each))));
      if (at === -1) at = free++;
    }
    for (const each of filled) {
      const value = read(row, each);
      if (!same(there(at, each), value)) writes.push({ row: header + 1 + at, column: to.get(each)!, value });
    }
  }
  return { requests: requestsFor(current, writes), cells: writes.length };
}

const NOTHING: TypedPlan = { requests: [], cells: 0 };

interface Write {
  readonly row: number;
  readonly column: number;
  readonly value: Literal;
}

function requestsFor({ sheetId, rowCount }: CurrentTab, writes: readonly Write[]): readonly SheetRequest[] {
  const needed = Math.max(0, ...writes.map(({ row }) => row + 1)) - rowCount;
  const grow: SheetRequest[] =
    needed > 0 ? [{ appendDimension: { sheetId, dimension: 'ROWS', length: needed } }] : [];
  return [
    ...grow,
    ...writes.map(({ row, column, value }) => ({
      updateCells: {
        start: { sheetId, rowIndex: row, columnIndex: column },
        rows: [{ values: [cellData(value)] }],
        fields: 'userEnteredValue' as const,
      },
    })),
  ];
}

/** A column copied with its marks: the first. */
function placesOf(columns: readonly { readonly key: string; readonly at: number }[]): Map<string, number> {
  const places = new Map<string, number>();
  for (const { key, at } of columns) places.set(key, Math.min(at, places.get(key) ?? at));
  return places;
}

function lastUsed(rows: CurrentTab['values'], columns: readonly number[]): number {
  return rows.findLastIndex((row) => columns.some((at) => !isBlank(row[at])));
}

const literal = (cell: ExportedCell): Literal =>
  typeof cell === 'object' && cell !== null ? cell.shown : cell;
const isBlank = (cell: unknown): boolean => cell === null || cell === undefined || cell === '';
const levelled = (cell: unknown): unknown => (typeof cell === 'string' ? cell.trim().toUpperCase() : cell);
const same = (current: CurrentCell, value: Literal): boolean =>
  current === value || (isBlank(current) && isBlank(value));
