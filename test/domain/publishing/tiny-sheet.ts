import type {
  ColourRule,
  CurrentCell,
  CurrentTab,
  CurrentWorkbook,
  GridRange,
  Mark,
} from '../../../functions/src/domain/publishing/current.ts';
import type {
  CellData,
  ChartSpec,
  SheetRequest,
} from '../../../functions/src/domain/publishing/sheet-request.ts';

/** A spreadsheet small enough to be obviously right: what planEdits' requests do, and what people do around them. */
export class TinyWorkbook {
  locale = 'en_US';
  timeZone = 'Etc/GMT';
  marks: Mark[] = [];
  tabs: TinyTab[] = [new TinyTab(0, 'Trang tính1', 1000, 26)];

  apply(requests: readonly SheetRequest[]): void {
    for (const request of requests) this.#applyOne(request);
  }

  tab(sheetId: number): TinyTab {
    const found = this.tabs.find((tab) => tab.sheetId === sheetId);
    if (!found) throw new Error(`no tab ${sheetId}`);
    return found;
  }

  current(): CurrentWorkbook {
    const { locale, timeZone, marks, tabs } = this;
    return { locale, timeZone, marks: [...marks], tabs: tabs.map((tab) => tab.current()) };
  }

  #tabWithChart(id: number): TinyTab {
    const found = this.tabs.find((tab) => tab.charts.has(id));
    if (!found) throw new Error(`no object ${id}`);
    return found;
  }

  #applyOne(request: SheetRequest): void {
    if ('updateSpreadsheetProperties' in request) {
      ({ locale: this.locale, timeZone: this.timeZone } = request.updateSpreadsheetProperties.properties);
    } else if ('addSheet' in request) {
      const { sheetId, title, index, gridProperties } = request.addSheet.properties;
      if (this.tabs.some((tab) => tab.sheetId === sheetId || tab.title.toLowerCase() === title.toLowerCase()))
        throw new Error('sheet exists');
      this.tabs.splice(
        index,
        0,
        new TinyTab(sheetId, title, gridProperties.rowCount, gridProperties.columnCount),
      );
      this.tab(sheetId).frozenRows = gridProperties.frozenRowCount;
    } else if ('deleteSheet' in request) {
      this.tabs = this.tabs.filter((tab) => tab.sheetId !== request.deleteSheet.sheetId);
      if (this.tabs.length === 0) throw new Error('the last tab');
    } else if ('updateSheetProperties' in request) {
      const { sheetId, gridProperties } = request.updateSheetProperties.properties;
      this.tab(sheetId).frozenRows = gridProperties.frozenRowCount;
    } else if ('createDeveloperMetadata' in request) {
      const {
        metadataId: id,
        metadataKey: key,
        metadataValue: value,
        location,
      } = request.createDeveloperMetadata.developerMetadata;
      if ([this.marks, ...this.tabs.map((tab) => tab.allMarks())].flat().some((mark) => mark.id === id))
        throw new Error('metadata exists');
      if ('spreadsheet' in location) this.marks.push({ id, key, value });
      else if ('sheetId' in location) this.tab(location.sheetId).marks.push({ id, key, value });
      else {
        const { sheetId, dimension, startIndex } = location.dimensionRange;
        const tab = this.tab(sheetId);
        (dimension === 'ROWS' ? tab.rows : tab.columns)[startIndex]!.marks.push({ id, key, value });
      }
    } else if ('updateDeveloperMetadata' in request) {
      const { dataFilters, developerMetadata } = request.updateDeveloperMetadata;
      const ids = dataFilters.map(({ developerMetadataLookup }) => developerMetadataLookup.metadataId);
      const { metadataValue: value } = developerMetadata;
      for (const holder of [this, ...this.tabs])
        holder.marks = holder.marks.map((mark) => (ids.includes(mark.id) ? { ...mark, value } : mark));
    } else if ('deleteDeveloperMetadata' in request) {
      const { metadataId } = request.deleteDeveloperMetadata.dataFilter.developerMetadataLookup;
      for (const holder of [this, ...this.tabs])
        holder.marks = holder.marks.filter(({ id }) => id !== metadataId);
    } else if ('insertDimension' in request) {
      const { sheetId, dimension, startIndex, endIndex } = request.insertDimension.range;
      const { rows, columns } = this.tab(sheetId);
      if (startIndex >= (dimension === 'ROWS' ? rows : columns).length)
        throw new Error('after the last line');
      for (let at = startIndex; at < endIndex; at++) this.tab(sheetId).insert(dimension, at);
    } else if ('deleteDimension' in request) {
      const { sheetId, dimension, startIndex } = request.deleteDimension.range;
      this.tab(sheetId).remove(dimension, startIndex);
    } else if ('appendDimension' in request) {
      const { sheetId, dimension, length } = request.appendDimension;
      const tab = this.tab(sheetId);
      for (let n = 0; n < length; n++)
        tab.insert(dimension, dimension === 'ROWS' ? tab.rows.length : tab.columns.length);
    } else if ('updateDimensionProperties' in request) {
      const { range, properties } = request.updateDimensionProperties;
      Object.assign(this.tab(range.sheetId).columns[range.startIndex]!, properties);
    } else if ('updateCells' in request) {
      const { start, rows, fields } = request.updateCells;
      const tab = this.tab(start.sheetId);
      if (fields === LINK) {
        rows.forEach(({ values: [cell] }, r) => {
          tab.link(start.rowIndex + r, start.columnIndex, cell?.userEnteredFormat?.textFormat?.link?.uri);
        });
        return;
      }
      if (fields !== 'userEnteredValue') throw new Error(`fields ${fields}`);
      rows.forEach(({ values }, r) => {
        values.forEach((cell, c) => void tab.set(start.rowIndex + r, start.columnIndex + c, literalOf(cell)));
      });
    } else if ('repeatCell' in request) {
      const { range, fields } = request.repeatCell;
      const tab = this.tab(range.sheetId);
      tab.checkRange(range);
      if (fields === LINK) tab.links.clear(); // of the one column that has links
    } else if ('addConditionalFormatRule' in request) {
      const { index, rule } = request.addConditionalFormatRule;
      this.tab(rule.ranges[0]!.sheetId).rules.splice(index, 0, { ranges: rule.ranges, ...saidBy(rule) });
    } else if ('deleteConditionalFormatRule' in request) {
      const { sheetId, index } = request.deleteConditionalFormatRule;
      if (this.tab(sheetId).rules.splice(index, 1).length === 0) throw new Error('no rule');
    } else if ('addProtectedRange' in request) {
      const { protectedRangeId: id, range } = request.addProtectedRange.protectedRange;
      const tab = this.tab(range.sheetId);
      if (tab.protections.has(id)) throw new Error('protection exists');
      tab.protections.set(id, withoutSheet(range));
    } else if ('updateProtectedRange' in request) {
      const { protectedRangeId: id, range } = request.updateProtectedRange.protectedRange;
      if (!this.tab(range.sheetId).protections.has(id)) throw new Error('no protection');
      this.tab(range.sheetId).protections.set(id, withoutSheet(range));
    } else if ('addChart' in request) {
      const { chartId, spec, position } = request.addChart.chart;
      if (this.tabs.some((tab) => tab.charts.has(chartId))) throw new Error('object exists');
      const { sheetId, rowIndex, columnIndex } = position.overlayPosition.anchorCell;
      const tab = this.tab(sheetId);
      tab.checkRange({ startRowIndex: rowIndex, endRowIndex: rowIndex + 1, endColumnIndex: columnIndex + 1 });
      tab.charts.set(chartId, spec);
      tab.anchors.set(chartId, { row: rowIndex, column: columnIndex });
    } else if ('updateEmbeddedObjectPosition' in request) {
      const { objectId, newPosition, fields } = request.updateEmbeddedObjectPosition;
      if (fields !== 'anchorCell') throw new Error(`fields ${fields}`);
      const { rowIndex, columnIndex } = newPosition.overlayPosition.anchorCell;
      const tab = this.#tabWithChart(objectId);
      tab.checkRange({ startRowIndex: rowIndex, endRowIndex: rowIndex + 1, endColumnIndex: columnIndex + 1 });
      tab.anchors.set(objectId, { row: rowIndex, column: columnIndex });
    } else if ('updateChartSpec' in request) {
      const { chartId, spec } = request.updateChartSpec;
      this.#tabWithChart(chartId).charts.set(chartId, spec);
    } else if ('deleteEmbeddedObject' in request) {
      const { objectId } = request.deleteEmbeddedObject;
      this.#tabWithChart(objectId).charts.delete(objectId);
    } else {
      const gone = this.tabs.filter((tab) =>
        tab.protections.delete(request.deleteProtectedRange.protectedRangeId),
      );
      if (gone.length === 0) throw new Error('no protection');
    }
  }
}

/** The only format that is looked at here: the others are put on once and left to people. */
const LINK = 'userEnteredFormat.textFormat.link';

type NewRule = Extract<
  SheetRequest,
  { addConditionalFormatRule: unknown }
>['addConditionalFormatRule']['rule'];

/** A rule in a few words: "TEXT_EQ Tốt", "MIN MAX". */
function saidBy(rule: NewRule): Pick<TinyRule, 'by' | 'says'> {
  if ('gradientRule' in rule) {
    const { minpoint, midpoint, maxpoint } = rule.gradientRule;
    const points = [minpoint, midpoint, maxpoint].filter((point) => point !== undefined);
    return { by: 'scale', says: points.map(({ type, value }) => value ?? type).join(' ') };
  }
  const { type, values } = rule.booleanRule.condition;
  return {
    by: type === 'TEXT_EQ' ? 'text' : 'number',
    says: `${type} ${values.map(({ userEnteredValue }) => userEnteredValue)}`,
  };
}

export interface TinyRule extends ColourRule {
  says: string;
}

interface Line {
  marks: Mark[];
  hiddenByUser?: boolean;
  pixelSize?: number;
}

export class TinyTab {
  readonly sheetId: number;
  title: string;
  frozenRows = 0;
  marks: Mark[] = [];
  rows: Line[];
  columns: Line[];
  /** Every cell of the grid. */
  cells: CurrentCell[][];
  protections = new Map<number, GridRange>();
  rules: TinyRule[] = [];
  /** By id. Their ranges do not follow people's edits here: what is drawn is told anew. */
  charts = new Map<number, ChartSpec>();
  /** The cells that charts hang on. */
  anchors = new Map<number, { row: number; column: number }>();

  constructor(sheetId: number, title: string, rowCount: number, columnCount: number) {
    this.sheetId = sheetId;
    this.title = title;
    this.rows = Array.from({ length: rowCount }, () => ({ marks: [] }));
    this.columns = Array.from({ length: columnCount }, () => ({ marks: [] }));
    this.cells = this.rows.map(() => this.columns.map(() => null));
  }

  /** Where cells lead, by "row column". They do not follow people's edits here. */
  links = new Map<string, string>();

  link(row: number, column: number, uri: string | undefined): void {
    if (!this.rows[row] || !this.columns[column]) throw new Error(`outside the grid: ${row}, ${column}`);
    if (uri === undefined) this.links.delete(`${row} ${column}`);
    else this.links.set(`${row} ${column}`, uri);
  }

  insert(dimension: 'ROWS' | 'COLUMNS', at: number): void {
    if (dimension === 'ROWS') {
      this.rows.splice(at, 0, { marks: [] });
      this.cells.splice(
        at,
        0,
        this.columns.map(() => null),
      );
    } else {
      this.columns.splice(at, 0, { marks: [] });
      for (const row of this.cells) row.splice(at, 0, null);
      this.#follow((columns) => [...columns.slice(0, at), null, ...columns.slice(at)]);
    }
  }

  remove(dimension: 'ROWS' | 'COLUMNS', at: number): void {
    (dimension === 'ROWS' ? this.rows : this.columns).splice(at, 1);
    if (dimension === 'ROWS') this.cells.splice(at, 1);
    else {
      for (const row of this.cells) row.splice(at, 1);
      this.#follow((columns) => columns.filter((_, i) => i !== at));
    }
  }

  /** Ranges keep covering the columns they covered; one that covers none is gone, with its protection or rule. */
  #follow(edit: (columns: readonly (number | null)[]) => readonly (number | null)[]): void {
    const moved = edit(Array.from({ length: 60 }, (_, i) => i));
    const follow = (range: GridRange): GridRange[] => {
      if (range.startColumnIndex === undefined) return [range];
      const covered = moved.flatMap((was, now) =>
        was !== null && was >= range.startColumnIndex! && was < range.endColumnIndex! ? [now] : [],
      );
      if (covered.length === 0) return [];
      return [{ ...range, startColumnIndex: covered[0]!, endColumnIndex: covered.at(-1)! + 1 }];
    };
    this.protections = new Map(
      [...this.protections].flatMap(([id, range]) => follow(range).map((to) => [id, to] as const)),
    );
    this.rules = this.rules.flatMap((rule) => {
      const ranges = rule.ranges.flatMap(follow);
      return ranges.length === 0 ? [] : [{ ...rule, ranges }];
    });
  }

  moveColumn(from: number, to: number): void {
    this.columns.splice(to, 0, ...this.columns.splice(from, 1));
    for (const row of this.cells) row.splice(to, 0, ...row.splice(from, 1));
  }

  set(row: number, column: number, value: CurrentCell): void {
    if (!this.rows[row] || !this.columns[column]) throw new Error(`outside the grid: ${row}, ${column}`);
    this.cells[row]![column] = value;
  }

  checkRange(range: GridRange): void {
    if ((range.startRowIndex ?? 0) >= this.rows.length || (range.endRowIndex ?? 0) > this.rows.length)
      throw new Error('rows outside the grid');
    if ((range.endColumnIndex ?? 0) > this.columns.length) throw new Error('columns outside the grid');
  }

  allMarks(): Mark[] {
    return [
      this.marks,
      ...this.rows.map((row) => row.marks),
      ...this.columns.map((column) => column.marks),
    ].flat();
  }

  columnNamed(key: string): number {
    return this.columns.findIndex(({ marks }) =>
      marks.some((mark) => mark.key === 'dien-hinh.column' && mark.value === key),
    );
  }

  headerRow(): number {
    return this.rows.findIndex(({ marks }) => marks.some((mark) => mark.key === 'dien-hinh.row'));
  }

  current(): CurrentTab {
    const placed = (lines: readonly Line[]) =>
      lines.flatMap(({ marks }, at) => marks.map((mark) => ({ ...mark, at })));
    return {
      sheetId: this.sheetId,
      title: this.title,
      rowCount: this.rows.length,
      columnCount: this.columns.length,
      frozenRows: this.frozenRows,
      values: trimmed(this.cells),
      marks: [...this.marks],
      columnMarks: placed(this.columns),
      rowMarks: placed(this.rows),
      protections: [...this.protections].map(([id, range]) => ({ id, range })),
      colourRules: [...this.rules],
      charts: [...this.charts.keys()].map((id) => ({ id, ...this.anchors.get(id)! })),
    };
  }
}

/** As the API answers: rows up to the last used one, each up to its last used cell. */
function trimmed(cells: readonly (readonly CurrentCell[])[]): CurrentCell[][] {
  const rows = cells.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
  return rows.slice(0, rows.findLastIndex((row) => row.length > 0) + 1);
}

function literalOf(cell: CellData): CurrentCell {
  const value = cell.userEnteredValue;
  if (value === undefined) return null;
  if ('stringValue' in value) return value.stringValue;
  return 'numberValue' in value ? value.numberValue : value.boolValue;
}

function withoutSheet({ sheetId: _, ...range }: GridRange & { readonly sheetId: number }): GridRange {
  return range;
}
