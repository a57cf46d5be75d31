import type { Scoring } from '../../campaign/criterion.ts';
import { toScaled } from '../../numbers/decimal.ts';
import { type Earned, type Figure, ONE } from './figure.ts';

type Tiered = Extract<Scoring, { kind: 'tiered' }>;

/** The points of the first tier that is reached, else `otherwise`. A ratio's limits are in percent of the target. */
export function tieredPoints(scoring: Tiered, figure: Figure): Earned {
  const tier = scoring.tiers.findIndex(({ limit }) => {
    const distance = distanceTo(toScaled(limit), scoring.of, figure);
    return scoring.direction === 'at_least' ? distance >= 0n : distance <= 0n;
  });
  return { micropoints: scoring.tiers[tier]?.micropoints ?? scoring.otherwise, working: { tier } };
}

/** Its sign says on which side of the limit the figure is: 100 · A / T − limit without dividing, as T > 0. */
function distanceTo(limit: bigint, of: Tiered['of'], { value, target }: Figure): bigint {
  return of === 'ratio' ? 100n * value * ONE - limit * target! : value - limit;
}
