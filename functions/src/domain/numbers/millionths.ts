/**
 * A decimal as a plain number of whole millionths, for the many that need no more: a hundred times faster than
 * exact ones of any size. NaN where it has more than six decimals or more than a plain number holds; whoever gets
 * NaN takes the exact way (toScaled), and NaN goes through all arithmetic by itself.
 */
export function toMillionths(decimal: string): number {
  const isNegative = decimal.charCodeAt(0) === MINUS;
  const from = isNegative ? 1 : 0;
  if (decimal.length - from > MOST_CHARACTERS) return Number.NaN;
  let magnitude = 0;
  let point = decimal.length;
  for (let i = from; i < decimal.length; i++) {
    const digit = decimal.charCodeAt(i) - ZERO;
    if (digit >= 0 && digit <= 9) magnitude = magnitude * 10 + digit;
    else if (digit === POINT && point === decimal.length) point = i;
    else return Number.NaN;
  }
  const places = Math.max(decimal.length - point - 1, 0);
  if (point === from || places > 6 || point === decimal.length - 1) return Number.NaN;
  const millionths = magnitude * POWERS[6 - places]!;
  if (millionths > Number.MAX_SAFE_INTEGER) return Number.NaN;
  return isNegative && millionths > 0 ? -millionths : millionths;
}

/** a × b / divisor as a whole number, half away from zero; NaN where a plain number cannot hold a × b. b, divisor ≥ 0. */
export function timesOver(a: number, b: number, divisor: number): number {
  const magnitude = Math.abs(a) * b;
  if (!(magnitude <= MOST)) return Number.NaN;
  const floor = quotientOf(magnitude, divisor);
  const whole = floor + (2 * (magnitude - floor * divisor) >= divisor ? 1 : 0);
  return a < 0 && whole > 0 ? -whole : whole;
}

/**
 * How many times a divisor above zero is in a whole number from zero on, rest left out; many times faster than by %.
 * Dividing plain numbers rounds to the nearest: at worst up to the whole number that was just not reached.
 */
export function quotientOf(whole: number, divisor: number): number {
  const quotient = Math.floor(whole / divisor);
  return quotient * divisor > whole ? quotient - 1 : quotient;
}

/** Negative, zero or positive as a × b is below, equal to or above c × d; NaN where a plain number cannot hold one. */
export function compareProducts(a: number, b: number, c: number, d: number): number {
  const left = a * b;
  const right = c * d;
  return Math.abs(left) <= MOST && Math.abs(right) <= MOST ? left - right : Number.NaN;
}

/** So that twice a remainder, and a difference of two, are still exact. */
const MOST = Number.MAX_SAFE_INTEGER / 2;
const MOST_CHARACTERS = 15;
const MINUS = '-'.charCodeAt(0);
const ZERO = '0'.charCodeAt(0);
const POINT = '.'.charCodeAt(0) - ZERO;
const POWERS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000];
