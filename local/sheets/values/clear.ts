import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editSpreadsheet, type Guard } from '../access.ts';
import type { Call } from '../call.ts';
import type { Place } from '../model/spreadsheet.ts';
import { printRange } from '../wire/a1.ts';
import { message } from '../wire/messages/message.ts';
import { readMessage } from '../wire/shape.ts';

/** POST /v4/spreadsheets/{id}/values/{range}:clear */
export function clearValues(call: Call): api.Schema$ClearValuesResponse {
  call.query.allow();
  readMessage(message('ClearValuesRequest', {}), call.body);
  const [id, range] = call.params as [string, string];
  return editSpreadsheet(call, id, (book, guard) => ({
    spreadsheetId: id,
    clearedRange: clearPlace(guard, book.parseRange(range)),
  }));
}

/** Takes the values away and leaves formats, notes and validation. Answers the range in A1. */
export function clearPlace(guard: Guard, { sheet, box }: Place): string {
  const closed = sheet.resolve(box, { clip: true });
  guard.touch(sheet, closed);
  for (let r = closed.startRowIndex; r < Math.min(closed.endRowIndex, sheet.state.rows.length); r++) {
    const width = Math.min(closed.endColumnIndex, sheet.state.rows[r]!.length);
    for (let c = closed.startColumnIndex; c < width; c++)
      if (sheet.cell(r, c)?.userEnteredValue)
        sheet.patchCell(r, c, { userEnteredValue: undefined, textFormatRuns: undefined });
  }
  return printRange(sheet.title, closed);
}
