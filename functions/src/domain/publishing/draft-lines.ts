import type { GridRange } from './current.ts';
import type { SheetRequest } from './sheet-request.ts';

// Rows and columns that come and go, and what ranges become of it.

/** Behind the last line of a grid nothing can be inserted: there it grows. */
export function insertLines(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  { at, count, of }: { readonly at: number; readonly count: number; readonly of: number },
): SheetRequest {
  if (at >= of) return { appendDimension: { sheetId, dimension, length: count } };
  const range = { sheetId, dimension, startIndex: at, endIndex: at + count };
  return { insertDimension: { range, inheritFromBefore: false } };
}

export function line(sheetId: number, dimension: 'ROWS' | 'COLUMNS', at: number) {
  return { sheetId, dimension, startIndex: at, endIndex: at + 1 };
}

/** Inserting at a range's first column pushes it, further inside stretches it. */
export function afterInsert(range: GridRange, at: number, count: number): GridRange {
  const { startColumnIndex: start, endColumnIndex: end } = range;
  return {
    ...range,
    ...(start !== undefined && { startColumnIndex: start >= at ? start + count : start }),
    ...(end !== undefined && { endColumnIndex: end > at ? end + count : end }),
  };
}

/** Undefined where nothing is left of it. */
export function afterDelete(range: GridRange, at: number): GridRange | undefined {
  const { startColumnIndex: start, endColumnIndex: end } = range;
  if (end !== undefined && (start ?? 0) === at && end === at + 1) return undefined;
  return {
    ...range,
    ...(start !== undefined && { startColumnIndex: start > at ? start - 1 : start }),
    ...(end !== undefined && { endColumnIndex: end > at ? end - 1 : end }),
  };
}
