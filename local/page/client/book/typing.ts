import type { ICellDataForSheetInterceptor } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { Spreadsheet } from './spreadsheet.ts';
import { type CellExtras, enteredOf, textOf } from './to-univer.ts';

const TEXT = 1;
/** Univer took the apostrophe away that makes a text of a number. */
const FORCED_TEXT = 4;

/**
 * What the editor shows is what one would type; what was typed stays as it was typed, a text, until the server has
 * read it. Univer is not to make a number, a date or a formula of it.
 */
export function keepTyping(sheet: Spreadsheet): () => void {
  const interceptors = sheet.get(SheetInterceptorService).writeCellInterceptor;
  const before = interceptors.intercept(BEFORE_CELL_EDIT, {
    priority: 1000,
    handler: (cell, _, next) => {
      if (!cell) return next(cell);
      const entered = enteredOf(cell);
      const { p: _rich, f: _formula, ...rest } = cell as ICellDataForSheetInterceptor;
      return next({ ...rest, v: entered, t: TEXT });
    },
  });
  const after = interceptors.intercept(AFTER_CELL_EDIT, {
    priority: 1000,
    handler: (cell, context, next) => {
      if (!cell) return next(cell);
      const old = context.worksheet.getCellRaw(context.row, context.col);
      const typed = (cell.t === FORCED_TEXT ? "'" : '') + textOf(cell);
      if (typed === enteredOf(old)) return next(old ?? cell);
      const { note, choices } = (old?.custom ?? {}) as CellExtras;
      const extras: CellExtras = { ...(note && { note }), ...(choices && { choices }) };
      return next({
        v: typed === '' ? null : typed,
        t: TEXT,
        f: null,
        si: null,
        p: null,
        custom: Object.keys(extras).length > 0 ? extras : null,
      });
    },
  });
  return () => {
    before();
    after();
  };
}
