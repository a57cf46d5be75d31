import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { renameInFormulas } from '../cells/follow-formula.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { kind } from './request.ts';
import { numberSheets } from './sheets-of-book.ts';

export const deleteSheet = kind<api.Schema$DeleteSheetRequest>(
  message('DeleteSheetRequest', { sheetId: 'int32' }),
  ({ book, guard }, { sheetId }) => {
    const sheet = book.sheetById(sheetId);
    if (sheet === undefined) throw invalid(`No sheet with id: ${sheetId ?? 0}`);
    guard.touchAll(sheet);
    const visible = book.sheets.filter((one) => one !== sheet && !one.state.properties.hidden);
    if (visible.length === 0) throw invalid("You can't remove all the visible sheets in a document.");
    book.sheets.splice(book.sheets.indexOf(sheet), 1);
    numberSheets(book);
    book.namedRanges = book.namedRanges.filter(({ range }) => (range?.sheetId ?? 0) !== sheet.id);
    book.developerMetadata = book.developerMetadata.filter(({ location }) => {
      const id = location?.dimensionRange ? (location.dimensionRange.sheetId ?? 0) : location?.sheetId;
      return location?.spreadsheet || id !== sheet.id;
    });
    renameInFormulas(book, sheet.title, undefined);
  },
);
