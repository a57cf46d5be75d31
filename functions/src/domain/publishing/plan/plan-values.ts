import type { CellValue } from '../../form/form.ts';
import type { CurrentCell } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { CellData, SheetRequest } from '../sheet-request.ts';
import type { TableTab } from '../wanted.ts';
import { matchRows } from './match-rows.ts';
import { roomForCharts } from './plan-charts.ts';
import { bannerPosition, readTabState } from './plan-dress.ts';

/** Google refuses longer cells. */
const LONGEST_TEXT = 50_000;

/** The cells that differ, as few literal updateCells as their shape allows. Adds rows when the table outgrew them. */
export function planValues(draft: Draft, tab: TableTab): SheetRequest[] {
  const positions = tab.columns.map((column) => draft.positionOf(column.key)!);
  const header = draft.headerRow!;
  const lines: Line[] = [];

  const banner = bannerPosition(draft, tab);
  for (let row = 0; row < header; row++) lines.push(new Map([[banner, tab.banner[row] ?? null]]));
  lines.push(new Map(tab.columns.map((column, i) => [positions[i]!, column.header])));
  const all = lines.concat(bodyLines(draft, tab, positions, header + 1));

  const room = Math.max(moreSpare(draft, tab, all.length), roomForCharts(draft, tab));
  const grow = all.length + room - draft.rowCount;
  const requests: SheetRequest[] = [];
  if (grow > 0) {
    draft.grownFrom = draft.rowCount;
    draft.rowCount += grow;
    requests.push({ appendDimension: { sheetId: draft.sheetId, dimension: 'ROWS', length: grow } });
  }
  return requests.concat(rectangles(draft, all));
}

/** Free rows that are missing below, twice as many as there have to be: so that not every new row adds one. */
function moreSpare({ rowCount }: Draft, { spareRows = 0 }: TableTab, used: number): number {
  return rowCount - used < spareRows ? 2 * spareRows : 0;
}

/** What should stand in one row, by position; a position that is not here is not ours to write. */
type Line = ReadonlyMap<number, CellValue>;

function bodyLines(draft: Draft, tab: TableTab, positions: readonly number[], start: number): Line[] {
  const last = Math.max(draft.values.length, start);
  const blank = (): Line => new Map(positions.map((position) => [position, null]));
  const whole = (row: readonly CellValue[]): Line =>
    new Map(positions.map((position, i) => [position, literal(row[i])]));
  const { state } = readTabState(draft);
  const isSame = !draft.isNew && state.filledFor === (tab.filledFor ?? '');
  // A column that somebody deleted took with it what stood there: then the draft begins anew.
  if (tab.drafted && isSame && draft.newColumns.size === 0)
    return Array.from({ length: last - start }, (): Line => new Map());
  const keepsFilled = tab.rowKey !== undefined && isSame;
  if (!keepsFilled) {
    const lines = tab.rows.map(whole);
    for (const index of tab.rows.keys()) draft.newRows.push({ index, row: start + index });
    while (start + lines.length < last) lines.push(blank());
    return lines;
  }
  const given = positions.flatMap((position, i) =>
    tab.columns[i]!.entry === 'given' ? [[position, i] as const] : [],
  );
  const keys = positions.flatMap((position, i) =>
    tab.rowKey!.includes(tab.columns[i]!.key) ? [[position, i] as const] : [],
  );
  const { rowAt, keyless, free } = matchRows(draft, tab, positions, start);
  const lines: Line[] = [];
  for (let row = start; row < Math.max(last, free); row++)
    lines.push(new Map(given.map(([at]) => [at, null])));
  let next = free; // new rows come in as one block behind everything people have there
  for (const [i, row] of tab.rows.entries()) {
    const at = rowAt[i];
    if (at === undefined) {
      draft.newRows.push({ index: i, row: next });
      lines[next++ - start] = whole(row);
    } else {
      const ours = keyless.has(i) ? [...given, ...keys] : given;
      lines[at - start] = new Map(ours.map(([position, column]) => [position, literal(row[column])]));
    }
  }
  return lines;
}

/** Rows that did not change are written again where that is shorter than beginning a new rectangle. */
const WIDEST_GAP = 2;

/** Each changed stretch of ours as one rectangle, as long as the rows below it change in the same stretch. */
function rectangles(draft: Draft, lines: readonly Line[]): SheetRequest[] {
  const done: Rectangle[] = [];
  let open: Rectangle[] = [];
  for (const [row, line] of lines.entries()) {
    const next: Rectangle[] = [];
    for (const [from, to] of stretches(line)) {
      const above = open.find((rectangle) => rectangle.from === from && rectangle.to === to);
      const changed = changedIn(draft, row, line, from, to);
      if (changed !== undefined) next.push(grown(above ?? newRectangle(row, from, to), line, changed));
      else if (above !== undefined && above.gap.length < WIDEST_GAP) {
        above.gap.push(line);
        next.push(above);
      }
    }
    for (const rectangle of open) if (!next.includes(rectangle)) done.push(rectangle);
    open = next;
  }
  return done
    .concat(open)
    .sort((a, b) => a.row - b.row || a.from - b.from)
    .map((rectangle) => toRequest(draft.sheetId, rectangle));
}

/** First and last changed position of a stretch. */
function changedIn(draft: Draft, row: number, line: Line, from: number, to: number) {
  let first: number | undefined;
  let last = from;
  for (let at = from; at < to; at++) {
    if (same(draft.cell(row, at), line.get(at)!)) continue;
    first ??= at;
    last = at;
  }
  return first === undefined ? undefined : { first, last };
}

function newRectangle(row: number, from: number, to: number): Rectangle {
  return { from, to, row, first: to, last: from, lines: [], gap: [] };
}

function grown(
  rectangle: Rectangle,
  line: Line,
  { first, last }: { first: number; last: number },
): Rectangle {
  rectangle.first = Math.min(rectangle.first, first);
  rectangle.last = Math.max(rectangle.last, last);
  rectangle.lines.push(...rectangle.gap.splice(0), line);
  return rectangle;
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
  /** Unchanged rows since the last changed one. */
  readonly gap: Line[];
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

/** A literal as a cell of a request: never a formula, whatever it begins with. */
export function cellData(value: CellValue): CellData {
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
