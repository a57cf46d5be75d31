import { chartRows } from './chart-size.ts';
import {
  type ColourRule,
  type CurrentCell,
  type CurrentTab,
  type GridRange,
  MARK,
  type Mark,
  type PlacedChart,
  type PlacedMark,
} from './current.ts';
import { afterDelete, afterInsert, insertLines, line } from './draft-lines.ts';
import type { IdPool } from './id-pool.ts';
import { newMetadata } from './plan/new-metadata.ts';
import type { SheetRequest } from './sheet-request.ts';
import type { TableTab } from './wanted.ts';

/** Rows kept free below a new table, so that it can grow without new rows. */
const SPARE_ROWS = 20;

/** A tab as it will be when the requests planned so far are done. */
export class Draft {
  readonly sheetId: number;
  readonly title: string;
  rowCount: number;
  columnCount: number;
  frozenRows: number;
  /** True when rows or columns were added in this plan: ranges that people set may have stretched. */
  reshaped = false;
  /** True when lines were added above the header, or the header's row itself: they look like their neighbours. */
  hasNewBanner = false;
  hasNewHeader = false;
  /** Set when rows were added at the end: they have no dress yet. */
  grownFrom?: number;
  readonly isNew: boolean;
  readonly values: CurrentCell[][];
  marks: Mark[];
  columnMarks: PlacedMark[];
  rowMarks: PlacedMark[];
  protections: readonly { readonly id: number; readonly range: GridRange }[];
  colourRules: readonly ColourRule[];
  readonly charts: ReadonlyMap<number, PlacedChart>;
  /** Where rows that are new in this plan go: index of the wanted row, row of the sheet. */
  readonly newRows: { readonly index: number; readonly row: number }[] = [];
  /** Columns made in this plan, by key. */
  readonly newColumns = new Set<string>();

  constructor(tab: CurrentTab, isNew = false) {
    this.sheetId = tab.sheetId;
    this.title = tab.title;
    this.rowCount = tab.rowCount;
    this.columnCount = tab.columnCount;
    this.frozenRows = tab.frozenRows;
    this.isNew = isNew;
    this.values = tab.values.map((row) => [...row]);
    this.marks = [...tab.marks];
    this.columnMarks = [...tab.columnMarks];
    this.rowMarks = [...tab.rowMarks];
    this.protections = tab.protections;
    this.colourRules = tab.colourRules;
    this.charts = new Map(tab.charts.map((chart) => [chart.id, chart]));
  }

  /** Where our column stands. A column copied with its marks: the first. */
  positionOf(columnKey: string): number | undefined {
    const at = this.columnMarks.filter(({ key, value }) => key === MARK.column && value === columnKey);
    return at.length === 0 ? undefined : Math.min(...at.map((mark) => mark.at));
  }

  get headerRow(): number | undefined {
    const at = this.rowMarks.filter(({ key, value }) => key === MARK.row && value === 'header');
    return at.length === 0 ? undefined : Math.min(...at.map((mark) => mark.at));
  }

  cell(row: number, column: number): CurrentCell {
    return this.values[row]?.[column] ?? null;
  }

  insertColumns(at: number, count: number): SheetRequest {
    for (const row of this.values) if (row.length > at) row.splice(at, 0, ...Array<null>(count).fill(null));
    this.columnMarks = this.columnMarks.map((mark) =>
      mark.at >= at ? { ...mark, at: mark.at + count } : mark,
    );
    this.#rangesFollow((range) => afterInsert(range, at, count));
    const request = insertLines(this.sheetId, 'COLUMNS', { at, count, of: this.columnCount });
    this.columnCount += count;
    return request;
  }

  deleteColumn(at: number): SheetRequest {
    for (const row of this.values) row.splice(at, 1);
    this.columnMarks = this.columnMarks
      .filter((mark) => mark.at !== at)
      .map((mark) => (mark.at > at ? { ...mark, at: mark.at - 1 } : mark));
    this.columnCount--;
    this.#rangesFollow((range) => afterDelete(range, at));
    return { deleteDimension: { range: line(this.sheetId, 'COLUMNS', at) } };
  }

  insertRows(at: number, count: number): SheetRequest {
    if (this.values.length > at) this.values.splice(at, 0, ...Array.from({ length: count }, () => []));
    this.rowMarks = this.rowMarks.map((mark) => (mark.at >= at ? { ...mark, at: mark.at + count } : mark));
    const request = insertLines(this.sheetId, 'ROWS', { at, count, of: this.rowCount });
    this.rowCount += count;
    this.reshaped = true;
    return request;
  }

  deleteRow(at: number): SheetRequest {
    this.values.splice(at, 1);
    this.rowMarks = this.rowMarks
      .filter((mark) => mark.at !== at)
      .map((mark) => (mark.at > at ? { ...mark, at: mark.at - 1 } : mark));
    this.rowCount--;
    this.reshaped = true;
    return { deleteDimension: { range: line(this.sheetId, 'ROWS', at) } };
  }

  /** A range of which nothing is left goes, and with it a protection or a rule that has no other. */
  #rangesFollow(follow: (range: GridRange) => GridRange | undefined): void {
    this.reshaped = true;
    this.protections = this.protections.flatMap((protection) => {
      const range = follow(protection.range);
      return range === undefined ? [] : [{ ...protection, range }];
    });
    this.colourRules = this.colourRules.flatMap((rule) => {
      const ranges = rule.ranges.map(follow).filter((range) => range !== undefined);
      return ranges.length === 0 ? [] : [{ ...rule, ranges }];
    });
  }

  createMark(key: string, value: string, ids: IdPool): SheetRequest {
    const id = ids.newMark(`${this.sheetId}/${key}/${value}`);
    this.marks.push({ id, key, value });
    return newMetadata(id, key, value, { sheetId: this.sheetId });
  }

  createColumnMark(column: string, at: number, ids: IdPool): SheetRequest {
    const id = ids.newMark(`${this.sheetId}/${MARK.column}/${column}`);
    this.columnMarks.push({ id, key: MARK.column, value: column, at });
    this.newColumns.add(column);
    return newMetadata(id, MARK.column, column, { dimensionRange: line(this.sheetId, 'COLUMNS', at) });
  }

  createHeaderMark(at: number, ids: IdPool): SheetRequest {
    const id = ids.newMark(`${this.sheetId}/${MARK.row}/header`);
    this.rowMarks.push({ id, key: MARK.row, value: 'header', at });
    return newMetadata(id, MARK.row, 'header', { dimensionRange: line(this.sheetId, 'ROWS', at) });
  }
}

/** A tab as addSheet makes it: blank, just wide enough. */
export function newDraft(tab: TableTab, sheetId: number, title: string): Draft {
  const headerRow = tab.banner.length;
  return new Draft(
    {
      sheetId,
      title,
      rowCount:
        headerRow + 1 + tab.rows.length + Math.max(SPARE_ROWS, 2 * (tab.spareRows ?? 0)) + chartRows(tab),
      columnCount: tab.columns.length,
      frozenRows: headerRow + 1,
      values: [],
      marks: [],
      columnMarks: [],
      rowMarks: [],
      protections: [],
      colourRules: [],
      charts: [],
    },
    true,
  );
}
