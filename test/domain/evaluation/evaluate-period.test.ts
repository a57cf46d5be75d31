import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Ranking, RankKey } from '../../../functions/src/domain/campaign/settings.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodInputs, UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import {
  answerOf,
  campaignOf,
  criterionOf,
  inputOf,
  inputsOf,
  points,
  trackOf,
  unitOf,
} from '../build/campaign.ts';
import { marchInputs } from '../build/march.ts';

describe('evaluatePeriod', () => {
  it('says everything about a unit: points by criterion, subtotals, total, grade, place', () => {
    const { units } = evaluatePeriod(MARCH);
    expect(units.find(({ unitId }) => unitId === 'X2')).toEqual({
      unitId: 'X2',
      name: 'Xã Hai',
      track: 'XA',
      cluster: 'Cụm 1',
      status: 'ranked',
      late: true,
      revision: 1,
      criteria: [
        {
          code: 'K1',
          kind: 'percent',
          status: 'scored',
          reported: answerOf(20),
          value: '30',
          target: '40',
          earned: points(15),
          counted: points(15),
          countedMax: points(20),
          working: { periods: ['2024-02', '2024-03'], ownValue: '20', ownTarget: '30' },
        },
        {
          code: 'K2',
          kind: 'yes_no',
          status: 'scored',
          reported: answerOf(true),
          earned: points(10),
          counted: points(10),
          countedMax: points(10),
        },
        {
          code: 'K3',
          kind: 'tiered',
          status: 'scored',
          reported: answerOf(99),
          appraised: answerOf(97),
          appraisalNote: 'Trích xuất lại',
          value: '97',
          earned: points(5),
          counted: points(5),
          countedMax: points(10),
          working: { tier: 1 },
        },
        {
          code: 'K4',
          kind: 'peer_relative',
          status: 'scored',
          reported: answerOf(110),
          value: '110',
          target: '100',
          earned: points('22.5'),
          counted: points('22.5'),
          countedMax: points(30),
          working: { leader: { unitId: 'X1', value: '120', target: '100' } },
        },
        {
          code: 'K5',
          kind: 'count',
          status: 'scored',
          reported: answerOf(6),
          value: '6',
          earned: points(10),
          counted: points(10),
          countedMax: points(10),
        },
        {
          code: 'K6',
          kind: 'direct',
          status: 'scored',
          reported: answerOf('9.5'),
          value: '9.5',
          earned: points('9.5'),
          counted: points(19),
          countedMax: points(20),
        },
        {
          code: 'TH',
          kind: 'bonus',
          status: 'scored',
          reported: answerOf(5),
          value: '5',
          earned: points(10),
          counted: points(10),
          countedMax: points(10),
        },
        {
          code: 'TR',
          kind: 'deduction',
          status: 'scored',
          reported: answerOf(6),
          value: '7',
          earned: points(-5),
          counted: points(-5),
          countedMax: 0,
          working: { automatic: '1' },
        },
        {
          code: 'TT',
          kind: 'information',
          status: 'information',
          reported: answerOf(120),
          value: '120',
          earned: 0,
          counted: 0,
          countedMax: 0,
        },
      ],
      groups: [
        { code: 'M1', micropoints: points(30), max: points(40) },
        { code: 'M2', micropoints: points('51.5'), max: points(60) },
      ],
      legs: [
        { code: 'C1', micropoints: points(25), max: points(30) },
        { code: 'C2', micropoints: points('51.5'), max: points(60) },
      ],
      prongs: [
        { code: 'M1', micropoints: points(30), max: points(40) },
        { code: 'M2', micropoints: points('51.5'), max: points(60) },
      ],
      breakthroughs: [{ code: 'DP1', micropoints: points('22.5'), max: points(30) }],
      base: points('81.5'),
      bonus: points(6),
      deductions: points(-4),
      deductionCount: '7',
      total: points('83.5'),
      graded: points('83.5'),
      grade: { byPoints: 'T', final: 'T', cappedBy: [], overQuota: false },
      gates: [],
      place: {
        place: 2,
        of: 4,
        sharedWith: [],
        above: { unitId: 'X1', key: 'total', mine: '83500000', theirs: '100000000' },
        below: { unitId: 'X4', key: 'total', mine: '83500000', theirs: '79000000' },
      },
      clusterPlace: {
        place: 2,
        of: 3,
        sharedWith: [],
        above: { unitId: 'X1', key: 'total', mine: '83500000', theirs: '100000000' },
        below: { unitId: 'X3', key: 'total', mine: '83500000', theirs: '34000000' },
      },
      change: {
        period: '2024-02',
        place: 1,
        clusterPlace: 1,
        total: points(96),
        criteria: [
          { code: 'K1', before: points(20), now: points(15) },
          { code: 'K3', before: points(10), now: points(5) },
          { code: 'K4', before: points(30), now: points('22.5') },
          { code: 'K5', before: points(8), now: points(10) },
          { code: 'K6', before: points(18), now: points(19) },
          { code: 'TH', before: 0, now: points(10) },
          { code: 'TR', before: 0, now: points(-5) },
        ],
      },
    });
  });

  it('ranks every track, not only the first', () => {
    const { units } = evaluatePeriod(MARCH);
    expect(placesOf(units)).toEqual({
      Q1: 1,
      Q2: 1,
      X1: 1,
      X2: 2,
      X3: 4,
      X4: 3,
      X5: undefined,
      X6: undefined,
    });
    expect(units.find(({ unitId }) => unitId === 'Q1')!.place).toEqual({
      place: 1,
      of: 2,
      sharedWith: ['Q2'],
    });
  });

  it('gives a total of 0 a place, and none to a unit that sent nothing', () => {
    const campaign = campaignOf({
      units: ['A', 'B', 'C'].map((id) => unitOf(id)),
      criteria: [criterionOf('D', { kind: 'direct' })],
    });
    const { units } = evaluatePeriod(inputsOf(campaign, [inputOf('A', { D: 0 }), inputOf('B', { D: 5 })]));
    expect(units.map(({ status, total, place }) => [status, total, place.place, place.of])).toEqual([
      ['ranked', 0, 2, 2],
      ['ranked', points(5), 1, 2],
      ['not_reported', 0, undefined, 2],
    ]);
  });

  it('takes a value of 0 for a value: it is scored, is history, and breaks ties', () => {
    const campaign = campaignOf({
      units: ['A', 'B', 'C'].map((id) => unitOf(id)),
      criteria: [criterionOf('I', { kind: 'information', answer: 'number' })],
      settings: [{ ranking: ranking({ key: 'value:I', order: 'ascending' }) }],
    });
    const { units } = evaluatePeriod(
      inputsOf(campaign, [inputOf('A', { I: 0 }), inputOf('B', { I: undefined }), inputOf('C', { I: 1 })]),
    );
    expect(placesOf(units)).toEqual({ A: 1, C: 2, B: 3 });
  });

  it('never adds a subtotal into a total: a criterion in five views counts once', () => {
    const tags = { group: 'G', leg: 'L', prong: 'P', breakthroughs: ['B1', 'B2'] };
    const tag = (code: string) => ({ code, name: code });
    const campaign = campaignOf({
      tracks: [trackOf({ legs: [tag('L')], prongs: [tag('P')], groups: [tag('G')] })],
      breakthroughs: [tag('B1'), tag('B2')],
      units: [unitOf('A')],
      criteria: [criterionOf('D', { kind: 'direct' }, tags)],
    });
    const [unit] = evaluatePeriod(inputsOf(campaign, [inputOf('A', { D: 7 })])).units;
    const views = [unit!.groups, unit!.legs, unit!.prongs, unit!.breakthroughs]
      .flat()
      .map(({ micropoints }) => micropoints);
    expect([unit!.base, unit!.total, ...views]).toEqual(Array.from({ length: 7 }, () => points(7)));
  });

  it('lets the total fall no lower than its least', () => {
    const campaign = campaignOf({
      units: [unitOf('A')],
      criteria: [criterionOf('T', { kind: 'deduction', micropointsEach: points(-5) }, { max: points(-50) })],
    });
    const total = (least: number | undefined): unknown => {
      const settings = least === undefined ? [] : [{ totals: { least: points(least) } }];
      return evaluatePeriod(inputsOf({ ...campaign, settings }, [inputOf('A', { T: 3 })])).units[0]!.total;
    };
    expect([total(undefined), total(0), total(-10)]).toEqual([points(-15), 0, points(-10)]);
  });

  it.each<[RankKey, 'ascending' | 'descending', readonly string[]]>([
    ['base', 'descending', ['A', 'B']],
    ['bonus', 'descending', ['B', 'A']],
    ['deductions', 'descending', ['A', 'B']],
    ['deduction_count', 'ascending', ['A', 'B']],
    ['deduction_count', 'descending', ['B', 'A']],
    ['group:G', 'descending', ['A', 'B']],
    ['leg:L', 'descending', ['B', 'A']],
    ['prong:P', 'descending', ['A', 'B']],
    ['breakthrough:DP', 'descending', ['B', 'A']],
    ['criterion:D1', 'descending', ['A', 'B']],
    ['value:D2', 'descending', ['B', 'A']],
    ['value:I', 'ascending', ['B', 'A']],
    ['previous_place', 'ascending', ['B', 'A']],
  ])('breaks a tie of 10 points each by %s, %s', (key, order, expected) => {
    const tag = (code: string) => ({ code, name: code });
    const campaign = campaignOf({
      tracks: [trackOf({ legs: [tag('L')], prongs: [tag('P')], groups: [tag('G')] })],
      breakthroughs: [tag('DP')],
      units: [unitOf('A'), unitOf('B')],
      criteria: [
        criterionOf('D1', { kind: 'direct' }, { group: 'G', prong: 'P' }),
        criterionOf('D2', { kind: 'direct' }, { leg: 'L', breakthroughs: ['DP'] }),
        criterionOf('I', { kind: 'information', answer: 'number' }),
        criterionOf('TH', { kind: 'bonus', micropointsEach: points(1) }),
        criterionOf('TR', { kind: 'deduction', micropointsEach: points(-1) }, { max: points(-9) }),
      ],
      settings: [{ ranking: ranking({ key, order }) }],
    });
    const unit = (id: string, values: readonly number[]): UnitInput => {
      const [D1, D2, I, TH, TR] = values;
      return inputOf(id, { D1, D2, I, TH, TR });
    };
    const past = (unitId: string, place: number) => ({
      unitId,
      place,
      clusterPlace: place,
      total: points(1),
      criteria: [],
    });
    const inputs = inputsOf(campaign, [unit('A', [8, 3, 5, 0, 1]), unit('B', [5, 4, 4, 3, 2])], {
      history: [
        {
          period: parsePeriod('2024-02', campaign.calendar)!.id,
          isPrevious: true,
          units: [past('A', 2), past('B', 1)],
        },
      ],
    });
    const { units } = evaluatePeriod(inputs);
    expect(units.map(({ total }) => total)).toEqual([points(10), points(10)]);
    expect(Object.fromEntries(expected.map((id, i) => [id, i + 1]))).toEqual(placesOf(units));
    const first = units.find(({ place }) => place.place === 1)!;
    expect([first.place.below?.key, first.clusterPlace.below?.key]).toEqual([key, key]);
  });

  it('puts a group that is not applicable behind one that has no points, when groups break ties', () => {
    const campaign = campaignOf({
      tracks: [trackOf({ groups: [{ code: 'G', name: 'G' }] })],
      units: [unitOf('A'), unitOf('B')],
      criteria: [
        criterionOf('D', { kind: 'direct' }, { group: 'G' }),
        criterionOf('E', { kind: 'direct' }),
        criterionOf('TH', { kind: 'bonus', micropointsEach: points(1) }),
      ],
      settings: [{ ranking: ranking({ key: 'group:G', order: 'descending' }) }],
    });
    const { units } = evaluatePeriod(
      inputsOf(campaign, [inputOf('A', { D: null, E: 5 }), inputOf('B', { D: 0, E: 10 })]),
    );
    expect(units.map(({ total }) => total)).toEqual([points(10), points(10)]);
    expect(placesOf(units)).toEqual({ A: 2, B: 1 });
  });

  it('ranks by grade before points where the grade leads', () => {
    const campaign = campaignOf({
      units: [unitOf('A'), unitOf('B')],
      criteria: [
        criterionOf('D', { kind: 'direct' }, { max: points(100) }),
        criterionOf('Y', { kind: 'yes_no' }, { max: points(0), gate: 'G' }),
      ],
      settings: [
        {
          grades: [
            { code: 'T', name: 'Tốt', min: points(80) },
            { code: 'K', name: 'Kém' },
          ],
          gates: [{ code: 'G', name: 'Kỷ luật', capGrade: 'K', barsRecognition: true }],
          ranking: { ...ranking(), leading: 'grade_then_points' },
        },
      ],
    });
    const { units } = evaluatePeriod(
      inputsOf(campaign, [inputOf('A', { D: 99, Y: false }), inputOf('B', { D: 85, Y: true })]),
    );
    expect(placesOf(units)).toEqual({ A: 2, B: 1 });
    expect(units[0]!.place.above).toEqual({ unitId: 'B', key: 'grade', mine: 'K', theirs: 'T' });
  });

  it('compares as many decimals as the setting says', () => {
    const campaign = campaignOf({
      units: [unitOf('A'), unitOf('B')],
      criteria: [criterionOf('D', { kind: 'direct' })],
    });
    const places = (decimals: number | undefined): unknown => {
      const settings = [{ ranking: { ...ranking(), decimals } }];
      return placesOf(
        evaluatePeriod(
          inputsOf({ ...campaign, settings }, [
            inputOf('A', { D: '9.994' }),
            inputOf('B', { D: '9.985001' }),
          ]),
        ).units,
      );
    };
    expect([places(2), places(1), places(undefined)]).toEqual([
      { A: 1, B: 1 },
      { A: 1, B: 1 },
      { A: 1, B: 2 },
    ]);
  });

  it('refuses inputs that contradict themselves', () => {
    const twice = inputOf('X1', {});
    expect(() => evaluatePeriod({ ...MARCH, submissions: [twice, twice] })).toThrow(RangeError);
  });
});

const MARCH: PeriodInputs = marchInputs(
  [
    inputOf('X4', { K1: [3, 3], K2: true, K4: [100, 100], K5: 5, K6: 7 }),
    inputOf('Q1', { D1: 90 }),
    inputOf('Q2', { D1: 90 }),
  ],
  [inputOf('X1', { K1: [5, 10], K2: true, K3: 99, K4: [90, 100], K5: 4, K6: 9, TH: 0, TR: 0, TT: 120 })],
);

const ranking = (...tieBreaks: Ranking['tieBreaks']): Ranking => ({
  leading: 'points',
  places: 'competition',
  decimals: 2,
  tieBreaks,
});

function placesOf(units: readonly UnitResult[]): Record<string, number | undefined> {
  return Object.fromEntries(units.map(({ unitId, place }) => [unitId, place.place]));
}
