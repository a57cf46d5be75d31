import { escapeHtml } from '../escape-html.ts';
import { contains } from '../view/box.ts';
import type { Box, CellView, TabView } from '../view/types.ts';

const COLUMN_PIXELS = 100;

export interface PrintTable {
  readonly html: string;
  /** Pixels, as on the screen. */
  readonly width: number;
  /** Each column's share of the width. */
  readonly shares: readonly number[];
}

/** The used part of a tab as an HTML table, hidden lines left out; the column numbered 3 has the class `c3`. */
export function printTable(tab: TabView): PrintTable {
  const columns = range(usedColumns(tab)).filter((column) => !tab.columns[column]?.hidden);
  const rows = range(usedRows(tab)).filter((row) => !tab.rows[row]?.hidden);
  const widths = columns.map((column) => tab.columns[column]?.size ?? COLUMN_PIXELS);
  const width = widths.reduce((sum, each) => sum + each, 0) || 1;
  const head = rows.filter((row) => row < tab.frozenRows);
  const body = rows.filter((row) => row >= tab.frozenRows);
  const line = (row: number) => `<tr>${printRow(tab, row, rows, columns)}</tr>`;
  const html = [
    '<table>',
    `<colgroup>${widths.map((_, i) => `<col class="c${i}">`).join('')}</colgroup>`,
    ...(head.length > 0 ? [`<thead>${head.map(line).join('\n')}</thead>`] : []),
    `<tbody>${body.map(line).join('\n')}</tbody>`,
    '</table>',
  ].join('\n');
  return { html, width, shares: widths.map((each) => each / width) };
}

const range = (length: number) => Array.from({ length }, (_, i) => i);

/** Up to the last row with a text or a line of its own; a fill that goes on to the end of the tab is left out. */
function usedRows({ cells, styles, merges }: TabView): number {
  const drawn = (cell: CellView | null) =>
    cell !== null && (cell.shown !== '' || (cell.style !== undefined && styles[cell.style]?.bd));
  const last = cells.findLastIndex((row) => row.some(drawn)) + 1;
  return Math.min(
    cells.length,
    Math.max(last, ...merges.filter(({ top }) => top < last).map(({ bottom }) => bottom)),
  );
}

function usedColumns({ cells, columnCount, merges }: TabView): number {
  const filled = Math.max(0, ...cells.map((row) => row.length));
  return Math.min(columnCount, Math.max(filled, ...merges.map(({ right }) => right)));
}

function printRow(tab: TabView, row: number, rows: readonly number[], columns: readonly number[]): string {
  const cells: string[] = [];
  let free = 0; // columns up to here are covered by a text that flows over
  columns.forEach((column, at) => {
    const merge = tab.merges.find((box) => contains(box, row, column));
    if (merge && !isFirst(merge, row, column, rows, columns)) return;
    if (!merge && at < free) return;
    const cell = tab.cells[row]?.[column] ?? null;
    const spanned = merge
      ? columns.filter((each) => each >= merge.left && each < merge.right).length
      : flowsOver(tab, row, columns, at);
    const down = merge ? rows.filter((each) => each >= merge.top && each < merge.bottom).length : 1;
    if (!merge) free = at + spanned;
    cells.push(printCell(cell, spanned, down));
  });
  return cells.join('');
}

const isFirst = (
  box: Box,
  row: number,
  column: number,
  rows: readonly number[],
  columns: readonly number[],
): boolean =>
  row === rows.find((each) => each >= box.top && each < box.bottom) &&
  column === columns.find((each) => each >= box.left && each < box.right);

/** How many columns a text takes that is not wrapped: into the empty cells after it, as on the screen. */
function flowsOver(tab: TabView, row: number, columns: readonly number[], at: number): number {
  const cell = tab.cells[row]?.[columns[at]!];
  const style = cell?.style ? tab.styles[cell.style] : undefined;
  if (!cell || cell.shown === '' || (style?.tb ?? 1) !== 1 || (style?.ht ?? 1) !== 1) return 1;
  let count = 1;
  while (at + count < columns.length && isBlank(tab.cells[row]?.[columns[at + count]!])) count++;
  return count;
}

const isBlank = (cell: CellView | null | undefined): boolean => !cell || cell.shown === '';

function printCell(cell: CellView | null, across: number, down: number): string {
  const attributes = [
    ...(cell?.style ? [`class="s-${cell.style}"`] : []),
    ...(across > 1 ? [`colspan="${across}"`] : []),
    ...(down > 1 ? [`rowspan="${down}"`] : []),
  ];
  const text = escapeHtml(cell?.shown ?? '').replaceAll('\n', '<br>');
  return `<td${attributes.map((one) => ` ${one}`).join('')}>${text}</td>`;
}
