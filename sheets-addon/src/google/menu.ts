import { MENU_TITLE, menuOf } from '../menus.ts';
import { workbookOf } from './book.ts';

/**
 * The menu of the open workbook. A simple trigger: no network, thirty seconds. Before a person has ever used the
 * add-on (AuthMode.NONE) nothing of the workbook may be read, so there is only what explains itself.
 */
export function showMenu(event: GoogleAppsScript.Events.SheetsOnOpen | undefined): void {
  const isUnknown = String(event?.authMode) === 'NONE';
  const kind = isUnknown ? undefined : workbookOf(SpreadsheetApp.getActiveSpreadsheet())?.kind;
  const menu = SpreadsheetApp.getUi().createMenu(MENU_TITLE);
  for (const entry of menuOf(kind))
    if (entry === 'separator') menu.addSeparator();
    else menu.addItem(entry.label, entry.functionName);
  menu.addToUi();
}
