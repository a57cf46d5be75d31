import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { followFormulas } from '../cells/follow-formula.ts';
import { type Dimension, type DimensionEdit, editList, followRange, followSpan } from './dimension-edit.ts';
import { followRanges, keepSame } from './follow-ranges.ts';
import type { Sheet } from './sheet.ts';
import type { Spreadsheet } from './spreadsheet.ts';
import type { Cell, Row } from './state.ts';

/**
 * Inserts, deletes or moves rows or columns, and takes everything along that lies on them: cells, sizes, merges,
 * protections, named ranges, conditional formats, filters, bands, charts' anchors and sources, groups, developer
 * metadata, and the references of every formula.
 */
export function editDimension(
  book: Spreadsheet,
  sheet: Sheet,
  dimension: Dimension,
  edit: DimensionEdit,
  options: { inheritFromBefore?: boolean } = {},
): void {
  editCells(sheet, dimension, edit);
  if (edit.kind === 'insert') inheritFormats(sheet, dimension, edit, options.inheritFromBefore ?? false);
  resizeGrid(sheet, dimension, edit);
  const { state } = sheet;
  followRanges(book, sheet, (range) => followRange(range, dimension, edit));
  const groups = dimension === 'ROWS' ? 'rowGroups' : 'columnGroups';
  state[groups] = keepSame(
    state[groups],
    state[groups].flatMap((group) => {
      const range = followDimension(group.range!, edit);
      return range ? [{ ...group, range }] : [];
    }),
  );
  for (const one of book.sheets) followAnchors(one, sheet.id, dimension, edit);
  book.developerMetadata = keepSame(
    book.developerMetadata,
    followMetadata(book.developerMetadata, sheet, dimension, edit),
  );
  followFormulas(book, sheet.title, dimension, edit);
}

function editCells(sheet: Sheet, dimension: Dimension, edit: DimensionEdit): void {
  const { state } = sheet;
  if (dimension === 'ROWS') {
    state.rowTraits = editList(state.rowTraits, edit, null);
    sheet.setRows(editList<Row>(state.rows, edit, []));
    return;
  }
  state.columnTraits = editList(state.columnTraits, edit, null);
  sheet.setRows(
    state.rows.map((row) => {
      const edited = editList<Cell | undefined>(row, edit, undefined);
      while (edited.length > 0 && !edited.at(-1)) edited.pop();
      return edited.length === row.length && edited.every((cell, i) => cell === row[i]) ? row : edited;
    }),
  );
}

/** New lines take the formats and the validation of the line before or after them. */
function inheritFormats(
  sheet: Sheet,
  dimension: Dimension,
  { at, count }: { at: number; count: number },
  fromBefore: boolean,
): void {
  const source = fromBefore ? at - 1 : at + count;
  const lines = dimension === 'ROWS' ? (sheet.state.rows[source]?.length ?? 0) : sheet.state.rows.length;
  for (let line = 0; line < lines; line++) {
    const cell = dimension === 'ROWS' ? sheet.cell(source, line) : sheet.cell(line, source);
    if (!cell?.userEnteredFormat && !cell?.dataValidation) continue;
    const { userEnteredFormat, dataValidation } = cell;
    for (let added = at; added < at + count; added++)
      if (dimension === 'ROWS') sheet.patchCell(added, line, { userEnteredFormat, dataValidation });
      else sheet.patchCell(line, added, { userEnteredFormat, dataValidation });
  }
}

function resizeGrid(sheet: Sheet, dimension: Dimension, edit: DimensionEdit): void {
  const change = edit.kind === 'insert' ? edit.count : edit.kind === 'delete' ? edit.start - edit.end : 0;
  if (change === 0) return;
  if (dimension === 'ROWS') sheet.setGrid(sheet.rowCount + change, sheet.columnCount);
  else sheet.setGrid(sheet.rowCount, sheet.columnCount + change);
  const frozen = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
  const count = sheet.state.properties.gridProperties![frozen];
  const span = count ? followSpan({ start: 0, end: count }, edit) : undefined;
  if (!count || span?.end === count) return;
  const { [frozen]: _, ...rest } = sheet.state.properties.gridProperties!;
  const gridProperties = span?.end ? { ...rest, [frozen]: span.end } : rest;
  sheet.state.properties = { ...sheet.state.properties, gridProperties };
}

function followDimension(
  range: api.Schema$DimensionRange,
  edit: DimensionEdit,
): api.Schema$DimensionRange | undefined {
  const span = followSpan({ start: range.startIndex ?? undefined, end: range.endIndex ?? undefined }, edit);
  if (span === undefined) return undefined;
  const { startIndex: _s, endIndex: _e, ...rest } = range;
  return {
    ...rest,
    ...(span.start !== undefined && { startIndex: span.start }),
    ...(span.end !== undefined && { endIndex: span.end }),
  };
}

/** Metadata of a row or column goes where it goes, and with it. */
function followMetadata(
  list: readonly api.Schema$DeveloperMetadata[],
  sheet: Sheet,
  dimension: Dimension,
  edit: DimensionEdit,
): readonly api.Schema$DeveloperMetadata[] {
  return list.flatMap((one) => {
    const range = one.location?.dimensionRange;
    if (!range || (range.sheetId ?? 0) !== sheet.id || range.dimension !== dimension) return [one];
    const dimensionRange = followDimension(range, edit);
    return dimensionRange ? [{ ...one, location: { ...one.location, dimensionRange } }] : [];
  });
}

/** Charts keep their anchor cell; a chart whose anchor is deleted slides to the cut. */
function followAnchors(holder: Sheet, sheetId: number, dimension: Dimension, edit: DimensionEdit): void {
  const axis = dimension === 'ROWS' ? 'rowIndex' : 'columnIndex';
  const charts = holder.state.charts.map((chart) => {
    const overlay = chart.position?.overlayPosition;
    const anchor = overlay?.anchorCell;
    if (!anchor || (anchor.sheetId ?? 0) !== sheetId) return chart;
    const at = anchor[axis] ?? 0;
    const moved =
      followSpan({ start: at, end: at + 1 }, edit)?.start ?? (edit.kind === 'delete' ? edit.start : at);
    return {
      ...chart,
      position: {
        ...chart.position,
        overlayPosition: { ...overlay, anchorCell: { ...anchor, [axis]: moved } },
      },
    };
  });
  holder.state.charts = keepSame(holder.state.charts, charts);
}
