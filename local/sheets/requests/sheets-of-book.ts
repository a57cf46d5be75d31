// What adding, copying, renaming and moving a sheet share: its title, its place, its properties.

import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { invalid } from '../wire/errors.ts';

/** Puts a sheet at its place in the order and numbers all again. */
export function insertSheet(book: Spreadsheet, sheet: Sheet, index: number): void {
  if (index < 0 || index > book.sheets.length)
    throw invalid(`Sheet index must be between 0 and ${book.sheets.length}, but was ${index}.`);
  book.sheets.splice(index, 0, sheet);
  numberSheets(book);
}

export function numberSheets(book: Spreadsheet): void {
  book.sheets.forEach((sheet, index) => {
    const { sheetId, title, index: before, ...rest } = sheet.state.properties;
    if (before !== index) sheet.state.properties = { sheetId, title, index, ...rest };
  });
}

export function checkTitle(book: Spreadsheet, title: string, except?: Sheet): void {
  if (title.length > 100) throw invalid('Sheet names cannot be longer than 100 characters.');
  if (book.sheets.some((sheet) => sheet !== except && sheet.title.toLowerCase() === title.toLowerCase()))
    throw invalid(`A sheet with the name "${title}" already exists. Please enter another name.`);
}

/** Flags that are off and counts that are 0 are left out, as proto3 does. */
export function tidyProperties(properties: api.Schema$SheetProperties): api.Schema$SheetProperties {
  const { sheetId, title, index, sheetType, gridProperties, tabColor, tabColorStyle, ...rest } = properties;
  const { rowCount, columnCount, ...grid } = gridProperties ?? {};
  const truthy = (part: object) => Object.fromEntries(Object.entries(part).filter(([, value]) => value));
  return {
    sheetId: sheetId!,
    title: title!,
    ...(index !== undefined && { index }),
    sheetType: sheetType!,
    gridProperties: { rowCount: rowCount!, columnCount: columnCount!, ...truthy(grid) },
    ...truthy(rest),
    // A style without a colour takes the colour away; black is a colour, though all its parts are left out.
    ...(Object.keys(tabColorStyle ?? {}).length > 0 && {
      ...(tabColor && { tabColor }),
      tabColorStyle: tabColorStyle!,
    }),
  };
}
