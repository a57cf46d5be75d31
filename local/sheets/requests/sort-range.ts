import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { shiftFormula } from '../cells/follow-formula.ts';
import { FormulaError, type Value } from '../cells/formula.ts';
import { Shown } from '../cells/shown.ts';
import type { Cell } from '../model/state.ts';
import { invalid } from '../wire/errors.ts';
import { each, message, oneOf } from '../wire/messages/message.ts';
import { gridRange } from '../wire/messages/ranges.ts';
import { kind } from './request.ts';

const SHAPE = message('SortRangeRequest', {
  range: gridRange,
  sortSpecs: each(
    message('SortSpec', {
      dimensionIndex: 'int32',
      sortOrder: oneOf('SortOrder', 'ASCENDING', 'DESCENDING'),
    }),
  ),
});

/** Sorts rows within a range: cells go whole, with format and note; equal rows keep their order. */
export const sortRange = kind<api.Schema$SortRangeRequest>(SHAPE, ({ book, guard }, request) => {
  const { sheet, box } = book.place(request.range);
  const {
    startRowIndex: top,
    endRowIndex,
    startColumnIndex: left,
    endColumnIndex: right,
  } = sheet.resolve(box);
  guard.touch(sheet, box);
  const specs = request.sortSpecs ?? [];
  if (specs.length === 0) throw invalid('At least one sort spec must be specified.');
  const shown = new Shown(book);
  const bottom = Math.min(endRowIndex, sheet.state.rows.length);
  const rows = Array.from({ length: Math.max(0, bottom - top) }, (_, i) => {
    const cells = Array.from({ length: right - left }, (_, c) => sheet.cell(top + i, left + c));
    const keys = specs.map(({ dimensionIndex }) =>
      shown.value(sheet, sheet.cell(top + i, dimensionIndex ?? 0)),
    );
    return { from: top + i, cells, keys };
  });
  const collator = new Intl.Collator((book.properties.locale ?? 'en').replace('_', '-'));
  rows.sort((a, b) => {
    for (const [i, { sortOrder }] of specs.entries()) {
      const order = compareValues(a.keys[i]!, b.keys[i]!, collator, sortOrder === 'DESCENDING' ? -1 : 1);
      if (order !== 0) return order;
    }
    return 0;
  });
  rows.forEach(({ from, cells }, i) => {
    cells.forEach((cell, c) => {
      sheet.setCell(top + i, left + c, moved(cell, top + i - from));
    });
  });
});

/** References without a dollar go with the row. */
function moved(cell: Cell | undefined, by: number): Cell | undefined {
  const formula = cell?.userEnteredValue?.formulaValue;
  if (!formula || by === 0) return cell;
  return { ...cell, userEnteredValue: { formulaValue: shiftFormula(formula, by, 0) } };
}

/** Numbers, then texts, then booleans, then errors; empty cells last whatever the direction. */
function compareValues(a: Value, b: Value, collator: Intl.Collator, sign: 1 | -1): number {
  if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
  const rank = (value: Value) =>
    typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : value instanceof FormulaError ? 3 : 2;
  if (rank(a) !== rank(b)) return sign * (rank(a) - rank(b));
  if (typeof a === 'string') return sign * collator.compare(a, b as string);
  return a instanceof FormulaError ? 0 : sign * (Number(a) - Number(b));
}
