import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  baseCounter,
  type Weighted,
} from '../../../../functions/src/domain/evaluation/scoring/counted-points.ts';
import type { Micropoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { sumPoints } from '../../../../functions/src/domain/numbers/micropoints.ts';
import { points } from '../../build/campaign.ts';
import { isNearest, ONE } from './arbitrary.ts';

describe('points that count', () => {
  it('are those earned where everything applies', () => {
    const counted = baseCounter([row('A', 30), row('A', 10), row(undefined, 5)])([
      points('12.5'),
      points(10),
      points(0),
    ]);
    expect(counted.criteria).toEqual([
      { counted: points('12.5'), countedMax: points(30) },
      { counted: points(10), countedMax: points(10) },
      { counted: 0, countedMax: points(5) },
    ]);
  });

  it('rescale a group to its maximum when something in it is not applicable', () => {
    // 45 points, 5 of them not applicable: 36 of 40 is 40.5 of 45.
    const counted = baseCounter([row('M2', 15), row('M2', 25), row('M2', 5), row('M1', 30)])([
      points(15),
      points(21),
      undefined,
      points(7),
    ]);
    expect(counted.criteria.map(({ counted: of }) => of)).toEqual([
      points('16.875'),
      points('23.625'),
      0,
      points(7),
    ]);
    expect(counted.groups.get('M2')).toMatchObject({
      max: points(45),
      applicableMax: points(40),
      isRescaled: true,
    });
    expect(counted.groups.get('M1')).toMatchObject({
      max: points(30),
      applicableMax: points(30),
      isRescaled: false,
    });
  });

  it('rescale the other groups when a whole group is not applicable, and the base keeps its maximum', () => {
    const counted = baseCounter([row('A', 30), row('B', 45), row('C', 25)])([
      points(15),
      undefined,
      points(25),
    ]);
    expect(counted.groups.get('B')).toMatchObject({ max: 0, applicableMax: 0, isRescaled: true });
    expect([counted.groups.get('A')?.max, counted.groups.get('C')?.max]).toEqual([54_545_455, 45_454_545]);
    expect(counted.criteria.map(({ counted: of }) => of)).toEqual([27_272_728, 0, 45_454_545]);
  });

  it('multiply points and maximum by the coefficient', () => {
    const [first, second] = baseCounter([row('A', 10, 20n), row('A', 10, 5n)])([
      points(9),
      points('3.3'),
    ]).criteria;
    expect([first, second]).toEqual([
      { counted: points(18), countedMax: points(20) },
      { counted: points('1.65'), countedMax: points(5) },
    ]);
  });

  it('are nothing at all where nothing applies', () => {
    const counted = baseCounter([row('A', 10)])([undefined]);
    expect(counted.criteria).toEqual([{ counted: 0, countedMax: 0 }]);
  });

  it('give a unit that is full on everything applicable exactly every maximum', () => {
    fc.assert(
      fc.property(sheets(), (rows) => {
        const counted = baseCounter(rows.map(({ weighted }) => weighted))(
          rows.map(({ max, applies }) => (applies ? max : undefined)),
        );
        for (const [group, { max }] of counted.groups) {
          const inGroup = counted.criteria.filter((_, i) => rows[i]!.weighted.group === group);
          expect(sumPoints(inGroup.map(({ counted: of }) => of))).toBe(max);
          expect(sumPoints(inGroup.map(({ countedMax }) => countedMax))).toBe(max);
        }
        if (rows.some(({ applies }) => applies)) {
          const base = rows.reduce((sum, { weighted }) => sum + weighted.weight, 0n);
          expect(BigInt(sumPoints(counted.criteria.map(({ counted: of }) => of))) * ONE).toBe(base);
        }
      }),
    );
  });

  it('keep proportion: a group has the part of its maximum that was earned of what applies', () => {
    fc.assert(
      fc.property(sheets(), (rows) => {
        const counted = baseCounter(rows.map(({ weighted }) => weighted))(
          rows.map(({ earned, applies }) => (applies ? earned : undefined)),
        );
        for (const [group, { max }] of counted.groups) {
          const indexes = rows.flatMap((each, i) =>
            each.weighted.group === group && each.applies ? [i] : [],
          );
          const applicable = indexes.reduce((sum, i) => sum + rows[i]!.weighted.weight, 0n);
          if (applicable === 0n) continue;
          const earned = indexes.reduce(
            (sum, i) => sum + BigInt(rows[i]!.earned) * rows[i]!.weighted.coefficient,
            0n,
          );
          const subtotal = sumPoints(indexes.map((i) => counted.criteria[i]!.counted));
          expect(isNearest(subtotal, earned * BigInt(max), applicable)).toBe(true);
        }
      }),
    );
  });

  it('count half of everything as half, whatever applies', () => {
    fc.assert(
      fc.property(sheets(), (rows) => {
        fc.pre(rows.some(({ applies }) => applies));
        const counted = baseCounter(rows.map(({ weighted }) => weighted))(
          rows.map(({ max, applies }) => (applies ? ((max / 2) as Micropoints) : undefined)),
        );
        const base = rows.reduce((sum, { weighted }) => sum + weighted.weight, 0n);
        const total = sumPoints(counted.criteria.map(({ counted: of }) => of));
        // Each group rounds once.
        const off = BigInt(total) * 2n * ONE - base;
        expect((off < 0n ? -off : off) <= BigInt(counted.groups.size) * ONE).toBe(true);
      }),
    );
  });
});

/** A maximum in points, a coefficient in tenths. */
function row(group: string | undefined, max: number, tenths = 10n): Weighted {
  const coefficient = (tenths * ONE) / 10n;
  return { group, coefficient, weight: BigInt(points(max)) * coefficient };
}

interface Row {
  readonly weighted: Weighted;
  readonly max: Micropoints;
  readonly earned: Micropoints;
  readonly applies: boolean;
}

function sheets(): fc.Arbitrary<readonly Row[]> {
  const rows = fc
    .record({
      group: fc.constantFrom('A', 'B', 'C', undefined),
      max: fc.integer({ min: 1, max: 60 }),
      tenths: fc.constantFrom(10n, 10n, 20n, 15n, 5n),
      part: fc.integer({ min: 0, max: 1_000_000 }),
      applies: fc.boolean(),
    })
    .map(({ group, max, tenths, part, applies }) => ({
      weighted: row(group, max, tenths),
      max: points(max),
      earned: (max * part) as Micropoints,
      applies,
    }));
  return fc.array(rows, { minLength: 1, maxLength: 10 });
}
