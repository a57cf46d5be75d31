import { type Box, printRange } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';
import type { Cell, Row, SheetState } from './state.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A tab under edit: the parts of its state may be replaced; rows are copied when first written. */
export class Sheet {
  readonly state: Mutable<SheetState>;
  readonly #owned = new Set<Row>();
  #ownsRows = false;

  constructor(state: SheetState) {
    this.state = { ...state };
  }

  get id(): number {
    return this.state.properties.sheetId!;
  }
  get title(): string {
    return this.state.properties.title!;
  }
  get rowCount(): number {
    return this.state.properties.gridProperties!.rowCount!;
  }
  get columnCount(): number {
    return this.state.properties.gridProperties!.columnCount!;
  }

  cell(row: number, column: number): Cell | undefined {
    return this.state.rows[row]?.[column] ?? undefined;
  }

  /** Puts a cell in its place; a cell without content is taken away. */
  setCell(row: number, column: number, cell: Cell | undefined): void {
    const before = this.cell(row, column);
    if (cell === before) return;
    const cells = this.#writableRow(row);
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
    if (cell !== undefined) return;
    while (cells.length > 0 && !cells.at(-1)) cells.pop();
    if (cells.length === 0) this.#trimRows();
  }

  /** Changes some parts of a cell; `undefined` takes a part away. */
  patchCell(row: number, column: number, parts: Partial<Cell>): void {
    this.setCell(row, column, withContent({ ...this.cell(row, column), ...parts }));
  }

  /** Replaces all rows at once, as sorting and moving do. */
  setRows(rows: Row[]): void {
    while (rows.length > 0 && !rows.at(-1)?.length) rows.pop();
    this.state.rows = rows;
    this.#ownsRows = true;
    this.#owned.clear();
  }

  setGrid(rowCount: number, columnCount: number): void {
    const { properties } = this.state;
    this.state.properties = {
      ...properties,
      gridProperties: { ...properties.gridProperties, rowCount, columnCount },
    };
  }

  /** The box with its open sides closed by the grid. @throws ApiError 400 when it starts outside the grid */
  resolve(box: Box, options: { clip?: boolean } = {}): Required<Box> {
    const closed = {
      startRowIndex: box.startRowIndex ?? 0,
      endRowIndex: box.endRowIndex ?? this.rowCount,
      startColumnIndex: box.startColumnIndex ?? 0,
      endColumnIndex: box.endColumnIndex ?? this.columnCount,
    };
    const outside =
      closed.startRowIndex >= this.rowCount ||
      closed.startColumnIndex >= this.columnCount ||
      (!options.clip && (closed.endRowIndex > this.rowCount || closed.endColumnIndex > this.columnCount));
    if (outside) throw this.exceeds(closed);
    closed.endRowIndex = Math.min(closed.endRowIndex, this.rowCount);
    closed.endColumnIndex = Math.min(closed.endColumnIndex, this.columnCount);
    return closed;
  }

  exceeds(box: Required<Box>) {
    const limits = `Max rows: ${this.rowCount}, max columns: ${this.columnCount}`;
    const end = {
      endRowIndex: Math.max(box.endRowIndex, box.startRowIndex + 1),
      endColumnIndex: Math.max(box.endColumnIndex, box.startColumnIndex + 1),
    };
    return invalid(`Range (${printRange(this.title, { ...box, ...end })}) exceeds grid limits. ${limits}`);
  }

  #writableRow(row: number): (Cell | undefined)[] {
    if (!this.#ownsRows) {
      this.state.rows = [...this.state.rows];
      this.#ownsRows = true;
    }
    const rows = this.state.rows as Row[];
    while (rows.length <= row) rows.push(EMPTY);
    let cells = rows[row]!;
    if (!this.#owned.has(cells)) {
      cells = [...cells];
      this.#owned.add(cells);
      rows[row] = cells;
    }
    return cells as (Cell | undefined)[];
  }

  #trimRows(): void {
    const rows = this.state.rows as Row[];
    while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  }
}

/** The cell without parts that are not there; undefined when it has none. */
export function withContent(cell: Cell): Cell | undefined {
  let isEmpty = true;
  for (const part of Object.keys(cell) as (keyof Cell)[])
    if (cell[part] === undefined) delete cell[part];
    else isEmpty = false;
  return isEmpty ? undefined : cell;
}

const EMPTY: Row = Object.freeze([]);
