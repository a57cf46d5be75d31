import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { shared } from '../model/shared.ts';
import { type Sheet, withContent } from '../model/sheet.ts';
import type { Cell } from '../model/state.ts';
import { checkFormula } from '../values/write-values.ts';
import { settleColours } from '../wire/colour.ts';
import { invalid } from '../wire/errors.ts';
import { type Mask, overwrite } from '../wire/mask.ts';

/** Writes the masked parts of a cell; a masked part that is not given is cleared. */
export function writeCell(
  sheet: Sheet,
  row: number,
  column: number,
  given: api.Schema$CellData,
  mask: Mask,
): void {
  sheet.setCell(row, column, written(sheet.cell(row, column), given, mask));
}

/**
 * The cell afterwards; undefined for none. Where many cells are written alike it is worked out for the first alone:
 * they were given the same, and mostly looked the same before. Then they are one object, and so is their format with
 * every other that says the same.
 */
const written = rememberingTheLast(
  (before: Cell | undefined, given: api.Schema$CellData, mask: Mask): Cell | undefined => {
    const whole = mask === true;
    const below = whole ? undefined : mask;
    const cell: Cell = { ...before };
    if (whole || below?.userEnteredValue) {
      const value = given.userEnteredValue;
      if (value?.formulaValue) checkFormula(checkEquals(value.formulaValue));
      cell.userEnteredValue =
        value && Object.keys(value).length > 0 && value.stringValue !== '' ? value : undefined;
      if (whole || !below?.textFormatRuns) cell.textFormatRuns = undefined;
    }
    if (whole || below?.userEnteredFormat) {
      const formatMask = whole ? true : below!.userEnteredFormat!;
      const format = overwrite(
        before?.userEnteredFormat ?? {},
        settleFormat(given.userEnteredFormat),
        formatMask,
      );
      cell.userEnteredFormat = Object.keys(format).length > 0 ? shared(format) : undefined;
    }
    if (whole || below?.note) cell.note = given.note || undefined;
    if (whole || below?.dataValidation) {
      const rule = tidyRule(given.dataValidation);
      cell.dataValidation = rule && shared(rule);
    }
    if (whole || below?.textFormatRuns)
      cell.textFormatRuns = given.textFormatRuns && settleColours(given.textFormatRuns);
    return withContent(cell);
  },
);

/** Everything it is given is never altered, so the same objects give the same answer. */
function rememberingTheLast<Given extends readonly unknown[], Answer>(
  work: (...given: Given) => Answer,
): (...given: Given) => Answer {
  let last: { readonly given: Given; readonly answer: Answer } | undefined;
  return (...given) => {
    if (last === undefined || given.some((each, i) => each !== last!.given[i]))
      last = { given, answer: work(...given) };
    return last.answer;
  };
}

function checkEquals(formula: string): string {
  if (!formula.startsWith('=')) throw invalid(`Formula "${formula}" must start with "=".`);
  return formula;
}

const WIDTHS: Readonly<Record<string, number>> = {
  DOTTED: 1,
  DASHED: 1,
  SOLID: 1,
  SOLID_MEDIUM: 2,
  SOLID_THICK: 3,
  DOUBLE: 3,
};

/** A border as it comes back: with its width and a colour; none for style NONE. */
export function settleBorder(border: api.Schema$Border | undefined): api.Schema$Border | undefined {
  if (!border?.style || border.style === 'NONE' || border.style === 'STYLE_UNSPECIFIED') return undefined;
  const { style, width: _, ...colours } = settleColours(border);
  const colour = Object.keys(colours).length > 0 ? colours : { color: {}, colorStyle: { rgbColor: {} } };
  return { style, width: WIDTHS[style!]!, ...colour };
}

function settleFormat(format: api.Schema$CellFormat | undefined): api.Schema$CellFormat | undefined {
  if (!format) return undefined;
  const settled = settleColours(format);
  if (!settled.borders) return settled;
  const borders = Object.fromEntries(
    Object.entries(settled.borders).flatMap(([side, border]) => {
      const kept = settleBorder(border as api.Schema$Border);
      return kept ? [[side, kept]] : [];
    }),
  );
  return { ...settled, borders };
}

/** A validation rule as it comes back: flags that are off are left out. */
export function tidyRule(
  rule: api.Schema$DataValidationRule | undefined,
): api.Schema$DataValidationRule | undefined {
  if (!rule?.condition) return undefined;
  const { strict, showCustomUi, ...rest } = rule;
  return { ...rest, ...(strict && { strict }), ...(showCustomUi && { showCustomUi }) };
}
