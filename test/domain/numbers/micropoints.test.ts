import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Decimal } from '../../../functions/src/domain/numbers/decimal.ts';
import {
  type Micropoints,
  micropointsOf,
  pointsOf,
  roundPoints,
  scalePoints,
  sumPoints,
} from '../../../functions/src/domain/numbers/micropoints.ts';

describe('micropoints', () => {
  it('give back the points they were made of, to six decimals', () => {
    fc.assert(
      fc.property(micropoints(), (some) => {
        expect(micropointsOf(pointsOf(some))).toBe(some);
      }),
    );
    expect(micropointsOf('0.0000005' as Decimal)).toBe(1);
    expect(micropointsOf('-0.0000005' as Decimal)).toBe(-1);
    expect(micropointsOf('0.00000049' as Decimal)).toBe(0);
  });

  it('round half away from zero to the decimals asked for', () => {
    fc.assert(
      fc.property(micropoints(), fc.integer({ min: 0, max: 8 }), (some, decimals) => {
        expect(roundPoints(some, decimals)).toBe(roundedInText(some, decimals));
      }),
    );
    expect(
      [1.005, -1.005, 2.675, 89.995, 89.994_999].map((n) =>
        roundPoints(Math.round(n * 1e6) as Micropoints, 2),
      ),
    ).toEqual([1_010_000, -1_010_000, 2_680_000, 90_000_000, 89_990_000]);
  });

  it('are zero and not minus zero', () => {
    expect(roundPoints(-4 as Micropoints, 2)).toBe(0);
    expect(scalePoints(-1 as Micropoints, 1n, 3n)).toBe(0);
  });

  it('scale by a fraction to the nearest', () => {
    fc.assert(
      fc.property(
        micropoints(),
        fc.integer({ min: 0, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        (some, n, d) => {
          const scaled = scalePoints(some, BigInt(n), BigInt(d));
          const twice = 2n * (BigInt(scaled) * BigInt(d) - BigInt(some) * BigInt(n));
          expect(twice <= BigInt(d) && -twice <= BigInt(d)).toBe(true);
        },
      ),
    );
  });

  it('refuse to be more than a number can hold exactly', () => {
    expect(() => micropointsOf('99999999999' as Decimal)).toThrow(RangeError);
  });

  it('add up exactly where floats do not', () => {
    const tenths = Array.from({ length: 10 }, () => micropointsOf('0.1' as Decimal));
    expect(sumPoints(tenths)).toBe(1_000_000);
  });
});

const micropoints = (): fc.Arbitrary<Micropoints> =>
  fc.integer({ min: -200_000_000, max: 200_000_000 }) as fc.Arbitrary<unknown> as fc.Arbitrary<Micropoints>;

/** The schoolbook way, on digits. */
function roundedInText(micro: number, decimals: number): number {
  const cut = 6 - Math.min(decimals, 6);
  const digits = String(Math.abs(micro)).padStart(cut + 1, '0');
  const kept = Number(cut === 0 ? digits : digits.slice(0, -cut));
  const up = cut > 0 && digits.at(-cut)! >= '5' ? 1 : 0;
  const magnitude = (kept + up) * 10 ** cut;
  return micro < 0 && magnitude > 0 ? -magnitude : magnitude;
}
