import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
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
  const whole = mask === true;
  const below = whole ? undefined : mask;
  const before = sheet.cell(row, column);
  const parts: Partial<Cell> = {};
  if (whole || below?.userEnteredValue) {
    const value = given.userEnteredValue;
    if (value?.formulaValue) checkFormula(checkEquals(value.formulaValue));
    parts.userEnteredValue =
      value && Object.keys(value).length > 0 && value.stringValue !== '' ? value : undefined;
    if (whole || !below?.textFormatRuns) parts.textFormatRuns = undefined;
  }
  if (whole || below?.userEnteredFormat) {
    const formatMask = whole ? true : below!.userEnteredFormat!;
    const format = overwrite(
      before?.userEnteredFormat ?? {},
      settleFormat(given.userEnteredFormat),
      formatMask,
    );
    parts.userEnteredFormat = Object.keys(format).length > 0 ? format : undefined;
  }
  if (whole || below?.note) parts.note = given.note || undefined;
  if (whole || below?.dataValidation) parts.dataValidation = tidyRule(given.dataValidation);
  if (whole || below?.textFormatRuns)
    parts.textFormatRuns = given.textFormatRuns && settleColours(given.textFormatRuns);
  sheet.patchCell(row, column, parts);
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
