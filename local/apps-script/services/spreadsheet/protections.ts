import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from '../../../sheets/wire/a1.ts';
import { contains, overlaps, type Place } from './place.ts';
import { getSpreadsheet, mayWrite } from './sheets-api.ts';

const FIELDS = 'sheets(properties(sheetId),protectedRanges)';

/** Every protection of the spreadsheet, each with the number of its tab. */
export function readProtections(label: string): api.Schema$ProtectedRange[] {
  const { sheets = [] } = getSpreadsheet(label, FIELDS);
  return sheets.flatMap(({ properties, protectedRanges = [] }) =>
    protectedRanges.map((one) => ({
      ...one,
      range: { ...one.range, sheetId: properties?.sheetId ?? 0 },
    })),
  );
}

let writer: boolean | undefined;

/** Whether the person may write to every cell of a place. */
export function mayEdit(label: string, place: Place): boolean {
  writer ??= mayWrite(label);
  if (!writer) return false;
  return readProtections(label).every(
    ({ range, requestingUserCanEdit, warningOnly, unprotectedRanges = [] }) =>
      requestingUserCanEdit ||
      warningOnly ||
      range?.sheetId !== place.sheetId ||
      !overlaps(range as Box, place) ||
      unprotectedRanges.some((free) => contains(free as Box, place)),
  );
}

/** A protection without sides is that of its whole tab. */
export const isWholeSheet = ({ range }: api.Schema$ProtectedRange) =>
  Object.keys(range ?? {}).every((key) => key === 'sheetId');
