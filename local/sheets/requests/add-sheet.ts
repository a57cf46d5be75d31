import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { emptySheet } from '../model/state.ts';
import { DEFAULT_COLUMNS, DEFAULT_ROWS } from '../spreadsheets/new-spreadsheet.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { sheetProperties } from '../wire/messages/spreadsheet.ts';
import { kind } from './request.ts';
import { checkTitle, insertSheet, tidyProperties } from './sheets-of-book.ts';

const SHAPE = message('AddSheetRequest', { properties: sheetProperties });

export const addSheet = kind<api.Schema$AddSheetRequest>(SHAPE, ({ book, newId }, request) => {
  const given = request.properties ?? {};
  const title = given.title || freeTitle(book);
  const sheetId = given.sheetId ?? newId.object();
  checkTitle(book, title);
  if (book.sheetById(sheetId)) throw invalid(`Sheet with id ${sheetId} already exists.`);
  const properties = tidyProperties(
    settleColours({
      ...given,
      sheetId,
      title,
      sheetType: 'GRID',
      gridProperties: { rowCount: DEFAULT_ROWS, columnCount: DEFAULT_COLUMNS, ...given.gridProperties },
    }),
  );
  const { rowCount, columnCount } = properties.gridProperties!;
  if (rowCount! < 1 || columnCount! < 1) throw invalid('A sheet needs at least one row and one column.');
  insertSheet(book, new Sheet(emptySheet(properties)), given.index ?? book.sheets.length);
  return { properties: book.sheetById(sheetId)!.state.properties };
});

function freeTitle(book: Spreadsheet): string {
  for (let number = book.sheets.length + 1; ; number++)
    if (!book.sheetByTitle(`Sheet${number}`)) return `Sheet${number}`;
}
