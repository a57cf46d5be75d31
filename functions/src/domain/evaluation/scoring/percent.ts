import { type Decimal, toScaled } from '../../numbers/decimal.ts';
import { type Micropoints, scalePoints, ZERO_POINTS } from '../../numbers/micropoints.ts';
import { type Earned, ONE, type Targeted } from './figure.ts';

/** max · min(A/T, 1); where A/T is below the minimum ratio, nothing. */
export function percentPoints(
  max: Micropoints,
  minimumRatio: Decimal | undefined,
  { value, target }: Targeted,
): Earned {
  if (minimumRatio !== undefined && value * ONE < toScaled(minimumRatio) * target)
    return { micropoints: ZERO_POINTS, working: { belowMinimum: true } };
  if (value >= target) return { micropoints: max };
  return { micropoints: value <= 0n ? ZERO_POINTS : scalePoints(max, value, target) };
}
