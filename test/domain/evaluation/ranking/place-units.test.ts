import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type {
  Contender,
  KeyValue,
  OrderKey,
} from '../../../../functions/src/domain/evaluation/ranking/order.ts';
import {
  MOST_NAMED_SHARING,
  type Order,
  placeUnits,
} from '../../../../functions/src/domain/evaluation/ranking/place-units.ts';

const KEYS: readonly OrderKey[] = [
  { key: 'total', order: 'descending' },
  { key: 'value:K', order: 'ascending' },
  { key: 'previous_place', order: 'ascending' },
];
const COMPETITION: Order = { keys: KEYS, places: 'competition', gradeCodes: [] };
const DENSE: Order = { ...COMPETITION, places: 'dense' };

describe('placeUnits', () => {
  it('is 1, 2, 2, 4 in a competition and 1, 2, 2, 3 when dense', () => {
    const contenders = [9, 7, 7, 5].map((total, i) => contender(`U${i}`, total));
    expect(placesOf(contenders, COMPETITION)).toEqual({ U0: 1, U1: 2, U2: 2, U3: 4 });
    expect(placesOf(contenders, DENSE)).toEqual({ U0: 1, U1: 2, U2: 2, U3: 3 });
  });

  it('places everybody one behind all that stand before it, by the slowest oracle', () => {
    fc.assert(
      fc.property(contenderLists(), (contenders) => {
        const competition = placeUnits(contenders, COMPETITION);
        const dense = placeUnits(contenders, DENSE);
        for (const mine of contenders) {
          const better = contenders.filter((theirs) => standsBefore(theirs, mine));
          const worse = contenders.filter((theirs) => standsBefore(mine, theirs));
          const equal = contenders.filter((theirs) => !better.includes(theirs) && !worse.includes(theirs));
          const outcome = competition.get(mine.unitId)!;
          expect(outcome.place).toBe(better.length + 1);
          expect(outcome.of).toBe(contenders.length);
          expect(outcome.sharedWith).toEqual(
            equal
              .map(({ unitId }) => unitId)
              .filter((id) => id !== mine.unitId)
              .sort(),
          );
          const kindsOfBetter = new Set(better.map(({ values }) => values.map(String).join('|')));
          expect(dense.get(mine.unitId)!.place).toBe(kindsOfBetter.size + 1);
        }
      }),
    );
  });

  it('compares with the nearest of another place, by the first key that differs', () => {
    fc.assert(
      fc.property(contenderLists(), (contenders) => {
        const places = placeUnits(contenders, COMPETITION);
        for (const mine of contenders) {
          const { above, below } = places.get(mine.unitId)!;
          const better = contenders.filter((theirs) => standsBefore(theirs, mine));
          const worse = contenders.filter((theirs) => standsBefore(mine, theirs));
          expect(above === undefined).toBe(better.length === 0);
          expect(below === undefined).toBe(worse.length === 0);
          for (const [comparison, others] of [
            [above, better],
            [below, worse],
          ] as const) {
            if (comparison === undefined) continue;
            const theirs = others.find(({ unitId }) => unitId === comparison.unitId)!;
            // Nobody stands between the two.
            expect(
              others.some((each) =>
                others === better ? standsBefore(theirs, each) : standsBefore(each, theirs),
              ),
            ).toBe(false);
            const i = KEYS.findIndex(({ key }) => key === comparison.key);
            expect(mine.values.slice(0, i)).toEqual(theirs.values.slice(0, i));
            expect(mine.values[i]).not.toEqual(theirs.values[i]);
          }
        }
      }),
    );
  });

  it('does not depend on the order units come in', () => {
    fc.assert(
      fc.property(contenderLists(), (contenders) => {
        const sorted = (some: ReturnType<typeof placeUnits>): unknown =>
          [...some].sort(([a], [b]) => (a < b ? -1 : 1));
        expect(sorted(placeUnits(contenders.toReversed(), COMPETITION))).toEqual(
          sorted(placeUnits(contenders, COMPETITION)),
        );
      }),
    );
  });

  it('puts what is absent last, whichever way the key is ordered', () => {
    for (const order of ['ascending', 'descending'] as const) {
      const keys: readonly OrderKey[] = [{ key: 'previous_place', order }];
      const contenders = [
        { unitId: 'none', values: [undefined] },
        { unitId: 'some', values: [0] },
      ];
      expect(placesOf(contenders, { ...COMPETITION, keys })).toEqual({ some: 1, none: 2 });
    }
  });

  it('tells values apart from points in what it compares', () => {
    const keys: readonly OrderKey[] = [
      { key: 'grade', order: 'ascending' },
      { key: 'total', order: 'descending' },
      { key: 'value:K', order: 'descending' },
    ];
    const order: Order = { keys, places: 'competition', gradeCodes: ['XS', 'T'] };
    const places = placeUnits(
      [
        { unitId: 'A', values: [0, 5_000_000, 2_500_000_000_000n] },
        { unitId: 'B', values: [0, 5_000_000, undefined] },
        { unitId: 'C', values: [1, 9_000_000, 0n] },
      ],
      order,
    );
    expect(places.get('B')).toEqual({
      place: 2,
      of: 3,
      sharedWith: [],
      above: { unitId: 'A', key: 'value:K', theirs: '2.5' },
      below: { unitId: 'C', key: 'grade', mine: 'XS', theirs: 'T' },
    });
  });

  it('names at most twenty that share a place, and counts the rest', () => {
    const crowd = Array.from({ length: 30 }, (_, i) => contender(`U${String(i).padStart(2, '0')}`, 1));
    const { sharedWith, sharedWithMore } = placeUnits(crowd, COMPETITION).get('U03')!;
    expect([sharedWith.length, sharedWith.includes('U03'), sharedWithMore]).toEqual([
      MOST_NAMED_SHARING,
      false,
      9,
    ]);
  });
});

function contender(unitId: string, total: number): Contender {
  return { unitId, values: [total, 0n, 1] };
}

function placesOf(contenders: readonly Contender[], order: Order): Record<string, number | undefined> {
  return Object.fromEntries([...placeUnits(contenders, order)].map(([unitId, { place }]) => [unitId, place]));
}

/** The rule once more, in the plainest words. */
function standsBefore(a: Contender, b: Contender): boolean {
  for (const [i, { order }] of KEYS.entries()) {
    const [x, y] = [a.values[i], b.values[i]];
    if (x === y) continue;
    if (x === undefined) return false;
    if (y === undefined) return true;
    return order === 'descending' ? x > y : x < y;
  }
  return false;
}

/** Few different values, so that ties happen at every key. */
function contenderLists(): fc.Arbitrary<readonly Contender[]> {
  const values: fc.Arbitrary<readonly KeyValue[]> = fc.tuple(
    fc.integer({ min: 0, max: 3 }),
    fc.option(fc.bigInt(0n, 1n), { nil: undefined }),
    fc.option(fc.integer({ min: 1, max: 2 }), { nil: undefined }),
  );
  return fc
    .array(values, { maxLength: 14 })
    .map((lists) => lists.map((list, i) => ({ unitId: `U${String(i).padStart(2, '0')}`, values: list })));
}
