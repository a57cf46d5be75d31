import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { newFile } from '../../drive/new-file.ts';
import { Guard } from '../access.ts';
import type { Call, NewId } from '../call.ts';
import { Spreadsheet } from '../model/spreadsheet.ts';
import { addSheet } from '../requests/add-sheet.ts';
import { KINDS } from '../requests/kinds.ts';
import { checkProperties } from '../requests/update-spreadsheet-properties.ts';
import { SPREADSHEET_TYPE } from '../store/file-state.ts';
import { invalid } from '../wire/errors.ts';
import { spreadsheet } from '../wire/messages/spreadsheet.ts';
import { readMessage } from '../wire/shape.ts';
import { describeSpreadsheet } from './describe.ts';
import { newSpreadsheet } from './new-spreadsheet.ts';

/** POST /v4/spreadsheets: the caller owns the new file. */
export function createSpreadsheet(call: Call): api.Schema$Spreadsheet {
  call.query.allow();
  const given = readMessage<api.Schema$Spreadsheet>(spreadsheet, call.body, call.body ? 'spreadsheet' : '');
  const id = call.newId.file();
  const { defaultFormat: _, spreadsheetTheme: __, ...properties } = given.properties ?? {};
  const state = newSpreadsheet(properties);
  checkProperties(state.properties);
  const book = new Spreadsheet(id, state);
  const guard = new Guard(call.caller, call.caller);
  if (given.sheets?.length) fillSheets(book, guard, call.newId, given.sheets);
  const context = { book, guard, newId: call.newId };
  const run = (kind: string, body: object) => KINDS[kind]!.run(context, body as never);
  for (const namedRange of given.namedRanges ?? []) run('addNamedRange', { namedRange });
  for (const one of given.developerMetadata ?? [])
    run('createDeveloperMetadata', { developerMetadata: { ...one, location: { spreadsheet: true } } });
  if (book.sheets.every((sheet) => sheet.state.properties.hidden))
    throw invalid("You can't hide all the sheets in a document.");
  const file = newFile(call, { id, name: book.properties.title!, mimeType: SPREADSHEET_TYPE, parents: [] });
  call.files.create({ ...file, spreadsheet: book.toState() }, call.caller);
  return describeSpreadsheet(book, {
    origin: call.origin,
    guard,
    mask: call.fields ?? true,
    places: undefined,
    grid: false,
  });
}

/** Sheets that are given stand in for the default one. Each part is made as a batchUpdate would make it. */
function fillSheets(book: Spreadsheet, guard: Guard, newId: NewId, given: api.Schema$Sheet[]): void {
  const context = { book, guard, newId };
  book.sheets.splice(0, 1);
  for (const { properties } of given) {
    const { index: _, ...rest } = properties ?? {};
    addSheet.run(context, { properties: rest });
  }
  given.forEach((one, index) => {
    const sheet = book.sheets[index]!;
    const run = (kind: string, body: object) => KINDS[kind]!.run(context, body as never);
    const here = <R extends object>(range: R) => ({ ...range, sheetId: sheet.id });
    for (const data of one.data ?? []) {
      const start = { sheetId: sheet.id, rowIndex: data.startRow ?? 0, columnIndex: data.startColumn ?? 0 };
      if (data.rowData?.length) run('updateCells', { rows: data.rowData, start, fields: '*' });
      sizes(run, sheet.id, 'ROWS', data.startRow ?? 0, data.rowMetadata);
      sizes(run, sheet.id, 'COLUMNS', data.startColumn ?? 0, data.columnMetadata);
    }
    for (const range of one.merges ?? []) run('mergeCells', { range: here(range), mergeType: 'MERGE_ALL' });
    (one.conditionalFormats ?? []).forEach((rule, i) => {
      run('addConditionalFormatRule', { rule: { ...rule, ranges: rule.ranges?.map(here) }, index: i });
    });
    for (const protectedRange of one.protectedRanges ?? [])
      run('addProtectedRange', {
        protectedRange: { ...protectedRange, range: here(protectedRange.range ?? {}) },
      });
    if (one.basicFilter)
      run('setBasicFilter', { filter: { ...one.basicFilter, range: here(one.basicFilter.range ?? {}) } });
    for (const bandedRange of one.bandedRanges ?? [])
      run('addBanding', { bandedRange: { ...bandedRange, range: here(bandedRange.range ?? {}) } });
    for (const chart of one.charts ?? []) run('addChart', { chart });
    for (const developerMetadata of one.developerMetadata ?? [])
      run('createDeveloperMetadata', {
        developerMetadata: { ...developerMetadata, location: { sheetId: sheet.id } },
      });
  });
}

function sizes(
  run: (kind: string, body: object) => unknown,
  sheetId: number,
  dimension: string,
  start: number,
  list: api.Schema$DimensionProperties[] | undefined,
): void {
  list?.forEach((properties, i) => {
    if (Object.keys(properties).length === 0) return;
    const range = { sheetId, dimension, startIndex: start + i, endIndex: start + i + 1 };
    run('updateDimensionProperties', { range, properties, fields: 'pixelSize,hiddenByUser' });
  });
}
