import type { CellValue } from '../form/form.ts';
import type { CurrentCell } from './current.ts';
import type { Draft } from './draft.ts';
import { matchRows } from './match-rows.ts';
import { readTabState } from './plan-dress.ts';
import type { CellData, SheetRequest } from './sheet-request.ts';
import type { TableTab } from './wanted.ts';

/** Google refuses longer cells. */
const LONGEST_TEXT = 50_000;

/** The cells that differ, as few literal updateCells as their shape allows. Adds rows when the table outgrew them. */
export function planValues(draft: Draft, tab: TableTab): SheetRequest[] {
  const positions = tab.columns.map((column) => draft.positionOf(column.key)!);
  const header = draft.headerRow!;
  const lines: Line[] = [];

  const banner =
    positions[
      Math.max(
        0,
        tab.columns.findIndex((column) => !column.hidden),
      )
    ]!;
  for (let row = 0; row < header; row++) lines.push(new Map([[banner, tab.banner[row] ?? null]]));
  lines.push(new Map(tab.columns.map((column, i) => [positions[i]!, column.header])));
  lines.push(...bodyLines(draft, tab, positions, header + 1));

  const grow = lines.length - draft.rowCount;
  const requests: SheetRequest[] = [];
  if (grow > 0) {
    draft.grownFrom = draft.rowCount;
    draft.rowCount += grow;
    requests.push({ appendDimension: { sheetId: draft.sheetId, dimension: 'ROWS', length: grow } });
  }
  return [...requests, ...rectangles(draft, lines)];
}

/** What should stand in one row, by position; a position that is not here is not ours to write. */
type Line = ReadonlyMap<number, CellValue>;

function bodyLines(draft: Draft, tab: TableTab, positions: readonly number[], start: number): Line[] {
  const last = Math.max(draft.values.length, start);
  const blank = (): Line => new Map(positions.map((position) => [position, null]));
  const whole = (row: readonly CellValue[]): Line =>
    new Map(positions.map((position, i) => [position, literal(row[i])]));
  const { state } = readTabState(draft);
  const keepsFilled = tab.rowKey !== undefined && !draft.isNew && state.filledFor === (tab.filledFor ?? '');
  if (!keepsFilled) {
    const lines = tab.rows.map(whole);
    draft.newRows.push(...tab.rows.map((_, index) => ({ index, row: start + index })));
    while (start + lines.length < last) lines.push(blank());
    return lines;
  }
  const given = positions.flatMap((position, i) =>
    tab.columns[i]!.entry === 'given' ? [[position, i] as const] : [],
  );
  const { rowAt, free } = matchRows(draft, tab, positions, start);
  const lines: Line[] = [];
  for (let row = start; row < Math.max(last, free); row++)
    lines.push(new Map(given.map(([at]) => [at, null])));
  let next = free; // new rows come in as one block behind everything people have there
  for (const [i, row] of tab.rows.entries()) {
    const at = rowAt[i];
    if (at === undefined) {
      draft.newRows.push({ index: i, row: next });
      lines[next++ - start] = whole(row);
    } else lines[at - start] = new Map(given.map(([position, column]) => [position, literal(row[column])]));
  }
  return lines;
}

/** Each changed stretch of ours as one rectangle, as long as the rows below it change in the same stretch. */
function rectangles(draft: Draft, lines: readonly Line[]): SheetRequest[] {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  for (const [row, line] of lines.entries()) {
    const next: Rectangle[] = [];
    for (const [from, to] of stretches(line)) {
      const changed: number[] = [];
      for (let at = from; at < to; at++) if (!same(draft.cell(row, at), line.get(at)!)) changed.push(at);
      if (changed.length === 0) continue;
      const above = open.find((rectangle) => rectangle.from === from && rectangle.to === to);
      const grown = above ?? { from, to, row, first: from + to, last: -1, lines: [] };
      grown.first = Math.min(grown.first, changed[0]!);
      grown.last = Math.max(grown.last, changed.at(-1)!);
      grown.lines.push(line);
      next.push(grown);
    }
    done.push(...open.filter((rectangle) => !next.includes(rectangle)));
    open = next;
  }
  return [...done, ...open]
    .sort((a, b) => a.row - b.row || a.from - b.from)
    .map((rectangle) => toRequest(draft.sheetId, rectangle));
}

interface Rectangle {
  /** The stretch of our columns it lies in. */
  readonly from: number;
  readonly to: number;
  readonly row: number;
  /** First and last changed column. */
  first: number;
  last: number;
  readonly lines: Line[];
}

function toRequest(sheetId: number, { row, first, last, lines }: Rectangle): SheetRequest {
  const columns = Array.from({ length: last - first + 1 }, (_, i) => first + i);
  return {
    updateCells: {
      start: { sheetId, rowIndex: row, columnIndex: first },
      rows: lines.map((line) => ({ values: columns.map((column) => cellData(line.get(column)!)) })),
      fields: 'userEnteredValue',
    },
  };
}

/** Half-open stretches of neighbouring positions. */
function stretches(line: Line): [number, number][] {
  const found: [number, number][] = [];
  for (const position of [...line.keys()].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last && last[1] === position) last[1]++;
    else found.push([position, position + 1]);
  }
  return found;
}

function same(current: CurrentCell, wanted: CellValue): boolean {
  return current === wanted || (current === '' && wanted === null);
}

function literal(value: CellValue | undefined): CellValue {
  if (value === undefined || value === '') return null;
  return typeof value === 'string' && value.length > LONGEST_TEXT
    ? `${value.slice(0, LONGEST_TEXT - 1)}…`
    : value;
}

function cellData(value: CellValue): CellData {
  switch (typeof value) {
    case 'string':
      return { userEnteredValue: { stringValue: value } };
    case 'number':
      return { userEnteredValue: { numberValue: value } };
    case 'boolean':
      return { userEnteredValue: { boolValue: value } };
    default:
      return {};
  }
}
