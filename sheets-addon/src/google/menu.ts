import { MENU_TITLE, type MenuEntry, menuOf } from '../menus.ts';
import { workbookOf } from './book.ts';

/**
 * The menu of the open workbook. A simple trigger: no network, thirty seconds. Before a person has ever used the
 * add-on (AuthMode.NONE) nothing of the workbook may be read, so there is only what explains itself.
 */
export function showMenu(event: GoogleAppsScript.Events.SheetsOnOpen | undefined): void {
  const isUnknown = String(event?.authMode) === 'NONE';
  const workbook = isUnknown ? undefined : workbookOf(SpreadsheetApp.getActiveSpreadsheet());
  menuFrom(MENU_TITLE, menuOf(workbook?.kind, workbook?.periods)).addToUi();
}

function menuFrom(title: string, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const entry of entries)
    if (entry === 'separator') menu.addSeparator();
    else if ('items' in entry) menu.addSubMenu(menuFrom(entry.label, entry.items));
    else menu.addItem(entry.label, entry.functionName);
  return menu;
}
