import { type Decimal, divideRounded, fromScaled, toScaled } from '../../domain/numbers/decimal.ts';

/** Beyond these nobody writes a share as a quotient. */
const LARGEST_DENOMINATOR = 12n;
const SHORT = /^-?\d+(?:\.\d{1,6})?$/;

/**
 * "2/3" for the decimal that two thirds are kept as; undefined for what is short as a decimal, or no quotient of
 * small numbers. It is read back as the very same decimal.
 */
export function quotientText(decimal: Decimal): string | undefined {
  if (SHORT.test(decimal)) return undefined;
  const scaled = toScaled(decimal);
  const one = toScaled('1' as Decimal);
  for (let denominator = 2n; denominator <= LARGEST_DENOMINATOR; denominator++) {
    const numerator = divideRounded(scaled * denominator, one);
    if (numerator > 0n && fromScaled(divideRounded(numerator * one, denominator)) === decimal)
      return `${numerator}/${denominator}`;
  }
  return undefined;
}
