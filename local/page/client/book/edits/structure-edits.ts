import type { IRange } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { hide, insert, move, remove, sizes } from './dimension-edits.ts';
import type { Kind, Params, StructureEdit } from './structure-edit.ts';

/**
 * One of Univer's mutations in the API's words; undefined for one that is not known here, which is then not done.
 * Changes that are only how this window shows a tab have no requests.
 */
export function structureEdit(mutation: string, params: unknown): StructureEdit | undefined {
  const known = own(MUTATIONS, mutation);
  if (known) {
    const given = params as Params;
    return known(given, Number(given.subUnitId));
  }
  return LOCAL.some((name) => mutation.startsWith(name)) ? { requests: [] } : undefined;
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined;

/** Heights that follow from wrapped text, the editor's own documents, permissions, formulas that Univer looks at. */
const LOCAL = [
  'doc.',
  'formula.',
  'sheet.mutation.set-worksheet-row-auto-height',
  'sheet.mutation.set-worksheet-row-is-auto-height',
  'sheet.mutation.add-range-protection',
  'sheet.mutation.set-range-protection',
  'sheet.mutation.delete-range-protection',
  'sheet.mutation.set-worksheet-row-count',
  'sheet.mutation.set-worksheet-column-count',
  'sheet.mutation.empty',
];

const MUTATIONS: Readonly<Record<string, Kind>> = {
  'sheet.mutation.insert-row': insert('ROWS'),
  'sheet.mutation.insert-col': insert('COLUMNS'),
  'sheet.mutation.remove-rows': remove('ROWS'),
  'sheet.mutation.remove-col': remove('COLUMNS'),
  'sheet.mutation.move-rows': move('ROWS'),
  'sheet.mutation.move-columns': move('COLUMNS'),
  'sheet.mutation.set-row-hidden': hide('ROWS', true),
  'sheet.mutation.set-row-visible': hide('ROWS', false),
  'sheet.mutation.set-col-hidden': hide('COLUMNS', true),
  'sheet.mutation.set-col-visible': hide('COLUMNS', false),
  'sheet.mutation.set-worksheet-col-width': ({ ranges, colWidth }, sheetId) => ({
    requests: sizes(sheetId, 'COLUMNS', ranges, colWidth),
  }),
  'sheet.mutation.set-worksheet-row-height': ({ ranges, rowHeight }, sheetId) => ({
    requests: sizes(sheetId, 'ROWS', ranges, rowHeight),
  }),
  'sheet.mutation.add-worksheet-merge': ({ ranges }, sheetId) => ({
    requests: (ranges ?? []).map((range) => ({
      mergeCells: { range: gridRange(sheetId, range), mergeType: 'MERGE_ALL' },
    })),
  }),
  'sheet.mutation.remove-worksheet-merge': ({ ranges }, sheetId) => ({
    requests: (ranges ?? []).map((range) => ({ unmergeCells: { range: gridRange(sheetId, range) } })),
  }),
  'sheet.mutation.set-frozen': ({ xSplit, ySplit }, sheetId) => ({
    requests: [
      {
        updateSheetProperties: {
          properties: {
            sheetId,
            gridProperties: { frozenRowCount: ySplit ?? 0, frozenColumnCount: xSplit ?? 0 },
          },
          fields: 'gridProperties.frozenRowCount,gridProperties.frozenColumnCount',
        },
      },
    ],
  }),
  'sheet.mutation.toggle-gridlines': ({ showGridlines }, sheetId) => ({
    requests: [
      {
        updateSheetProperties: {
          properties: { sheetId, gridProperties: { hideGridlines: showGridlines === 0 } },
          fields: 'gridProperties.hideGridlines',
        },
      },
    ],
  }),
  'sheet.mutation.set-worksheet-name': ({ name }, sheetId) =>
    property(sheetId, { title: name ?? '' }, 'title'),
  'sheet.mutation.set-worksheet-hidden': ({ hidden }, sheetId) =>
    property(sheetId, { hidden: hidden === 1 }, 'hidden'),
  'sheet.mutation.set-worksheet-order': ({ toOrder }, sheetId) =>
    property(sheetId, { index: toOrder ?? 0 }, 'index'),
  'sheet.mutation.set-tab-color': ({ color }, sheetId) =>
    property(sheetId, color ? { tabColorStyle: { rgbColor: rgb(color) } } : {}, 'tabColorStyle'),
};

const property = (
  sheetId: number,
  properties: api.Schema$SheetProperties,
  fields: string,
): StructureEdit => ({
  requests: [{ updateSheetProperties: { properties: { sheetId, ...properties }, fields } }],
});

const gridRange = (sheetId: number, range: IRange): api.Schema$GridRange => ({
  sheetId,
  startRowIndex: range.startRow,
  endRowIndex: range.endRow + 1,
  startColumnIndex: range.startColumn,
  endColumnIndex: range.endColumn + 1,
});

function rgb(hex: string): api.Schema$Color {
  const part = (at: number) => Number.parseInt(hex.slice(at, at + 2), 16) / 255 || 0;
  return { red: part(1), green: part(3), blue: part(5) };
}
