import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid } from '../wire/errors.ts';
import { overwrite } from '../wire/mask.ts';
import { message } from '../wire/messages/message.ts';
import { bandedRange } from '../wire/messages/parts.ts';
import { withoutSheetZero } from '../wire/sheet-zero.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

export const addBanding = kind<api.Schema$AddBandingRequest>(
  message('AddBandingRequest', { bandedRange }),
  ({ book, guard, newId }, request) => {
    const given = request.bandedRange ?? {};
    const { sheet, box } = book.place(given.range);
    sheet.resolve(box);
    guard.touchSheet(sheet);
    const banded = settleColours({ ...given, bandedRangeId: given.bandedRangeId || newId.object() });
    sheet.state.bandedRanges = [...sheet.state.bandedRanges, banded];
    return { bandedRange: withoutSheetZero(banded) };
  },
);

export const updateBanding = kind<api.Schema$UpdateBandingRequest>(
  message('UpdateBandingRequest', { bandedRange, fields: 'mask' }),
  ({ book, guard }, request) => {
    const mask = readMask(request.fields, bandedRange);
    const { sheet, found } = find(book, request.bandedRange?.bandedRangeId);
    guard.touchSheet(sheet);
    const given = settleColours(request.bandedRange ?? {});
    const after = { ...overwrite(found, given, mask), bandedRangeId: found.bandedRangeId! };
    if (book.place(after.range).sheet !== sheet) throw invalid('A banded range cannot go to another sheet.');
    sheet.state.bandedRanges = sheet.state.bandedRanges.map((one) => (one === found ? after : one));
  },
);

export const deleteBanding = kind<api.Schema$DeleteBandingRequest>(
  message('DeleteBandingRequest', { bandedRangeId: 'int32' }),
  ({ book, guard }, request) => {
    const { sheet, found } = find(book, request.bandedRangeId);
    guard.touchSheet(sheet);
    sheet.state.bandedRanges = sheet.state.bandedRanges.filter((one) => one !== found);
  },
);

function find(
  book: Spreadsheet,
  id: number | null | undefined,
): { sheet: Sheet; found: api.Schema$BandedRange } {
  for (const sheet of book.sheets) {
    const found = sheet.state.bandedRanges.find(({ bandedRangeId }) => bandedRangeId === id);
    if (found) return { sheet, found };
  }
  throw invalid(`No banded range with id: ${id ?? 0}`);
}
