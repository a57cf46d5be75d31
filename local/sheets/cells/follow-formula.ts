import { type Dimension, type DimensionEdit, followSpan } from '../model/dimension-edit.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import { columnName, printTitle } from '../wire/a1.ts';
import { type Corner, type Reference, readReference, titleOf, tokenizeFormula } from './formula-tokens.ts';

/**
 * Rewrites every formula's references after rows or columns of one sheet were inserted, deleted or moved.
 * @param within which references go along, by where they begin and end (half open) across the dimension
 */
export function followFormulas(
  book: Spreadsheet,
  title: string,
  dimension: Dimension,
  edit: DimensionEdit,
  within: (first: number | undefined, last: number | undefined) => boolean = () => true,
): void {
  const across = dimension === 'ROWS' ? 'column' : 'row';
  rewriteFormulas(book, (reference, own) => {
    const meant = reference.sheet === undefined ? own : titleOf(reference.sheet);
    if (meant !== title) return reference;
    const last = (reference.to ?? reference.from)[across];
    if (!within(reference.from[across], last === undefined ? undefined : last + 1)) return reference;
    return followReference(reference, dimension, edit);
  });
}

/** A renamed sheet keeps its formulas; a deleted one leaves `#REF!`. */
export function renameInFormulas(book: Spreadsheet, from: string, to: string | undefined): void {
  rewriteFormulas(book, (reference) => {
    if (reference.sheet === undefined || titleOf(reference.sheet) !== from) return reference;
    return to === undefined ? undefined : { ...reference, sheet: printTitle(to) };
  });
}

type Rewrite = (reference: Reference, ownTitle: string) => Reference | undefined;

function rewriteFormulas(book: Spreadsheet, rewrite: Rewrite): void {
  for (const sheet of book.sheets) {
    sheet.state.rows.forEach((row, r) => {
      row.forEach((cell, c) => {
        const formula = cell?.userEnteredValue?.formulaValue;
        if (!formula) return;
        const followed = rewriteFormula(formula, sheet.title, rewrite);
        if (followed !== formula) sheet.patchCell(r, c, { userEnteredValue: { formulaValue: followed } });
      });
    });
  }
}

function rewriteFormula(formula: string, ownTitle: string, rewrite: Rewrite): string {
  const tokens = tokenizeFormula(formula.slice(1)).map(({ kind, text }) => {
    if (kind !== 'ref') return text;
    const before = readReference(text);
    const after = rewrite(before, ownTitle);
    return after === before ? text : after === undefined ? '#REF!' : printReference(after);
  });
  return `=${tokens.join('')}`;
}

function followReference(
  reference: Reference,
  dimension: Dimension,
  edit: DimensionEdit,
): Reference | undefined {
  const axis = dimension === 'ROWS' ? 'row' : 'column';
  const from = reference.from[axis];
  const last = reference.to ? reference.to[axis] : from;
  if (from === undefined && last === undefined) return reference;
  const span = followSpan({ start: from, end: last === undefined ? undefined : last + 1 }, edit);
  if (span === undefined) return undefined;
  const move = (corner: Corner, at: number | undefined): Corner =>
    at === undefined ? corner : { ...corner, [axis]: at };
  return {
    sheet: reference.sheet,
    from: move(reference.from, span.start),
    to: reference.to && move(reference.to, span.end === undefined ? undefined : span.end - 1),
  };
}

function printReference({ sheet, from, to }: Reference): string {
  return `${sheet === undefined ? '' : `${sheet}!`}${printCorner(from)}${to === undefined ? '' : `:${printCorner(to)}`}`;
}

function printCorner({ column, row, fixedColumn, fixedRow }: Corner): string {
  const letters = column === undefined ? '' : (fixedColumn ? '$' : '') + columnName(column);
  const digits = row === undefined ? '' : (fixedRow ? '$' : '') + (row + 1);
  return letters + digits;
}

/** The formula as it reads when copied some rows down and columns right: references without a dollar go along. */
export function shiftFormula(formula: string, rows: number, columns: number): string {
  const shift = (corner: Corner): Corner => ({
    ...corner,
    ...(corner.row !== undefined && !corner.fixedRow && { row: corner.row + rows }),
    ...(corner.column !== undefined && !corner.fixedColumn && { column: corner.column + columns }),
  });
  return rewriteFormula(formula, '', (reference) => {
    const shifted = { ...reference, from: shift(reference.from), to: reference.to && shift(reference.to) };
    const outside = [shifted.from, shifted.to].some(
      (corner) => (corner?.row ?? 0) < 0 || (corner?.column ?? 0) < 0,
    );
    return outside ? undefined : shifted;
  });
}
