import { MARK } from '../../../functions/src/domain/publishing/current.ts';
import type { Book, Memory, Tab } from '../desk.ts';
import type { CodeRun } from '../form/new-row-codes.ts';
import { plainCells } from '../form/plain-cells.ts';
import { parseWorkbook } from '../menus.ts';
import { bookMarks } from './book-marks.ts';
import { openSurface } from './surface.ts';

type Spreadsheet = GoogleAppsScript.Spreadsheet.Spreadsheet;
type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/**
 * The open spreadsheet, found out by its developer metadata. Whatever is asked of it is asked when it is needed and
 * once in a run: Google takes a tenth of a second or more for every answer.
 */
export function openBook(spreadsheet: Spreadsheet, memory: Memory): Book {
  const { campaign, workbook } = bookMarks(spreadsheet, memory);
  let tabs: readonly Tab[] | undefined;
  return {
    spreadsheetId: spreadsheet.getId(),
    ...(campaign === undefined ? {} : { campaign }),
    ...parseWorkbook(workbook),
    tabs: () => (tabs ??= openTabs(spreadsheet)),
    select(sheetId, cell) {
      const sheet = spreadsheet.getSheets().find((each) => each.getSheetId() === sheetId);
      if (sheet === undefined || !/^[A-Z]{1,3}[1-9]\d{0,6}$/.test(cell)) return false;
      spreadsheet.setActiveSheet(sheet);
      sheet.getRange(cell).activate();
      return true;
    },
  };
}

function openTabs(spreadsheet: Spreadsheet): readonly Tab[] {
  const activeId = spreadsheet.getActiveSheet().getSheetId();
  const marks = spreadsheet.createDeveloperMetadataFinder().withKey(MARK.tab).find();
  return marks.flatMap((mark) => {
    const sheet = mark.getLocation().getSheet();
    return sheet === null ? [] : [openTab(spreadsheet, sheet, mark.getValue() ?? '', activeId)];
  });
}

function openTab(spreadsheet: Spreadsheet, sheet: Sheet, key: string, activeId: number): Tab {
  let filled: GoogleAppsScript.Spreadsheet.Range | undefined;
  const dataRange = () => (filled ??= sheet.getDataRange());
  let timeZone: string | undefined;
  return {
    key,
    sheetId: sheet.getSheetId(),
    get name() {
      return sheet.getName();
    },
    isActive: sheet.getSheetId() === activeId,
    filledFor: () => filledForOf(sheet),
    read: () =>
      plainCells(dataRange().getValues(), (date) => {
        timeZone ??= spreadsheet.getSpreadsheetTimeZone();
        return showDate(date, timeZone);
      }),
    merged: () =>
      dataRange()
        .getMergedRanges()
        .map((range) => ({
          row: range.getRow() - 1,
          column: range.getColumn() - 1,
          rows: range.getNumRows(),
          columns: range.getNumColumns(),
        })),
    writeDown: (runs) => writeDown(sheet, runs),
    look: (block) => openSurface(sheet, block),
  };
}

/** Flushed: what is sent afterwards is in the sheet then, whatever becomes of this run. */
function writeDown(sheet: Sheet, runs: readonly CodeRun[]): boolean {
  try {
    for (const { at, codes } of runs)
      sheet.getRange(at.row + 1, at.column + 1, codes.length, 1).setValues(codes.map((code) => [code]));
    SpreadsheetApp.flush();
    return true;
  } catch {
    return false; // a protected range: Google gives no other sign than the exception
  }
}

/** What the functions noted of the tab (domain/publishing/plan/plan-dress.ts). */
function filledForOf(sheet: Sheet): string | undefined {
  const [mark] = sheet.createDeveloperMetadataFinder().withKey(MARK.state).find();
  try {
    const { filledFor } = JSON.parse(mark?.getValue() ?? '{}') as { filledFor?: string };
    return filledFor || undefined;
  } catch {
    return undefined;
  }
}

/** As people see a day: a time of day alone hangs on Google's day zero. */
function showDate(date: Date, timeZone: string): string {
  const text = Utilities.formatDate(date, timeZone, 'dd/MM/yyyy HH:mm');
  if (text.startsWith('30/12/1899 ')) return text.slice('30/12/1899 '.length);
  return text.endsWith(' 00:00') ? text.slice(0, -' 00:00'.length) : text;
}
