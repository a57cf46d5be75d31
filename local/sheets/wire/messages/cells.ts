import { each, message, oneOf } from './message.ts';

// What a cell holds, how it looks, and what may be typed into it.

export const color = message('Color', { red: 'double', green: 'double', blue: 'double', alpha: 'double' });
export const colorStyle = message('ColorStyle', {
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
export const cellFormat = message('CellFormat', {
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
export const condition = message('BooleanCondition', {
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
