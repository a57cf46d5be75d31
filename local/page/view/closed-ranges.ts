import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { boxOf, isEmpty, subtract } from './box.ts';
import type { Box } from './types.ts';

/** Where the asking person may not type: what is protected against them, without what is left open in it. */
export function closedRanges(sheet: api.Schema$Sheet, rowCount: number, columnCount: number): Box[] {
  return (sheet.protectedRanges ?? [])
    .filter(({ requestingUserCanEdit, warningOnly }) => !requestingUserCanEdit && !warningOnly)
    .flatMap(({ range, unprotectedRanges }) => {
      const holes = (unprotectedRanges ?? []).map((hole) => boxOf(hole, rowCount, columnCount));
      return subtract(boxOf(range ?? {}, rowCount, columnCount), holes);
    })
    .filter((box) => !isEmpty(box));
}
