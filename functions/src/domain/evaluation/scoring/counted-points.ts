import { divideRounded } from '../../numbers/decimal.ts';
import { type Micropoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import { ONE } from './figure.ts';

/** One criterion of the base (everything but bonus, deductions and information), as the rules weigh it. */
export interface Weighted {
  /** Criteria without a group are together in one of their own: undefined. */
  readonly group: string | undefined;
  /** Most points × coefficient, in micropoints × 10^12. */
  readonly weight: bigint;
  readonly coefficient: bigint;
}

export interface Counted {
  /** Aligned with the criteria given. */
  readonly criteria: readonly { readonly counted: Micropoints; readonly countedMax: Micropoints }[];
  /** By group: the most it gives, what its applicable criteria could give unscaled, whether one was left out. */
  readonly groups: ReadonlyMap<string | undefined, CountedGroup>;
}

export interface CountedGroup {
  readonly max: Micropoints;
  readonly applicableMax: Micropoints;
  readonly isRescaled: boolean;
}

/**
 * Points that count: earned × coefficient, rescaled so that what is not applicable costs nobody anything.
 * A group keeps its maximum whatever of it applies; where a whole group does not apply, the others share its
 * maximum in proportion, so the base keeps its own. Rounding is of running sums: the parts add up exactly, and
 * a unit that is full on everything applicable has exactly the maximum.
 *
 * The function it returns takes what one unit earned, aligned with the criteria; undefined: not applicable.
 */
export function baseCounter(
  criteria: readonly Weighted[],
): (earned: readonly (Micropoints | undefined)[]) => Counted {
  // Most units answer everything, and most criteria have no coefficient: then earned is what counts.
  const isPlain = criteria.every(({ coefficient }) => coefficient === ONE);
  const groups = groupsOf(criteria, new Array(criteria.length).fill(ZERO_POINTS));
  const maxima = criteria.map(({ weight }) => inPoints(weight));
  return (earned) =>
    isPlain && earned.every((points) => points !== undefined)
      ? { criteria: earned.map((counted, i) => ({ counted, countedMax: maxima[i]! })), groups }
      : countBase(criteria, earned);
}

function countBase(criteria: readonly Weighted[], earned: readonly (Micropoints | undefined)[]): Counted {
  const groups = groupsOf(criteria, earned);
  const counted: { counted: Micropoints; countedMax: Micropoints }[] = [];
  criteria.forEach(({ group, weight, coefficient }, i) => {
    const points = earned[i];
    const running = groups.get(group)!;
    counted[i] =
      points === undefined
        ? { counted: ZERO_POINTS, countedMax: ZERO_POINTS }
        : {
            counted: running.points.add(BigInt(points) * coefficient),
            countedMax: running.maxima.add(weight),
          };
  });
  return { criteria: counted, groups };
}

interface RunningGroup extends CountedGroup {
  readonly points: RunningSum;
  readonly maxima: RunningSum;
}

function groupsOf(
  criteria: readonly Weighted[],
  earned: readonly (Micropoints | undefined)[],
): ReadonlyMap<string | undefined, RunningGroup> {
  const sums = new Map<string | undefined, { full: bigint; applicable: bigint; leftOut: boolean }>();
  criteria.forEach(({ group, weight }, i) => {
    let sum = sums.get(group);
    if (sum === undefined) {
      sum = { full: 0n, applicable: 0n, leftOut: false };
      sums.set(group, sum);
    }
    sum.full += weight;
    if (earned[i] === undefined) sum.leftOut = true;
    else sum.applicable += weight;
  });
  let base = 0n;
  let remaining = 0n;
  for (const { full, applicable } of sums.values()) {
    base += full;
    if (applicable > 0n) remaining += full;
  }
  const isWholeGroupLeftOut = remaining !== base;
  const maxima = new RunningSum(base, remaining * ONE);
  const groups = new Map<string | undefined, RunningGroup>();
  for (const [group, { full, applicable, leftOut }] of sums) {
    const max = applicable === 0n ? ZERO_POINTS : isWholeGroupLeftOut ? maxima.add(full) : inPoints(full);
    const isRescaled = leftOut || isWholeGroupLeftOut;
    const [numerator, denominator] = isRescaled && applicable > 0n ? [BigInt(max), applicable] : [1n, ONE];
    groups.set(group, {
      max,
      applicableMax: inPoints(applicable),
      isRescaled,
      points: new RunningSum(numerator, denominator),
      maxima: new RunningSum(numerator, denominator),
    });
  }
  return groups;
}

const inPoints = (weight: bigint): Micropoints => Number(divideRounded(weight, ONE)) as Micropoints;

/** Rounds the sum so far and hands out the difference: what is handed out adds up to the rounded sum. */
class RunningSum {
  private readonly numerator: bigint;
  private readonly denominator: bigint;
  private sum = 0n;
  private handedOut = 0;

  constructor(numerator: bigint, denominator: bigint) {
    this.numerator = numerator;
    this.denominator = denominator;
  }

  add(part: bigint): Micropoints {
    this.sum += part;
    const rounded = Number(divideRounded(this.sum * this.numerator, this.denominator));
    const share = rounded - this.handedOut;
    this.handedOut = rounded;
    return share as Micropoints;
  }
}
