import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quota, TieAtCut } from '../../../../functions/src/domain/campaign/settings.ts';
import {
  DISCIPLINE,
  decimal,
  type Entry,
  entry,
  evaluateByPoints,
  finalGrades,
} from '../../build/by-points.ts';

const FIFTH: Quota = {
  grade: 'XS',
  ratio: decimal('0.2'),
  scope: 'track',
  rounding: 'floor',
  tieAtCut: 'nobody',
};
const half = (more: Partial<Quota> = {}): Quota => ({ ...FIFTH, ratio: decimal('0.5'), ...more });

describe('a quota', () => {
  it('lets a share keep the grade; the rest get the next one and say so', () => {
    const entries = [entry('A', 99), entry('B', 98), entry('C', 97), entry('D', 71), entry('E', 20)];
    const result = evaluateByPoints(entries, { quotas: [FIFTH] });
    expect(finalGrades(result)).toEqual({ A: 'XS', B: 'T', C: 'T', D: 'T', E: 'K' });
    expect(result.units.map(({ grade }) => grade.overQuota)).toEqual([false, true, true, false, false]);
    expect(result.quotas).toEqual([
      {
        track: 'XA',
        scope: 'XA',
        grade: 'XS',
        denominator: 5,
        allowed: 1,
        candidates: ['A', 'B', 'C'],
        kept: ['A'],
      },
    ]);
    // The ranking by points does not move.
    expect(result.units.map(({ place }) => place.place)).toEqual([1, 2, 3, 4, 5]);
  });

  it('has for denominator the grades it names, as they were before it', () => {
    const entries = [entry('A', 99), entry('B', 98), entry('C', 80), entry('D', 60), entry('E', 20)];
    const allowed = (of: readonly string[] | undefined): unknown => {
      const [outcome] = evaluateByPoints(entries, { quotas: [half({ of })] }).quotas;
      return [outcome!.denominator, outcome!.allowed];
    };
    expect([allowed(undefined), allowed(['T']), allowed(['XS', 'T'])]).toEqual([
      [5, 2],
      [1, 0],
      [3, 1],
    ]);
  });

  it('counts in each cluster on its own where its scope is the cluster', () => {
    const entries = [
      entry('A', 99),
      entry('B', 98),
      entry('C', 91, { cluster: 'Cụm 2' }),
      entry('D', 90, { cluster: 'Cụm 2' }),
    ];
    const result = evaluateByPoints(entries, { quotas: [half({ scope: 'cluster' })] });
    expect(finalGrades(result)).toEqual({ A: 'XS', B: 'T', C: 'XS', D: 'T' });
    expect(result.quotas.map(({ scope, kept }) => [scope, kept])).toEqual([
      ['Cụm 1', ['A']],
      ['Cụm 2', ['C']],
    ]);
  });

  it('takes the special ratio only where the whole scope has the attribute', () => {
    const quota = half({
      ratio: decimal('0.25'),
      special: { attribute: 'kind', value: 'ward', ratio: decimal('0.5') },
    });
    const all = (kinds: readonly string[]): unknown =>
      evaluateByPoints(
        kinds.map((kind, i) => entry(`U${i}`, 99 - i, { attributes: { kind } })),
        { quotas: [quota] },
      ).quotas[0]!.allowed;
    expect([all(['ward', 'ward', 'ward', 'ward']), all(['ward', 'ward', 'ward', 'commune'])]).toEqual([2, 1]);
  });

  it('never allows fewer than its least', () => {
    const result = evaluateByPoints([entry('A', 99), entry('B', 98)], { quotas: [{ ...FIFTH, least: 1 }] });
    expect(finalGrades(result)).toEqual({ A: 'XS', B: 'T' });
  });

  it.each([
    ['nobody', { A: 'XS', B: 'T', C: 'T', D: 'T' }, ['B', 'C'], 'nobody'],
    ['everybody', { A: 'XS', B: 'XS', C: 'XS', D: 'T' }, ['B', 'C'], 'everybody'],
    ['next_key', { A: 'XS', B: 'T', C: 'XS', D: 'T' }, ['B', 'C'], 'next_key'],
  ] as const)('inside a tie keeps %s, and the outcome says so', (tieAtCut, grades, units, outcome) => {
    const entries = [
      entry('A', 99),
      entry('B', 98, { info: 1 }),
      entry('C', 98, { info: 2 }),
      entry('D', 97),
    ];
    const quota = half({ tieAtCut, nextKeys: [{ key: 'value:I', order: 'descending' }] });
    const result = evaluateByPoints(entries, { quotas: [quota] });
    expect(finalGrades(result)).toEqual(grades);
    expect(result.quotas[0]!.tie).toEqual({ units, outcome });
  });

  it('does not count a unit whose gate has cost it the grade', () => {
    const result = evaluateByPoints([entry('A', 99, { violations: 1 }), entry('B', 98), entry('C', 97)], {
      gates: [DISCIPLINE],
      quotas: [{ ...FIFTH, least: 1 }],
    });
    expect(finalGrades(result)).toEqual({ A: 'HT', B: 'XS', C: 'T' });
    expect(result.quotas[0]!.candidates).toEqual(['B', 'C']);
  });

  it('hands those it pushed down to the next grade’s quota', () => {
    const entries = [entry('A', 99), entry('B', 98), entry('C', 80), entry('D', 75)];
    const quotas = [half({ grade: 'T', ratio: decimal('0.25') }), half({ ratio: decimal('0.25') })];
    const result = evaluateByPoints(entries, { quotas });
    expect(finalGrades(result)).toEqual({ A: 'XS', B: 'T', C: 'HT', D: 'HT' });
    expect(result.quotas.map(({ grade, candidates }) => [grade, candidates])).toEqual([
      ['XS', ['A', 'B']],
      ['T', ['B', 'C', 'D']],
    ]);
  });

  it('keeps no more than it allows, and nobody worse than somebody it drops', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 88, max: 100 }), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 0, max: 10 }),
        fc.constantFrom<TieAtCut>('nobody', 'everybody'),
        (totals, tenths, tieAtCut) => {
          const entries: Entry[] = totals.map((total, i) => entry(`U${i}`, total));
          const quota = { ...FIFTH, ratio: decimal(tenths / 10), tieAtCut };
          const { units, quotas } = evaluateByPoints(entries, { quotas: [quota] });
          const [{ kept, candidates, allowed }] = quotas as [(typeof quotas)[number]];
          expect(allowed).toBe(Math.floor((tenths * totals.length) / 10));
          expect(candidates.length).toBe(totals.filter((total) => total >= 90).length);
          if (tieAtCut === 'nobody') expect(kept.length).toBeLessThanOrEqual(allowed);
          const totalOf = (id: string): number => totals[Number(id.slice(1))]!;
          for (const id of candidates)
            if (!kept.includes(id))
              for (const better of kept) expect(totalOf(better)).toBeGreaterThan(totalOf(id));
          expect(units.filter(({ grade }) => grade.final === 'XS').map(({ unitId }) => unitId)).toEqual(
            [...kept].sort(),
          );
        },
      ),
    );
  });
});
