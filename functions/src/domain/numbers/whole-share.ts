import type { Rounding } from '../campaign/settings.ts';
import { type Decimal, toScaled } from './decimal.ts';

const ONE = 10n ** 12n;

/** ratio × count as a whole number of places: floor, ceil, or to the nearest with halves up. */
export function wholeShare(ratio: Decimal, count: number, rounding: Rounding): number {
  const share = toScaled(ratio) * BigInt(count);
  if (rounding === 'floor') return Number(share / ONE);
  return Number((share + (rounding === 'ceil' ? ONE - 1n : ONE / 2n)) / ONE);
}
