import { each, message, oneOf } from './message.ts';
import { DIMENSION } from './ranges.ts';

// Bare values, and how they are taken and given.

export const VALUE_INPUT = oneOf('ValueInputOption', 'INPUT_VALUE_OPTION_UNSPECIFIED', 'RAW', 'USER_ENTERED');
export const VALUE_RENDER = oneOf('ValueRenderOption', 'FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA');
export const DATE_TIME_RENDER = oneOf('DateTimeRenderOption', 'SERIAL_NUMBER', 'FORMATTED_STRING');
export const valueRange = message('ValueRange', {
  range: 'string',
  majorDimension: DIMENSION,
  values: each('list'),
});
