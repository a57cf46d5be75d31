// What inserting and deleting ranges share.

import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { reachOf, type Shift, shiftCells, tears } from '../model/shift-cells.ts';
import { invalid } from '../wire/errors.ts';
import { readDimension } from './dimensions.ts';
import type { Context } from './request.ts';

/** @throws ApiError 400 for a range outside the grid, a torn merge, or a protected cell that would move or go */
export function runShift(
  { book, guard }: Context,
  kind: Shift['kind'],
  request: { range?: api.Schema$GridRange; shiftDimension?: string | null },
): void {
  const dimension = readDimension(request.shiftDimension);
  const { sheet, box } = book.place(request.range);
  // The range is constrained to the sheet's boundaries, says the reference of InsertRangeRequest.
  const shift: Shift = { kind, dimension, box: sheet.resolve(box, { clip: true }) };
  if (sheet.state.merges.some((merge) => tears(shift, merge)))
    throw invalid('You cannot shift part of a merged range.');
  guard.touch(sheet, reachOf(sheet, shift));
  shiftCells(book, sheet, shift);
}
