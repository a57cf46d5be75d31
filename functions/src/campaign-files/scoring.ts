import type { AgainstTarget, Criterion, Scoring, ScoringKind } from '../domain/campaign.ts';
import { compareDecimals, type Decimal, parseDecimal, toScaled } from '../domain/decimal.ts';
import type { At, Issue } from '../domain/issue.ts';
import { type Micropoints, micropointsOf, pointsOf, ZERO_POINTS } from '../domain/micropoints.ts';
import { isCode, parseRatio, readYesNo } from './fields.ts';
import { type Parameters, parseParameters, type TierClause } from './parameters.ts';

/** What a criterion's method and parameters say. */
export interface CriterionRule {
  readonly scoring: Scoring;
  readonly gate?: string;
  readonly notApplicableWhen?: Criterion['notApplicableWhen'];
  readonly mayBeNegative?: true;
}

/** Method names: those of the regulations' tables and our own. */
export const METHODS: Readonly<Record<string, ScoringKind>> = {
  DIRECT: 'direct',
  TIERED: 'tiered',
  YESNO: 'yes_no',
  PCT_TARGET: 'percent',
  PEER_RELATIVE: 'peer_relative',
  COUNT: 'count',
  BONUS: 'bonus',
  DEDUCTION: 'deduction',
  INFO: 'information',
};

export function kindOf(method: string): ScoringKind | undefined {
  const level = method.toUpperCase().replace(/[\s-]+/g, '_');
  return METHODS[level] ?? Object.values(METHODS).find((kind) => kind.toUpperCase() === level);
}

/**
 * Reads the parameters of one criterion. `max` is undefined when it could not be read itself; then nothing is
 * held against it. Always returns a rule, so that the checks of other columns go on.
 */
export function readRule(
  kind: ScoringKind,
  text: string,
  max: Micropoints | undefined,
  at: At,
  add: (issue: Issue) => void,
): CriterionRule {
  const reader = new RuleReader(kind, parseParameters(text, kind), max, at, add);
  const scoring = reader.scoring();
  const gate = reader.gate();
  const notApplicableWhen = reader.notApplicableWhen();
  const mayBeNegative = reader.mayBeNegative();
  reader.refuseOthers();
  return {
    scoring,
    ...(gate && { gate }),
    ...(notApplicableWhen && { notApplicableWhen }),
    ...(mayBeNegative && { mayBeNegative }),
  };
}

const ONE = '1' as Decimal;

const MAY_BE_NEGATIVE: readonly ScoringKind[] = ['direct', 'tiered', 'information'];

class RuleReader {
  readonly #kind: ScoringKind;
  readonly #parameters: Parameters;
  readonly #max: Micropoints | undefined;
  readonly #at: At;
  readonly #add: (issue: Issue) => void;
  readonly #used = new Set<string>();

  constructor(
    kind: ScoringKind,
    parameters: Parameters,
    max: Micropoints | undefined,
    at: At,
    add: (issue: Issue) => void,
  ) {
    this.#kind = kind;
    this.#parameters = parameters;
    this.#max = max;
    this.#at = at;
    this.#add = add;
    for (const { parameter, found } of parameters.malformed) this.#invalid(parameter, found);
  }

  scoring(): Scoring {
    switch (this.#kind) {
      case 'direct':
        return this.#direct();
      case 'percent': {
        const minimumRatio = this.#read('min', (raw) => within(parseRatio(raw), 0, 1));
        return { kind: 'percent', ...(minimumRatio && { minimumRatio }), ...this.#againstTarget() };
      }
      case 'tiered':
        return this.#tiered();
      case 'yes_no':
        this.#agrees('yes', this.#max);
        this.#agrees('no', ZERO_POINTS);
        return { kind: 'yes_no' };
      case 'count':
        return { kind: 'count', micropointsEach: this.#each('cap', (each) => each > 0) };
      case 'peer_relative': {
        const scope = this.#choice('scope', ['cluster', 'track']) ?? 'cluster';
        return { kind: 'peer_relative', scope, ...this.#againstTarget() };
      }
      case 'bonus':
        return { kind: 'bonus', micropointsEach: this.#each('cap', (each) => each > 0) };
      case 'deduction': {
        const micropointsEach = this.#each('floor', (each) => each < 0);
        const automatic = this.#read('late', (raw) => (raw === 'auto' ? ('late' as const) : undefined));
        return { kind: 'deduction', micropointsEach, ...(automatic && { automatic }) };
      }
      case 'information':
        return {
          kind: 'information',
          answer: this.#choice('answer', ['number', 'text', 'yes_no']) ?? 'number',
        };
    }
  }

  gate(): string | undefined {
    return this.#read('gate', (raw) => (isCode(raw) ? raw : undefined));
  }

  /** "has_tthc:no" or "kind:phường|thị trấn". */
  notApplicableWhen(): Criterion['notApplicableWhen'] {
    return this.#read('na_when', (raw) => {
      const [attribute = '', ...rest] = raw.split(':').map((part) => part.trim());
      const values = rest
        .join(':')
        .split('|')
        .map((value) => value.trim());
      return attribute === '' || values.includes('') ? undefined : { attribute, values };
    });
  }

  /** "negative=allowed": a goal difference, a growth rate. Counts and figures held against a target have none. */
  mayBeNegative(): true | undefined {
    if (!MAY_BE_NEGATIVE.includes(this.#kind)) return undefined;
    return this.#read('negative', (raw) => (raw.toLowerCase() === 'allowed' ? true : undefined));
  }

  /** What this kind has no use for. */
  refuseOthers(): void {
    const others = [...this.#parameters.named.keys()].filter((name) => !this.#used.has(name));
    if (this.#kind !== 'tiered') {
      if (this.#parameters.tiers.length > 0) others.push(this.#parameters.tiers[0]!.text);
      if (this.#parameters.otherwise !== undefined) others.push('else');
    }
    for (const parameter of others)
      this.#add({ code: 'parameter_unknown', parameter, kind: this.#kind, at: this.#at });
  }

  #direct(): Scoring {
    this.#agrees('cap', this.#max);
    const step = this.#read('step', (raw) => within(parseDecimal(raw), 0));
    if (step && this.#max !== undefined && toScaled(pointsOf(this.#max)) % toScaled(step) !== 0n)
      this.#invalid('step', step);
    return { kind: 'direct', ...(step && { step }) };
  }

  #tiered(): Scoring {
    const { tiers, otherwise } = this.#parameters;
    const of = this.#choice('of', ['value', 'ratio']) ?? 'value';
    if (tiers.length === 0)
      this.#add({ code: 'parameter_missing', parameter: '>=', kind: this.#kind, at: this.#at });
    tiers.slice(1).forEach((tier, index) => {
      this.#checkOrder(tiers[index]!, tier);
    });
    if (this.#max !== undefined) for (const tier of tiers) this.#checkMax(tier.points, this.#max);
    const last = tiers.at(-1);
    if (last && otherwise !== undefined && compareDecimals(number(otherwise), number(last.points)) > 0)
      this.#add({
        code: 'threshold_out_of_order',
        before: last.text,
        after: `else ${otherwise}`,
        at: this.#at,
      });
    return {
      kind: 'tiered',
      of,
      direction: tiers[0]?.direction ?? 'at_least',
      tiers: tiers.map(({ limit, points }) => ({ limit: number(limit), micropoints: this.#points(points) })),
      otherwise: this.#points(otherwise ?? '0'),
      ...(of === 'ratio' ? this.#againstTarget() : { basis: this.#basis() }),
    };
  }

  /** Each tier asks for less than the one before it and gives no more. */
  #checkOrder(before: TierClause, after: TierClause): void {
    if (before.direction !== after.direction) {
      this.#invalid('parameters', after.text);
      return;
    }
    const limits = compareDecimals(number(after.limit), number(before.limit));
    const easier = after.direction === 'at_least' ? limits < 0 : limits > 0;
    if (easier && compareDecimals(number(after.points), number(before.points)) <= 0) return;
    this.#add({ code: 'threshold_out_of_order', before: before.text, after: after.text, at: this.#at });
  }

  #checkMax(points: string, max: Micropoints): void {
    if (Number(points) > Number(pointsOf(max)))
      this.#add({ code: 'points_above_max', points, max: pointsOf(max), at: this.#at });
  }

  #againstTarget(): AgainstTarget {
    const basis = this.#basis();
    const target = this.#read('target', (raw) => within(parseDecimal(raw.replace(/\s*%$/, '')), 0));
    const yearTarget = this.#read('year_target', (raw) => readYesNo(raw.toLowerCase()));
    if (yearTarget && basis !== 'cumulative') this.#invalid('year_target', 'basis=period');
    return { basis, ...(yearTarget && { yearTarget }), ...(target && { target }) };
  }

  #basis(): AgainstTarget['basis'] {
    return this.#choice('basis', ['period', 'cumulative']) ?? 'period';
  }

  /** Points for one, which the table must say; a cap or floor said again must be the maximum. */
  #each(bound: 'cap' | 'floor', holds: (each: number) => boolean): Micropoints {
    this.#agrees(bound, this.#max);
    const each = this.#read('each', (raw) => {
      const points = this.#parsePoints(raw);
      return points !== undefined && holds(points) ? points : undefined;
    });
    if (!this.#parameters.named.has('each'))
      this.#add({ code: 'parameter_missing', parameter: 'each', kind: this.#kind, at: this.#at });
    return each ?? ZERO_POINTS;
  }

  /** A parameter that only repeats what another column says. */
  #agrees(name: string, expected: Micropoints | undefined): void {
    this.#read(name, (raw) => {
      const points = this.#parsePoints(raw);
      return points !== undefined && (expected === undefined || points === expected) ? points : undefined;
    });
  }

  #choice<T extends string>(name: string, choices: readonly T[]): T | undefined {
    return this.#read(name, (raw) => choices.find((choice) => choice === raw.toLowerCase()));
  }

  #read<T>(name: string, parse: (raw: string) => T | undefined): T | undefined {
    this.#used.add(name);
    const raw = this.#parameters.named.get(name);
    if (raw === undefined) return undefined;
    const value = parse(raw);
    if (value === undefined) this.#invalid(name, raw);
    return value;
  }

  #points(text: string): Micropoints {
    const points = this.#parsePoints(text);
    if (points !== undefined && points >= 0) return points;
    this.#invalid('parameters', text);
    return ZERO_POINTS;
  }

  #parsePoints(text: string): Micropoints | undefined {
    const decimal = parseDecimal(text);
    return decimal !== undefined && Math.abs(Number(decimal)) <= 1_000_000
      ? micropointsOf(decimal)
      : undefined;
  }

  #invalid(parameter: string, found: string): void {
    this.#add({ code: 'parameter_invalid', parameter, found, at: this.#at });
  }
}

/** The decimal when it is above `least` and not above `most`. */
function within(decimal: Decimal | undefined, least: number, most = Number.POSITIVE_INFINITY) {
  return decimal !== undefined && Number(decimal) > least && Number(decimal) <= most ? decimal : undefined;
}

/** A number that the clause's pattern has already seen; one with too many digits is as good as endless. */
function number(text: string): Decimal {
  return parseDecimal(text) ?? ONE;
}
