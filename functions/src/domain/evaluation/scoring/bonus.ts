import type { Micropoints } from '../../numbers/micropoints.ts';
import { countPoints } from './count.ts';
import type { Figure } from './figure.ts';

/** A × each, at most max, on top of the base; the cap over all bonus criteria is the totals' business. */
export function bonusPoints(max: Micropoints, each: Micropoints, figure: Figure): Micropoints {
  return countPoints(max, each, figure);
}
