import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid, unsupported } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { basicFilter } from '../wire/messages/parts.ts';
import { kind } from './request.ts';

/** Keeps the filter; a filter that covers the whole sheet is given its sides. Rows are not hidden by it. */
export const setBasicFilter = kind<api.Schema$SetBasicFilterRequest>(
  message('SetBasicFilterRequest', { filter: basicFilter }),
  ({ book, guard }, request) => {
    if (!request.filter?.range) throw invalid('filter.range must be specified.');
    const { sortSpecs, ...filter } = request.filter;
    if (sortSpecs?.length) throw unsupported('sorting by a basic filter (sortSpecs)');
    const { sheet, box } = book.place(filter.range);
    const range = sheet.resolve(box);
    guard.touchSheet(sheet);
    sheet.state.basicFilter = { ...filter, range: { sheetId: sheet.id, ...range } };
  },
);

export const clearBasicFilter = kind<api.Schema$ClearBasicFilterRequest>(
  message('ClearBasicFilterRequest', { sheetId: 'int32' }),
  ({ book, guard }, request) => {
    const sheet = book.requireSheet(request.sheetId);
    guard.touchSheet(sheet);
    sheet.state.basicFilter = null;
  },
);
