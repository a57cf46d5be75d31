import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../../../functions/src/domain/evaluation/evaluate-period.ts';
import { DISCIPLINE, entry, evaluateByPoints, finalGrades, points } from '../../build/by-points.ts';
import { campaignOf, criterionOf, inputOf, inputsOf, unitOf } from '../../build/campaign.ts';

describe('grades', () => {
  it('follow the thresholds, from best to worst', () => {
    const entries = [
      entry('A', 90),
      entry('B', '89.99'),
      entry('C', 70),
      entry('D', 50),
      entry('E', '49.99'),
      entry('F', 0),
    ];
    expect(finalGrades(evaluateByPoints(entries, {}))).toEqual({
      A: 'XS',
      B: 'T',
      C: 'T',
      D: 'HT',
      E: 'K',
      F: 'K',
    });
  });

  it('look at the points that are published: what prints as 90,00 is 90', () => {
    const entries = [entry('A', '89.995'), entry('B', '89.994999')];
    expect(finalGrades(evaluateByPoints(entries, {}))).toEqual({ A: 'XS', B: 'T' });
    const exact = { ranking: { leading: 'points', places: 'competition', tieBreaks: [] } } as const;
    expect(finalGrades(evaluateByPoints(entries, exact))).toEqual({ A: 'T', B: 'T' });
  });

  it('look at min(total, 100), and the total stays what it is', () => {
    const [unit] = evaluateByPoints([entry('A', 107)], { totals: { gradedUpTo: points(100) } }).units;
    expect([unit!.total, unit!.graded, unit!.grade.final]).toEqual([points(107), points(100), 'XS']);
  });

  it('are empty in a campaign without grades', () => {
    const [unit] = evaluateByPoints([entry('A', 107)], { grades: [] }).units;
    expect(unit!.grade).toEqual({ byPoints: '', final: '', cappedBy: [], overQuota: false });
  });
});

describe('gates', () => {
  it('cap the grade and keep the unit in the ranking', () => {
    const { units } = evaluateByPoints(
      [entry('A', 95, { violations: 1 }), entry('B', 80), entry('C', 40, { violations: 2 })],
      {
        gates: [DISCIPLINE],
      },
    );
    expect(
      units.map(({ unitId, grade, gates, place }) => ({ unitId, grade, gates, place: place.place })),
    ).toEqual([
      {
        unitId: 'A',
        grade: { byPoints: 'XS', final: 'HT', cappedBy: ['G1'], overQuota: false },
        gates: [{ code: 'G1', raisedBy: ['V'] }],
        place: 1,
      },
      {
        unitId: 'B',
        grade: { byPoints: 'T', final: 'T', cappedBy: [], overQuota: false },
        gates: [],
        place: 2,
      },
      {
        unitId: 'C',
        // A gate never lifts a grade.
        grade: { byPoints: 'K', final: 'K', cappedBy: [], overQuota: false },
        gates: [{ code: 'G1', raisedBy: ['V'] }],
        place: 3,
      },
    ]);
  });

  it('cap only what is better than they allow', () => {
    const { units } = evaluateByPoints([entry('A', 60, { violations: 1 })], { gates: [DISCIPLINE] });
    expect(units[0]!.grade).toEqual({ byPoints: 'HT', final: 'HT', cappedBy: [], overQuota: false });
  });

  it('are raised by no points, and not by a blank or by what is not applicable', () => {
    const campaign = campaignOf({
      units: ['A', 'B', 'C', 'D'].map((id) => unitOf(id)),
      criteria: [criterionOf('D', { kind: 'direct' }, { gate: 'G1' }), criterionOf('E', { kind: 'direct' })],
      settings: [{ gates: [DISCIPLINE] }],
    });
    const forms = [
      inputOf('A', { D: 0 }),
      inputOf('B', { D: undefined }),
      inputOf('C', { D: null }),
      inputOf('D', { D: 1 }),
    ];
    expect(evaluatePeriod(inputsOf(campaign, forms)).units.map(({ gates }) => gates.length)).toEqual([
      1, 0, 0, 0,
    ]);
  });

  it('are not raised by a count of zero', () => {
    const { units } = evaluateByPoints([entry('A', 95, { violations: 0 })], { gates: [DISCIPLINE] });
    expect(units[0]!.gates).toEqual([]);
  });

  it('are raised by a late form and by too few points where the rules say so', () => {
    const gates = [
      { code: 'TRE', name: 'Nộp trễ', capGrade: 'T', barsRecognition: false, whenLate: true },
      {
        code: 'THAP',
        name: 'Dưới mức',
        barsRecognition: true,
        whenBelow: [{ key: 'base', min: points(60) }],
      },
    ] as const;
    const { units } = evaluateByPoints(
      [entry('A', 95, { late: true }), entry('B', '59.994', { late: true }), entry('C', 60)],
      { gates },
    );
    expect(units.map(({ gates: raised, grade }) => [raised, grade.final])).toEqual([
      [[{ code: 'TRE', raisedBy: ['late'] }], 'T'],
      [
        [
          { code: 'TRE', raisedBy: ['late'] },
          { code: 'THAP', raisedBy: ['base'] },
        ],
        'HT',
      ],
      [[], 'HT'],
    ]);
  });
});
