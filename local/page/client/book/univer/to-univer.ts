import type { ICellData, IRange, IStyleData, IWorkbookData, IWorksheetData, Nullable } from '@univerjs/core';
import type { Box, CellView, TabView } from '../../../view/types.ts';

/** What hangs on a cell beside its text and style; kept where Univer keeps it for us. */
export interface CellExtras {
  /** What one would type to get what is shown. Holds only while `d` is what the cell shows. */
  readonly e?: string;
  readonly d?: string;
  readonly note?: string;
  /** A key of the tab's lists. */
  readonly choices?: string;
}

export const idOf = (sheetId: number): string => String(sheetId);

/** Text as far as Univer is concerned: what is typed is read by the server and by nobody else. */
const TEXT = 1;

/** A workbook's first state. Later states come as changes of single parts. */
export function toWorkbookData(
  unitId: string,
  title: string,
  tabs: readonly TabView[],
  activeSheetId: number | undefined,
): IWorkbookData {
  const active = tabs.find(({ sheetId }) => sheetId === activeSheetId) ?? tabs.find(({ hidden }) => !hidden);
  return {
    id: unitId,
    name: title,
    appVersion: '0.25.1',
    locale: 'viVN' as IWorkbookData['locale'],
    styles: {},
    sheetOrder: tabs.map(({ sheetId }) => idOf(sheetId)),
    sheets: Object.fromEntries(
      tabs.map((tab) => [idOf(tab.sheetId), toWorksheetData(tab, tab.sheetId === active?.sheetId)]),
    ),
  };
}

export function toWorksheetData(tab: TabView, active = false): Partial<IWorksheetData> {
  const cellData: Record<number, Record<number, ICellData>> = {};
  tab.cells.forEach((row, r) => {
    row.forEach((cell, c) => {
      if (cell === null) return;
      cellData[r] ??= {};
      cellData[r][c] = toCellData(cell, tab.styles);
    });
  });
  return {
    id: idOf(tab.sheetId),
    name: tab.title,
    tabColor: tab.colour ?? '',
    hidden: tab.hidden ? 1 : 0,
    rowCount: tab.rowCount,
    columnCount: tab.columnCount,
    defaultColumnWidth: 100,
    defaultRowHeight: 21,
    defaultStyle: DEFAULT_STYLE,
    showGridlines: tab.gridlines ? 1 : 0,
    freeze: toFreeze(tab.frozenRows, tab.frozenColumns),
    mergeData: tab.merges.map(toRange),
    cellData,
    rowData: Object.fromEntries(
      Object.entries(tab.rows).map(([index, { size, hidden }]) => [
        index,
        { ...(size && { h: size, ia: 0 }), ...(hidden && { hd: 1 }) },
      ]),
    ),
    columnData: Object.fromEntries(
      Object.entries(tab.columns).map(([index, { size, hidden }]) => [
        index,
        { ...(size && { w: size }), ...(hidden && { hd: 1 }) },
      ]),
    ),
    ...(active && { status: 1 }),
  } as Partial<IWorksheetData>;
}

/** As Google's sheets look when nobody chose anything. */
const DEFAULT_STYLE: IStyleData = { ff: 'Arial', fs: 10, vt: 3 };

export function toCellData(cell: CellView, styles: TabView['styles']): ICellData {
  const { shown, entered, note, choices, style } = cell;
  const extras: CellExtras = {
    ...(entered !== undefined && { e: entered, d: shown }),
    ...(note !== undefined && { note }),
    ...(choices !== undefined && { choices }),
  };
  return {
    ...(shown !== '' && { v: shown, t: TEXT }),
    ...(style !== undefined && { s: styles[style]! }),
    ...(Object.keys(extras).length > 0 && { custom: extras }),
  };
}

/** What one would type to get what the cell holds; '' for an empty one. */
export function enteredOf(cell: Nullable<ICellData>): string {
  if (!cell) return '';
  const { e, d } = (cell.custom ?? {}) as CellExtras;
  const shown = textOf(cell);
  return e !== undefined && (d ?? '') === shown ? e : shown;
}

/** The text in a cell, whichever of Univer's ways it is kept in. */
export function textOf({ v, f, p }: ICellData): string {
  if (typeof f === 'string' && f !== '') return f;
  if (p?.body) return p.body.dataStream.replace(/\r\n$/, '').replaceAll('\r', '\n');
  return v === null || v === undefined ? '' : String(v).replaceAll('\r', '\n');
}

export function toFreeze(rows: number, columns: number): IWorksheetData['freeze'] {
  return { xSplit: columns, ySplit: rows, startRow: rows || -1, startColumn: columns || -1 };
}

/** Univer's ranges name their last row and column. */
export const toRange = ({ top, left, bottom, right }: Box): IRange => ({
  startRow: top,
  startColumn: left,
  endRow: bottom - 1,
  endColumn: right - 1,
});

export const toBox = ({ startRow, startColumn, endRow, endColumn }: IRange): Box => ({
  top: startRow,
  left: startColumn,
  bottom: endRow + 1,
  right: endColumn + 1,
});
