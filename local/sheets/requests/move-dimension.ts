import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editDimension } from '../model/edit-dimension.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { dimensionRange } from '../wire/messages/ranges.ts';
import { boxOf, checkInside, countOf, readStretch } from './dimensions.ts';
import { kind } from './request.ts';

const SHAPE = message('MoveDimensionRequest', { source: dimensionRange, destinationIndex: 'int32' });

/** The destination is counted before the rows or columns are taken out. */
export const moveDimension = kind<api.Schema$MoveDimensionRequest>(SHAPE, ({ book, guard }, request) => {
  const stretch = readStretch(book, request.source);
  checkInside(stretch);
  const { sheet, dimension, start, end } = stretch;
  const to = request.destinationIndex ?? 0;
  if (to < 0 || to > countOf(sheet, dimension)) throw invalid(`destinationIndex[${to}] is outside the grid.`);
  if (to > start && to < end) throw invalid(`destinationIndex[${to}] is inside the source.`);
  guard.touch(sheet, boxOf(stretch));
  const [from, until] =
    dimension === 'ROWS'
      ? (['startRowIndex', 'endRowIndex'] as const)
      : (['startColumnIndex', 'endColumnIndex'] as const);
  for (const merge of sheet.state.merges) {
    const [first, last] = [merge[from]!, merge[until]!];
    const cut = (index: number) => first < index && index < last;
    if (cut(start) || cut(end) || cut(to)) throw invalid('You cannot move part of a merged range.');
  }
  editDimension(book, sheet, dimension, { kind: 'move', start, end, to });
});
