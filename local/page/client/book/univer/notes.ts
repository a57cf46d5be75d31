import { HoverManagerService } from '@univerjs/sheets-ui';
import { el } from '../../dom.ts';
import { cellRectangle } from './geometry.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { CellExtras } from './to-univer.ts';

/** Shows a cell's note while the pointer is on the cell, and says it when the cell is selected by keyboard. */
export function showNotes(sheet: Spreadsheet, layer: HTMLElement): () => void {
  const box = el('div', { class: 'note', attributes: { role: 'tooltip', hidden: true } });
  layer.append(box);
  const hover = sheet.get(HoverManagerService).currentCell$.subscribe((found) => {
    const { row, col } = found?.location ?? {};
    const note = row === undefined || col === undefined ? undefined : noteAt(sheet, row, col);
    box.hidden = note === undefined;
    if (note === undefined || row === undefined || col === undefined) return;
    const place = cellRectangle(sheet, row, col);
    if (!place) return;
    box.textContent = note;
    const right = place.left + place.width + 6;
    const fits = right + box.offsetWidth <= layer.clientWidth;
    box.style.left = `${fits ? right : Math.max(4, place.left - box.offsetWidth - 6)}px`;
    box.style.top = `${Math.max(4, Math.min(place.top, layer.clientHeight - box.offsetHeight - 4))}px`;
  });
  const away = () => {
    box.hidden = true;
  };
  layer.parentElement?.addEventListener('pointerleave', away);
  return () => {
    hover.unsubscribe();
    layer.parentElement?.removeEventListener('pointerleave', away);
    box.remove();
  };
}

export function noteAt(sheet: Spreadsheet, row: number, column: number): string | undefined {
  const cell = sheet.workbook.getActiveSheet()?.getCellRaw(row, column);
  return ((cell?.custom ?? {}) as CellExtras).note;
}
