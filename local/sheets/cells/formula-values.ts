/** What a cell or a part of a formula is worth. `null` is an empty cell. */
export type Value = number | string | boolean | null | FormulaError;
/** A value that stands for a mistake; `type` is the API's name for it, `shown` what the cell shows. */
export class FormulaError {
  readonly type: string;
  readonly shown: string;
  constructor(type: string, shown: string) {
    this.type = type;
    this.shown = shown;
  }
}
export const ERRORS = {
  divide: new FormulaError('DIVIDE_BY_ZERO', '#DIV/0!'),
  value: new FormulaError('VALUE', '#VALUE!'),
  ref: new FormulaError('REF', '#REF!'),
  num: new FormulaError('NUM', '#NUM!'),
  name: new FormulaError('NAME', '#NAME?'),
  na: new FormulaError('N_A', '#N/A'),
  error: new FormulaError('ERROR', '#ERROR!'),
};

/** A range where one value is wanted gives its first cell. */
export const single = (value: Value | Value[][]): Value =>
  Array.isArray(value) ? (value[0]?.[0] ?? null) : value;

export function toNumber(value: Value): number | FormulaError {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    const number = Number(value);
    return value.trim() !== '' && Number.isFinite(number) ? number : ERRORS.value;
  }
  return value;
}

export function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}
