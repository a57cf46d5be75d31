import { IRenderManagerService } from '@univerjs/engine-render';
import { SheetSkeletonManagerService } from '@univerjs/sheets-ui';
import type { TabView } from '../../../view/types.ts';
import { FROM_SERVER } from '../edits/local-edits.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { idOf } from './to-univer.ts';

const WRAP = 3;

/**
 * Makes rows as high as their wrapped texts, as Google's sheets do with rows whose height nobody chose; the API tells
 * the default height for them. Only how the window shows them: nothing is sent. False when the tab is not drawn yet.
 */
export function fitHeights(sheet: Spreadsheet, tab: TabView, rows?: ReadonlySet<number>): boolean {
  const skeleton = sheet
    .get<IRenderManagerService>(IRenderManagerService)
    .getRenderById(sheet.unitId)
    ?.with(SheetSkeletonManagerService)
    .ensureSkeleton(idOf(tab.sheetId));
  if (!skeleton) return false;
  const ranges = growingRows(tab, rows).map((row) => ({
    startRow: row,
    endRow: row,
    startColumn: 0,
    endColumn: tab.columnCount - 1,
  }));
  const rowsAutoHeightInfo = skeleton.calculateAutoHeightInRange(ranges);
  if (rowsAutoHeightInfo.length > 0)
    sheet.commands.syncExecuteCommand(
      'sheet.mutation.set-worksheet-row-auto-height',
      { unitId: sheet.unitId, subUnitId: idOf(tab.sheetId), rowsAutoHeightInfo },
      FROM_SERVER,
    );
  return true;
}

/** Rows of the default height that hold a text which wraps, or breaks by itself. */
function growingRows(tab: TabView, among: ReadonlySet<number> | undefined): number[] {
  const rows: number[] = [];
  tab.cells.forEach((cells, row) => {
    if ((among && !among.has(row)) || tab.rows[row]?.size) return;
    const grows = cells.some(
      (cell) =>
        cell !== null &&
        cell.shown !== '' &&
        (cell.shown.includes('\n') || (cell.style !== undefined && tab.styles[cell.style]?.tb === WRAP)),
    );
    // A row that was high has to come down again.
    if (grows || among?.has(row)) rows.push(row);
  });
  return rows;
}
