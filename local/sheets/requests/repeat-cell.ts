import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { shiftFormula } from '../cells/follow-formula.ts';
import { cellData } from '../wire/messages/cells.ts';
import { message } from '../wire/messages/message.ts';
import { gridRange } from '../wire/messages/ranges.ts';
import { writeCell } from './cell-parts.ts';
import { readMask } from './masked.ts';
import { kind } from './request.ts';

const SHAPE = message('RepeatCellRequest', { range: gridRange, cell: cellData, fields: 'mask' });

export const repeatCell = kind<api.Schema$RepeatCellRequest>(SHAPE, ({ book, guard }, request) => {
  const mask = readMask(request.fields, cellData);
  const { sheet, box } = book.place(request.range);
  const target = sheet.resolve(box);
  guard.touch(sheet, target);
  const cell = request.cell ?? {};
  const formula = cell.userEnteredValue?.formulaValue;
  for (let r = target.startRowIndex; r < target.endRowIndex; r++)
    for (let c = target.startColumnIndex; c < target.endColumnIndex; c++) {
      const given = formula
        ? {
            ...cell,
            userEnteredValue: {
              formulaValue: shiftFormula(formula, r - target.startRowIndex, c - target.startColumnIndex),
            },
          }
        : cell;
      writeCell(sheet, r, c, given, mask);
    }
});
