import { MENU_TITLE, type MenuEntry, menuOf, parseWorkbook } from '../menus.ts';
import { keepBookMarks, readBookMarks } from './book-marks.ts';
import { openMemory } from './memory.ts';

/**
 * The menu of the open workbook. A simple trigger: no network, thirty seconds. Before a person has ever used the
 * add-on (AuthMode.NONE) nothing of the workbook may be read, so there is only what explains itself.
 */
export function showMenu(event: GoogleAppsScript.Events.SheetsOnOpen | undefined): void {
  const isUnknown = String(event?.authMode) === 'NONE';
  const marks = isUnknown ? {} : readBookMarks(SpreadsheetApp.getActiveSpreadsheet());
  const workbook = parseWorkbook(marks.workbook);
  menuFrom(MENU_TITLE, menuOf(workbook?.kind, workbook?.periods)).addToUi();
  if (!isUnknown) keepBookMarks(openMemory(PropertiesService.getDocumentProperties()), marks);
}

function menuFrom(title: string, entries: readonly MenuEntry[]): GoogleAppsScript.Base.Menu {
  const menu = SpreadsheetApp.getUi().createMenu(title);
  for (const entry of entries)
    if (entry === 'separator') menu.addSeparator();
    else if ('items' in entry) menu.addSubMenu(menuFrom(entry.label, entry.items));
    else menu.addItem(entry.label, entry.functionName);
  return menu;
}
