import { emptySheet, type Row, type SheetState, type SpreadsheetState } from '../model/state.ts';
import type { FileState } from './file-state.ts';

/** Rows that changed: single ones when the count stayed, else one stretch cut out and another put in. */
export type RowsPatch = { rows: [number, Row][] } | { cut: [at: number, count: number]; put: readonly Row[] };
/** A sheet after the edit: made from the sheet of that index before, or from nothing. */
interface SheetPatch {
  from: number | null;
  parts?: Partial<Omit<SheetState, 'rows'>>;
  rows?: RowsPatch;
}
interface SpreadsheetPatch extends Partial<Omit<SpreadsheetState, 'sheets'>> {
  sheets?: SheetPatch[];
}
/** The difference between two states of a file, small enough to journal. */
export interface Patch {
  meta?: FileState['meta'];
  permissions?: FileState['permissions'];
  spreadsheet?: SpreadsheetPatch;
}

/** Compares by reference: unchanged parts of an edited state are the very objects of the one before. */
export function diff(before: FileState, after: FileState): Patch {
  return {
    ...(before.meta !== after.meta && { meta: after.meta }),
    ...(before.permissions !== after.permissions && { permissions: after.permissions }),
    ...(before.spreadsheet !== after.spreadsheet &&
      before.spreadsheet &&
      after.spreadsheet && { spreadsheet: diffSpreadsheet(before.spreadsheet, after.spreadsheet) }),
  };
}

export function applyPatch(before: FileState, patch: Patch): FileState {
  const { spreadsheet, ...parts } = patch;
  if (!spreadsheet || !before.spreadsheet) return { ...before, ...parts };
  const { sheets, ...rest } = spreadsheet;
  const old = before.spreadsheet;
  const patched = sheets?.map((one) =>
    applySheet(one.from === null ? emptySheet({}) : old.sheets[one.from]!, one),
  );
  return { ...before, ...parts, spreadsheet: { ...old, ...rest, ...(patched && { sheets: patched }) } };
}

function diffSpreadsheet(before: SpreadsheetState, after: SpreadsheetState): SpreadsheetPatch {
  const changed = after.sheets.map((sheet, index) => {
    const same = (one: SheetState) => one.properties.sheetId === sheet.properties.sheetId;
    const from = before.sheets.findIndex(same);
    return from < 0
      ? { ...diffSheet(emptySheet({}), sheet), from: null }
      : { ...diffSheet(before.sheets[from]!, sheet), from, index };
  });
  const still =
    changed.length === before.sheets.length &&
    changed.every((one, i) => one.from === i && !one.parts && !one.rows);
  return {
    ...changedParts<Omit<SpreadsheetState, 'sheets'>, 'properties' | 'namedRanges' | 'developerMetadata'>(
      before,
      after,
      ['properties', 'namedRanges', 'developerMetadata'],
    ),
    ...(!still && {
      sheets: changed.map(({ from, parts, rows }) => ({
        from,
        ...(parts && { parts }),
        ...(rows && { rows }),
      })),
    }),
  };
}

const PARTS = Object.keys(emptySheet({})).filter((part) => part !== 'rows') as Exclude<
  keyof SheetState,
  'rows'
>[];

function diffSheet(before: SheetState, after: SheetState): Omit<SheetPatch, 'from'> {
  const parts = changedParts(before, after, PARTS);
  const rows = before.rows === after.rows ? undefined : diffRows(before.rows, after.rows);
  return { ...(Object.keys(parts).length > 0 && { parts }), ...(rows && { rows }) };
}

function changedParts<T, K extends keyof T>(before: T, after: T, keys: readonly K[]): Partial<T> {
  const parts: Partial<T> = {};
  for (const key of keys) if (before[key] !== after[key]) parts[key] = after[key];
  return parts;
}

function diffRows(before: readonly Row[], after: readonly Row[]): RowsPatch | undefined {
  if (before.length === after.length) {
    const rows: [number, Row][] = [];
    after.forEach((row, index) => {
      if (row !== before[index]) rows.push([index, row]);
    });
    return rows.length > 0 ? { rows } : undefined;
  }
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  return { cut: [head, before.length - head - tail], put: after.slice(head, after.length - tail) };
}

function applySheet(before: SheetState, { parts, rows }: SheetPatch): SheetState {
  return { ...before, ...parts, ...(rows && { rows: applyRows(before.rows, rows) }) };
}

function applyRows(before: readonly Row[], patch: RowsPatch): readonly Row[] {
  if ('cut' in patch) {
    const [at, count] = patch.cut;
    return [...before.slice(0, at), ...patch.put, ...before.slice(at + count)];
  }
  const rows = [...before];
  for (const [index, row] of patch.rows) rows[index] = row;
  return rows;
}
