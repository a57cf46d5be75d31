import { createHash } from 'node:crypto';
import type { IStyleData } from '@univerjs/core';
import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { boxOf } from './box.ts';
import { viewCharts } from './charts.ts';
import { closedRanges } from './closed-ranges.ts';
import { DropDowns } from './drop-downs.ts';
import { enteredText } from './entered-text.ts';
import type { Grid } from './grid.ts';
import { paint } from './painted.ts';
import { hexOf, type ShownKind, styleOf } from './style.ts';
import type { CellView, LineView, TabView } from './types.ts';

/** One tab of a `spreadsheets.get` answer with grid data, as the page shows it. `grids` has every tab's cells. */
export function viewTab(
  sheet: api.Schema$Sheet,
  grids: ReadonlyMap<number, Grid>,
  sheetIds: ReadonlyMap<string, number>,
  locale: string,
): TabView {
  const { sheetId, title, hidden, gridProperties, tabColorStyle, tabColor } = sheet.properties ?? {};
  const grid = grids.get(sheetId ?? 0)!;
  const { rowCount, columnCount } = grid;
  const painted = paint(sheet, grid, locale);
  const styles = new Styles();
  const dropDowns = new DropDowns(grids, sheetIds);
  const notShown = new Set([...painted.notShown, ...unshownParts(sheet)]);
  const cells: (CellView | null)[][] = [];
  for (let row = 0; row < Math.min(rowCount, Math.max(grid.height, painted.height)); row++) {
    const width = Math.min(columnCount, Math.max(grid.width(row), painted.reach(row)));
    cells.push(
      Array.from({ length: width }, (_, column) => {
        const cell = grid.cell(row, column) ?? {};
        if (cell.textFormatRuns?.length) notShown.add('textFormatRuns');
        const format = {
          ...painted.under(row, column),
          ...cell.userEnteredFormat,
        };
        return viewCell(cell, overlay(format, painted.over(row, column)), { styles, dropDowns, locale });
      }),
    );
  }
  for (const kind of dropDowns.unknown) notShown.add(`dataValidation ${kind}`);
  const colour = hexOf(tabColorStyle?.rgbColor ?? tabColor);
  return {
    sheetId: sheetId ?? 0,
    title: title ?? '',
    ...(hidden && { hidden }),
    ...(colour && { colour }),
    rowCount,
    columnCount,
    frozenRows: gridProperties?.frozenRowCount ?? 0,
    frozenColumns: gridProperties?.frozenColumnCount ?? 0,
    gridlines: !gridProperties?.hideGridlines,
    rows: viewLines(sheet, 'rowMetadata', ROW_PIXELS),
    columns: viewLines(sheet, 'columnMetadata', COLUMN_PIXELS),
    merges: (sheet.merges ?? []).map((range) => boxOf(range, rowCount, columnCount)),
    cells: trimmed(cells),
    styles: styles.table,
    dropDowns: dropDowns.table,
    closed: closedRanges(sheet, rowCount, columnCount),
    charts: viewCharts(sheet, grids),
    notShown: [...notShown],
  };
}

const ROW_PIXELS = 21;
const COLUMN_PIXELS = 100;

interface Tables {
  readonly styles: Styles;
  readonly dropDowns: DropDowns;
  readonly locale: string;
}

function viewCell(
  cell: api.Schema$CellData,
  format: api.Schema$CellFormat,
  { styles, dropDowns, locale }: Tables,
): CellView | null {
  const shown = cell.formattedValue ?? '';
  const entered = enteredText(cell.userEnteredValue, cell.userEnteredFormat?.numberFormat, locale);
  const style = styles.keyOf(styleOf(format, kindOf(cell)));
  const choices = cell.dataValidation ? dropDowns.keyOf(cell.dataValidation) : undefined;
  const note = [cell.note, cell.dataValidation?.inputMessage].filter(Boolean).join('\n\n');
  if (shown === '' && entered === '' && !style && !note && !choices) return null;
  return {
    shown,
    ...(entered !== shown && { entered }),
    ...(style && { style }),
    ...(note && { note }),
    ...(choices && { choices }),
  };
}

function kindOf({ effectiveValue }: api.Schema$CellData): ShownKind {
  if (typeof effectiveValue?.numberValue === 'number') return 'number';
  if (typeof effectiveValue?.boolValue === 'boolean' || effectiveValue?.errorValue) return 'centred';
  return 'text';
}

/** What a conditional format says replaces what the cell has, part by part. */
function overlay(
  format: api.Schema$CellFormat,
  over: api.Schema$CellFormat | undefined,
): api.Schema$CellFormat {
  if (over === undefined) return format;
  const { backgroundColor, backgroundColorStyle, textFormat } = over;
  const background = backgroundColorStyle?.rgbColor ?? backgroundColor;
  return {
    ...format,
    ...(background && { backgroundColor: background, backgroundColorStyle: { rgbColor: background } }),
    ...(textFormat && { textFormat: { ...format.textFormat, ...textFormat } }),
  };
}

function viewLines(
  sheet: api.Schema$Sheet,
  which: 'rowMetadata' | 'columnMetadata',
  usual: number,
): Record<number, LineView> {
  const lines: Record<number, LineView> = {};
  for (const block of sheet.data ?? []) {
    const start = (which === 'rowMetadata' ? block.startRow : block.startColumn) ?? 0;
    (block[which] ?? []).forEach(({ pixelSize, hiddenByUser, hiddenByFilter }, i) => {
      const size = pixelSize && pixelSize !== usual ? pixelSize : undefined;
      const hidden = hiddenByUser || hiddenByFilter;
      if (size || hidden)
        lines[start + i] = { ...(size && { size }), ...(hidden && { hidden: true as const }) };
    });
  }
  return lines;
}

/** Named, so that nobody takes the page for the whole truth. */
function unshownParts({ basicFilter, filterViews, slicers, rowGroups, columnGroups }: api.Schema$Sheet) {
  return [
    ...(basicFilter ? ['basicFilter'] : []),
    ...(filterViews?.length ? ['filterViews'] : []),
    ...(slicers?.length ? ['slicers'] : []),
    ...(rowGroups?.length ? ['rowGroups'] : []),
    ...(columnGroups?.length ? ['columnGroups'] : []),
  ];
}

/** Equal styles are kept once, under a key that follows from their content. */
class Styles {
  readonly table: Record<string, IStyleData> = {};
  readonly #keys = new Map<string, string>();

  keyOf(style: IStyleData): string | undefined {
    const text = JSON.stringify(style);
    if (text === '{}') return undefined;
    const known = this.#keys.get(text);
    if (known !== undefined) return known;
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 10);
    this.#keys.set(text, key);
    this.table[key] = style;
    return key;
  }
}

function trimmed(rows: (CellView | null)[][]): (CellView | null)[][] {
  for (const row of rows) while (row.length > 0 && row.at(-1) === null) row.pop();
  while (rows.length > 0 && rows.at(-1)!.length === 0) rows.pop();
  return rows;
}
