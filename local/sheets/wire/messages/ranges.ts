import { message, oneOf } from './message.ts';

// Where something is.

export const DIMENSION = oneOf('Dimension', 'DIMENSION_UNSPECIFIED', 'ROWS', 'COLUMNS');
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
