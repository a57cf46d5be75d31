import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type * as IronCalc from '@ironcalc/wasm';
import { columnName } from '../wire/a1.ts';
import { ERRORS, FormulaError, type Value } from './formula-values.ts';

type RangeAt = (argument: number) => boolean;
const none: RangeAt = () => false;
const all: RangeAt = () => true;
const only =
  (...places: number[]): RangeAt =>
  (argument) =>
    places.includes(argument);
const even: RangeAt = (argument) => argument % 2 === 0;
/** A range of values, then pairs of a range and a criterion. */
const valuesThenPairs: RangeAt = (argument) => argument === 0 || argument % 2 === 1;

/** Which of a function's arguments are ranges, be it of one cell. */
const SIGNATURES: readonly (readonly [RangeAt, ...string[]])[] = [
  [only(0, 2), 'AVERAGEIF', 'COUNTIF', 'SUMIF'],
  [even, 'COUNTIFS'],
  [valuesThenPairs, 'AVERAGEIFS', 'MAXIFS', 'MINIFS', 'SUMIFS'],
  [all, 'COLUMNS', 'COUNTBLANK', 'MEDIAN', 'ROWS', 'STDEV', 'STDEVP', 'SUMPRODUCT', 'SUMSQ', 'VAR', 'VARP'],
  [only(0), 'INDEX', 'LARGE', 'SMALL'],
  [only(1), 'HLOOKUP', 'MATCH', 'RANK', 'VLOOKUP'],
  [only(1, 2), 'XLOOKUP'],
  [none, 'CEILING', 'EXP', 'FLOOR', 'LN', 'LOG', 'LOG10', 'MOD', 'PI', 'POWER', 'SIGN', 'SQRT', 'TRUNC'],
  [none, 'CONCAT', 'EXACT', 'FIND', 'LEFT', 'MID', 'REPT', 'RIGHT', 'SEARCH', 'SUBSTITUTE', 'TEXTJOIN'],
  [none, 'CHOOSE', 'IFNA', 'IFS', 'SWITCH', 'XOR', 'NA'],
  [none, 'ISBLANK', 'ISERR', 'ISERROR', 'ISLOGICAL', 'ISNA', 'ISNUMBER', 'ISTEXT'],
  [none, 'DAY', 'DAYS', 'HOUR', 'MINUTE', 'MONTH', 'SECOND', 'WEEKDAY', 'YEAR'],
];

/**
 * Functions that IronCalc works out, one call at a time: what a call is given is laid out on a scratch sheet of its
 * own, so that references, tabs, open ranges and circles stay this server's business. Only functions are listed that
 * give one value, mean the same in Google Sheets, and need neither clock nor place.
 */
export const ENGINE_FUNCTIONS: ReadonlyMap<string, RangeAt> = new Map(
  SIGNATURES.flatMap(([rangeAt, ...names]) => names.map((name) => [name, rangeAt] as const)),
);

/** What one of `ENGINE_FUNCTIONS` gives for values and ranges. The engine is loaded by the first call. */
export function callEngine(name: string, args: readonly (Value | Value[][])[]): Value {
  if (scratch?.isSpent) {
    scratch.free();
    scratch = undefined;
  }
  scratch ??= new Scratch();
  try {
    return scratch.evaluate(name, args);
  } catch (error) {
    // Whatever state it is in now, the next call shall not meet it.
    scratch = undefined;
    throw error;
  }
}

let scratch: Scratch | undefined;

function load(): typeof IronCalc {
  const require = createRequire(import.meta.url);
  const library = require('@ironcalc/wasm') as typeof IronCalc;
  library.initSync({ module: readFileSync(require.resolve('@ironcalc/wasm/wasm_bg.wasm')) });
  return library;
}
let library: typeof IronCalc | undefined;

/** Inputs that a model may hold beside what the last call read: it looks at every cell for each call. */
const SPARE_INPUTS = 2_000;
const MAX_COLUMNS = 16_000;
/** Results of `getCellType`, as Excel's TYPE numbers them. */
const [NUMBER, TEXT, LOGICAL] = [1, 2, 4];

/** A model whose A1 holds the call and B1 its result as text; what calls are given lies from column C on. */
class Scratch {
  readonly #model: IronCalc.Model;
  #column = 3;
  #inputs = 0;
  /** Cells of the ranges in the last call. */
  #read = 0;
  /** Ranges that lie there already: many calls look into the same table. */
  readonly #areas = new WeakMap<Value[][], readonly [string, string]>();

  constructor() {
    library ??= load();
    this.#model = new library.Model('scratch', 'en', 'UTC', 'en');
    this.#model.pauseEvaluation();
    // A number is shown rounded, but joined to a text it keeps all its digits.
    this.#set(1, 2, '=A1&""');
  }

  get isSpent(): boolean {
    return this.#inputs > SPARE_INPUTS + 2 * this.#read || this.#column > MAX_COLUMNS;
  }

  free(): void {
    this.#model.free();
  }

  evaluate(name: string, args: readonly (Value | Value[][])[]): Value {
    this.#read = args.reduce<number>(
      (sum, arg) => sum + (Array.isArray(arg) ? arg.length * (arg[0]?.length ?? 0) : 1),
      0,
    );
    const isRange = ENGINE_FUNCTIONS.get(name)!;
    const written = args.map((arg, i) => {
      if (!Array.isArray(arg)) return this.#literal(arg);
      const [first, last] = this.#area(arg);
      return first === last && !isRange(i) ? first : `${first}:${last}`;
    });
    this.#set(1, 1, `=${name}(${written.join(',')})`);
    this.#model.evaluate();
    return this.#result();
  }

  #result(): Value {
    // More than one value would spill over the neighbours, which the cells here cannot.
    const structure = this.#model.getCellArrayStructure(0, 1, 1);
    if (
      typeof structure === 'object' &&
      !('DynamicAnchor' in structure && structure.DynamicAnchor.join() === '1,1')
    )
      return ERRORS.error;
    const shown = this.#model.getFormattedCellValue(0, 1, 1);
    switch (this.#model.getCellType(0, 1, 1)) {
      case NUMBER:
        return Number(this.#model.getFormattedCellValue(0, 1, 2));
      case TEXT:
        return shown;
      case LOGICAL:
        return shown === 'TRUE';
      default:
        return Object.values(ERRORS).find((error) => error.shown === shown) ?? ERRORS.error;
    }
  }

  /** The first and the last cell of where the values lie. */
  #area(values: Value[][]): readonly [string, string] {
    const known = this.#areas.get(values);
    if (known) return known;
    const [left, width] = [this.#column, Math.max(1, ...values.map((row) => row.length))];
    this.#column += width;
    values.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== null) this.#set(r + 1, left + c, asInput(value));
      });
    });
    const corner = (column: number, row: number) => `$${columnName(column - 1)}$${row}`;
    const area = [corner(left, 1), corner(left + width - 1, Math.max(1, values.length))] as const;
    this.#areas.set(values, area);
    return area;
  }

  #literal(value: Value): string {
    // Numbers are exact in cells; inside a formula the last digit can be lost.
    if (value === null || (typeof value === 'number' && !Number.isSafeInteger(value)))
      return this.#area([[value]])[0];
    return typeof value === 'string' ? `"${value.replaceAll('"', '""')}"` : asInput(value);
  }

  #set(row: number, column: number, input: string): void {
    this.#inputs++;
    this.#model.setUserInput(0, row, column, input);
  }
}

/** As someone would type it into a cell; the apostrophe keeps a text a text. */
function asInput(value: Exclude<Value, null>): string {
  if (value instanceof FormulaError) return value.shown;
  if (typeof value === 'string') return `'${value}`;
  return typeof value === 'boolean' ? (value ? 'TRUE' : 'FALSE') : String(value);
}
