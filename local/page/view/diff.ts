import type { Box, CellView, LineView, TabView } from './types.ts';

/** What differs between two states of one tab; what does not differ is absent. */
export interface TabChange {
  readonly cells: readonly CellChange[];
  readonly rows: readonly LineChange[];
  readonly columns: readonly LineChange[];
  readonly size?: { readonly rowCount: number; readonly columnCount: number };
  readonly frozen?: { readonly rows: number; readonly columns: number };
  readonly merges?: { readonly gone: readonly Box[]; readonly fresh: readonly Box[] };
  readonly title?: string;
  /** null: no colour any more. */
  readonly colour?: string | null;
  readonly hidden?: boolean;
  readonly gridlines?: boolean;
}

export interface CellChange {
  readonly row: number;
  readonly column: number;
  readonly cell: CellView | null;
}
export interface LineChange {
  readonly index: number;
  readonly line: LineView;
}

/** `touched`: cells that the window shows differently from `before` and that are to be set in any case. */
export function diffTab(before: TabView, after: TabView, touched: readonly Cell[] = []): TabChange {
  const merges = diffMerges(before.merges, after.merges);
  return {
    cells: diffCells(before, after, touched),
    rows: diffLines(before.rows, after.rows),
    columns: diffLines(before.columns, after.columns),
    ...((before.rowCount !== after.rowCount || before.columnCount !== after.columnCount) && {
      size: { rowCount: after.rowCount, columnCount: after.columnCount },
    }),
    ...((before.frozenRows !== after.frozenRows || before.frozenColumns !== after.frozenColumns) && {
      frozen: { rows: after.frozenRows, columns: after.frozenColumns },
    }),
    ...(merges && { merges }),
    ...(before.title !== after.title && { title: after.title }),
    ...(before.colour !== after.colour && { colour: after.colour ?? null }),
    ...(before.hidden !== after.hidden && { hidden: after.hidden === true }),
    ...(before.gridlines !== after.gridlines && { gridlines: after.gridlines }),
  };
}

/** Everything of a tab but its size, its merges and its cells, for a window that may show something else. */
export function wholeFrame(tab: TabView): Omit<TabChange, 'cells' | 'size' | 'merges'> {
  const { title, colour, hidden, gridlines, frozenRows, frozenColumns } = tab;
  const lines = (given: TabView['rows'], count: number) =>
    Array.from({ length: count }, (_, index) => ({ index, line: given[index] ?? {} }));
  return {
    title,
    colour: colour ?? null,
    hidden: hidden === true,
    gridlines,
    frozen: { rows: frozenRows, columns: frozenColumns },
    rows: lines(tab.rows, tab.cells.length),
    columns: lines(tab.columns, tab.columnCount),
  };
}

export interface Cell {
  readonly row: number;
  readonly column: number;
}

function diffCells(before: TabView, after: TabView, touched: readonly Cell[]): CellChange[] {
  const changes: CellChange[] = [];
  const seen = new Set<string>();
  const height = Math.max(before.cells.length, after.cells.length);
  for (let row = 0; row < height; row++) {
    const [old, now] = [before.cells[row] ?? [], after.cells[row] ?? []];
    for (let column = 0; column < Math.max(old.length, now.length); column++) {
      const cell = now[column] ?? null;
      if (sameCell(old[column] ?? null, cell)) continue;
      changes.push({ row, column, cell });
      seen.add(`${row}:${column}`);
    }
  }
  for (const { row, column } of touched) {
    if (seen.has(`${row}:${column}`) || row >= after.rowCount || column >= after.columnCount) continue;
    seen.add(`${row}:${column}`);
    changes.push({ row, column, cell: after.cells[row]?.[column] ?? null });
  }
  return changes;
}

/** Keys of styles and lists follow from their content, so equal keys are equal looks. */
function sameCell(a: CellView | null, b: CellView | null): boolean {
  if (a === null || b === null) return a === b;
  return (
    a.shown === b.shown &&
    a.entered === b.entered &&
    a.style === b.style &&
    a.note === b.note &&
    a.choices === b.choices
  );
}

function diffLines(before: TabView['rows'], after: TabView['rows']): LineChange[] {
  const indexes = new Set([...Object.keys(before), ...Object.keys(after)].map(Number));
  return [...indexes]
    .sort((a, b) => a - b)
    .filter(
      (index) => before[index]?.size !== after[index]?.size || before[index]?.hidden !== after[index]?.hidden,
    )
    .map((index) => ({ index, line: after[index] ?? {} }));
}

function diffMerges(before: readonly Box[], after: readonly Box[]): TabChange['merges'] {
  const textOf = (box: Box) => JSON.stringify([box.top, box.left, box.bottom, box.right]);
  const [old, now] = [new Set(before.map(textOf)), new Set(after.map(textOf))];
  const gone = before.filter((box) => !now.has(textOf(box)));
  const fresh = after.filter((box) => !old.has(textOf(box)));
  return gone.length + fresh.length > 0 ? { gone, fresh } : undefined;
}
