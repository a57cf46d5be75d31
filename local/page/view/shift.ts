import type { Box, CellView, LineView, TabView } from './types.ts';

/** Lines that came or went: `count` before `at`; negative when they went from there on. */
export interface Shift {
  readonly dimension: 'rows' | 'columns';
  readonly at: number;
  readonly count: number;
}

/**
 * Finds lines that were inserted or deleted elsewhere, from what is shown alone: the tab got longer or shorter, and
 * most lines before one place are where they were, most after it moved by as much. Undefined when nothing of the
 * kind is seen; then contents move from cell to cell, and what hangs on a place (an open editor, the selection) stays.
 */
export function findShift(before: TabView, after: TabView): Shift | undefined {
  return (
    findIn('rows', after.rowCount - before.rowCount, rowTexts(before), rowTexts(after)) ??
    findIn('columns', after.columnCount - before.columnCount, columnTexts(before), columnTexts(after))
  );
}

function findIn(
  dimension: Shift['dimension'],
  count: number,
  before: readonly string[],
  after: readonly string[],
): Shift | undefined {
  if (count === 0) return undefined;
  const gone = Math.max(0, -count);
  const stayed = before.map((text, i) => (text !== '' && text === after[i] ? 1 : 0));
  const moved = before.map((text, i) => (text !== '' && text === after[i + count] ? 1 : 0));
  let score = moved.slice(gone).reduce<number>((sum, one) => sum + one, 0);
  let best = { at: 0, score };
  for (let at = 1; at + gone <= before.length; at++) {
    score += stayed[at - 1]! - (moved[at - 1 + gone] ?? 0);
    // As late as possible: what is told apart by nothing had better not move.
    if (score >= best.score) best = { at, score };
  }
  const filled = before.filter((text) => text !== '').length - gone;
  return best.score * 2 >= filled ? { dimension, at: best.at, count } : undefined;
}

/** One text a line, empty ones to the end of the grid included. What formulas refer to moves, what they show does not. */
function rowTexts({ cells, rowCount }: TabView): string[] {
  return Array.from({ length: rowCount }, (_, row) => textOf(cells[row] ?? []));
}

function columnTexts({ cells, columnCount }: TabView): string[] {
  return Array.from({ length: columnCount }, (_, column) => textOf(cells.map((row) => row[column] ?? null)));
}

function textOf(line: readonly (CellView | null)[]): string {
  const texts = line.map((cell) => cell?.shown ?? '');
  while (texts.length > 0 && texts.at(-1) === '') texts.pop();
  return texts.join('\u0001');
}

/** The tab as it was, with the lines inserted (empty) or taken away. */
export function shiftTab(tab: TabView, { dimension, at, count }: Shift): TabView {
  const rows = dimension === 'rows';
  const move = <T>(list: readonly T[], fill: T): T[] => {
    if (count < 0) return [...list.slice(0, at), ...list.slice(at - count)];
    return at >= list.length
      ? [...list]
      : [...list.slice(0, at), ...Array<T>(count).fill(fill), ...list.slice(at)];
  };
  return {
    ...tab,
    rowCount: tab.rowCount + (rows ? count : 0),
    columnCount: tab.columnCount + (rows ? 0 : count),
    cells: rows ? move(tab.cells, []) : tab.cells.map((row) => move(row, null)),
    rows: rows ? shiftLines(tab.rows, at, count) : tab.rows,
    columns: rows ? tab.columns : shiftLines(tab.columns, at, count),
    merges: tab.merges.flatMap((box) => shiftBox(box, rows, at, count)),
  };
}

function shiftLines(lines: TabView['rows'], at: number, count: number): TabView['rows'] {
  const shifted: Record<number, LineView> = {};
  for (const [key, line] of Object.entries(lines)) {
    const index = Number(key);
    if (index < at) shifted[index] = line;
    else if (index >= at - Math.min(0, count)) shifted[index + count] = line;
  }
  return shifted;
}

function shiftBox(box: Box, rows: boolean, at: number, count: number): Box[] {
  const place = (edge: number) =>
    count > 0 ? (edge > at ? edge + count : edge) : edge <= at ? edge : Math.max(at, edge + count);
  const start = (edge: number) => (count > 0 && edge >= at ? edge + count : place(edge));
  const moved = rows
    ? { ...box, top: start(box.top), bottom: place(box.bottom) }
    : { ...box, left: start(box.left), right: place(box.right) };
  return moved.top < moved.bottom && moved.left < moved.right ? [moved] : [];
}
