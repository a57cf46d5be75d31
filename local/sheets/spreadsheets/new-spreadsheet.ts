import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { emptySheet, type SpreadsheetState } from '../model/state.ts';
import { DEFAULT_FORMAT, THEME } from './default-look.ts';

export const DEFAULT_ROWS = 1000;
export const DEFAULT_COLUMNS = 26;

/** A spreadsheet as Google makes it when nothing is said: one sheet of 1000 rows and 26 columns with id 0. */
export function newSpreadsheet(properties: api.Schema$SpreadsheetProperties): SpreadsheetState {
  return {
    properties: {
      title: 'Untitled spreadsheet',
      locale: 'en_US',
      autoRecalc: 'ON_CHANGE',
      timeZone: 'Etc/GMT',
      ...properties,
      defaultFormat: DEFAULT_FORMAT,
      spreadsheetTheme: THEME,
    },
    sheets: [
      emptySheet({
        sheetId: 0,
        title: 'Sheet1',
        index: 0,
        sheetType: 'GRID',
        gridProperties: { rowCount: DEFAULT_ROWS, columnCount: DEFAULT_COLUMNS },
      }),
    ],
    namedRanges: [],
    developerMetadata: [],
  };
}
