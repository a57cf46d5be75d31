import { type ICellData, mergeWorksheetSnapshotWithDefault } from '@univerjs/core';
import type { CellChange, LineChange, TabChange } from '../../../view/diff.ts';
import type { Shift } from '../../../view/shift.ts';
import type { TabView } from '../../../view/types.ts';
import { FROM_SERVER } from '../edits/local-edits.ts';
import { showTab } from '../univer/selection.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { idOf, toCellData, toFreeze, toRange, toWorksheetData } from '../univer/to-univer.ts';

/**
 * Brings what the server says into Univer, part by part, so that the selection, the scroll and an open editor stay
 * as they are.
 */
export function applyChange(sheet: Spreadsheet, tab: TabView, change: TabChange): void {
  const target = { unitId: sheet.unitId, subUnitId: idOf(tab.sheetId) };
  const run = (mutation: string, params: object) =>
    sheet.commands.syncExecuteCommand(`sheet.mutation.${mutation}`, { ...target, ...params }, FROM_SERVER);
  if (change.size) {
    run('set-worksheet-row-count', { rowCount: change.size.rowCount });
    run('set-worksheet-column-count', { columnCount: change.size.columnCount });
  }
  if (change.merges?.gone.length) run('remove-worksheet-merge', { ranges: change.merges.gone.map(toRange) });
  if (change.cells.length > 0) setCells(run, change.cells, tab);
  if (change.merges?.fresh.length) run('add-worksheet-merge', { ranges: change.merges.fresh.map(toRange) });
  applyLines(run, change.rows, 'row', tab);
  applyLines(run, change.columns, 'col', tab);
  if (change.frozen) run('set-frozen', toFreeze(change.frozen.rows, change.frozen.columns));
  // What was done in this window is so already; doing it again would close menus over the tabs.
  const worksheet = sheet.workbook.getSheetBySheetId(target.subUnitId);
  const { title, colour, hidden } = change;
  if (title !== undefined && title !== worksheet?.getName()) run('set-worksheet-name', { name: title });
  if (colour !== undefined && (colour ?? '') !== (worksheet?.getTabColor() ?? ''))
    run('set-tab-color', { color: colour ?? '' });
  if (hidden !== undefined && hidden !== (worksheet?.isSheetHidden() === 1))
    run('set-worksheet-hidden', { hidden: hidden ? 1 : 0 });
  if (change.gridlines !== undefined) run('toggle-gridlines', { showGridlines: change.gridlines ? 1 : 0 });
}

type Run = (mutation: string, params: object) => unknown;

/** Taken away first: Univer merges a new style into the old one. */
function setCells(run: Run, cells: readonly CellChange[], tab: TabView): void {
  const gone: Record<number, Record<number, null>> = {};
  const fresh: Record<number, Record<number, ICellData>> = {};
  for (const { row, column, cell } of cells) {
    gone[row] ??= {};
    gone[row][column] = null;
    if (cell === null) continue;
    fresh[row] ??= {};
    fresh[row][column] = toCellData(cell, tab.styles);
  }
  run('set-range-values', { cellValue: gone });
  if (Object.keys(fresh).length > 0) run('set-range-values', { cellValue: structuredClone(fresh) });
}

const DEFAULT = { row: 21, col: 100 } as const;

function applyLines(run: Run, lines: readonly LineChange[], which: 'row' | 'col', tab: TabView): void {
  const count = which === 'row' ? tab.rowCount : tab.columnCount;
  for (const { index, line } of lines) {
    if (index >= count) continue;
    const range =
      which === 'row'
        ? { startRow: index, endRow: index, startColumn: 0, endColumn: tab.columnCount - 1 }
        : { startRow: 0, endRow: tab.rowCount - 1, startColumn: index, endColumn: index };
    run(`set-${which}-visible`, { ranges: [range] });
    const size = line.size ?? DEFAULT[which];
    if (which === 'col') run('set-worksheet-col-width', { ranges: [range], colWidth: size });
    else {
      run('set-worksheet-row-height', { ranges: [range], rowHeight: size });
      run('set-worksheet-row-is-auto-height', {
        ranges: [range],
        autoHeightInfo: line.size === undefined ? 1 : 0,
      });
    }
    if (line.hidden) run(`set-${which}-hidden`, { ranges: [range] });
  }
}

/** Lines that came or went elsewhere: an open editor and what is selected go with them. */
export function applyShift(sheet: Spreadsheet, tab: TabView, { dimension, at, count }: Shift): void {
  const rows = dimension === 'rows';
  const [start, end] = [at, at + Math.abs(count) - 1];
  const range = rows
    ? { startRow: start, endRow: end, startColumn: 0, endColumn: tab.columnCount - 1 }
    : { startRow: 0, endRow: tab.rowCount - 1, startColumn: start, endColumn: end };
  const name = count > 0 ? (rows ? 'insert-row' : 'insert-col') : rows ? 'remove-rows' : 'remove-col';
  sheet.commands.syncExecuteCommand(
    `sheet.mutation.${name}`,
    { unitId: sheet.unitId, subUnitId: idOf(tab.sheetId), range },
    FROM_SERVER,
  );
}

/** Tabs that came, went or moved. */
export function applyTabs(sheet: Spreadsheet, before: readonly TabView[], after: readonly TabView[]): void {
  const run = (mutation: string, params: object) =>
    sheet.commands.syncExecuteCommand(
      `sheet.mutation.${mutation}`,
      { unitId: sheet.unitId, ...params },
      FROM_SERVER,
    );
  const kept = new Set(after.map(({ sheetId }) => sheetId));
  const known = new Set(before.map(({ sheetId }) => sheetId));
  after.forEach((tab, index) => {
    if (!known.has(tab.sheetId))
      run('insert-sheet', { index, sheet: mergeWorksheetSnapshotWithDefault(toWorksheetData(tab)) });
  });
  for (const { sheetId, title } of before) {
    if (kept.has(sheetId)) continue;
    const active = sheet.workbook.getActiveSheet();
    if (active?.getSheetId() === idOf(sheetId)) leave(sheet, after);
    run('remove-sheet', { subUnitId: idOf(sheetId), subUnitName: title });
  }
  after.forEach(({ sheetId }, toOrder) => {
    const fromOrder = sheet.workbook.getSheets().findIndex((one) => one.getSheetId() === idOf(sheetId));
    if (fromOrder !== toOrder) run('set-worksheet-order', { subUnitId: idOf(sheetId), fromOrder, toOrder });
  });
}

/** Somebody looks at a tab that goes away. */
function leave(sheet: Spreadsheet, after: readonly TabView[]): void {
  const next = after.find(({ hidden }) => !hidden);
  if (next) showTab(sheet, next.sheetId);
}
