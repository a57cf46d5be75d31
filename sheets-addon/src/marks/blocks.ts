import { type CellPosition, parseCellAddress } from '../../../functions/src/domain/form/cell-address.ts';
import type { FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import type { SheetMap } from '../form/sheet-map.ts';
import type { KnownMarks, WantedMarks } from './plan-marks.ts';

/** A rectangle of cells; its first row and column count from 0. */
export interface Block extends CellPosition {
  readonly rows: number;
  readonly columns: number;
}

/**
 * The rectangles that a check looks at: what people fill, in one block as long as no protected column stands
 * between (Google refuses a write that touches a protected cell), and the rest only if something is wrong there.
 * However many cells are wrong, there are no more rectangles than columns to fill, and one.
 */
export function blocksOf(
  declaration: FormDeclaration,
  map: SheetMap,
  wanted: WantedMarks,
  known: KnownMarks,
): readonly Block[] {
  const touched = [
    ...[...wanted.keys()].map(parseCellAddress),
    ...[...known.keys()].map((name) => map.positionOf(name)),
  ].filter((at) => at !== undefined);
  const filled = filledBlocks(declaration, map).filter((block) => touched.some((at) => isIn(block, at)));
  const others = touched.filter((at) => !filled.some((block) => isIn(block, at)));
  return others.length === 0 ? filled : [...filled, around(others)];
}

function filledBlocks({ columns }: FormDeclaration, map: SheetMap): readonly Block[] {
  const rows = map.lastRow - map.headerRow;
  if (rows < 1) return [];
  const placed = columns
    .flatMap(({ key, entry }) => {
      const column = map.columns.get(key);
      return column === undefined ? [] : [{ column, entry }];
    })
    .sort((a, b) => a.column - b.column);
  const blocks: { row: number; column: number; rows: number; columns: number }[] = [];
  let isOpen = false;
  for (const { column, entry } of placed) {
    const last = blocks[blocks.length - 1];
    if (entry === 'given') isOpen = false;
    else if (isOpen && last) last.columns = column - last.column + 1;
    else {
      blocks.push({ row: map.headerRow + 1, column, rows, columns: 1 });
      isOpen = true;
    }
  }
  return blocks;
}

function around(cells: readonly CellPosition[]): Block {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  const [row, column] = [Math.min(...rows), Math.min(...columns)];
  return { row, column, rows: Math.max(...rows) - row + 1, columns: Math.max(...columns) - column + 1 };
}

function isIn(block: Block, { row, column }: CellPosition): boolean {
  return (
    row >= block.row &&
    row < block.row + block.rows &&
    column >= block.column &&
    column < block.column + block.columns
  );
}
