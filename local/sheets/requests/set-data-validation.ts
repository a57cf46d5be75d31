import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { dataValidation } from '../wire/messages/cells.ts';
import { message } from '../wire/messages/message.ts';
import { gridRange } from '../wire/messages/ranges.ts';
import { tidyRule } from './cell-parts.ts';
import { kind } from './request.ts';

const SHAPE = message('SetDataValidationRequest', { range: gridRange, rule: dataValidation });

/** Sets the rule on every cell of the range, or takes it away when there is none. */
export const setDataValidation = kind<api.Schema$SetDataValidationRequest>(
  SHAPE,
  ({ book, guard }, request) => {
    const { sheet, box } = book.place(request.range);
    const target = sheet.resolve(box);
    guard.touch(sheet, target);
    const rule = tidyRule(request.rule);
    for (let r = target.startRowIndex; r < target.endRowIndex; r++)
      for (let c = target.startColumnIndex; c < target.endColumnIndex; c++)
        if (rule || sheet.cell(r, c)?.dataValidation) sheet.patchCell(r, c, { dataValidation: rule });
  },
);
