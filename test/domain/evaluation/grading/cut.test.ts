import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieAtCut } from '../../../../functions/src/domain/campaign/settings.ts';
import { type Cut, cutAt } from '../../../../functions/src/domain/evaluation/grading/cut.ts';

interface Item {
  readonly id: string;
  readonly points: number;
  readonly further: number;
}

const cut = (items: readonly Item[], allowed: number, rule: TieAtCut): Cut<Item> =>
  cutAt(
    items,
    allowed,
    rule,
    (a, b) => b.points - a.points,
    (a, b) => b.further - a.further,
  );

describe('cutAt', () => {
  const items = itemsOf([
    [9, 0],
    [7, 1],
    [7, 3],
    [7, 2],
    [5, 0],
  ]);

  it.each([
    ['nobody', 2, 'a', 'bcd', 'nobody'],
    ['everybody', 2, 'abcd', 'bcd', 'everybody'],
    ['next_key', 2, 'ac', 'bcd', 'next_key'],
    ['next_key', 3, 'acd', 'bcd', 'next_key'],
    ['nobody', 4, 'abcd', '', ''],
    ['everybody', 1, 'a', '', ''],
    ['nobody', 0, '', '', ''],
    ['everybody', 0, '', '', ''],
    ['nobody', 5, 'abcde', '', ''],
    ['nobody', 9, 'abcde', '', ''],
  ] as const)('by %s keeps the first %d as %j', (rule, allowed, kept, tied, outcome) => {
    const { kept: ids, tie } = cut(items, allowed, rule);
    expect(idsOf(ids)).toBe(kept);
    expect([idsOf(tie?.tied ?? []), tie?.outcome ?? '']).toEqual([tied, outcome]);
  });

  it('keeps nobody of those whom the next key leaves equal, and says who they are', () => {
    const still = itemsOf([
      [7, 3],
      [7, 2],
      [7, 2],
      [7, 1],
    ]);
    const { kept, dropped, tie } = cut(still, 2, 'next_key');
    expect([idsOf(kept), idsOf(dropped), idsOf(tie!.tied), tie!.outcome]).toEqual([
      'a',
      'bcd',
      'bc',
      'nobody',
    ]);
  });

  it('never keeps a worse one and drops a better one, and parts no equals but by the next key', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 })), { maxLength: 10 }),
        fc.integer({ min: 0, max: 11 }),
        fc.constantFrom<TieAtCut>('nobody', 'everybody', 'next_key'),
        (pairs, allowed, rule) => {
          const ordered = itemsOf(pairs).toSorted((a, b) => b.points - a.points);
          const { kept, dropped, tie } = cut(ordered, allowed, rule);
          expect([...kept, ...dropped].map(({ id }) => id).sort()).toEqual(
            ordered.map(({ id }) => id).sort(),
          );
          for (const k of kept)
            for (const d of dropped)
              expect(
                k.points > d.points ||
                  (rule === 'next_key' && k.points === d.points && k.further > d.further),
              ).toBe(true);
          if (rule !== 'everybody') expect(kept.length).toBeLessThanOrEqual(allowed);
          if (tie === undefined) expect(kept.length).toBe(Math.min(allowed, ordered.length));
          if (rule === 'everybody' && allowed > 0)
            expect(kept.length).toBeGreaterThanOrEqual(Math.min(allowed, ordered.length));
        },
      ),
    );
  });
});

function itemsOf(pairs: readonly (readonly [number, number])[]): readonly Item[] {
  return pairs.map(([points, further], i) => ({ id: 'abcdefghijkl'[i]!, points, further }));
}

const idsOf = (items: readonly Item[]): string => items.map(({ id }) => id).join('');
