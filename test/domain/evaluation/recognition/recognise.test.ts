import { describe, expect, it } from 'vitest';
import type { RecognitionRule, Settings } from '../../../../functions/src/domain/campaign/settings.ts';
import type { Recognition } from '../../../../functions/src/domain/evaluation/period-result.ts';
import { DISCIPLINE, decimal, type Entry, entry, evaluateByPoints, points } from '../../build/by-points.ts';

const FIRST_TWO: RecognitionRule = {
  code: 'R',
  name: 'Dẫn đầu',
  outcome: 'praise',
  scope: 'track',
  first: 2,
  tieAtCut: 'nobody',
};

describe('a recognition', () => {
  it('goes to the first places, with reasons', () => {
    const entries = [entry('A', 80), entry('B', 99), entry('C', 70)];
    expect(recognised(entries, { ...FIRST_TWO, leastGrade: 'T' })).toEqual([
      {
        rule: 'R',
        outcome: 'praise',
        track: 'XA',
        scopeKind: 'track',
        scope: 'XA',
        allowed: 2,
        chosen: [
          {
            unitId: 'B',
            place: 1,
            reasons: [
              { code: 'place_in_cut', place: 1, allowed: 2 },
              { code: 'grade_reached', grade: 'XS', least: 'T' },
            ],
          },
          {
            unitId: 'A',
            place: 2,
            reasons: [
              { code: 'place_in_cut', place: 2, allowed: 2 },
              { code: 'grade_reached', grade: 'T', least: 'T' },
            ],
          },
        ],
        passedOver: [],
      },
    ]);
  });

  it('passes over a unit that a gate bars, and goes on to the next', () => {
    const entries = [entry('A', 99, { violations: 1 }), entry('B', 98), entry('C', 97), entry('D', 96)];
    const [of] = recognised(entries, FIRST_TWO, { gates: [DISCIPLINE] });
    expect(of!.chosen.map(({ unitId, place }) => [unitId, place])).toEqual([
      ['B', 2],
      ['C', 3],
    ]);
    expect(of!.passedOver).toEqual([
      { unitId: 'A', place: 1, reasons: [{ code: 'barred_by_gate', gate: 'G1', raisedBy: ['V'] }] },
    ]);
  });

  it('names every unit it passed over on its way down', () => {
    const entries = [
      entry('A', 99, { violations: 1 }),
      entry('B', 98, { violations: 1 }),
      entry('C', 97),
      entry('D', 96, { violations: 1 }),
    ];
    const [of] = recognised(entries, { ...FIRST_TWO, first: 1 }, { gates: [DISCIPLINE] });
    expect([of!.chosen.map(({ unitId }) => unitId), of!.passedOver.map(({ unitId }) => unitId)]).toEqual([
      ['C'],
      ['A', 'B'],
    ]);
  });

  it('asks for no more than its least points', () => {
    const [of] = recognised([entry('A', 75)], { ...FIRST_TWO, leastPoints: points(75) });
    expect(of!.chosen).toHaveLength(1);
  });

  it('goes to nobody with too low a grade or too few points, and names only those that came near', () => {
    const entries = [entry('A', 80), entry('B', 60), entry('C', 55), entry('D', 20)];
    const [of] = recognised(entries, { ...FIRST_TWO, leastGrade: 'T', leastPoints: points(75) });
    expect(of!.chosen.map(({ unitId }) => unitId)).toEqual(['A']);
    expect(of!.passedOver).toEqual([
      {
        unitId: 'B',
        place: 2,
        reasons: [
          { code: 'grade_too_low', grade: 'HT', least: 'T' },
          { code: 'points_too_low', total: points(60), least: points(75) },
        ],
      },
    ]);
  });

  it('looks at the grade after the quota', () => {
    const quotas = [
      { grade: 'XS', ratio: decimal('0.5'), scope: 'track', rounding: 'floor', tieAtCut: 'nobody' },
    ] as const;
    const [of] = recognised([entry('A', 99), entry('B', 98)], { ...FIRST_TWO, leastGrade: 'XS' }, { quotas });
    expect([of!.chosen.map(({ unitId }) => unitId), of!.passedOver.map(({ unitId }) => unitId)]).toEqual([
      ['A'],
      ['B'],
    ]);
  });

  it.each([
    ['nobody', ['A'], ['B', 'C']],
    ['everybody', ['A', 'B', 'C'], []],
    ['next_key', ['A', 'C'], ['B']],
  ] as const)('inside a tie is for %s', (tieAtCut, chosen, passedOver) => {
    const entries = [
      entry('A', 99),
      entry('B', 98, { info: 1 }),
      entry('C', 98, { info: 2 }),
      entry('D', 50),
    ];
    const [of] = recognised(entries, {
      ...FIRST_TWO,
      tieAtCut,
      nextKeys: [{ key: 'value:I', order: 'descending' }],
    });
    expect(of!.chosen.map(({ unitId }) => unitId)).toEqual(chosen);
    expect(of!.passedOver.map(({ unitId }) => unitId)).toEqual(passedOver);
    for (const each of [...of!.chosen.slice(1), ...of!.passedOver])
      expect(each.reasons.at(-1)).toEqual({ code: 'tie_at_cut', outcome: tieAtCut, units: ['B', 'C'] });
  });

  it('may be a share of the ranked units, in each cluster', () => {
    const entries = Array.from({ length: 9 }, (_, i) =>
      entry(`U${i}`, 99 - i, { cluster: i < 5 ? 'Cụm 1' : 'Cụm 2' }),
    );
    const { first: _, ...rule } = FIRST_TWO;
    const share = recognised(entries, {
      ...rule,
      scope: 'cluster',
      share: { ratio: decimal('0.3'), rounding: 'round' },
    });
    expect(
      share.map(({ scope, allowed, chosen }) => [scope, allowed, chosen.map(({ unitId }) => unitId)]),
    ).toEqual([
      ['Cụm 1', 2, ['U0', 'U1']],
      ['Cụm 2', 1, ['U5']],
    ]);
  });
});

function recognised(
  entries: readonly Entry[],
  rule: RecognitionRule,
  settings: Partial<Settings> = {},
): readonly Recognition[] {
  return evaluateByPoints(entries, { ...settings, recognitions: [rule] }).recognitions;
}
