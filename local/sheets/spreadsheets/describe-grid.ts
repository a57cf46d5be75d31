import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { Shown } from '../cells/shown.ts';
import type { Dimension } from '../model/dimension-edit.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import type { Cell, Trait } from '../model/state.ts';
import type { Box } from '../wire/a1.ts';
import { type Mask, maskReaches } from '../wire/mask.ts';
import { describeMetadata } from './describe-metadata.ts';

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

/** The cells of one range with their rows' and columns' sizes; trailing empty cells and rows are left out. */
export function describeGrid(book: Spreadsheet, sheet: Sheet, box: Box, mask: Mask): api.Schema$GridData {
  const closed = sheet.resolve(box, { clip: true });
  const { startRowIndex: top, startColumnIndex: left } = closed;
  const wants = (...path: string[]) => maskReaches(mask, 'sheets', 'data', ...path);
  return {
    ...(top > 0 && { startRow: top }),
    ...(left > 0 && { startColumn: left }),
    ...(wants('rowData') && describeRows(book, sheet, closed, mask)),
    ...(wants('rowMetadata') && {
      rowMetadata: describeTraits(book, sheet, 'ROWS', top, closed.endRowIndex),
    }),
    ...(wants('columnMetadata') && {
      columnMetadata: describeTraits(book, sheet, 'COLUMNS', left, closed.endColumnIndex),
    }),
  };
}

function describeRows(
  book: Spreadsheet,
  sheet: Sheet,
  box: Required<Box>,
  mask: Mask,
): { rowData?: api.Schema$RowData[] } {
  const shown = new Shown(book);
  const wanted = wantedParts(mask);
  const look = book.properties.defaultFormat!;
  const rowData: api.Schema$RowData[] = [];
  const last = Math.min(box.endRowIndex, sheet.state.rows.length);
  for (let r = box.startRowIndex; r < last; r++) {
    const cells = sheet.state.rows[r]!.slice(box.startColumnIndex, box.endColumnIndex);
    const values = cells.map((cell) => (cell ? describeCell(shown, sheet, cell, look, wanted) : {}));
    while (values.length > 0 && Object.keys(values.at(-1)!).length === 0) values.pop();
    rowData.push(values.length > 0 ? { values } : {});
  }
  while (rowData.length > 0 && Object.keys(rowData.at(-1)!).length === 0) rowData.pop();
  return rowData.length > 0 ? { rowData } : {};
}

const PARTS = [
  'userEnteredValue',
  'effectiveValue',
  'formattedValue',
  'userEnteredFormat',
  'effectiveFormat',
  'hyperlink',
  'note',
  'textFormatRuns',
  'dataValidation',
] as const satisfies readonly (keyof api.Schema$CellData)[];
type WantedParts = Readonly<Record<(typeof PARTS)[number], boolean>>;

/** Which parts of single cells the mask takes anything of: of many thousand cells the others are not even made. */
function wantedParts(mask: Mask): WantedParts {
  const wants = (part: string) => maskReaches(mask, 'sheets', 'data', 'rowData', 'values', part);
  return Object.fromEntries(PARTS.map((part) => [part, wants(part)])) as WantedParts;
}

function describeCell(
  shown: Shown,
  sheet: Sheet,
  cell: Cell,
  look: api.Schema$CellFormat,
  wanted: WantedParts,
): api.Schema$CellData {
  const { userEnteredValue, userEnteredFormat, note, dataValidation, textFormatRuns } = cell;
  const effectiveValue = wanted.effectiveValue ? shown.effective(sheet, cell) : undefined;
  const formattedValue = wanted.formattedValue ? shown.formatted(sheet, cell) : undefined;
  const link = wanted.hyperlink ? userEnteredFormat?.textFormat?.link?.uri : undefined;
  return {
    ...(wanted.userEnteredValue && userEnteredValue && { userEnteredValue }),
    ...(effectiveValue && { effectiveValue }),
    ...(formattedValue !== undefined && { formattedValue }),
    ...(wanted.userEnteredFormat && userEnteredFormat && { userEnteredFormat }),
    ...(wanted.effectiveFormat &&
      (userEnteredValue || userEnteredFormat) && {
        effectiveFormat: effectiveFormat(look, userEnteredFormat),
      }),
    ...(link && { hyperlink: link }),
    ...(wanted.note && note && { note }),
    ...(wanted.textFormatRuns && textFormatRuns && { textFormatRuns }),
    ...(wanted.dataValidation && dataValidation && { dataValidation }),
  };
}

function effectiveFormat(
  look: api.Schema$CellFormat,
  own: api.Schema$CellFormat | undefined,
): api.Schema$CellFormat {
  const textFormat = { ...look.textFormat, fontFamily: 'Arial', ...own?.textFormat };
  return { ...look, hyperlinkDisplayType: 'PLAIN_TEXT', ...own, textFormat };
}

function describeTraits(
  book: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  start: number,
  end: number,
): api.Schema$DimensionProperties[] {
  const traits: readonly (Trait | null)[] =
    dimension === 'ROWS' ? sheet.state.rowTraits : sheet.state.columnTraits;
  const byIndex = new Map<number, api.Schema$DeveloperMetadata[]>();
  for (const one of book.developerMetadata) {
    const range = one.location?.dimensionRange;
    if (!range || range.dimension !== dimension || (range.sheetId ?? 0) !== sheet.id) continue;
    const list = byIndex.get(range.startIndex!) ?? [];
    byIndex.set(range.startIndex!, [...list, describeMetadata(one)]);
  }
  const result: api.Schema$DimensionProperties[] = [];
  for (let index = start; index < end; index++) {
    const { pixelSize = dimension === 'ROWS' ? ROW_PIXELS : COLUMN_PIXELS, hiddenByUser } =
      traits[index] ?? {};
    const developerMetadata = byIndex.get(index);
    result.push({
      ...(hiddenByUser && { hiddenByUser }),
      pixelSize,
      ...(developerMetadata && { developerMetadata }),
    });
  }
  return result;
}
