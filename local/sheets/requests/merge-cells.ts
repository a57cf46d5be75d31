import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Place } from '../model/spreadsheet.ts';
import { invalid } from '../wire/errors.ts';
import { message, oneOf } from '../wire/messages/message.ts';
import { gridRange } from '../wire/messages/ranges.ts';
import { kind } from './request.ts';

type Box = Required<Place['box']>;

const MERGE = message('MergeCellsRequest', {
  range: gridRange,
  mergeType: oneOf('MergeType', 'MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'),
});

/** Merges a range as one, by column or by row. Old merges inside it give way; only the first value of each stays. */
export const mergeCells = kind<api.Schema$MergeCellsRequest>(MERGE, ({ book, guard }, request) => {
  const { sheet, box } = book.place(request.range);
  const range = sheet.resolve(box);
  guard.touch(sheet, range);
  unmerge({ sheet, box: range });
  for (const part of split(range, request.mergeType ?? 'MERGE_ALL')) {
    for (let r = part.startRowIndex; r < part.endRowIndex; r++)
      for (let c = part.startColumnIndex; c < part.endColumnIndex; c++)
        if ((r > part.startRowIndex || c > part.startColumnIndex) && sheet.cell(r, c)?.userEnteredValue)
          sheet.patchCell(r, c, { userEnteredValue: undefined, textFormatRuns: undefined });
    const isCell =
      part.endRowIndex - part.startRowIndex === 1 && part.endColumnIndex - part.startColumnIndex === 1;
    if (!isCell) sheet.state.merges = [...sheet.state.merges, { sheetId: sheet.id, ...part }];
  }
});

export const unmergeCells = kind<api.Schema$UnmergeCellsRequest>(
  message('UnmergeCellsRequest', { range: gridRange }),
  ({ book, guard }, request) => {
    const { sheet, box } = book.place(request.range);
    const range = sheet.resolve(box);
    guard.touch(sheet, range);
    unmerge({ sheet, box: range });
  },
);

function unmerge({ sheet, box }: { sheet: Place['sheet']; box: Box }): void {
  sheet.state.merges = sheet.state.merges.filter((merge) => {
    const one = merge as Box;
    const apart =
      one.endRowIndex <= box.startRowIndex ||
      one.startRowIndex >= box.endRowIndex ||
      one.endColumnIndex <= box.startColumnIndex ||
      one.startColumnIndex >= box.endColumnIndex;
    const inside =
      one.startRowIndex >= box.startRowIndex &&
      one.endRowIndex <= box.endRowIndex &&
      one.startColumnIndex >= box.startColumnIndex &&
      one.endColumnIndex <= box.endColumnIndex;
    if (!apart && !inside)
      throw invalid('You must select all cells in a merged range to merge or unmerge them.');
    return apart;
  });
}

function split(range: Box, type: string): Box[] {
  if (type === 'MERGE_ROWS') {
    const rows = range.endRowIndex - range.startRowIndex;
    return Array.from({ length: rows }, (_, i) => {
      const startRowIndex = range.startRowIndex + i;
      return { ...range, startRowIndex, endRowIndex: startRowIndex + 1 };
    });
  }
  if (type === 'MERGE_COLUMNS') {
    const columns = range.endColumnIndex - range.startColumnIndex;
    return Array.from({ length: columns }, (_, i) => {
      const startColumnIndex = range.startColumnIndex + i;
      return { ...range, startColumnIndex, endColumnIndex: startColumnIndex + 1 };
    });
  }
  return [range];
}
