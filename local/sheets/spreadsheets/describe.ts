import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Guard } from '../access.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Place, Spreadsheet } from '../model/spreadsheet.ts';
import { type Mask, maskReaches } from '../wire/mask.ts';
import { rangeWithoutZero, withoutSheetZero } from '../wire/sheet-zero.ts';
import { describeGrid } from './describe-grid.ts';
import { describeMetadata } from './describe-metadata.ts';

export interface Description {
  origin: string;
  guard: Guard;
  /** Which parts of the answer are wanted: what costs much is not even computed otherwise. */
  mask: Mask;
  /** Only these parts of the grids, and only their sheets; undefined for everything. */
  places: Place[] | undefined;
  grid: boolean;
}

/** A spreadsheet as `spreadsheets.get` answers it. */
export function describeSpreadsheet(book: Spreadsheet, wanted: Description): api.Schema$Spreadsheet {
  const { places } = wanted;
  const sheets = places
    ? book.sheets.filter((sheet) => places.some((place) => place.sheet === sheet))
    : book.sheets;
  const ofSpreadsheet = book.developerMetadata.filter(({ location }) => location?.spreadsheet);
  return {
    spreadsheetId: book.id,
    properties: book.properties,
    sheets: sheets.map((sheet) => describeSheet(book, sheet, wanted)),
    ...listed('namedRanges', book.namedRanges.map(withoutSheetZero)),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${book.id}/edit`,
    ...listed('developerMetadata', ofSpreadsheet.map(describeMetadata)),
  };
}

function describeSheet(
  book: Spreadsheet,
  sheet: Sheet,
  { guard, mask, places, grid }: Description,
): api.Schema$Sheet {
  const { state } = sheet;
  const ofSheet = book.developerMetadata.filter(
    ({ location }) => typeof location?.sheetId === 'number' && location.sheetId === sheet.id,
  );
  const boxes = places ? places.filter((place) => place.sheet === sheet).map(({ box }) => box) : [{}];
  const withGrid = grid && maskReaches(mask, 'sheets', 'data');
  return {
    properties: state.properties,
    ...(withGrid && { data: boxes.map((box) => describeGrid(book, sheet, box, mask)) }),
    ...listed('merges', state.merges.map(rangeWithoutZero)),
    ...listed(
      'conditionalFormats',
      state.conditionalFormats.map((rule) => ({ ...rule, ranges: rule.ranges?.map(rangeWithoutZero) })),
    ),
    ...listed(
      'protectedRanges',
      state.protectedRanges.map((one) => describeProtection(one, guard)),
    ),
    ...(state.basicFilter && { basicFilter: withoutSheetZero(state.basicFilter) }),
    ...listed('charts', state.charts.map(describeChart)),
    ...listed('bandedRanges', state.bandedRanges.map(withoutSheetZero)),
    ...listed('developerMetadata', ofSheet.map(describeMetadata)),
    ...listed('rowGroups', state.rowGroups.map(describeGroup)),
    ...listed('columnGroups', state.columnGroups.map(describeGroup)),
  };
}

/** Empty lists are left out of answers. */
const listed = <K extends string, T>(key: K, list: readonly T[]): { [P in K]?: T[] } =>
  list.length > 0 ? ({ [key]: list } as { [P in K]?: T[] }) : {};

/** Editors are shown to those who may edit; false flags are left out. */
export function describeProtection(one: api.Schema$ProtectedRange, guard: Guard): api.Schema$ProtectedRange {
  const { warningOnly, unprotectedRanges, editors, ...rest } = withoutSheetZero(one);
  const may = guard.mayEdit(one);
  return {
    ...rest,
    ...(warningOnly && { warningOnly }),
    ...(may && { requestingUserCanEdit: true }),
    ...(unprotectedRanges?.length && { unprotectedRanges: unprotectedRanges.map(rangeWithoutZero) }),
    ...(may && editors && { editors }),
  };
}

export function describeChart(chart: api.Schema$EmbeddedChart): api.Schema$EmbeddedChart {
  return dropZeroSheets(chart) as api.Schema$EmbeddedChart;
}

function dropZeroSheets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(dropZeroSheets);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key, inner]) => !(key === 'sheetId' && inner === 0));
  return Object.fromEntries(entries.map(([key, inner]) => [key, dropZeroSheets(inner)]));
}

export function describeGroup(group: api.Schema$DimensionGroup): api.Schema$DimensionGroup {
  const { collapsed, ...rest } = group;
  return { ...rest, range: rangeWithoutZero(group.range!), ...(collapsed && { collapsed }) };
}
