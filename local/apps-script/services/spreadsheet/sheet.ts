import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { printTitle, splitA1 } from '../../../sheets/wire/a1.ts';
import { Exception } from '../errors.ts';
import { Service } from '../service.ts';
import type { CellValue } from './cell-values.ts';
import type { DeveloperMetadata } from './developer-metadata.ts';
import { addMetadata, MetadataFinder, metadataAt } from './metadata-finder.ts';
import { checkInside, readCells } from './place.ts';
import { type Protection, protect, protectionsOf } from './protection.ts';
import { Range } from './range.ts';
import { RangeList } from './range-list.ts';
import { activePlace, activeSheetId, select, selectSheet } from './selection.ts';
import { batchUpdate, getEntered, getSpreadsheet } from './sheets-api.ts';
import { type Spreadsheet, theSpreadsheet } from './spreadsheet.ts';
import { type Tab, tabOf } from './structure.ts';

export class Sheet extends Service {
  readonly #id: number;
  constructor(id: number) {
    super();
    this.#id = id;
  }
  override toString(): string {
    return 'Sheet';
  }
  getSheetId(): number {
    return this.#id;
  }
  getName(): string {
    return this.#tab('getName').title;
  }
  getSheetName(): string {
    return this.#tab('getSheetName').title;
  }
  getParent(): Spreadsheet {
    return theSpreadsheet();
  }
  /** Its place among the tabs, from 1. */
  getIndex(): number {
    const tab = this.#tab('getIndex');
    return (
      theSpreadsheet()
        .getSheets()
        .findIndex((one) => one.getSheetId() === tab.sheetId) + 1
    );
  }
  isSheetHidden(): boolean {
    return this.#tab('isSheetHidden').hidden;
  }
  getMaxRows(): number {
    return this.#tab('getMaxRows').rowCount;
  }
  getMaxColumns(): number {
    return this.#tab('getMaxColumns').columnCount;
  }
  getFrozenRows(): number {
    return this.#tab('getFrozenRows').frozenRows;
  }
  getFrozenColumns(): number {
    return this.#tab('getFrozenColumns').frozenColumns;
  }
  /** The last row that holds anything; 0 for an empty tab. */
  getLastRow(): number {
    return this.#extent('Sheet.getLastRow').rows;
  }
  getLastColumn(): number {
    return this.#extent('Sheet.getLastColumn').columns;
  }

  /** From A1 to the last cell that holds anything. */
  getDataRange(): Range {
    const { rows, columns } = this.#extent('Sheet.getDataRange');
    const size = { height: Math.max(1, rows), width: Math.max(1, columns) };
    return new Range({ sheetId: this.#id, row: 0, column: 0, ...size });
  }
  /** `('A1:B2')`, `(row, column)`, `(row, column, rows)`, `(row, column, rows, columns)`; counted from 1. */
  getRange(first: string | number, column?: number, rows = 1, columns = 1): Range {
    const tab = this.#tab('getRange');
    if (typeof first === 'string') return new Range(this.#readCells(tab, first));
    const place = { sheetId: this.#id, row: whole(first) - 1, column: whole(column) - 1 };
    return new Range(checkInside(tab, { ...place, height: whole(rows), width: whole(columns) }));
  }
  getRangeList(notations: readonly string[]): RangeList {
    return new RangeList(notations.map((one) => this.getRange(one)));
  }
  getSheetValues(row: number, column: number, rows: number, columns: number): CellValue[][] {
    return this.getRange(row, column, rows, columns).getValues();
  }

  activate(): this {
    selectSheet(this.#id);
    return this;
  }
  getActiveRange(): Range | null {
    return activeSheetId('Sheet.getActiveRange') === this.#id
      ? new Range(activePlace('Sheet.getActiveRange'))
      : this.getRange('A1');
  }
  setActiveRange(range: Range): Range {
    select(Range.placeOf(range));
    return range;
  }
  setActiveSelection(range: Range | string): Range {
    return this.setActiveRange(typeof range === 'string' ? this.getRange(range) : range);
  }

  hideColumns(column: number, count = 1): void {
    this.#hide('hideColumns', 'COLUMNS', column, count, true);
  }
  showColumns(column: number, count = 1): void {
    this.#hide('showColumns', 'COLUMNS', column, count, false);
  }
  isColumnHiddenByUser(column: number): boolean {
    return this.#isHidden('isColumnHiddenByUser', this.getRange(1, column), 'columnMetadata');
  }
  isRowHiddenByUser(row: number): boolean {
    return this.#isHidden('isRowHiddenByUser', this.getRange(row, 1), 'rowMetadata');
  }

  protect(): Protection {
    return protect('Sheet.protect', { sheetId: this.#id });
  }
  getProtections(type: unknown): Protection[] {
    return protectionsOf('Sheet.getProtections', type, this.#id);
  }
  /** What is written on the tab itself. */
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt('Sheet.getDeveloperMetadata', { sheetId: this.#id });
  }
  addDeveloperMetadata(key: string, value?: unknown, visibility?: unknown): this {
    addMetadata('Sheet.addDeveloperMetadata', { sheetId: this.#id }, { key, value, visibility });
    return this;
  }
  /** Looks at the tab, its rows and its columns. */
  createDeveloperMetadataFinder(): MetadataFinder {
    return new MetadataFinder({ sheetId: this.#id });
  }

  #tab(method: string): Tab {
    return tabOf(`Sheet.${method}`, this.#id);
  }
  #readCells(tab: Tab, text: string) {
    const { title, cells } = splitA1(text);
    if (title !== undefined && title !== tab.title) throw new Exception('Range not found');
    return readCells(tab, cells ?? '');
  }
  #extent(label: string): { rows: number; columns: number } {
    const values = getEntered(label, this.#id);
    return { rows: values.length, columns: Math.max(0, ...values.map((row) => row.length)) };
  }
  #hide(method: string, dimension: string, first: number, count: number, hiddenByUser: boolean): void {
    const range = { sheetId: this.#id, dimension, startIndex: first - 1, endIndex: first - 1 + count };
    const update = { range, properties: { hiddenByUser }, fields: 'hiddenByUser' };
    batchUpdate(`Sheet.${method}`, [{ updateDimensionProperties: update }]);
  }
  #isHidden(method: string, range: Range, lines: 'rowMetadata' | 'columnMetadata'): boolean {
    const where = `${printTitle(this.getName())}!${range.getA1Notation()}`;
    const { sheets } = getSpreadsheet(`Sheet.${method}`, `sheets.data(${lines}(hiddenByUser))`, where);
    const [line] = (sheets?.[0]?.data?.[0]?.[lines] ?? []) as api.Schema$DimensionProperties[];
    return line?.hiddenByUser ?? false;
  }
}

/** Apps Script takes the whole part of a number. */
const whole = (value: number | undefined) => Math.trunc(Number(value));
