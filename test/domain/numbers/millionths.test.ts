import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideRounded, fromScaled, toScaled } from '../../../functions/src/domain/numbers/decimal.ts';
import {
  compareProducts,
  quotientOf,
  timesOver,
  toMillionths,
} from '../../../functions/src/domain/numbers/millionths.ts';
import { decimal } from '../build/campaign.ts';

describe('toMillionths', () => {
  it('is the decimal exactly, or NaN', () => {
    fc.assert(
      fc.property(scaled(), (whole) => {
        const of = toMillionths(fromScaled(whole));
        if (Number.isNaN(of)) return;
        expect(BigInt(of) * 1_000_000n).toBe(whole);
        expect(Object.is(of, -0)).toBe(false);
      }),
    );
  });

  it.each([
    ['0', 0],
    ['12.5', 12_500_000],
    ['-0.000001', -1],
    ['9007199254', 9_007_199_254_000_000],
    ['0.0000001', Number.NaN],
    ['9007199255', Number.NaN],
    ['123456789012345678', Number.NaN],
  ])('reads %s as %d', (text, millionths) => {
    expect(toMillionths(decimal(text))).toBe(millionths);
  });

  it('has nothing to say of what is no decimal', () => {
    for (const text of ['', '-', '.', '1.', '.5', '1.2.3', '1e3', 'ba', '१', ' 1'])
      expect(toMillionths(text as ReturnType<typeof decimal>)).toBeNaN();
  });
});

describe('products of plain numbers', () => {
  it('are divided to the whole number below, also right beside one', () => {
    const besideWhole = fc
      .tuple(fc.integer({ min: 1 }), fc.integer({ min: 1, max: 2 ** 21 }), fc.integer({ min: -1, max: 1 }))
      .map(([a, b, off]) => [a * b + off, b] as const);
    const any = fc.tuple(
      fc.maxSafeNat(),
      fc.maxSafeNat().map((n) => n + 1),
    );
    fc.assert(
      fc.property(fc.oneof(besideWhole, any), ([whole, divisor]) => {
        expect(BigInt(quotientOf(whole, divisor))).toBe(BigInt(whole) / BigInt(divisor));
      }),
      { numRuns: 500 },
    );
  });

  it('are divided and compared as if they were of any size, or NaN', () => {
    const wholes = fc.oneof(fc.maxSafeInteger(), fc.integer(), fc.integer({ min: -9, max: 9 }));
    fc.assert(
      fc.property(wholes, wholes, wholes, wholes, (a, b, c, d) => {
        const over = timesOver(a, Math.abs(b), Math.abs(c) + 1);
        if (!Number.isNaN(over)) {
          expect(BigInt(over)).toBe(divideRounded(BigInt(a) * BigInt(Math.abs(b)), BigInt(Math.abs(c) + 1)));
        }
        const order = compareProducts(a, b, c, d);
        if (!Number.isNaN(order)) expect(BigInt(order)).toBe(BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d));
      }),
    );
  });
});

/** Up to seven places, and beyond what a plain number holds. */
function scaled(): fc.Arbitrary<bigint> {
  const places = fc.constantFrom(1n, 10n ** 5n, 10n ** 6n, 10n ** 9n, 10n ** 12n);
  return fc
    .tuple(fc.bigInt({ min: -(10n ** 11n), max: 10n ** 11n }), places)
    .map(([n, unit]) => toScaled(fromScaled(n * unit)));
}
