import { cellRectangle, scrolledPart } from './geometry.ts';
import { activeCell } from './selection.ts';
import type { Spreadsheet } from './spreadsheet.ts';

/** What goes to a cell without a click: keys, the name box, links of the sidebar. */
const GOES_TO_A_CELL: ReadonlySet<string> = new Set([
  'sheet.command.move-selection',
  'sheet.command.move-selection-enter-tab',
  'sheet.command.scroll-to-cell',
]);
const SHOWS_A_TAB = 'sheet.operation.set-worksheet-active';

/**
 * Univer (0.25.1) scrolls to a cell by the sizes of the first columns and rows where it means those behind the frozen
 * ones, so the cell may stay outside; and it puts the bar of tabs back to its beginning whenever another is shown.
 * Both are put right here, after it.
 */
export function keepInSight(sheet: Spreadsheet, container: HTMLElement): () => void {
  const watching = sheet.commands.onCommandExecuted(({ id }) => {
    if (GOES_TO_A_CELL.has(id)) afterDrawing(() => showCell(sheet));
    if (id === SHOWS_A_TAB) afterDrawing(() => showActiveTab(container));
  });
  return () => watching.dispose();
}

/** Once Univer has drawn what it was told: its own scrolling comes with the next frame. */
function afterDrawing(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}

function showCell(sheet: Spreadsheet): void {
  const cell = activeCell(sheet);
  const seen = scrolledPart(sheet);
  const at = cell && cellRectangle(sheet, cell.row, cell.column);
  if (!seen || !at) return;
  const freeze = sheet.workbook.getActiveSheet()?.getFreeze();
  const isFrozen = {
    column: cell.column < (freeze?.startColumn ?? -1),
    row: cell.row < (freeze?.startRow ?? -1),
  };
  const x = isFrozen.column ? 0 : outside(at.left, at.width, seen.left, seen.width);
  const y = isFrozen.row ? 0 : outside(at.top, at.height, seen.top, seen.height);
  if (x === 0 && y === 0) return;
  void sheet.commands.executeCommand('sheet.command.set-scroll-relative', {
    offsetX: x / seen.scale,
    offsetY: y / seen.scale,
  });
}

/** How far to scroll until a stretch lies within what is seen; its beginning goes before its end. */
function outside(start: number, size: number, from: number, length: number): number {
  if (start < from) return start - from;
  return Math.max(0, Math.min(start + size - from - length, start - from));
}

function showActiveTab(container: HTMLElement): void {
  const tab = container.querySelector('[data-u-comp=slide-tab-item][aria-selected=true]');
  const bar = tab?.parentElement;
  if (!tab || !bar) return;
  const [at, seen] = [tab.getBoundingClientRect(), bar.getBoundingClientRect()];
  const deltaY = outside(at.left, at.width, seen.left, bar.clientWidth);
  // By its wheel, so that the bar knows where it is and its arrows are right.
  if (deltaY !== 0) bar.dispatchEvent(new WheelEvent('wheel', { deltaY }));
}
