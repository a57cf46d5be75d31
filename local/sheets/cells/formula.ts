import { roundTo } from './decimal.ts';
import { readReference, type Token, titleOf, tokenizeFormula } from './formula-tokens.ts';

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

/** Reads the cells that a reference means, row by row. `title` is undefined for the formula's own sheet. */
export type ReadCells = (title: string | undefined, reference: ReturnType<typeof readReference>) => Value[][];

/**
 * The engine's whole seam: compile a formula once, evaluate it over cells. This one does arithmetic, comparison,
 * text joining and the functions in `FUNCTIONS`; a fuller engine can take its place.
 */
export interface CompiledFormula {
  evaluate(read: ReadCells): Value;
}

type Node = (read: ReadCells) => Value | Value[][];

const compiled = new Map<string, CompiledFormula | undefined>();

/** Undefined for a formula that this engine does not understand. @param formula with its `=` */
export function compileFormula(formula: string): CompiledFormula | undefined {
  if (!compiled.has(formula)) {
    if (compiled.size > 10_000) compiled.clear();
    compiled.set(formula, compile(formula));
  }
  return compiled.get(formula);
}

function compile(formula: string): CompiledFormula | undefined {
  const tokens = tokenizeFormula(formula.slice(1)).filter(({ kind }) => kind !== 'space');
  const parser = new Parser(tokens);
  const root = parser.parse();
  return root && { evaluate: (read) => single(root(read)) };
}

const PRECEDENCE: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

class Unknown extends Error {}

class Parser {
  readonly #tokens: readonly Token[];
  #next = 0;
  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  parse(): Node | undefined {
    try {
      const node = this.#binary(0);
      return this.#next === this.#tokens.length ? node : undefined;
    } catch (error) {
      if (error instanceof Unknown) return undefined;
      throw error;
    }
  }

  #peek(): string | undefined {
    const token = this.#tokens[this.#next];
    return token?.kind === 'op' ? token.text : undefined;
  }

  #binary(level: number): Node {
    const operators = PRECEDENCE[level];
    if (operators === undefined) return this.#unary();
    let left = this.#binary(level + 1);
    for (let operator = this.#peek(); operator && operators.includes(operator); operator = this.#peek()) {
      this.#next++;
      const [a, b, apply] = [left, this.#binary(level + 1), OPERATORS[operator]!];
      left = (read) => {
        const [x, y] = [single(a(read)), single(b(read))];
        return x instanceof FormulaError ? x : y instanceof FormulaError ? y : apply(x, y);
      };
    }
    return left;
  }

  #unary(): Node {
    const operator = this.#peek();
    if (operator === '-' || operator === '+') {
      this.#next++;
      const inner = this.#unary();
      return (read) => {
        const number = toNumber(single(inner(read)));
        return operator === '-' && typeof number === 'number' ? -number : number;
      };
    }
    let node = this.#primary();
    while (this.#peek() === '%') {
      this.#next++;
      const inner = node;
      node = (read) => {
        const number = toNumber(single(inner(read)));
        return typeof number === 'number' ? number / 100 : number;
      };
    }
    return node;
  }

  #primary(): Node {
    const token = this.#tokens[this.#next++];
    if (token === undefined) throw new Unknown();
    switch (token.kind) {
      case 'number': {
        const number = Number(token.text);
        return () => number;
      }
      case 'text': {
        const text = token.text.slice(1, -1).replaceAll('""', '"');
        return () => text;
      }
      case 'bool': {
        const truth = token.text.toUpperCase() === 'TRUE';
        return () => truth;
      }
      case 'error': {
        const error = Object.values(ERRORS).find(({ shown }) => shown === token.text) ?? ERRORS.error;
        return () => error;
      }
      case 'ref': {
        const reference = readReference(token.text);
        const title = reference.sheet === undefined ? undefined : titleOf(reference.sheet);
        return (read) => read(title, reference);
      }
      case 'call':
        return this.#call(token.text.toUpperCase());
      case 'op':
        if (token.text === '(') {
          const inner = this.#binary(0);
          this.#expect(')');
          return inner;
        }
    }
    throw new Unknown();
  }

  #call(name: string): Node {
    const call = FUNCTIONS[name];
    if (call === undefined) throw new Unknown();
    const args: Node[] = [];
    this.#expect('(');
    if (this.#peek() !== ')') {
      do args.push(this.#binary(0));
      while ((this.#peek() === ',' || this.#peek() === ';') && this.#next++ >= 0);
    }
    this.#expect(')');
    return (read) => call(args.map((arg) => () => arg(read)));
  }

  #expect(operator: string): void {
    if (this.#peek() !== operator) throw new Unknown();
    this.#next++;
  }
}

type Argument = () => Value | Value[][];

/** A range where one value is wanted gives its first cell. */
const single = (value: Value | Value[][]): Value => (Array.isArray(value) ? (value[0]?.[0] ?? null) : value);

function toNumber(value: Value): number | FormulaError {
  if (value === null) return 0;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string') {
    const number = Number(value);
    return value.trim() !== '' && Number.isFinite(number) ? number : ERRORS.value;
  }
  return value;
}

function toText(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return String(value);
}

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

const OPERATORS: Readonly<Record<string, (a: Value, b: Value) => Value>> = {
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

const FUNCTIONS: Readonly<Record<string, (args: Argument[]) => Value>> = {
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
  UPPER: ([arg]) => toText(arg ? single(arg()) : null).toUpperCase(),
  LOWER: ([arg]) => toText(arg ? single(arg()) : null).toLowerCase(),
  TRUE: () => true,
  FALSE: () => false,
};
