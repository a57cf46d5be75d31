import { ownerOf } from '../../drive/access.ts';
import { Guard, openSpreadsheet } from '../access.ts';
import type { Call } from '../call.ts';
import { maskReaches } from '../wire/mask.ts';
import { describeSpreadsheet } from './describe.ts';

/** GET /v4/spreadsheets/{id}: a field mask decides about grid data, else `includeGridData`. */
export function getSpreadsheet(call: Call) {
  call.query.allow('ranges', 'includeGridData', 'excludeTablesInBandedRanges');
  const { book, file } = openSpreadsheet(call, call.params[0]!);
  const ranges = call.query.all('ranges').filter((range) => range !== '');
  const mask = call.fields ?? true;
  return describeSpreadsheet(book, {
    origin: call.origin,
    guard: new Guard(call.caller, ownerOf(file)),
    mask,
    places: ranges.length > 0 ? ranges.map((range) => book.parseRange(range)) : undefined,
    grid: call.fields ? maskReaches(mask, 'sheets', 'data') : call.query.flag('includeGridData'),
  });
}
