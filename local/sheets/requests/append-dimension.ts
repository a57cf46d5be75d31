import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { DIMENSION } from '../wire/messages/ranges.ts';
import { readDimension } from './dimensions.ts';
import { kind } from './request.ts';

const SHAPE = message('AppendDimensionRequest', { sheetId: 'int32', dimension: DIMENSION, length: 'int32' });

export const appendDimension = kind<api.Schema$AppendDimensionRequest>(SHAPE, ({ book, guard }, request) => {
  const sheet = book.requireSheet(request.sheetId);
  const length = request.length ?? 0;
  if (length < 1) throw invalid('length must be greater than 0.');
  guard.touchSheet(sheet);
  if (readDimension(request.dimension) === 'ROWS') sheet.setGrid(sheet.rowCount + length, sheet.columnCount);
  else sheet.setGrid(sheet.rowCount, sheet.columnCount + length);
});
