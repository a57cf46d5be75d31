import { color, colorStyle, rowData } from './cells.ts';
import { each, message, oneOf } from './message.ts';
import { developerMetadata } from './metadata.ts';
import {
  bandedRange,
  basicFilter,
  conditionalFormat,
  dimensionProperties,
  embeddedChart,
  namedRange,
  protectedRange,
} from './parts.ts';
import { gridRange } from './ranges.ts';

// A spreadsheet and its sheets, whole.

export const gridProperties = message('GridProperties', {
  rowCount: 'int32',
  columnCount: 'int32',
  frozenRowCount: 'int32',
  frozenColumnCount: 'int32',
  hideGridlines: 'bool',
  rowGroupControlAfter: 'bool',
  columnGroupControlAfter: 'bool',
});
export const sheetProperties = message('SheetProperties', {
  sheetId: 'int32',
  title: 'string',
  index: 'int32',
  sheetType: oneOf('SheetType', 'SHEET_TYPE_UNSPECIFIED', 'GRID'),
  gridProperties,
  hidden: 'bool',
  tabColor: color,
  tabColorStyle: colorStyle,
  rightToLeft: 'bool',
});
export const spreadsheetProperties = message('SpreadsheetProperties', {
  title: 'string',
  locale: 'string',
  timeZone: 'string',
  autoRecalc: oneOf(
    'RecalculationInterval',
    'RECALCULATION_INTERVAL_UNSPECIFIED',
    'ON_CHANGE',
    'MINUTE',
    'HOUR',
  ),
  // Output only.
  defaultFormat: 'struct',
  spreadsheetTheme: 'struct',
});
export const sheet = message('Sheet', {
  properties: sheetProperties,
  data: each(
    message('GridData', {
      startRow: 'int32',
      startColumn: 'int32',
      rowData: each(rowData),
      rowMetadata: each(dimensionProperties),
      columnMetadata: each(dimensionProperties),
    }),
  ),
  merges: each(gridRange),
  conditionalFormats: each(conditionalFormat),
  protectedRanges: each(protectedRange),
  basicFilter,
  bandedRanges: each(bandedRange),
  charts: each(embeddedChart),
  developerMetadata: each(developerMetadata),
});
export const spreadsheet = message('Spreadsheet', {
  properties: spreadsheetProperties,
  sheets: each(sheet),
  namedRanges: each(namedRange),
  developerMetadata: each(developerMetadata),
  // Output only.
  spreadsheetUrl: 'string',
  spreadsheetId: 'string',
});
