import type { TabView } from '../../../view/types.ts';
import { setCells, typedCell } from '../edits/clipboard.ts';
import { openDropDown } from './drop-down.ts';
import { cellRectangle } from './geometry.ts';
import { activeCell } from './selection.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import { type CellExtras, enteredOf } from './to-univer.ts';

/** Opens a cell's list over it; what is chosen is typed. Nothing happens where there is no list. */
export function chooseFromList(
  sheet: Spreadsheet,
  layer: HTMLElement,
  tab: TabView | undefined,
  { row, column }: { row: number; column: number },
  closed: () => void,
): void {
  const worksheet = sheet.workbook.getActiveSheet();
  const cell = worksheet?.getCellRaw(row, column);
  const { choices } = (cell?.custom ?? {}) as CellExtras;
  const list = choices === undefined ? undefined : tab?.dropDowns[choices];
  const place = cellRectangle(sheet, row, column);
  if (!worksheet || !list || !place) return;
  openDropDown(layer, {
    place,
    list,
    chosen: enteredOf(cell),
    choose: (value) =>
      setCells(sheet, worksheet.getSheetId(), {
        [row]: { [column]: typedCell(worksheet.getCellRaw(row, column), value) },
      }),
    closed,
  });
}

/** Alt+↓ opens the active cell's list, as in other spreadsheets. */
export function listenForChoices(
  sheet: Spreadsheet,
  container: HTMLElement,
  open: (cell: { row: number; column: number }) => void,
): () => void {
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey || event.key !== 'ArrowDown') return;
    event.preventDefault();
    event.stopPropagation();
    const cell = activeCell(sheet);
    if (cell) open(cell);
  };
  container.addEventListener('keydown', onKey, true);
  return () => container.removeEventListener('keydown', onKey, true);
}
