import { padLeft, padRight, textWidth } from './text-width.ts';

export interface AlignedColumn {
  readonly header: string;
  readonly align: 'left' | 'right';
}

/** Lines of a table with its header and a rule below; columns in which every cell is empty are left out. */
export function alignedTable(
  columns: readonly AlignedColumn[],
  rows: readonly (readonly string[])[],
): readonly string[] {
  const shown = columns
    .map((column, index) => ({ ...column, cells: rows.map((row) => oneLine(row[index] ?? '')) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map((column) => ({
      ...column,
      width: Math.max(textWidth(column.header), ...column.cells.map(textWidth)),
    }));
  const line = (cellOf: (column: (typeof shown)[number]) => string): string =>
    shown
      .map((column) => (column.align === 'right' ? padLeft : padRight)(cellOf(column), column.width))
      .join('  ')
      .trimEnd();
  return [
    line(({ header }) => header),
    shown.map(({ width }) => '─'.repeat(width)).join('  '),
    ...rows.map((_, row) => line(({ cells }) => cells[row]!)),
  ];
}

/** Control signs in a name would move the cursor of whoever looks at it. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
