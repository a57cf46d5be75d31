import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from '../wire/a1.ts';
import { invalid } from '../wire/errors.ts';
import { cellData, rowData } from '../wire/messages/cells.ts';
import { each, message } from '../wire/messages/message.ts';
import { gridCoordinate, gridRange } from '../wire/messages/ranges.ts';
import { writeCell } from './cell-parts.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

const SHAPE = message('UpdateCellsRequest', {
  rows: each(rowData),
  fields: 'mask',
  start: gridCoordinate,
  range: gridRange,
});

export const updateCells = kind<api.Schema$UpdateCellsRequest>(SHAPE, ({ book, guard }, request) => {
  const mask = readMask(request.fields, cellData);
  const rows = request.rows ?? [];
  const { sheet, box } = request.range ? book.place(request.range) : startPlace();
  const target = sheet.resolve(box);
  rows.forEach((row, r) => {
    if (target.startRowIndex + r >= target.endRowIndex)
      throw invalid(
        `Attempting to write row: ${target.startRowIndex + r}, beyond the last requested row of: ${target.endRowIndex - 1}`,
      );
    const last = target.startColumnIndex + (row.values?.length ?? 0);
    if (last > target.endColumnIndex)
      throw invalid(
        `Attempting to write column: ${target.endColumnIndex}, beyond the last requested column of: ${target.endColumnIndex - 1}`,
      );
  });
  guard.touch(sheet, target);
  // With a start, only the cells that are given are written; with a range, the rest of it is cleared.
  const height = request.range ? target.endRowIndex - target.startRowIndex : rows.length;
  for (let r = 0; r < height; r++) {
    const cells = rows[r]?.values ?? [];
    const width = request.range ? target.endColumnIndex - target.startColumnIndex : cells.length;
    for (let c = 0; c < width; c++)
      writeCell(sheet, target.startRowIndex + r, target.startColumnIndex + c, cells[c] ?? {}, mask);
  }

  function startPlace() {
    if (!request.start) throw invalid('Must specify start or range.');
    const { sheetId, rowIndex = 0, columnIndex = 0 } = request.start;
    const sheet = book.requireSheet(sheetId);
    const width = Math.max(1, ...rows.map(({ values }) => values?.length ?? 0));
    const box: Box = {
      startRowIndex: rowIndex!,
      endRowIndex: rowIndex! + Math.max(1, rows.length),
      startColumnIndex: columnIndex!,
      endColumnIndex: columnIndex! + width,
    };
    return { sheet, box };
  }
});
