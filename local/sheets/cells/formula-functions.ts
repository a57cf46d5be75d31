import { roundTo } from './decimal.ts';
import { ERRORS, FormulaError, single, toNumber, toText, type Value } from './formula-values.ts';
import type { Locale } from './locale.ts';
import { formatNumber } from './number-format.ts';

/** An argument is worked out only when the function asks for it. */
export type Argument = () => Value | Value[][];

const arithmetic = (apply: (a: number, b: number) => Value) => (a: Value, b: Value) => {
  const [x, y] = [toNumber(a), toNumber(b)];
  return x instanceof FormulaError ? x : y instanceof FormulaError ? y : apply(x, y);
};

/** Numbers before texts before booleans; an empty cell is what it is compared with. */
function compare(a: Value, b: Value): number {
  const rank = (value: Value) => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);
  const like = (value: Value, other: Value): Value =>
    value !== null ? value : typeof other === 'string' ? '' : typeof other === 'boolean' ? false : 0;
  const [x, y] = [like(a, b), like(b, a)];
  if (rank(x) !== rank(y)) return rank(x) - rank(y);
  if (typeof x === 'string') return x.toLowerCase().localeCompare((y as string).toLowerCase());
  return Number(x) - Number(y);
}

export const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
  '+': arithmetic((a, b) => a + b),
  '-': arithmetic((a, b) => a - b),
  '*': arithmetic((a, b) => a * b),
  '/': arithmetic((a, b) => (b === 0 ? ERRORS.divide : a / b)),
  '^': arithmetic((a, b) => (Number.isFinite(a ** b) ? a ** b : ERRORS.num)),
  '&': (a, b) => toText(a) + toText(b),
  '=': (a, b) => compare(a, b) === 0,
  '<>': (a, b) => compare(a, b) !== 0,
  '<': (a, b) => compare(a, b) < 0,
  '>': (a, b) => compare(a, b) > 0,
  '<=': (a, b) => compare(a, b) <= 0,
  '>=': (a, b) => compare(a, b) >= 0,
};

/** Numbers of all arguments: in ranges only numbers count, given directly texts and booleans are converted. */
function numbers(args: Argument[]): number[] | FormulaError {
  const found: number[] = [];
  for (const arg of args) {
    const value = arg();
    const list = Array.isArray(value)
      ? value.flat().filter((v) => typeof v === 'number' || v instanceof FormulaError)
      : [toNumber(value)];
    for (const item of list) {
      if (item instanceof FormulaError) return item;
      found.push(item as number);
    }
  }
  return found;
}

const overNumbers = (apply: (list: number[]) => Value) => (args: Argument[]) => {
  const list = numbers(args);
  return list instanceof FormulaError ? list : apply(list);
};

const flat = (args: Argument[]): Value[] => args.flatMap((arg) => [arg()].flat(2) as Value[]);

function truth(arg: Argument | undefined): boolean | FormulaError {
  const value = arg ? single(arg()) : null;
  if (value instanceof FormulaError) return value;
  if (typeof value === 'string')
    return /^(true|false)$/i.test(value) ? value.toLowerCase() === 'true' : ERRORS.value;
  return Boolean(value);
}

const onTruths = (apply: (list: boolean[]) => boolean) => (args: Argument[]) => {
  const list = flat(args).filter((value) => value !== null);
  const wrong = list.find((value) => value instanceof FormulaError);
  return wrong ?? apply(list.map(Boolean));
};

function rounded(apply: (size: number) => number) {
  return ([value, places]: Argument[]): Value => {
    const number = toNumber(value ? single(value()) : null);
    const digits = places ? toNumber(single(places())) : 0;
    if (number instanceof FormulaError) return number;
    if (digits instanceof FormulaError) return digits;
    return roundTo(number, digits, apply);
  };
}

export const FUNCTIONS: Readonly<Record<string, (args: Argument[], locale: Locale) => Value>> = {
  SUM: overNumbers((list) => list.reduce((sum, number) => sum + number, 0)),
  PRODUCT: overNumbers((list) => list.reduce((product, number) => product * number, 1)),
  AVERAGE: overNumbers((list) =>
    list.length === 0 ? ERRORS.divide : list.reduce((sum, number) => sum + number, 0) / list.length,
  ),
  MIN: overNumbers((list) => (list.length === 0 ? 0 : Math.min(...list))),
  MAX: overNumbers((list) => (list.length === 0 ? 0 : Math.max(...list))),
  COUNT: (args) => flat(args).filter((value) => typeof value === 'number').length,
  COUNTA: (args) => flat(args).filter((value) => value !== null).length,
  ABS: overNumbers(([number = 0]) => Math.abs(number)),
  INT: overNumbers(([number = 0]) => Math.floor(number)),
  ROUND: rounded(Math.round),
  ROUNDUP: rounded(Math.ceil),
  ROUNDDOWN: rounded(Math.floor),
  AND: onTruths((list) => list.every(Boolean)),
  OR: onTruths((list) => list.some(Boolean)),
  NOT: ([arg]) => {
    const value = truth(arg);
    return value instanceof FormulaError ? value : !value;
  },
  IF: ([test, yes, no]) => {
    const value = truth(test);
    if (value instanceof FormulaError) return value;
    const chosen = value ? yes : no;
    return chosen ? single(chosen()) : value;
  },
  IFERROR: ([value, otherwise]) => {
    const result = value ? single(value()) : null;
    return result instanceof FormulaError ? (otherwise ? single(otherwise()) : null) : result;
  },
  CONCATENATE: (args) =>
    flat(args).find((value) => value instanceof FormulaError) ?? flat(args).map(toText).join(''),
  LEN: ([arg]) => toText(arg ? single(arg()) : null).length,
  TRIM: ([arg]) =>
    toText(arg ? single(arg()) : null)
      .trim()
      .replace(/ +/g, ' '),
  TEXT: ([value, pattern], locale) => {
    const [given, format] = [value ? single(value()) : null, toText(pattern ? single(pattern()) : null)];
    const number = typeof given === 'boolean' ? given : toNumber(given);
    if (given instanceof FormulaError || typeof number !== 'number')
      return given instanceof FormulaError ? given : toText(given);
    return formatNumber(number, { type: 'NUMBER', pattern: format }, locale);
  },
  UPPER: ([arg]) => toText(arg ? single(arg()) : null).toUpperCase(),
  LOWER: ([arg]) => toText(arg ? single(arg()) : null).toLowerCase(),
  TRUE: () => true,
  FALSE: () => false,
};
