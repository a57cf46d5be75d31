import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Sheet } from '../model/sheet.ts';
import type { Spreadsheet } from '../model/spreadsheet.ts';
import type { Cell } from '../model/state.ts';
import { compileFormula, ERRORS, FormulaError, type Value } from './formula.ts';
import type { Reference } from './formula-tokens.ts';
import { type Locale, localeOf } from './locale.ts';
import { formatNumber, showsMoment } from './number-format.ts';

export type ValueRender = 'FORMATTED_VALUE' | 'UNFORMATTED_VALUE' | 'FORMULA';
export type DateTimeRender = 'SERIAL_NUMBER' | 'FORMATTED_STRING';

/** What the cells of one spreadsheet show. Formulas are evaluated when first asked for, once per reading. */
export class Shown {
  readonly #book: Spreadsheet;
  readonly #locale: Locale;
  /** Per sheet, because a duplicated sheet shares its cells with the first. */
  readonly #values = new Map<Sheet, Map<Cell, Value>>();
  readonly #open = new Set<Cell>();
  /** By place: the same range is the same list, which saves giving it to the engine again. */
  readonly #ranges = new Map<string, Value[][]>();

  constructor(book: Spreadsheet) {
    this.#book = book;
    this.#locale = localeOf(book.properties.locale);
  }

  /** The value as the values API gives it; '' for an empty cell. */
  render(
    sheet: Sheet,
    cell: Cell | undefined,
    value: ValueRender,
    dateTime: DateTimeRender,
  ): string | number | boolean {
    if (cell?.userEnteredValue === undefined) return '';
    if (value === 'FORMULA' && cell.userEnteredValue?.formulaValue) return cell.userEnteredValue.formulaValue;
    if (value === 'FORMATTED_VALUE') return this.formatted(sheet, cell)!;
    const result = this.value(sheet, cell);
    if (result instanceof FormulaError) return result.shown;
    // Beside formulas dates stay numbers, whatever was asked for them.
    const moment =
      value !== 'FORMULA' &&
      typeof result === 'number' &&
      showsMoment(cell.userEnteredFormat?.numberFormat ?? undefined);
    if (moment && dateTime === 'FORMATTED_STRING') return this.formatted(sheet, cell)!;
    return result ?? '';
  }

  /** The text that the cell shows; undefined when it is empty. */
  formatted(sheet: Sheet, cell: Cell): string | undefined {
    const value = this.value(sheet, cell);
    if (value === null) return cell.userEnteredValue ? '' : undefined;
    if (typeof value === 'number')
      return formatNumber(value, cell.userEnteredFormat?.numberFormat ?? undefined, this.#locale);
    if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
    return value instanceof FormulaError ? value.shown : value;
  }

  /** The value as `effectiveValue` of a grid. */
  effective(sheet: Sheet, cell: Cell): api.Schema$ExtendedValue | undefined {
    const value = this.value(sheet, cell);
    if (value === null) return undefined;
    if (typeof value === 'number') return { numberValue: value };
    if (typeof value === 'boolean') return { boolValue: value };
    if (typeof value === 'string') return { stringValue: value };
    return { errorValue: { type: value.type, message: value.shown } };
  }

  value(sheet: Sheet, cell: Cell | undefined): Value {
    const entered = cell?.userEnteredValue;
    if (!cell || !entered) return null;
    if (typeof entered.numberValue === 'number') return entered.numberValue;
    if (typeof entered.boolValue === 'boolean') return entered.boolValue;
    if (typeof entered.stringValue === 'string') return entered.stringValue;
    return entered.formulaValue ? this.#evaluate(sheet, cell, entered.formulaValue) : null;
  }

  #evaluate(sheet: Sheet, cell: Cell, formula: string): Value {
    const known = this.#values.get(sheet) ?? new Map<Cell, Value>();
    this.#values.set(sheet, known);
    const before = known.get(cell);
    if (before !== undefined) return before;
    if (this.#open.has(cell)) return ERRORS.ref;
    this.#open.add(cell);
    const read = (title: string | undefined, reference: Reference) => this.#read(sheet, title, reference);
    // An empty cell counts as 0 when it is a formula's whole result.
    const result =
      compileFormula(formula)?.evaluate(read, this.#locale) ?? (compileFormula(formula) ? 0 : ERRORS.error);
    this.#open.delete(cell);
    known.set(cell, result);
    return result;
  }

  #read(own: Sheet, title: string | undefined, { from, to }: Reference): Value[][] {
    const sheet = title === undefined ? own : this.#book.sheetByTitle(title);
    if (sheet === undefined) return [[ERRORS.ref]];
    const last = to ?? from;
    const lastRow = Math.min(last.row ?? Infinity, sheet.rowCount - 1);
    const lastColumn = Math.min(last.column ?? Infinity, sheet.columnCount - 1);
    const key = [sheet.id, from.row, from.column, lastRow, lastColumn].join();
    const known = to && this.#ranges.get(key);
    if (known) return known;
    const rows: Value[][] = [];
    for (let row = from.row ?? 0; row <= lastRow; row++) {
      const line: Value[] = [];
      for (let column = from.column ?? 0; column <= lastColumn; column++)
        line.push(this.value(sheet, sheet.cell(row, column)));
      rows.push(line);
    }
    if (to) this.#ranges.set(key, rows);
    return rows;
  }
}
