import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { Grid } from './grid.ts';
import { viewTab } from './tab.ts';
import type { WorkbookView } from './types.ts';

/** A `spreadsheets.get` answer with grid data as one person's window shows it. */
export function viewWorkbook(spreadsheet: api.Schema$Spreadsheet, mayEdit: boolean): WorkbookView {
  const locale = spreadsheet.properties?.locale ?? 'en_US';
  const sheets = (spreadsheet.sheets ?? []).toSorted(
    (a, b) => (a.properties?.index ?? 0) - (b.properties?.index ?? 0),
  );
  const grids = new Map(sheets.map((sheet) => [sheet.properties?.sheetId ?? 0, new Grid(sheet)]));
  const sheetIds = new Map(
    sheets.map(({ properties }) => [properties?.title ?? '', properties?.sheetId ?? 0]),
  );
  return {
    spreadsheetId: spreadsheet.spreadsheetId ?? '',
    title: spreadsheet.properties?.title ?? '',
    locale,
    mayEdit,
    tabs: sheets.map((sheet) => viewTab(sheet, grids, sheetIds, locale)),
  };
}
