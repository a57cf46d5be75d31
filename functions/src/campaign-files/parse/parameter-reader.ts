import type { At } from '../../domain/at.ts';
import type { ScoringKind } from '../../domain/campaign/criterion.ts';
import type { Issue } from '../../domain/issue.ts';
import { type Decimal, parseDecimal } from '../../domain/numbers/decimal.ts';
import { type Micropoints, micropointsOf } from '../../domain/numbers/micropoints.ts';
import { MOST_POINTS } from './fields.ts';
import { type Parameters, parseParameters, type TierClause } from './parameters.ts';

/** Takes the parameters of one criterion one by one, and refuses in the end what nobody took. */
export class ParameterReader {
  readonly kind: ScoringKind;
  /** Undefined when the maximum could not be read itself; then nothing is held against it. */
  readonly max: Micropoints | undefined;
  readonly #parameters: Parameters;
  readonly #at: At;
  readonly #add: (issue: Issue) => void;
  readonly #taken = new Set<string>();

  constructor(
    kind: ScoringKind,
    text: string,
    max: Micropoints | undefined,
    at: At,
    add: (issue: Issue) => void,
  ) {
    this.kind = kind;
    this.max = max;
    this.#parameters = parseParameters(text, kind);
    this.#at = at;
    this.#add = add;
    for (const { parameter, found } of this.#parameters.malformed) this.invalid(parameter, found);
  }

  /** The parameter's value; undefined when it is not there, or not valid, which is told. */
  take<T>(name: string, parse: (raw: string) => T | undefined): T | undefined {
    this.#taken.add(name);
    const raw = this.#parameters.named.get(name);
    if (raw === undefined) return undefined;
    const value = parse(raw);
    if (value === undefined) this.invalid(name, raw);
    return value;
  }

  takeOneOf<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.take(name, (raw) => choices.find((choice) => choice === raw.toLowerCase()));
  }

  /** A parameter that only repeats what another column says. */
  takeSame(name: string, expected: Micropoints | undefined): void {
    this.take(name, (raw) => {
      const points = parsePoints(raw);
      return points !== undefined && (expected === undefined || points === expected) ? points : undefined;
    });
  }

  takeTiers(): { readonly tiers: readonly TierClause[]; readonly otherwise?: string } {
    this.#taken.add('tiers');
    return this.#parameters;
  }

  require(name: string, isThere = this.#parameters.named.has(name)): void {
    if (!isThere) this.tell({ code: 'parameter_missing', parameter: name, kind: this.kind });
  }

  invalid(parameter: string, found: string): void {
    this.tell({ code: 'parameter_invalid', parameter, found });
  }

  tell(issue: DistributedOmit<Issue, 'at'>): void {
    this.#add({ ...issue, at: this.#at } as Issue);
  }

  /** What this kind has no use for. */
  refuseOthers(): void {
    const { named, tiers, otherwise } = this.#parameters;
    const others = [...named.keys()].filter((name) => !this.#taken.has(name));
    if (!this.#taken.has('tiers')) {
      if (tiers.length > 0) others.push(tiers[0]!.text);
      if (otherwise !== undefined) others.push('else');
    }
    for (const parameter of others) this.tell({ code: 'parameter_unknown', parameter, kind: this.kind });
  }
}

type DistributedOmit<T, Key extends PropertyKey> = T extends unknown ? Omit<T, Key> : never;

export function parsePoints(text: string): Micropoints | undefined {
  const decimal = parseDecimal(text);
  return decimal !== undefined && Math.abs(Number(decimal)) <= MOST_POINTS
    ? micropointsOf(decimal)
    : undefined;
}

/** The decimal when it is above `least` and not above `most`. */
export function within(
  decimal: Decimal | undefined,
  least: number,
  most = Number.POSITIVE_INFINITY,
): Decimal | undefined {
  return decimal !== undefined && Number(decimal) > least && Number(decimal) <= most ? decimal : undefined;
}
