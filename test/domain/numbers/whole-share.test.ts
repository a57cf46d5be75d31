import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wholeShare } from '../../../functions/src/domain/numbers/whole-share.ts';
import { decimal } from '../build/campaign.ts';

describe('wholeShare', () => {
  it.each([
    ['0.2', 23, 4, 5, 5],
    ['0.2', 12, 2, 2, 3],
    ['0.25', 10, 2, 3, 3],
    ['0.2', 10, 2, 2, 2],
    ['0.1', 30, 3, 3, 3],
    ['0.2', 0, 0, 0, 0],
    ['1', 7, 7, 7, 7],
    ['0', 7, 0, 0, 0],
  ] as const)('of %s × %d is %d floored, %d rounded, %d ceiled', (ratio, count, floor, round, ceil) => {
    const share = (rounding: Parameters<typeof wholeShare>[2]): number =>
      wholeShare(decimal(ratio), count, rounding);
    expect([share('floor'), share('round'), share('ceil')]).toEqual([floor, round, ceil]);
  });

  it('is exact for every ratio in hundredths', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 100 }),
        fc.integer({ min: 0, max: 5000 }),
        (hundredths, count) => {
          const ratio = decimal(
            `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`,
          );
          const share = hundredths * count;
          expect(wholeShare(ratio, count, 'floor')).toBe(Math.floor(share / 100));
          expect(wholeShare(ratio, count, 'ceil')).toBe(Math.ceil(share / 100));
          expect(wholeShare(ratio, count, 'round')).toBe(Math.floor((share + 50) / 100));
        },
      ),
    );
  });
});
