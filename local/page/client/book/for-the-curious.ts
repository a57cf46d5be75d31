import { IEditorBridgeService } from '@univerjs/sheets-ui';
import type { Sync } from './sync/sync.ts';
import { readRange } from './univer/a1.ts';
import { cellRectangle, gridElement } from './univer/geometry.ts';
import { selectionOf } from './univer/selection.ts';
import type { Spreadsheet } from './univer/spreadsheet.ts';
import { textOf } from './univer/to-univer.ts';

/**
 * Puts `dienHinh` into the window: what a browser test, or somebody at the console, cannot read off a canvas. Returns
 * what takes it away.
 */
export function tellTheCurious(sheet: Spreadsheet, sync: Sync, container: HTMLElement): () => void {
  const dienHinh = {
    selection: () => selectionOf(sheet),
    book: () => sync.book,
    editing: () => sheet.get<IEditorBridgeService>(IEditorBridgeService).isVisible().visible,
    /** A cell of the active tab on the screen, in pixels of the window. */
    place: (a1: string) => {
      const { startRow, startColumn } = readRange(a1)!;
      const cell = cellRectangle(sheet, startRow, startColumn);
      const grid = gridElement(container)?.getBoundingClientRect();
      return cell && grid && { ...cell, left: cell.left + grid.left, top: cell.top + grid.top };
    },
    /** What the grid shows in a cell of the active tab. */
    shown: (a1: string) => {
      const { startRow, startColumn } = readRange(a1)!;
      const cell = sheet.workbook.getActiveSheet()?.getCellRaw(startRow, startColumn);
      return cell ? textOf(cell) : '';
    },
  };
  Object.assign(globalThis, { dienHinh });
  return () => Reflect.deleteProperty(globalThis, 'dienHinh');
}
