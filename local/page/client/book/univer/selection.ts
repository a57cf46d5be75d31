import type { IRange } from '@univerjs/core';
import { SheetsSelectionsService } from '@univerjs/sheets';
import { columnLetters, readRange } from './a1.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { idOf } from './to-univer.ts';

/** The tab that is shown. */
export const activeSheetId = (sheet: Spreadsheet): number =>
  Number(sheet.workbook.getActiveSheet()?.getSheetId());

/** What is active in the window, as the add-on is told: `{sheetId: 7, range: 'B3:C5'}`. */
export function selectionOf(sheet: Spreadsheet): { sheetId: number; range: string } {
  const range = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.range;
  const sheetId = activeSheetId(sheet);
  if (!range) return { sheetId, range: 'A1' };
  const from = `${columnLetters(range.startColumn)}${range.startRow + 1}`;
  const to = `${columnLetters(range.endColumn)}${range.endRow + 1}`;
  return { sheetId, range: from === to ? from : `${from}:${to}` };
}

/** The cell that typing goes into. */
export function activeCell(sheet: Spreadsheet): { row: number; column: number } | undefined {
  const primary = sheet.get(SheetsSelectionsService).getCurrentLastSelection()?.primary;
  return primary && { row: primary.startRow, column: primary.startColumn };
}

export function showTab(sheet: Spreadsheet, sheetId: number): void {
  if (activeSheetId(sheet) === sheetId) return;
  sheet.commands.syncExecuteCommand('sheet.operation.set-worksheet-active', {
    unitId: sheet.unitId,
    subUnitId: idOf(sheetId),
  });
}

/** Shows the tab, selects the cells and scrolls to them. */
export function select(sheet: Spreadsheet, sheetId: number, a1: string | undefined): void {
  showTab(sheet, sheetId);
  const range = a1 === undefined ? undefined : readRange(a1);
  if (!range) return;
  sheet.commands.syncExecuteCommand('sheet.operation.set-selections', {
    unitId: sheet.unitId,
    subUnitId: idOf(sheetId),
    selections: [{ range, primary: firstCell(range), style: null }],
  });
  sheet.commands.syncExecuteCommand('sheet.command.scroll-to-cell', { range });
}

function firstCell({ startRow, startColumn }: IRange) {
  return {
    startRow,
    startColumn,
    endRow: startRow,
    endColumn: startColumn,
    actualRow: startRow,
    actualColumn: startColumn,
    isMerged: false,
    isMergedMainCell: false,
  };
}
