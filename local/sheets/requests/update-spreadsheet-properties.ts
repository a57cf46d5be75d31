import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { findLocale } from '../cells/locale.ts';
import { invalid } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { spreadsheetProperties } from '../wire/messages/spreadsheet.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

const SHAPE = message('UpdateSpreadsheetPropertiesRequest', {
  properties: spreadsheetProperties,
  fields: 'mask',
});

export const updateSpreadsheetProperties = kind<api.Schema$UpdateSpreadsheetPropertiesRequest>(
  SHAPE,
  ({ book }, request) => {
    const mask = readMask(request.fields, spreadsheetProperties);
    const { defaultFormat, spreadsheetTheme } = book.properties;
    const wanted =
      mask === true
        ? { ...book.properties, ...request.properties }
        : overwrite(book.properties, request.properties, mask);
    book.properties = checkProperties({
      ...wanted,
      defaultFormat: defaultFormat!,
      spreadsheetTheme: spreadsheetTheme!,
    });
  },
);

/** @throws ApiError 400 for an empty title, an unknown locale or time zone */
export function checkProperties(
  properties: api.Schema$SpreadsheetProperties,
): api.Schema$SpreadsheetProperties {
  const { title, locale, timeZone } = properties;
  if (!title) throw invalid('Spreadsheet title cannot be empty.');
  if (!locale || !findLocale(locale)) throw invalid(`Unsupported locale: ${locale}`);
  if (!timeZone || !isTimeZone(timeZone)) throw invalid(`Unsupported time zone: ${timeZone}`);
  return properties;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
