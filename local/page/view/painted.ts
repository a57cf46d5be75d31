import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { boxOf, contains } from './box.ts';
import { testOf } from './condition.ts';
import { gradientOf } from './gradient.ts';
import type { Grid } from './grid.ts';
import type { Box } from './types.ts';

/** Formats that lie over or under the cells' own: from conditional formats and from alternating colours. */
export interface Painted {
  /** What replaces parts of the cell's own format there. */
  over(row: number, column: number): api.Schema$CellFormat | undefined;
  /** What shows where the cell has no background of its own. */
  under(row: number, column: number): api.Schema$CellFormat | undefined;
  /** Columns up to the last one that is painted in a row. */
  reach(row: number): number;
  /** Rows up to the last one that is painted. */
  readonly height: number;
  /** Rules that are not shown, by their names in the API. */
  readonly notShown: readonly string[];
}

/** Works out once, cell by cell, what the rules of a tab paint. The first rule that holds for a cell decides. */
export function paint(sheet: api.Schema$Sheet, grid: Grid, locale: string): Painted {
  const over = new Places<api.Schema$CellFormat>();
  const notShown = new Set<string>();
  for (const rule of sheet.conditionalFormats ?? []) {
    const boxes = (rule.ranges ?? []).map((range) => boxOf(range, grid.rowCount, grid.columnCount));
    const name = rule.gradientRule
      ? paintGradient(rule.gradientRule, boxes, grid, over)
      : paintBoolean(rule.booleanRule ?? {}, boxes, grid, locale, over);
    if (name) notShown.add(name);
  }
  const bands = (sheet.bandedRanges ?? []).map((band) => bandOf(band, grid, notShown));
  return {
    over: (row, column) => over.get(row, column),
    under: (row, column) => bands.map((band) => band.at(row, column)).find((found) => found !== undefined),
    reach: (row) =>
      Math.max(
        over.reach(row),
        ...bands.map(({ box }) => (row >= box.top && row < box.bottom ? box.right : 0)),
      ),
    height: Math.max(over.height, ...bands.map(({ box }) => box.bottom)),
    notShown: [...notShown],
  };
}

/** Values by row and column. */
class Places<T> {
  readonly #rows: (T | undefined)[][] = [];
  get height(): number {
    return this.#rows.length;
  }
  reach(row: number): number {
    return this.#rows[row]?.length ?? 0;
  }
  get(row: number, column: number): T | undefined {
    return this.#rows[row]?.[column];
  }
  /** The first one stays. */
  setOnce(row: number, column: number, value: T): void {
    this.#rows[row] ??= [];
    this.#rows[row][column] ??= value;
  }
}

/** @returns the rule's name when it cannot be shown */
function paintBoolean(
  rule: api.Schema$BooleanRule,
  boxes: readonly Box[],
  grid: Grid,
  locale: string,
  over: Places<api.Schema$CellFormat>,
): string | undefined {
  const test = testOf(rule.condition, locale);
  if (test === undefined) return `conditionalFormat ${rule.condition?.type ?? '?'}`;
  for (const box of boxes)
    for (const { row, column, cell } of blanksToo(grid, box, rule.condition?.type))
      if (test({ value: cell.effectiveValue, shown: cell.formattedValue ?? '' }))
        over.setOnce(row, column, rule.format ?? {});
  return undefined;
}

/** Where blank cells can pass, the box is walked to its end as far as the tab has cells. */
function* blanksToo(grid: Grid, box: Box, type: string | null | undefined) {
  if (type !== 'BLANK' && !type?.includes('NOT_CONTAINS')) return yield* grid.cellsIn(box);
  for (let row = box.top; row < Math.min(box.bottom, grid.height); row++)
    for (let column = box.left; column < box.right; column++)
      yield { row, column, cell: grid.cell(row, column) ?? {} };
}

function paintGradient(
  rule: api.Schema$GradientRule,
  boxes: readonly Box[],
  grid: Grid,
  over: Places<api.Schema$CellFormat>,
): string | undefined {
  const cells = boxes
    .flatMap((box) => [...grid.cellsIn(box)])
    .filter(({ cell }) => typeof cell.effectiveValue?.numberValue === 'number');
  if (cells.length === 0) return undefined;
  const numberOf = (cell: api.Schema$CellData) => cell.effectiveValue!.numberValue!;
  const colourOf = gradientOf(
    rule,
    cells.map(({ cell }) => numberOf(cell)),
  );
  if (colourOf === undefined) return 'conditionalFormat gradientRule';
  for (const { row, column, cell } of cells)
    over.setOnce(row, column, { backgroundColor: colourOf(numberOf(cell)) });
  return undefined;
}

function bandOf(
  { range, rowProperties, columnProperties }: api.Schema$BandedRange,
  grid: Grid,
  notShown: Set<string>,
): { box: Box; at(row: number, column: number): api.Schema$CellFormat | undefined } {
  if (columnProperties) notShown.add('bandedRanges.columnProperties');
  const box = boxOf(range ?? {}, grid.rowCount, grid.columnCount);
  const colour = (name: 'header' | 'firstBand' | 'secondBand' | 'footer') =>
    rowProperties?.[`${name}ColorStyle`]?.rgbColor ?? rowProperties?.[`${name}Color`];
  const [header, first, second, footer] = [
    colour('header'),
    colour('firstBand'),
    colour('secondBand'),
    colour('footer'),
  ];
  const bodyTop = box.top + (header ? 1 : 0);
  const at = (row: number, column: number) => {
    if (!contains(box, row, column)) return undefined;
    const band = (row - bodyTop) % 2 === 0 ? first : second;
    const chosen = row < bodyTop ? header : footer && row === box.bottom - 1 ? footer : band;
    return chosen ? { backgroundColor: chosen } : undefined;
  };
  return { box, at };
}
