import { divideRounded } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import type { Baseline } from './exemplar.ts';

/** A learner's points in one period, as its result gives them. */
export interface LearnerPoints {
  readonly total: Micropoints;
  readonly criteria: Readonly<Record<string, Micropoints>>;
}

export interface Distance {
  /** What both are held against: the sum over the chosen criteria, or the total. */
  readonly mine: Micropoints;
  readonly theirs: Micropoints;
  /** mine / theirs in hundredths of a percent, half away from zero: 10000 is 100%. */
  readonly basisPoints: number;
}

export type Standing = 'following' | 'caught_up' | 'surpassed';

/** From which share of the baseline on, in hundredths of a percent (decision 1: 100% and 105%). */
export interface Thresholds {
  readonly caughtUp: number;
  readonly surpassed: number;
}
export const DEFAULT_THRESHOLDS: Thresholds = { caughtUp: 10_000, surpassed: 10_500 };

/**
 * How far a learner is from an exemplar's frozen baseline (DOMAIN R17), on the chosen criteria or, without any, on the
 * total. Undefined where there is nothing to hold against: the baseline has no points there, or none above zero.
 */
export function distanceTo(
  baseline: Baseline,
  learner: LearnerPoints,
  criteria: readonly string[],
): Distance | undefined {
  const theirs = pointsOn(baseline, criteria);
  const mine = pointsOn(learner, criteria);
  if (theirs === undefined || mine === undefined || theirs <= 0) return undefined;
  const basisPoints = Number(divideRounded(BigInt(mine) * 10_000n, BigInt(theirs)));
  return { mine, theirs, basisPoints };
}

/** What the numbers propose; a ballot judges. Compared exactly, not as rounded for the eye. */
export function proposed(
  { mine, theirs }: Distance,
  { caughtUp, surpassed }: Thresholds = DEFAULT_THRESHOLDS,
): Standing {
  const reaches = (share: number) => BigInt(mine) * 10_000n >= BigInt(theirs) * BigInt(share);
  return reaches(surpassed) ? 'surpassed' : reaches(caughtUp) ? 'caught_up' : 'following';
}

function pointsOn(of: Baseline | LearnerPoints, criteria: readonly string[]): Micropoints | undefined {
  if (criteria.length === 0) return of.total;
  const points = criteria.map((code) => of.criteria[code]);
  if (points.some((each) => each === undefined)) return undefined;
  return points.reduce((sum, each) => sum! + each!, 0 as number) as Micropoints;
}
