import { describe, expect, it } from 'vitest';
import { parsePeriod } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import { rulesFor } from '../../../functions/src/domain/campaign/rules-for.ts';
import type { Rules } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import {
  campaignOf,
  criterionOf,
  day,
  decimal,
  MONTHS_OF_2024,
  points,
  trackOf,
  unitOf,
} from '../build/campaign.ts';

describe('rulesFor', () => {
  it('takes units and criteria that are valid on the period’s last day', () => {
    const campaign = campaignOf({
      units: [
        unitOf('TT', { name: 'Xã An Thủy', validTo: day('2024-03-14') }),
        unitOf('TT', { name: 'Thị trấn Tiệm Tôm', validFrom: day('2024-03-15') }),
        unitOf('TM', { validTo: day('2024-11-30'), successor: 'MH' }),
        unitOf('MH'),
      ],
      criteria: [
        criterionOf('B', { kind: 'direct' }, { validTo: day('2024-06-30') }),
        criterionOf('B', { kind: 'yes_no' }, { validFrom: day('2024-07-01') }),
        criterionOf('A', { kind: 'direct' }),
      ],
    });
    const names = (period: string): unknown => {
      const rules = at(campaign, period);
      return [
        rules.units.map(({ name }) => name),
        rules.tracks[0]!.criteria.map(({ code, scoring }) => `${code} ${scoring.kind}`),
      ];
    };
    expect(names('2024-02')).toEqual([
      ['Xã MH', 'Xã TM', 'Xã An Thủy'],
      ['B direct', 'A direct'],
    ]);
    expect(names('2024-03')).toEqual([
      ['Xã MH', 'Xã TM', 'Thị trấn Tiệm Tôm'],
      ['B direct', 'A direct'],
    ]);
    expect(names('2024-11')).toEqual([
      ['Xã MH', 'Xã TM', 'Thị trấn Tiệm Tôm'],
      ['B yes_no', 'A direct'],
    ]);
    expect(names('2024-12')).toEqual([
      ['Xã MH', 'Thị trấn Tiệm Tôm'],
      ['B yes_no', 'A direct'],
    ]);
  });

  it('knows who carries on for a merged unit, however often it was merged', () => {
    const campaign = campaignOf({
      units: [
        unitOf('A', { validTo: day('2024-02-10'), successor: 'B' }),
        unitOf('B', { validTo: day('2024-05-31'), successor: 'C' }),
        unitOf('C'),
        unitOf('D', { validTo: day('2024-02-10') }),
        unitOf('X', { validTo: day('2024-02-10'), successor: 'Y' }),
        unitOf('Y', { validTo: day('2024-02-10'), successor: 'X' }),
      ],
    });
    expect([
      at(campaign, '2024-01').merged,
      at(campaign, '2024-02').merged,
      at(campaign, '2024-06').merged,
    ]).toEqual([
      [],
      [{ unitId: 'A', into: 'B' }],
      [
        { unitId: 'A', into: 'C' },
        { unitId: 'B', into: 'C' },
      ],
    ]);
  });

  it('lets later settings replace earlier ones section by section, a track’s own after the general ones', () => {
    const campaign = campaignOf({
      tracks: [trackOf(), trackOf({ code: 'CQ' })],
      settings: [
        { track: 'XA', totals: { bonusCap: points(3) } },
        {
          totals: { bonusCap: points(10), least: points(0) },
          standings: { method: 'average', missing: 'skip' },
        },
        { validFrom: day('2024-07-01'), totals: { bonusCap: points(5) } },
        { validTo: day('2024-01-31'), ranking: { leading: 'points', places: 'dense', tieBreaks: [] } },
      ],
    });
    const sections = (period: string): unknown =>
      at(campaign, period).tracks.map(({ code, totals, standings, ranking }) => [
        code,
        totals,
        standings.method,
        ranking.places,
        ranking.decimals,
      ]);
    expect(sections('2024-01')).toEqual([
      ['CQ', { bonusCap: points(10), least: points(0) }, 'average', 'dense', undefined],
      ['XA', { bonusCap: points(3) }, 'average', 'dense', undefined],
    ]);
    // Without a ranking of its own, the default: two decimals are compared.
    expect(sections('2024-07')).toEqual([
      ['CQ', { bonusCap: points(5) }, 'average', 'competition', 2],
      ['XA', { bonusCap: points(3) }, 'average', 'competition', 2],
    ]);
  });

  it('takes the targets that are valid', () => {
    const target = { unitId: 'A', criterion: 'K', target: decimal(10) };
    const campaign = campaignOf({
      targets: [
        { ...target, validTo: day('2024-03-31') },
        { ...target, target: decimal(12), validFrom: day('2024-04-01') },
      ],
    });
    expect(
      [at(campaign, '2024-03'), at(campaign, '2024-04')].map(({ targets }) =>
        targets.map((each) => each.target),
      ),
    ).toEqual([['10'], ['12']]);
  });

  it('looks at the campaign’s last day where that comes first', () => {
    const campaign = campaignOf({
      calendar: { ...MONTHS_OF_2024, to: day('2024-12-15') },
      units: [unitOf('A', { validTo: day('2024-12-15') })],
    });
    expect(at(campaign, '2024-12').units).toHaveLength(1);
  });
});

function at(campaign: Campaign, period: string): Rules {
  return rulesFor(campaign, parsePeriod(period, campaign.calendar)!);
}
