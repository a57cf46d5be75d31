import { callEngine, ENGINE_FUNCTIONS } from './engine.ts';
import { type Argument, FUNCTIONS, OPERATORS } from './formula-functions.ts';
import { readReference, type Token, titleOf, tokenizeFormula } from './formula-tokens.ts';
import { ERRORS, FormulaError, single, toNumber, type Value } from './formula-values.ts';
import { type Locale, localeOf } from './locale.ts';

export { ERRORS, FormulaError, type Value };

/** Reads the cells that a reference means, row by row. `title` is undefined for the formula's own sheet. */
export type ReadCells = (title: string | undefined, reference: ReturnType<typeof readReference>) => Value[][];

/**
 * Compiled once, evaluated over cells. Operators and the functions in `FUNCTIONS` are worked out here, where they
 * are as Google's recorded answers have them; the functions in `ENGINE_FUNCTIONS` by IronCalc.
 */
export interface CompiledFormula {
  /** @param locale how TEXT writes numbers; that of the United States when absent */
  evaluate(read: ReadCells, locale?: Locale): Value;
}

interface Scope {
  read: ReadCells;
  locale: Locale;
}
type Node = (scope: Scope) => Value | Value[][];

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
  return root && { evaluate: (read, locale = localeOf('en_US')) => single(root({ read, locale })) };
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
      left = (scope) => {
        const [x, y] = [single(a(scope)), single(b(scope))];
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
      return (scope) => {
        const number = toNumber(single(inner(scope)));
        return operator === '-' && typeof number === 'number' ? -number : number;
      };
    }
    let node = this.#primary();
    while (this.#peek() === '%') {
      this.#next++;
      const inner = node;
      node = (scope) => {
        const number = toNumber(single(inner(scope)));
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
        return ({ read }) => read(title, reference);
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
    const call = functionOf(name);
    if (call === undefined) throw new Unknown();
    const args: Node[] = [];
    this.#expect('(');
    const start = this.#next;
    if (this.#peek() !== ')') {
      do args.push(this.#binary(0));
      while ((this.#peek() === ',' || this.#peek() === ';') && this.#next++ >= 0);
    }
    this.#expect(')');
    if (name === 'SUMPRODUCT') this.#refuseArrays(start);
    return (scope) =>
      call(
        args.map((arg) => () => arg(scope)),
        scope.locale,
      );
  }

  /** Here `A1:A3*2` would be worked out for every cell, and everywhere else for one. */
  #refuseArrays(start: number): void {
    const between = this.#tokens.slice(start, this.#next - 1);
    if (between.some(({ kind, text }) => kind === 'call' || (kind === 'op' && !/[,;]/.test(text))))
      throw new Unknown();
  }

  #expect(operator: string): void {
    if (this.#peek() !== operator) throw new Unknown();
    this.#next++;
  }
}

function functionOf(name: string): ((args: Argument[], locale: Locale) => Value) | undefined {
  if (Object.hasOwn(FUNCTIONS, name)) return FUNCTIONS[name];
  if (!ENGINE_FUNCTIONS.has(name)) return undefined;
  return (args) =>
    callEngine(
      name,
      args.map((arg) => arg()),
    );
}
