import { divideRounded } from '../../numbers/decimal.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { bounded } from './bounded.ts';
import { type Figure, ONE } from './figure.ts';

/** A × each, where each is negative: never below the floor (negative), never above zero. */
export function deductionPoints(floor: Micropoints, each: Micropoints, { value }: Figure): Micropoints {
  return bounded(divideRounded(value * BigInt(each), ONE), floor, 0);
}
