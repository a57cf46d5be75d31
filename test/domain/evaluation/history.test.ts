import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import { historyFor, pastPeriodOf } from '../../../functions/src/domain/evaluation/history.ts';
import type { UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import {
  campaignOf,
  criterionOf,
  day,
  inputOf,
  inputsOf,
  MONTHS_OF_2024,
  points,
  unitOf,
} from '../build/campaign.ts';

const CALENDAR = { ...MONTHS_OF_2024, from: day('2023-11-01') };
const CAMPAIGN = campaignOf({
  calendar: CALENDAR,
  units: [unitOf('A'), unitOf('B', { validTo: day('2024-02-29'), successor: 'A' }), unitOf('C')],
  criteria: [
    criterionOf('P', { kind: 'percent', basis: 'cumulative' }, { max: points(10) }),
    criterionOf('D', { kind: 'direct' }, { max: points(90) }),
  ],
});

describe('history', () => {
  it('is what later periods look at, and nothing else', () => {
    const february = run('2024-02', [
      inputOf('A', { P: [5, 10], D: 40 }),
      inputOf('B', { P: undefined, D: 0 }),
    ]);
    expect(pastPeriodOf(february, true)).toEqual({
      period: '2024-02',
      isPrevious: true,
      units: [
        {
          unitId: 'A',
          place: 1,
          clusterPlace: 1,
          total: points(45),
          criteria: [
            { criterion: 'D', counted: points(40) },
            { criterion: 'P', counted: points(5), value: '5', target: '10' },
          ],
        },
        {
          unitId: 'B',
          place: 2,
          clusterPlace: 2,
          total: 0,
          criteria: [
            { criterion: 'D', counted: 0 },
            { criterion: 'P', counted: 0 },
          ],
        },
        { unitId: 'C', criteria: [] },
      ],
    });
  });

  it('reaches back over the year, and to the month before even in the year before', () => {
    const results = ['2023-11', '2023-12', '2024-01', '2024-02', '2024-03'].map((period) => run(period, []));
    const of = (period: string): unknown =>
      historyFor(parsePeriod(period, CALENDAR)!, CALENDAR, results.toReversed()).map((past) => [
        past.period,
        past.isPrevious,
        past.otherYear,
      ]);
    expect(of('2024-01')).toEqual([['2023-12', true, true]]);
    expect(of('2024-03')).toEqual([
      ['2024-01', false, undefined],
      ['2024-02', true, undefined],
    ]);
    // Nothing was evaluated in April: then there is no month before May.
    expect(of('2024-05')).toEqual([
      ['2024-01', false, undefined],
      ['2024-02', false, undefined],
      ['2024-03', false, undefined],
    ]);
  });

  it('adds up since January and not before, each month’s own part once', () => {
    const december = run('2023-12', [inputOf('A', { P: [100, 10], D: 0 })]);
    const january = run('2024-01', [inputOf('A', { P: [1, 10], D: 0 })], [december]);
    expect(criterion(january, 'A', 'P')).toMatchObject({ value: '1', target: '10' });
    expect(january.units[0]!.change?.period).toBe('2023-12');
    const february = run('2024-02', [inputOf('A', { P: [4, 10], D: 0 })], [december, january]);
    const march = run('2024-03', [inputOf('A', { P: [4, 10], D: 0 })], [december, january, february]);
    expect(criterion(march, 'A', 'P')).toMatchObject({
      value: '9',
      target: '30',
      earned: points(3),
      working: { periods: ['2024-01', '2024-02', '2024-03'], ownValue: '4', ownTarget: '10' },
    });
  });

  it('leaves out a figure that had no target to be held against', () => {
    const february = run('2024-02', [inputOf('A', { P: 7, D: 0 })]);
    const march = run('2024-03', [inputOf('A', { P: [5, 10], D: 0 })], [february]);
    expect(criterion(march, 'A', 'P')).toMatchObject({
      value: '5',
      target: '10',
      working: { periods: ['2024-03'] },
    });
  });

  it('compares a cumulative value by the month’s own part where it breaks ties', () => {
    const settings = [
      {
        ranking: {
          leading: 'points',
          places: 'competition',
          tieBreaks: [{ key: 'value:P', order: 'descending' }],
        },
      },
    ] as const;
    const campaign = { ...CAMPAIGN, settings };
    const february = run('2024-02', [
      inputOf('A', { P: [30, 10], D: 0 }),
      inputOf('C', { P: [10, 10], D: 0 }),
    ]);
    const inputs = inputsOf(
      campaign,
      [inputOf('A', { P: [10, 10], D: 0 }), inputOf('C', { P: [20, 10], D: 0 })],
      {
        history: [pastPeriodOf(february, true)],
      },
    );
    expect(evaluatePeriod(inputs).units.map(({ place }) => place.place)).toEqual([2, 1]);
  });

  it('gives a merged unit’s figures and targets to its successor, and its place to nobody', () => {
    const february = run('2024-02', [
      inputOf('A', { P: [2, 10], D: 10 }),
      inputOf('B', { P: [8, 10], D: 20 }),
    ]);
    const march = run('2024-03', [inputOf('A', { P: [5, 10], D: 10 })], [february]);
    expect(march.units.map(({ unitId }) => unitId)).toEqual(['A', 'C']);
    expect(criterion(march, 'A', 'P')).toMatchObject({ value: '15', target: '30', earned: points(5) });
    expect(criterion(march, 'A', 'P').working?.periods).toEqual(['2024-02', '2024-03']);
    expect(march.units[0]!.change).toEqual({
      period: '2024-02',
      place: 2,
      clusterPlace: 2,
      total: points(12),
      criteria: [{ code: 'P', before: points(2), now: points(5) }],
    });
  });
});

function run(
  period: string,
  submissions: readonly UnitInput[],
  earlier: readonly PeriodResult[] = [],
): PeriodResult {
  const of = parsePeriod(period, CALENDAR)!;
  return evaluatePeriod(
    inputsOf(CAMPAIGN, submissions, { period, history: historyFor(of, CALENDAR, earlier) }),
  );
}

function criterion(result: PeriodResult, unitId: string, code: string) {
  return result.units.find((unit) => unit.unitId === unitId)!.criteria.find((each) => each.code === code)!;
}
