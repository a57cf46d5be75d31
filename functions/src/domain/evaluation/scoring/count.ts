import { divideRounded } from '../../numbers/decimal.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { bounded } from './bounded.ts';
import { type Figure, ONE } from './figure.ts';

/** A × each, at most max and never below zero. */
export function countPoints(max: Micropoints, each: Micropoints, { value }: Figure): Micropoints {
  return bounded(divideRounded(value * BigInt(each), ONE), 0, max);
}
