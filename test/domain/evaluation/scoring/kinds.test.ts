import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Scoring } from '../../../../functions/src/domain/campaign/criterion.ts';
import { bonusPoints } from '../../../../functions/src/domain/evaluation/scoring/bonus.ts';
import { countPoints } from '../../../../functions/src/domain/evaluation/scoring/count.ts';
import { deductionPoints } from '../../../../functions/src/domain/evaluation/scoring/deduction.ts';
import { directPoints } from '../../../../functions/src/domain/evaluation/scoring/direct.ts';
import { informationPoints } from '../../../../functions/src/domain/evaluation/scoring/information.ts';
import { percentPoints } from '../../../../functions/src/domain/evaluation/scoring/percent.ts';
import { tieredPoints } from '../../../../functions/src/domain/evaluation/scoring/tiered.ts';
import { yesNoPoints } from '../../../../functions/src/domain/evaluation/scoring/yes-no.ts';
import { fromScaled } from '../../../../functions/src/domain/numbers/decimal.ts';
import type { Micropoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { decimal, points } from '../../build/campaign.ts';
import { figures, isNearest, maxima, ONE, targets, values } from './arbitrary.ts';

const whole = (n: number): bigint => BigInt(n) * ONE;

describe('direct', () => {
  it('gives the value as points, within 0 and the maximum', () => {
    const given = [0, 0.5, 8.5, 12, 13, 1e17].map((n) =>
      directPoints(points(12), false, { value: scaledOf(n) }),
    );
    expect(given).toEqual([0, 0.5, 8.5, 12, 12, 12].map(points));
    expect(directPoints(points(12), false, { value: -ONE })).toBe(0);
  });

  it('goes down to minus the maximum where values may be negative', () => {
    const given = [-13, -12, -0.25, 0].map((n) => directPoints(points(12), true, { value: scaledOf(n) }));
    expect(given).toEqual([points(-12), points(-12), points('-0.25'), 0]);
  });
});

describe('percent', () => {
  it('is max · min(A/T, 1), to the nearest micropoint', () => {
    fc.assert(
      fc.property(maxima(), figures(), (max, { value, target }) => {
        const { micropoints } = percentPoints(max, undefined, { value, target });
        if (value >= target) expect(micropoints).toBe(max);
        else expect(isNearest(micropoints, BigInt(max) * value, target)).toBe(true);
      }),
    );
  });

  it('never gives less for more', () => {
    fc.assert(
      fc.property(
        maxima(),
        figures(),
        values(),
        fc.option(ratios()),
        (max, { value, target }, more, minimum) => {
          const of = (some: bigint): number =>
            percentPoints(max, minimum ?? undefined, { value: some, target }).micropoints;
          expect(of(value + more)).toBeGreaterThanOrEqual(of(value));
        },
      ),
    );
  });

  it('gives nothing below the minimum ratio, and what it gives otherwise from there on', () => {
    const of = (value: number): unknown =>
      percentPoints(points(10), decimal('0.5'), { value: whole(value), target: whole(20) });
    expect([9, 10, 20, 30].map(of)).toEqual([
      { micropoints: 0, working: { belowMinimum: true } },
      { micropoints: points(5) },
      { micropoints: points(10) },
      { micropoints: points(10) },
    ]);
  });
});

describe('tiered', () => {
  const tiers = [
    { limit: decimal(98), micropoints: points(5) },
    { limit: decimal(95), micropoints: points(4) },
    { limit: decimal(90), micropoints: points(2) },
  ];
  const base = { kind: 'tiered', basis: 'period', otherwise: points(0) } as const;
  const higher: Tiered = { ...base, of: 'value', direction: 'at_least', tiers };

  it.each([
    ['98', 5, 0],
    ['97.999999999999', 4, 1],
    ['95', 4, 1],
    ['90', 2, 2],
    ['89.99', 0, -1],
    ['0', 0, -1],
  ])('at %s reaches %d points', (value, expected, tier) => {
    expect(tieredPoints(higher, { value: scaledOf(value) })).toEqual({
      micropoints: points(expected),
      working: { tier },
    });
  });

  it('looks at the ratio to the target in percent, without dividing', () => {
    const byRatio: Tiered = { ...higher, of: 'ratio' };
    fc.assert(
      fc.property(figures(), ({ value, target }) => {
        // Oracle: the smallest tier index whose limit · T ≤ 100 · A.
        const index = [98n, 95n, 90n].findIndex((limit) => 100n * value >= limit * target);
        expect(tieredPoints(byRatio, { value, target }).working).toEqual({ tier: index });
      }),
    );
  });

  it('may want less rather than more', () => {
    const lower: Tiered = {
      ...base,
      of: 'value',
      direction: 'at_most',
      tiers: [
        { limit: decimal(0), micropoints: points(10) },
        { limit: decimal(2), micropoints: points(6) },
      ],
      otherwise: points(1),
    };
    expect([0, 1, 2, 2.5].map((n) => tieredPoints(lower, { value: scaledOf(n) }).micropoints)).toEqual(
      [10, 6, 6, 1].map(points),
    );
  });
});

describe('yes or no', () => {
  it('is all or nothing', () => {
    expect([yesNoPoints(points(8), true), yesNoPoints(points(8), false)]).toEqual([points(8), 0]);
  });
});

describe('count and bonus', () => {
  it('are A × each, at most the maximum', () => {
    fc.assert(
      fc.property(maxima(), maxima(), values(), (max, each, value) => {
        const exact = value * BigInt(each);
        for (const rule of [countPoints, bonusPoints]) {
          const given = rule(max, each, { value });
          if (exact >= BigInt(max) * ONE) expect(given).toBe(max);
          else expect(isNearest(given, exact, ONE)).toBe(true);
        }
      }),
    );
  });

  it('count halves of things', () => {
    expect(countPoints(points(7), points('0.5'), { value: scaledOf('3.5') })).toBe(points('1.75'));
  });
});

describe('deduction', () => {
  it('mirrors a count below zero, down to its floor', () => {
    fc.assert(
      fc.property(maxima(), maxima(), values(), (max, each, value) => {
        const given = deductionPoints(-max as Micropoints, -each as Micropoints, { value });
        expect(given).toBe(negated(countPoints(max, each, { value })));
      }),
    );
  });
});

describe('information', () => {
  it('gives nothing', () => {
    expect(informationPoints()).toBe(0);
  });
});

type Tiered = Extract<Scoring, { kind: 'tiered' }>;
const negated = (n: number): number => (n === 0 ? 0 : -n);
const ratios = () => targets().map((n) => fromScaled(n % ONE));

function scaledOf(value: number | string): bigint {
  const [integer = '', fraction = ''] = decimal(value).split('.');
  const magnitude = BigInt(integer.replace('-', '')) * ONE + BigInt(fraction.padEnd(12, '0'));
  return integer.startsWith('-') ? -magnitude : magnitude;
}
