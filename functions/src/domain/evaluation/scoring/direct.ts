import { divideRounded } from '../../numbers/decimal.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { bounded } from './bounded.ts';
import type { Figure } from './figure.ts';

const SCALED_PER_MICROPOINT = 1_000_000n;

/** The value is the points, between 0 (or −max, where values may be negative) and max. */
export function directPoints(max: Micropoints, mayBeNegative: boolean, { value }: Figure): Micropoints {
  return bounded(divideRounded(value, SCALED_PER_MICROPOINT), mayBeNegative ? -max : 0, max);
}
