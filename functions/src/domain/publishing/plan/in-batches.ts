import type { CellData, SheetRequest } from '../sheet-request.ts';

/**
 * What one call is sent at most, about. Google names no limit, advises 2 MB and ends a call after 180 s; up to here a
 * plan stays one batch, and with it atomic: a summary of five thousand units, an appraisal of a thousand.
 */
export const LARGEST_BATCH_BYTES = 8_000_000;

/**
 * The same requests in the same order, in as many batches as their size asks for. Cuts are made only in front of cells:
 * what a tab remembers of itself comes behind its cells, so whoever is killed between two batches is followed by
 * one that finds the tab unfinished, and writes what is missing.
 */
export function inBatches(
  requests: readonly SheetRequest[],
  most = LARGEST_BATCH_BYTES,
): readonly (readonly SheetRequest[])[] {
  const sizes = requests.map(bytesOf);
  if (sizes.reduce((sum, size) => sum + size, 0) <= most) return requests.length === 0 ? [] : [requests];
  const batches: SheetRequest[][] = [];
  let batch: SheetRequest[] = [];
  let bytes = 0;
  for (const request of requests)
    for (const piece of pieces(request, most / 4)) {
      const size = bytesOf(piece);
      if (batch.length > 0 && bytes + size > most && isCells(piece)) {
        batches.push(batch);
        batch = [];
        bytes = 0;
      }
      batch.push(piece);
      bytes += size;
    }
  return [...batches, batch];
}

function isCells(request: SheetRequest): boolean {
  if ('updateCells' in request) return true;
  return 'repeatCell' in request && request.repeatCell.fields === 'dataValidation';
}

/** Long tables by their rows. */
function pieces(request: SheetRequest, most: number): readonly SheetRequest[] {
  if (!('updateCells' in request) || bytesOf(request) <= most) return [request];
  const { start, rows, fields } = request.updateCells;
  const found: SheetRequest[] = [];
  let from = 0;
  let bytes = 0;
  for (const [i, row] of rows.entries()) {
    const size = rowBytes(row.values);
    if (i > from && bytes + size > most) {
      found.push(part(from, i));
      from = i;
      bytes = 0;
    }
    bytes += size;
  }
  return [...found, part(from, rows.length)];

  function part(first: number, end: number): SheetRequest {
    const below = { ...start, rowIndex: start.rowIndex + first };
    return { updateCells: { start: below, rows: rows.slice(first, end), fields } };
  }
}

/** Near enough to what it is as JSON, without making it JSON. */
function bytesOf(request: SheetRequest): number {
  if (!('updateCells' in request)) return JSON.stringify(request).length;
  return request.updateCells.rows.reduce((sum, { values }) => sum + rowBytes(values), 120);
}

function rowBytes(values: readonly CellData[]): number {
  return values.reduce((sum, cell) => sum + cellBytes(cell), 13);
}

/** A Vietnamese letter has up to three bytes; texts have some of them. */
function cellBytes({ userEnteredValue, ...rest }: CellData): number {
  const besides = Object.keys(rest).length > 0 ? JSON.stringify(rest).length : 0;
  if (userEnteredValue === undefined) return 3 + besides;
  const text = 'stringValue' in userEnteredValue ? userEnteredValue.stringValue.length * 1.5 : 8;
  return 41 + text + besides;
}
