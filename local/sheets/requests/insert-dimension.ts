import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { editDimension } from '../model/edit-dimension.ts';
import { invalid } from '../wire/errors.ts';
import { message } from '../wire/messages/message.ts';
import { dimensionRange } from '../wire/messages/ranges.ts';
import { countOf, readStretch } from './dimensions.ts';
import { kind } from './request.ts';

const SHAPE = message('InsertDimensionRequest', { range: dimensionRange, inheritFromBefore: 'bool' });

export const insertDimension = kind<api.Schema$InsertDimensionRequest>(SHAPE, ({ book, guard }, request) => {
  if (typeof request.range?.endIndex !== 'number') throw invalid('range.endIndex must be specified.');
  const { sheet, dimension, start, end } = readStretch(book, request.range);
  const count = countOf(sheet, dimension);
  const inheritFromBefore = request.inheritFromBefore ?? false;
  if (inheritFromBefore && start === 0)
    throw invalid('inheritFromBefore cannot be set to true if inserting at the beginning of the grid.');
  // Inserting right after the last line is only possible by inheriting from it.
  if (start > count || (start === count && !inheritFromBefore))
    throw invalid(
      `range.startIndex[${start}] is after last ${dimension === 'ROWS' ? 'row' : 'column'} in grid[${count - 1}]`,
    );
  guard.touchSheet(sheet);
  if (start > 0 && start < count) touchInner();
  editDimension(
    book,
    sheet,
    dimension,
    { kind: 'insert', at: start, count: end - start },
    { inheritFromBefore },
  );

  /** Only a protection that the new lines would stretch stands in the way. */
  function touchInner(): void {
    const from = dimension === 'ROWS' ? 'startRowIndex' : 'startColumnIndex';
    const to = dimension === 'ROWS' ? 'endRowIndex' : 'endColumnIndex';
    for (const one of sheet.state.protectedRanges) {
      const [first, last] = [one.range?.[from] ?? undefined, one.range?.[to] ?? undefined];
      if (first !== undefined && last !== undefined && first < start && last > start)
        guard.touch(sheet, one.range as object);
    }
  }
});
