import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { followFormulas } from '../cells/follow-formula.ts';
import type { Box } from '../wire/a1.ts';
import { type Dimension, followRange } from './dimension-edit.ts';
import { followRanges } from './follow-ranges.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Cell } from './state.ts';

/** Cells of one sheet that make room (`insert`) or close a gap (`delete`) along a dimension; the rest stays. */
export interface Shift {
  kind: 'insert' | 'delete';
  dimension: Dimension;
  /** The cells that are inserted or deleted, its sides closed. */
  box: Required<Box>;
}

/**
 * Shifts whole cells: values, formats, notes, validation. Ranges and formulas' references that lie wholly beside the
 * box, in its rows or columns, go along as if lines were inserted or deleted; those that reach past it on a side, and
 * all that belongs to lines (sizes, groups, metadata), stay. The grid grows when content would leave it.
 */
export function shiftCells(book: Spreadsheet, sheet: Sheet, shift: Shift): void {
  const { start, end, first, last } = spansOf(shift);
  // Before the grid grows: a side that is open now is as wide as the grid is now.
  const band = { first, last, whole: first === 0 && last === crossCount(sheet, shift.dimension) };
  moveCells(sheet, shift);
  const edit =
    shift.kind === 'insert'
      ? ({ kind: 'insert', at: start, count: end - start } as const)
      : ({ kind: 'delete', start, end } as const);
  const [from, to] =
    shift.dimension === 'ROWS'
      ? (['startColumnIndex', 'endColumnIndex'] as const)
      : (['startRowIndex', 'endRowIndex'] as const);
  const within = (low: number | null | undefined, high: number | null | undefined) =>
    band.whole || ((low ?? 0) >= first && (high ?? Infinity) <= last);
  followRanges(book, sheet, (range) =>
    within(range[from], range[to]) ? followRange(range, shift.dimension, edit) : range,
  );
  followFormulas(book, sheet.title, shift.dimension, edit, within);
}

/** What a shift moves or deletes: the box and everything after it, to the end of the grid. */
export function reachOf(sheet: Sheet, { dimension, box }: Shift): Required<Box> {
  return dimension === 'ROWS'
    ? { ...box, endRowIndex: Math.max(sheet.rowCount, box.endRowIndex) }
    : { ...box, endColumnIndex: Math.max(sheet.columnCount, box.endColumnIndex) };
}

/** Whether the shift would tear a merged range: only part of it moves, or only part of it is deleted. */
export function tears(shift: Shift, merge: api.Schema$GridRange): boolean {
  const { start, end, first, last } = spansOf(shift);
  const {
    start: top,
    end: bottom,
    first: left,
    last: right,
  } = spansOf({ ...shift, box: merge as Required<Box> });
  if (bottom <= start || right <= first || left >= last) return false;
  if (left < first || right > last) return true;
  if (shift.kind === 'insert') return top < start;
  return !(top >= end || (top >= start && bottom <= end));
}

/** The box along the shifted dimension (`start`, `end`) and across it (`first`, `last`). */
function spansOf({ dimension, box }: Shift) {
  const rows = [box.startRowIndex, box.endRowIndex] as const;
  const columns = [box.startColumnIndex, box.endColumnIndex] as const;
  const [[start, end], [first, last]] = dimension === 'ROWS' ? [rows, columns] : [columns, rows];
  return { start, end, first, last };
}

const crossCount = (sheet: Sheet, dimension: Dimension) =>
  dimension === 'ROWS' ? sheet.columnCount : sheet.rowCount;

function moveCells(sheet: Sheet, shift: Shift): void {
  const { start, end, first, last } = spansOf(shift);
  const byRows = shift.dimension === 'ROWS';
  const read = (along: number, across: number) =>
    byRows ? sheet.cell(along, across) : sheet.cell(across, along);
  const write = (along: number, across: number, cell: Cell | undefined) =>
    byRows ? sheet.setCell(along, across, cell) : sheet.setCell(across, along, cell);
  const used = byRows
    ? sheet.state.rows.length
    : Math.max(0, ...sheet.state.rows.slice(first, last).map((row) => row.length));
  const count = end - start;
  for (let across = first; across < last; across++) {
    const line = Array.from({ length: Math.max(0, used - start) }, (_, i) => read(start + i, across));
    const moved =
      shift.kind === 'delete' ? line.slice(count) : [...line.slice(0, count).map(blank), ...pad(line, count)];
    for (let i = 0; i < Math.max(line.length, moved.length); i++) write(start + i, across, moved[i]);
  }
  growToContent(sheet);
}

/** Fewer cells than are inserted: the rest of the room is empty. */
const pad = (line: (Cell | undefined)[], count: number) => [
  ...Array<undefined>(line.length === 0 ? 0 : Math.max(0, count - line.length)).fill(undefined),
  ...line,
];

/** New cells keep the format of the cells that were in their place. */
const blank = (cell: Cell | undefined): Cell | undefined =>
  cell?.userEnteredFormat && { userEnteredFormat: cell.userEnteredFormat };

function growToContent(sheet: Sheet): void {
  const { rows } = sheet.state;
  const rowCount = Math.max(sheet.rowCount, rows.length);
  const columnCount = rows.reduce((most, row) => Math.max(most, row.length), sheet.columnCount);
  if (rowCount > sheet.rowCount || columnCount > sheet.columnCount) sheet.setGrid(rowCount, columnCount);
}
