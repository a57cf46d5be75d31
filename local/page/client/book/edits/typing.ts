import type { ICellData, ICellDataForSheetInterceptor } from '@univerjs/core';
import { AFTER_CELL_EDIT, BEFORE_CELL_EDIT, SheetInterceptorService } from '@univerjs/sheets';
import type { DropDown } from '../../../view/types.ts';
import type { Spreadsheet } from '../univer/spreadsheet.ts';
import { type CellExtras, enteredOf, textOf } from '../univer/to-univer.ts';

const TEXT = 1;
const EMPTY: ICellData = {};
/** Univer took the apostrophe away that makes a text of a number. */
const FORCED_TEXT = 4;

export interface TypingOptions {
  /** A list of a tab, by the key that its cells have. */
  readonly listAt: (sheetId: number, choices: string) => DropDown | undefined;
  /** Something was typed that the cell's list does not have, and nothing else may stand there. */
  readonly refused: (values: readonly string[]) => void;
}

/**
 * What the editor shows is what one would type; what was typed stays as it was typed, a text, until the server has
 * read it. Univer is not to make a number, a date or a formula of it.
 */
export function keepTyping(sheet: Spreadsheet, { listAt, refused }: TypingOptions): () => void {
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
      const list = choices === undefined ? undefined : listAt(Number(context.subUnitId), choices);
      if (list?.strict && typed !== '' && !list.values.includes(typed)) {
        refused(list.values);
        return next(old ?? EMPTY);
      }
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
