import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { border } from '../wire/messages/cells.ts';
import { message } from '../wire/messages/message.ts';
import { gridRange } from '../wire/messages/ranges.ts';
import { settleBorder } from './cell-parts.ts';
import { kind } from './request.ts';

const SHAPE = message('UpdateBordersRequest', {
  range: gridRange,
  top: border,
  bottom: border,
  left: border,
  right: border,
  innerHorizontal: border,
  innerVertical: border,
});

type Side = 'top' | 'bottom' | 'left' | 'right';

export const updateBorders = kind<api.Schema$UpdateBordersRequest>(SHAPE, ({ book, guard }, request) => {
  const { sheet, box } = book.place(request.range);
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = sheet.resolve(box);
  guard.touch(sheet, box);
  for (let r = startRowIndex; r < endRowIndex; r++)
    for (let c = startColumnIndex; c < endColumnIndex; c++) {
      const given: [Side, api.Schema$Border | undefined][] = [
        ['top', r === startRowIndex ? request.top : request.innerHorizontal],
        ['bottom', r === endRowIndex - 1 ? request.bottom : request.innerHorizontal],
        ['left', c === startColumnIndex ? request.left : request.innerVertical],
        ['right', c === endColumnIndex - 1 ? request.right : request.innerVertical],
      ];
      const format = sheet.cell(r, c)?.userEnteredFormat;
      const borders: Record<string, api.Schema$Border> = { ...(format?.borders as object) };
      for (const [side, wanted] of given) {
        if (wanted === undefined) continue;
        const settled = settleBorder(wanted);
        if (settled) borders[side] = settled;
        else delete borders[side];
      }
      const { borders: _, ...rest } = format ?? {};
      const after = Object.keys(borders).length > 0 ? { ...rest, borders } : rest;
      sheet.patchCell(r, c, { userEnteredFormat: Object.keys(after).length > 0 ? after : undefined });
    }
});
