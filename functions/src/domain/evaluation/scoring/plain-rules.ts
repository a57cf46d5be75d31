import type { Criterion } from '../../campaign/criterion.ts';
import { compareProducts, timesOver, toMillionths } from '../../numbers/millionths.ts';

/**
 * Micropoints of a figure and its target in whole millionths (a yes is 1, a no 0). NaN: plain numbers are too small
 * for these, so earnedPoints says it. What it says, it says as earnedPoints does.
 */
export type PlainRule = (value: number, target: number) => number;

/** The criterion's rule in plain numbers; undefined where it looks at more than one figure and its target. */
export function plainRule({ scoring, max, mayBeNegative }: Criterion): PlainRule | undefined {
  switch (scoring.kind) {
    case 'direct':
      return bounded(mayBeNegative ? -max : 0, max, (value) => value);
    case 'yes_no':
      return (value) => (value > 0 ? max : 0);
    case 'count':
    case 'bonus':
      return bounded(0, max, byPiece(scoring.micropointsEach));
    case 'deduction':
      return bounded(max, 0, byPiece(scoring.micropointsEach));
    case 'percent':
      return percent(max, scoring.minimumRatio === undefined ? 0 : toMillionths(scoring.minimumRatio));
    case 'tiered':
      return tiered(scoring);
    case 'information':
      return () => 0;
    case 'peer_relative':
      return undefined;
  }
}

const MILLION = 1_000_000;

function bounded(least: number, most: number, points: (value: number) => number): PlainRule {
  return (value) => Math.max(least, Math.min(most, points(value))) + 0; // + 0: never −0
}

function byPiece(each: number): (value: number) => number {
  const magnitude = Math.abs(each);
  return each < 0
    ? (value) => -timesOver(value, magnitude, MILLION)
    : (value) => timesOver(value, magnitude, MILLION);
}

function percent(max: number, minimumRatio: number): PlainRule {
  const hasMinimum = minimumRatio !== 0;
  return (value, target) => {
    if (hasMinimum) {
      const distance = compareProducts(value, MILLION, minimumRatio, target);
      if (!(distance >= 0)) return distance < 0 ? 0 : Number.NaN;
    }
    if (value >= target) return max;
    return value <= 0 ? 0 : shareOf(max, value, target);
  };
}

/** max × value / target; amounts in the thousands are mostly whole, and then so much smaller. */
function shareOf(max: number, value: number, target: number): number {
  const share = timesOver(value, max, target);
  if (!Number.isNaN(share) || value % MILLION !== 0 || target % MILLION !== 0) return share;
  return timesOver(value / MILLION, max, target / MILLION);
}

function tiered({
  tiers,
  otherwise,
  of,
  direction,
}: Extract<Criterion['scoring'], { kind: 'tiered' }>): PlainRule {
  const inMillionths = tiers.map(({ limit }) => toMillionths(limit));
  // 100 · A / T against the limit, without dividing: 100 · A against limit · T.
  const areWhole = inMillionths.every((limit) => limit % MILLION === 0);
  const limits = of === 'ratio' && areWhole ? inMillionths.map((limit) => limit / MILLION) : inMillionths;
  const hundred = areWhole ? 100 : 100 * MILLION;
  const sign = direction === 'at_least' ? 1 : -1;
  return (value, target) => {
    for (let tier = 0; tier < limits.length; tier++) {
      const limit = limits[tier]!;
      const beyond = sign * (of === 'ratio' ? compareProducts(hundred, value, limit, target) : value - limit);
      if (beyond >= 0) return tiers[tier]!.micropoints;
      if (Number.isNaN(beyond)) return Number.NaN;
    }
    return otherwise;
  };
}
