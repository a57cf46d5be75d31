import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compareDecimals,
  type Decimal,
  divideRounded,
  fromScaled,
  parseDecimal,
  sumDecimals,
  toScaled,
} from '../../../functions/src/domain/numbers/decimal.ts';

describe('parseDecimal', () => {
  it.each([
    ['12.50', '12.5'],
    ['-0', '0'],
    ['+7', '7'],
    ['007', '7'],
    ['0.000', '0'],
    ['1.', '1'],
    ['1e3', '1000'],
    ['1.5E-3', '0.0015'],
    [0.1 + 0.2, '0.3'],
    [1e21, undefined],
    ['0.0000000000005', '0.000000000001'],
    ['-0.0000000000005', '-0.000000000001'],
    ['0.00000000000049', '0'],
    [Number.NaN, undefined],
    [Number.POSITIVE_INFINITY, undefined],
    ['', undefined],
    ['1,5', undefined],
    [' 1', undefined],
    ['١', undefined],
    [null, undefined],
    [true, undefined],
  ])('reads %j as %j', (value, expected) => {
    expect(parseDecimal(value)).toBe(expected);
  });

  it('gives back what it wrote', () => {
    fc.assert(
      fc.property(scaled(), (whole) => {
        const decimal = fromScaled(whole);
        expect(toScaled(decimal)).toBe(whole);
        expect(fromScaled(toScaled(decimal))).toBe(decimal);
      }),
    );
  });

  it('is twelve digits behind the point, cut off where they are zero', () => {
    fc.assert(
      fc.property(scaled(), fc.constantFrom(1n, 10n ** 6n, 10n ** 12n, 10n ** 26n), (any, unit) => {
        const whole = any - (any % unit);
        const digits = (whole < 0n ? -whole : whole).toString().padStart(13, '0');
        const fraction = digits.slice(-12).replace(/0+$/, '');
        const text = `${whole < 0n ? '-' : ''}${digits.slice(0, -12)}${fraction && '.'}${fraction}`;
        expect(fromScaled(whole)).toBe(text);
        expect(toScaled(text as Decimal)).toBe(whole);
      }),
    );
  });

  it('reads a number that has at most 15 digits exactly as it prints', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999_999, max: 999_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        (n, places) => {
          const number = n / 10 ** places;
          expect(Number(parseDecimal(number))).toBe(number === 0 ? 0 : number);
        },
      ),
    );
  });
});

describe('sums and comparisons of decimals', () => {
  it('are those of whole numbers', () => {
    fc.assert(
      fc.property(fc.array(scaled(), { maxLength: 8 }), (wholes) => {
        const sum = wholes.reduce((total, whole) => total + whole, 0n);
        expect(toScaled(sumDecimals(wholes.map(fromScaled)))).toBe(sum);
      }),
    );
    fc.assert(
      fc.property(scaled(), scaled(), (a, b) => {
        expect(compareDecimals(fromScaled(a), fromScaled(b))).toBe(a < b ? -1 : a > b ? 1 : 0);
      }),
    );
  });

  it('hold more digits than anybody may type', () => {
    const most = '999999999999999999' as Decimal;
    expect(sumDecimals([most, most])).toBe('1999999999999999998');
    expect(toScaled(sumDecimals([most, most]))).toBe(2n * toScaled(most));
  });
});

describe('divideRounded', () => {
  it('is the nearest whole number, a half going away from zero', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 20n), 10n ** 20n), nonZero(), (numerator, denominator) => {
        const quotient = divideRounded(numerator, denominator);
        // |n − q·d| ≤ |d| / 2, and at exactly half |q| is the larger neighbour.
        const distance = abs(numerator - quotient * denominator) * 2n;
        expect(distance <= abs(denominator)).toBe(true);
        if (distance === abs(denominator)) expect(abs(quotient * denominator) > abs(numerator)).toBe(true);
      }),
    );
    expect([
      divideRounded(5n, 2n),
      divideRounded(-5n, 2n),
      divideRounded(5n, -2n),
      divideRounded(4n, 3n),
    ]).toEqual([3n, -3n, -3n, 1n]);
  });

  it('refuses to divide by zero', () => {
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError);
  });
});

const scaled = (): fc.Arbitrary<bigint> => fc.bigInt(-(10n ** 28n), 10n ** 28n);
const nonZero = (): fc.Arbitrary<bigint> => fc.bigInt(-1000n, 1000n).filter((n) => n !== 0n);
const abs = (n: bigint): bigint => (n < 0n ? -n : n);
