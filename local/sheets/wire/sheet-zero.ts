import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';

/** The first sheet's id is 0, and inside ranges a 0 that is no optional field is left out. */
export function rangeWithoutZero<R extends { sheetId?: number | null }>(range: R): R {
  if (range.sheetId) return range;
  const { sheetId: _, ...rest } = range;
  return rest as R;
}

export const withoutSheetZero = <T extends { range?: api.Schema$GridRange }>(one: T): T =>
  one.range ? { ...one, range: rangeWithoutZero(one.range) } : one;
