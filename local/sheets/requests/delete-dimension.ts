import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editDimension } from '../model/edit-dimension.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { dimensionRange } from '../wire/messages/ranges.ts';
import { boxOf, checkInside, countOf, readStretch } from './dimensions.ts';
import { kind } from './request.ts';

const SHAPE = message('DeleteDimensionRequest', { range: dimensionRange });

export const deleteDimension = kind<api.Schema$DeleteDimensionRequest>(SHAPE, ({ book, guard }, request) => {
  const stretch = readStretch(book, request.range);
  checkInside(stretch);
  const { sheet, dimension, start, end } = stretch;
  if (end - start === countOf(sheet, dimension))
    throw invalid(`You can't delete all the ${dimension.toLowerCase()} on the sheet.`);
  guard.touch(sheet, boxOf(stretch));
  editDimension(book, sheet, dimension, { kind: 'delete', start, end });
});
