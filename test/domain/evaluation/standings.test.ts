import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import { rulesFor } from '../../../functions/src/domain/campaign/rules-for.ts';
import type { Settings } from '../../../functions/src/domain/campaign/settings.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import {
  quarterToDate,
  type StandingsResult,
  yearToDate,
} from '../../../functions/src/domain/evaluation/standings.ts';
import { campaignOf, criterionOf, day, inputOf, inputsOf, points, unitOf } from '../build/campaign.ts';

describe('standings', () => {
  it('add up the months by track and cluster; a month not sent is zero where the settings say so', () => {
    const months = {
      '2024-01': { A: 50, B: 60, C: 10 },
      '2024-02': { A: 50, C: 10 },
      '2024-03': { A: 50, B: 60, C: 20 },
    };
    expect(short(year(months, { method: 'sum', missing: 'zero' }))).toEqual([
      ['A', 'ranked', 150, 3, 1, 1],
      ['B', 'ranked', 120, 2, 2, 2],
      ['C', 'ranked', 40, 3, 3, 1],
      ['D', 'not_reported', 0, 0, undefined, undefined],
    ]);
  });

  it('average over all months, or over those that were sent', () => {
    const months = { '2024-01': { A: 50, B: 60 }, '2024-02': { A: 51 }, '2024-03': { A: 50, B: 61 } };
    const totals = (missing: 'zero' | 'skip'): unknown =>
      short(year(months, { method: 'average', missing })).map(([unitId, , total, , place]) => [
        unitId,
        total,
        place,
      ]);
    expect(totals('zero')).toEqual([
      ['A', 50.333333, 1],
      ['B', 40.333333, 2],
      ['C', 0, undefined],
      ['D', 0, undefined],
    ]);
    expect(totals('skip')).toEqual([
      ['A', 50.333333, 2],
      ['B', 60.5, 1],
      ['C', 0, undefined],
      ['D', 0, undefined],
    ]);
  });

  it('round once, after adding up', () => {
    const months = { '2024-01': { A: 10.004, B: 10 }, '2024-02': { A: 10.004, B: 10 } };
    const standings = year(months, { method: 'sum', missing: 'zero' });
    expect(standings.units[0]!.total).toBe(points('20.008'));
    expect(standings.units[0]!.place.below).toEqual({
      unitId: 'B',
      key: 'total',
      mine: String(points('20.01')),
      theirs: String(points(20)),
    });
  });

  it('keep to the quarter, and name what they are made of', () => {
    const months = { '2024-03': { A: 90 }, '2024-04': { A: 10, B: 11 }, '2024-05': { A: 10, B: 11 } };
    const results = resultsOf(CAMPAIGN, months);
    const through = parsePeriod('2024-05', CAMPAIGN.calendar)!;
    const standings = quarterToDate(
      through,
      CAMPAIGN.calendar,
      results.toReversed(),
      rulesFor(CAMPAIGN, through),
    )!;
    expect([standings.span, standings.periods]).toEqual(['2024-Q2', ['2024-04', '2024-05']]);
    expect(short(standings).map(([unitId, , total]) => [unitId, total])).toEqual([
      ['A', 20],
      ['B', 22],
      ['C', 0],
      ['D', 0],
    ]);
    const [, b] = standings.units;
    expect(b!.periods).toEqual([
      { period: '2024-04', total: points(11), place: 1, clusterPlace: 1 },
      { period: '2024-05', total: points(11), place: 1, clusterPlace: 1 },
    ]);
    expect(b!.place).toEqual({
      place: 1,
      of: 2,
      sharedWith: [],
      below: { unitId: 'A', key: 'total', mine: String(points(22)), theirs: String(points(20)) },
    });
  });

  it('break ties by the same chain, over the same months', () => {
    const ranking = {
      leading: 'points',
      places: 'competition',
      decimals: 2,
      tieBreaks: [{ key: 'previous_place', order: 'ascending' }],
    } as const;
    const months = { '2024-01': { A: 30, B: 20 }, '2024-02': { A: 20, B: 30 } };
    const standings = year(months, { method: 'sum', missing: 'zero' }, { ranking });
    expect(standings.units[0]!.place).toEqual({
      place: 2,
      of: 2,
      sharedWith: [],
      above: { unitId: 'B', key: 'previous_place', mine: '2', theirs: '1' },
    });
  });

  it('list a unit that is gone with what it had, without a place, and do not count months before a unit was', () => {
    const campaign = campaignOf({
      units: [
        unitOf('A'),
        unitOf('B', { validTo: day('2024-01-31'), successor: 'A' }),
        unitOf('N', { validFrom: day('2024-02-01') }),
      ],
      criteria: [criterionOf('D', { kind: 'direct' }, { max: points(100) })],
      settings: [{ standings: { method: 'average', missing: 'zero' } }],
    });
    const months = { '2024-01': { A: 40, B: 90 }, '2024-02': { A: 60, N: 55 } };
    expect(short(yearOf(campaign, months))).toEqual([
      ['A', 'ranked', 50, 2, 2, 2],
      ['B', 'gone', 90, 1, undefined, undefined],
      ['N', 'ranked', 55, 1, 1, 1],
    ]);
    expect(yearOf(campaign, months).units[1]!.into).toBe('A');
  });
});

const CAMPAIGN = campaignOf({
  units: [unitOf('A'), unitOf('B'), unitOf('C', { cluster: 'Cụm 2' }), unitOf('D', { cluster: 'Cụm 2' })],
  criteria: [criterionOf('D', { kind: 'direct' }, { max: points(100) })],
});

type Months = Readonly<Record<string, Readonly<Record<string, number>>>>;

function year(months: Months, standings: Settings['standings'], more: Settings = {}): StandingsResult {
  return yearOf({ ...CAMPAIGN, settings: [{ standings, ...more }] }, months);
}

function yearOf(campaign: Campaign, months: Months): StandingsResult {
  const through = parsePeriod(Object.keys(months).at(-1)!, campaign.calendar)!;
  return yearToDate(through, campaign.calendar, resultsOf(campaign, months), rulesFor(campaign, through));
}

function resultsOf(campaign: Campaign, months: Months): readonly PeriodResult[] {
  return Object.entries(months).map(([period, totals]) =>
    evaluatePeriod(
      inputsOf(
        campaign,
        Object.entries(totals).map(([unitId, D]) => inputOf(unitId, { D })),
        { period },
      ),
    ),
  );
}

/** Unit, status, points, months reported, place, place in the cluster. */
function short({ units }: StandingsResult): readonly (readonly unknown[])[] {
  return units.map((unit) => [
    unit.unitId,
    unit.status,
    unit.total / 1e6,
    unit.reported,
    unit.place.place,
    unit.clusterPlace.place,
  ]);
}
