import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { NewId } from '../call.ts';
import { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { rangeWithoutZero } from '../wire/sheet-zero.ts';
import { kind } from './request.ts';
import { checkTitle, insertSheet } from './sheets-of-book.ts';

const SHAPE = message('DuplicateSheetRequest', {
  sourceSheetId: 'int32',
  insertSheetIndex: 'int32',
  newSheetId: 'int32',
  newSheetName: 'string',
});

/** Copies a sheet with cells, sizes, merges, formats, charts and its metadata; protections stay with the first. */
export const duplicateSheet = kind<api.Schema$DuplicateSheetRequest>(SHAPE, ({ book, newId }, request) => {
  const source = book.sheetById(request.sourceSheetId);
  if (source === undefined) throw invalid(`No sheet with id: ${request.sourceSheetId ?? 0}`);
  const sheetId = request.newSheetId ?? newId.object();
  if (book.sheetById(sheetId)) throw invalid(`Sheet with id ${sheetId} already exists.`);
  const title =
    request.newSheetName || copyTitle(source.title, (name) => book.sheetByTitle(name) !== undefined);
  checkTitle(book, title);
  const { sheet, metadata } = copyOf(book, source, { sheetId, title }, newId);
  insertSheet(book, sheet, request.insertSheetIndex ?? 0);
  book.developerMetadata = [...book.developerMetadata, ...metadata];
  return { properties: sheet.state.properties };
});

/** A sheet as its copy is, with the copy's developer metadata: other ids, and every range on the copy. */
export function copyOf(
  book: Spreadsheet,
  source: Sheet,
  { sheetId, title }: { sheetId: number; title: string },
  newId: NewId,
): { sheet: Sheet; metadata: api.Schema$DeveloperMetadata[] } {
  const moved = <T>(value: T): T => moveToSheet(value, source.id, sheetId);
  const { state } = source;
  const sheet = new Sheet({
    ...state,
    properties: { ...state.properties, sheetId, title },
    merges: moved(state.merges),
    protectedRanges: [],
    conditionalFormats: moved(state.conditionalFormats),
    basicFilter: moved(state.basicFilter),
    bandedRanges: moved(state.bandedRanges).map((one) => ({ ...one, bandedRangeId: newId.object() })),
    charts: moved(state.charts).map((one) => ({ ...one, chartId: newId.object() })),
    rowGroups: moved(state.rowGroups),
    columnGroups: moved(state.columnGroups),
  });
  const metadata = book.developerMetadata
    .filter(({ location }) => sheetOf(location) === source.id)
    .map((one) => ({ ...one, metadataId: newId.object(), location: moved(one.location) }));
  return { sheet, metadata };
}

function sheetOf(location: api.Schema$DeveloperMetadataLocation | undefined): number | undefined {
  if (location?.dimensionRange) return location.dimensionRange.sheetId ?? 0;
  return location?.sheetId ?? undefined;
}

/** The first free title for a copy. */
export function copyTitle(title: string, taken: (title: string) => boolean): string {
  for (let number = 1; ; number++) {
    const name = number === 1 ? `Copy of ${title}` : `Copy of ${title} ${number}`;
    if (!taken(name)) return name;
  }
}

/** Every range that lay on one sheet lies on the other. A missing id means sheet 0 wherever a range is. */
function moveToSheet<T>(value: T, from: number, to: number): T {
  if (Array.isArray(value)) return value.map((item) => moveToSheet(item, from, to)) as T;
  if (value === null || typeof value !== 'object') return value;
  const moved: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) moved[key] = moveToSheet(inner, from, to);
  const isRange = [
    'startRowIndex',
    'endRowIndex',
    'startColumnIndex',
    'endColumnIndex',
    'dimension',
    'rowIndex',
    'columnIndex',
  ].some((key) => key in value);
  if (isRange || 'sheetId' in value) {
    const id = (moved.sheetId as number | undefined) ?? 0;
    return rangeWithoutZero({ ...moved, sheetId: id === from ? to : id }) as T;
  }
  return moved as T;
}
