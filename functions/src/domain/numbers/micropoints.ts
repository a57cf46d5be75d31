import { DECIMAL_PLACES, type Decimal, divideRounded, fromScaled, toScaled } from './decimal.ts';
import { quotientOf } from './millionths.ts';

/** Points as whole millionths. They meet decimals only when printed, so 0.1 + 0.2 never decides a tie. */
export type Micropoints = number & { readonly __micropoints: true };

export const ZERO_POINTS = 0 as Micropoints;
const POINT_DECIMALS = 6;
const SCALED_PER_MICROPOINT = 10n ** BigInt(DECIMAL_PLACES - POINT_DECIMALS);

/** Points written as a decimal, in micropoints; beyond six decimals half away from zero. */
export function micropointsOf(points: Decimal): Micropoints {
  return asMicropoints(divideRounded(toScaled(points), SCALED_PER_MICROPOINT));
}

/** Micropoints as the exact decimal number of points. */
export function pointsOf(micropoints: Micropoints): Decimal {
  return fromScaled(BigInt(micropoints) * SCALED_PER_MICROPOINT);
}

/** micropoints × numerator / denominator, half away from zero. */
export function scalePoints(micropoints: Micropoints, numerator: bigint, denominator: bigint): Micropoints {
  return asMicropoints(divideRounded(BigInt(micropoints) * numerator, denominator));
}

/** Rounds to the given decimals of a point, half away from zero (DOMAIN: what is printed is what is compared). */
export function roundPoints(micropoints: Micropoints, decimals: number): Micropoints {
  const step = 10 ** (POINT_DECIMALS - Math.min(decimals, POINT_DECIMALS));
  const magnitude = Math.abs(micropoints);
  const below = quotientOf(magnitude, step) * step; // whole numbers: exact
  const rounded = below + (2 * (magnitude - below) >= step ? step : 0);
  return (micropoints < 0 && rounded > 0 ? -rounded : rounded) as Micropoints;
}

export function sumPoints(all: Iterable<Micropoints>): Micropoints {
  let sum = 0;
  for (const micropoints of all) sum += micropoints;
  return sum as Micropoints;
}

function asMicropoints(whole: bigint): Micropoints {
  const number = Number(whole);
  if (!Number.isSafeInteger(number)) throw new RangeError('points out of range');
  return number as Micropoints;
}
