import type { Message, Shape } from './shape.ts';

/**
 * The messages of Sheets v4 that we understand, as tables: what a request may hold. A field that is missing here is
 * refused with 501 by name. Parts that are only kept and given back (charts, conditions) are `struct` where nothing
 * in them needs to follow the sheet.
 */
const message = (name: string, fields: Record<string, Shape>): Message => ({ name, fields });
const each = (shape: Shape): Shape => ({ each: shape });
const oneOf = (enumName: string, ...names: string[]): Shape => ({ enumName, oneOf: names });

export const DIMENSION = oneOf('Dimension', 'DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS');
export const VALUE_INPUT = oneOf('ValueInputOption', 'INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED');
export const VALUE_RENDER = oneOf('ValueRenderOption', 'FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA');
export const DATE_TIME_RENDER = oneOf('DateTimeRenderOption', 'SERIAL_NUMBER', 'FORMATTED_STRING');

export const gridRange = message('GridRange', {
  sheetId: 'int32',
  startRowIndex: 'int32',
  endRowIndex: 'int32',
  startColumnIndex: 'int32',
  endColumnIndex: 'int32',
});
export const gridCoordinate = message('GridCoordinate', {
  sheetId: 'int32',
  rowIndex: 'int32',
  columnIndex: 'int32',
});
export const dimensionRange = message('DimensionRange', {
  sheetId: 'int32',
  dimension: DIMENSION,
  startIndex: 'int32',
  endIndex: 'int32',
});

const color = message('Color', { red: 'double', green: 'double', blue: 'double', alpha: 'double' });
const colorStyle = message('ColorStyle', {
  rgbColor: color,
  themeColor: oneOf(
    'ThemeColorType',
    ...['TEXT', 'BACKGROUND', 'ACCENT1', 'ACCENT2', 'ACCENT3', 'ACCENT4', 'ACCENT5', 'ACCENT6', 'LINK'],
  ),
});
export const border = message('Border', {
  style: oneOf(
    'Style',
    ...['STYLE_UNSPECIFIED', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'NONE', 'DOUBLE'],
  ),
  width: 'int32',
  color,
  colorStyle,
});
const textFormat = message('TextFormat', {
  foregroundColor: color,
  foregroundColorStyle: colorStyle,
  fontFamily: 'string',
  fontSize: 'int32',
  bold: 'bool',
  italic: 'bool',
  strikethrough: 'bool',
  underline: 'bool',
  link: message('Link', { uri: 'string' }),
});
const cellFormat = message('CellFormat', {
  numberFormat: message('NumberFormat', {
    type: oneOf(
      'NumberFormatType',
      ...[
        'NUMBER_FORMAT_TYPE_UNSPECIFIED',
        'TEXT',
        'NUMBER',
        'PERCENT',
        'CURRENCY',
        'DATE',
        'TIME',
        'DATE_TIME',
        'SCIENTIFIC',
      ],
    ),
    pattern: 'string',
  }),
  backgroundColor: color,
  backgroundColorStyle: colorStyle,
  borders: message('Borders', { top: border, bottom: border, left: border, right: border }),
  padding: message('Padding', { top: 'int32', right: 'int32', bottom: 'int32', left: 'int32' }),
  horizontalAlignment: oneOf('HorizontalAlign', 'HORIZONTAL_ALIGN_UNSPECIFIED', 'LEFT', 'CENTER', 'RIGHT'),
  verticalAlignment: oneOf('VerticalAlign', 'VERTICAL_ALIGN_UNSPECIFIED', 'TOP', 'MIDDLE', 'BOTTOM'),
  wrapStrategy: oneOf(
    'WrapStrategy',
    'WRAP_STRATEGY_UNSPECIFIED',
    'OVERFLOW_CELL',
    'LEGACY_WRAP',
    'CLIP',
    'WRAP',
  ),
  textDirection: oneOf('TextDirection', 'TEXT_DIRECTION_UNSPECIFIED', 'LEFT_TO_RIGHT', 'RIGHT_TO_LEFT'),
  textFormat,
  hyperlinkDisplayType: oneOf(
    'HyperlinkDisplayType',
    'HYPERLINK_DISPLAY_TYPE_UNSPECIFIED',
    'LINKED',
    'PLAIN_TEXT',
  ),
  textRotation: message('TextRotation', { angle: 'int32', vertical: 'bool' }),
});

const condition = message('BooleanCondition', {
  type: 'string',
  values: each(message('ConditionValue', { relativeDate: 'string', userEnteredValue: 'string' })),
});
export const dataValidation = message('DataValidationRule', {
  condition,
  inputMessage: 'string',
  strict: 'bool',
  showCustomUi: 'bool',
});
const extendedValue = message('ExtendedValue', {
  numberValue: 'double',
  stringValue: 'string',
  boolValue: 'bool',
  formulaValue: 'string',
});
export const cellData = message('CellData', {
  userEnteredValue: extendedValue,
  userEnteredFormat: cellFormat,
  note: 'string',
  dataValidation,
  textFormatRuns: each(message('TextFormatRun', { startIndex: 'int32', format: textFormat })),
  // Output only: taken and passed over, as Google does.
  effectiveValue: 'struct',
  effectiveFormat: 'struct',
  formattedValue: 'string',
});
export const rowData = message('RowData', { values: each(cellData) });

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

export const namedRange = message('NamedRange', { namedRangeId: 'string', name: 'string', range: gridRange });
const editors = message('Editors', {
  users: each('string'),
  groups: each('string'),
  domainUsersCanEdit: 'bool',
});
export const protectedRange = message('ProtectedRange', {
  protectedRangeId: 'int32',
  range: gridRange,
  namedRangeId: 'string',
  description: 'string',
  warningOnly: 'bool',
  requestingUserCanEdit: 'bool',
  unprotectedRanges: each(gridRange),
  editors,
});
export const basicFilter = message('BasicFilter', {
  range: gridRange,
  sortSpecs: each('struct'),
  criteria: { mapOf: 'struct' },
  filterSpecs: each('struct'),
});
export const conditionalFormat = message('ConditionalFormatRule', {
  ranges: each(gridRange),
  booleanRule: message('BooleanRule', { condition, format: cellFormat }),
  gradientRule: 'struct',
});
const bandingProperties = message('BandingProperties', {
  headerColor: color,
  headerColorStyle: colorStyle,
  firstBandColor: color,
  firstBandColorStyle: colorStyle,
  secondBandColor: color,
  secondBandColorStyle: colorStyle,
  footerColor: color,
  footerColorStyle: colorStyle,
});
export const bandedRange = message('BandedRange', {
  bandedRangeId: 'int32',
  range: gridRange,
  rowProperties: bandingProperties,
  columnProperties: bandingProperties,
});
export const embeddedPosition = message('EmbeddedObjectPosition', {
  sheetId: 'int32',
  newSheet: 'bool',
  overlayPosition: message('OverlayPosition', {
    anchorCell: gridCoordinate,
    offsetXPixels: 'int32',
    offsetYPixels: 'int32',
    widthPixels: 'int32',
    heightPixels: 'int32',
  }),
});
export const embeddedChart = message('EmbeddedChart', {
  chartId: 'int32',
  spec: 'struct',
  position: embeddedPosition,
  border: message('EmbeddedObjectBorder', { color, colorStyle }),
});
export const dimensionProperties = message('DimensionProperties', {
  pixelSize: 'int32',
  hiddenByUser: 'bool',
  hiddenByFilter: 'bool',
});
export const dimensionGroup = message('DimensionGroup', {
  range: dimensionRange,
  depth: 'int32',
  collapsed: 'bool',
});

const LOCATION = oneOf('DeveloperMetadataLocationType', 'ROW', 'COLUMN', 'SHEET', 'SPREADSHEET');
const VISIBILITY = oneOf('DeveloperMetadataVisibility', 'DOCUMENT', 'PROJECT');
export const metadataLocation = message('DeveloperMetadataLocation', {
  spreadsheet: 'bool',
  sheetId: 'int32',
  dimensionRange,
  locationType: LOCATION,
});
export const developerMetadata = message('DeveloperMetadata', {
  metadataId: 'int32',
  metadataKey: 'string',
  metadataValue: 'string',
  location: metadataLocation,
  visibility: VISIBILITY,
});
export const dataFilter = message('DataFilter', {
  developerMetadataLookup: message('DeveloperMetadataLookup', {
    locationType: LOCATION,
    metadataLocation,
    locationMatchingStrategy: oneOf(
      'DeveloperMetadataLocationMatchingStrategy',
      'EXACT_LOCATION',
      'INTERSECTING_LOCATION',
    ),
    metadataId: 'int32',
    metadataKey: 'string',
    metadataValue: 'string',
    visibility: VISIBILITY,
  }),
  a1Range: 'string',
  gridRange,
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

export const valueRange = message('ValueRange', {
  range: 'string',
  majorDimension: DIMENSION,
  values: each('list'),
});
/** A body that is one repeated or single field, read through a message of its own. */
export const body = (name: string, fields: Record<string, Shape>): Message => message(name, fields);
export { each, oneOf };
