import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet, openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { copyOf, copyTitle } from '../requests/duplicate-sheet.ts';
import { insertSheet } from '../requests/sheets-of-book.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { readMessage } from '../wire/shape.ts';

const SHAPE = message('CopySheetToAnotherSpreadsheetRequest', { destinationSpreadsheetId: 'string' });

/** POST /v4/spreadsheets/{id}/sheets/{sheetId}:copyTo: the copy comes last, as "Copy of …". */
export async function copySheetTo(call: Call): Promise<api.Schema$SheetProperties> {
  call.query.allow();
  const [id, sheetId] = call.params as [string, string];
  const request = readMessage<api.Schema$CopySheetToAnotherSpreadsheetRequest>(SHAPE, call.body);
  const { book } = openSpreadsheet(call, id);
  const source = /^\d{1,10}$/.test(sheetId) ? book.sheetById(Number(sheetId)) : undefined;
  if (source === undefined) throw invalid(`No sheet with id: ${sheetId}`);
  const to = request.destinationSpreadsheetId;
  if (!to) throw invalid('Must specify destinationSpreadsheetId.');
  const properties = editSpreadsheet(call, to, (target) => {
    const title = copyTitle(source.title, (name) => target.sheetByTitle(name) !== undefined);
    const { sheet, metadata } = copyOf(book, source, { sheetId: freeId(), title }, call.newId);
    insertSheet(target, sheet, target.sheets.length);
    target.developerMetadata = [...target.developerMetadata, ...metadata];
    return sheet.state.properties;

    function freeId(): number {
      const made = call.newId.object();
      return target.sheetById(made) ? freeId() : made;
    }
  });
  await call.files.settled(to);
  return properties;
}
