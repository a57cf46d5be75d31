import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { renameInFormulas } from '../cells/follow-formula.ts';
import { editDimension } from '../model/edit-dimension.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid } from '../wire/errors.ts';
import { maskReaches, overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { sheetProperties } from '../wire/messages/spreadsheet.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';
import { checkTitle, numberSheets, tidyProperties } from './sheets-of-book.ts';

const SHAPE = message('UpdateSheetPropertiesRequest', { properties: sheetProperties, fields: 'mask' });

export const updateSheetProperties = kind<api.Schema$UpdateSheetPropertiesRequest>(
  SHAPE,
  ({ book, guard }, request) => {
    const given = settleColours(request.properties ?? {});
    const mask = readMask(request.fields, sheetProperties);
    const sheet = book.sheetById(given.sheetId);
    if (sheet === undefined) throw invalid(`No sheet with id: ${given.sheetId ?? 0}`);
    guard.touchSheet(sheet);
    const before = sheet.state.properties;
    const { index: wanted, ...after } = overwrite(
      before,
      { ...given, sheetId: sheet.id, sheetType: 'GRID' },
      mask,
    );
    if (!after.title) throw invalid('Sheet name cannot be empty.');
    if (after.title !== before.title) {
      checkTitle(book, after.title, sheet);
      renameInFormulas(book, before.title!, after.title);
    }
    resize(book, sheet, after.gridProperties ?? {});
    checkFrozen(after.gridProperties!);
    const gridProperties = {
      ...after.gridProperties,
      rowCount: sheet.rowCount,
      columnCount: sheet.columnCount,
    };
    sheet.state.properties = tidyProperties({ ...after, index: before.index!, gridProperties });
    if (maskReaches(mask, 'index') && mask !== true) moveSheet(book, sheet, wanted ?? 0);
    else if (mask === true && given.index !== undefined) moveSheet(book, sheet, given.index!);
    if (book.sheets.every((one) => one.state.properties.hidden))
      throw invalid("You can't hide all the sheets in a document.");
  },
);

/** The new place is counted with the sheet still at its old one. */
function moveSheet(book: Spreadsheet, sheet: Sheet, index: number): void {
  if (index < 0 || index > book.sheets.length)
    throw invalid(`Sheet index must be between 0 and ${book.sheets.length}, but was ${index}.`);
  const from = book.sheets.indexOf(sheet);
  book.sheets.splice(from, 1);
  book.sheets.splice(index > from ? index - 1 : index, 0, sheet);
  numberSheets(book);
}

/** Shrinking deletes the last rows and columns with all that lies on them. */
function resize(book: Spreadsheet, sheet: Sheet, grid: api.Schema$GridProperties): void {
  const { rowCount, columnCount } = grid;
  if (!rowCount || rowCount < 1) throw invalid('gridProperties.rowCount must be greater than 0.');
  if (!columnCount || columnCount < 1) throw invalid('gridProperties.columnCount must be greater than 0.');
  if (rowCount < sheet.rowCount)
    editDimension(book, sheet, 'ROWS', { kind: 'delete', start: rowCount, end: sheet.rowCount });
  if (columnCount < sheet.columnCount)
    editDimension(book, sheet, 'COLUMNS', { kind: 'delete', start: columnCount, end: sheet.columnCount });
  sheet.setGrid(rowCount, columnCount);
}

function checkFrozen({
  rowCount,
  columnCount,
  frozenRowCount,
  frozenColumnCount,
}: api.Schema$GridProperties): void {
  if ((frozenRowCount ?? 0) >= rowCount!) throw invalid("You can't freeze all visible rows on the sheet.");
  if ((frozenColumnCount ?? 0) >= columnCount!)
    throw invalid("You can't freeze all visible columns on the sheet.");
}
