import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../functions/src/domain/campaign/campaign.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { UnitInput } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import { compareCampaigns } from '../../../functions/src/domain/setup/compare-campaigns.ts';
import { compareResults } from '../../../functions/src/domain/setup/compare-results.ts';
import { campaignOf, criterionOf, day, inputOf, inputsOf, points, unitOf } from '../build/campaign.ts';

const UNITS = Array.from({ length: 30 }, (_, i) => unitOf(`U${String(i + 10)}`));
const CAMPAIGN = campaignOf({
  units: UNITS,
  criteria: [
    criterionOf('T1', { kind: 'direct' }, { max: points(100) }),
    criterionOf('T2', { kind: 'direct' }, { max: points(100) }),
  ],
});
/** T1 rises from unit to unit, and T2 falls. */
const INPUTS = UNITS.map(({ id }, i) => inputOf(id, { T1: i, T2: 2 * (30 - i) }));

function compare(after: Campaign, inputs: readonly UnitInput[] = INPUTS) {
  const under = (campaign: Campaign) => {
    const all = inputsOf(campaign, inputs);
    const valid = new Set(all.rules.units.map(({ id }) => id));
    const submissions = inputs.filter(({ unitId }) => valid.has(unitId));
    return { rules: all.rules, result: evaluatePeriod({ ...all, submissions }) };
  };
  return compareResults(under(CAMPAIGN), under(after));
}

describe('one month under two configurations', () => {
  it('is the same under the same', () => {
    expect(compare(CAMPAIGN)).toEqual({
      counts: { place: 0, grade: 0, recognition: 0, points: 0, comes: 0, goes: 0 },
      units: [],
      more: 0,
    });
  });

  it('names the twenty units that move furthest, and counts the rest', () => {
    const [t1] = CAMPAIGN.criteria;
    const turned = compare({ ...CAMPAIGN, criteria: [t1!] });
    expect([turned.counts.place, turned.counts.points, turned.units.length, turned.more]).toEqual([
      30, 30, 20, 10,
    ]);
    const distances = turned.units.map(({ before, after }) => Math.abs(before!.place! - after!.place!));
    expect(distances).toEqual([...distances].sort((a, b) => b - a));
    expect(turned.units[0]).toMatchObject({ unitId: 'U39', before: { place: 30 }, after: { place: 1 } });
  });

  it('tells who comes, who goes, and whose grade and recognition are others', () => {
    const [first, second, ...rest] = UNITS;
    const settings = [
      {
        grades: [
          { code: 'T', name: 'Tốt', min: points(58) },
          { code: 'K', name: 'Kém' },
        ],
        recognitions: [
          {
            code: 'BD',
            name: 'Biểu dương',
            outcome: 'praise' as const,
            scope: 'track' as const,
            first: 1,
            tieAtCut: 'everybody' as const,
          },
        ],
      },
    ];
    const units = [{ ...first!, validTo: day('2024-02-29') }, second!, ...rest, unitOf('NEW')];
    const { counts, units: named } = compare({ ...CAMPAIGN, settings, units });
    expect(counts).toEqual({ place: 29, grade: 29, recognition: 1, points: 0, comes: 1, goes: 1 });
    expect(named.slice(0, 2).map(({ unitId, before, after }) => [unitId, before, after])).toEqual([
      ['U10', { place: 1, total: points(60), recognitions: [] }, undefined],
      ['NEW', undefined, { recognitions: [] }],
    ]);
    expect(named.find(({ unitId }) => unitId === 'U11')!.after).toEqual({
      place: 1,
      total: points(59),
      grade: 'Tốt',
      recognitions: ['Biểu dương'],
    });
  });
});

describe('two configurations', () => {
  it('are compared by code, all rows of one code together', () => {
    const [first, second, ...rest] = UNITS;
    const renamed = [
      { ...first!, validTo: day('2024-06-30') },
      { ...first!, name: 'Xã Mới', validFrom: day('2024-07-01') },
    ];
    const after = {
      ...CAMPAIGN,
      units: [...renamed, ...rest, unitOf('NEW', { name: 'Xã Thêm' })],
      targets: [{ unitId: 'U11', criterion: 'T1', target: '5' as never }],
    };
    const member = (email: string) => ({ email });
    expect(
      compareCampaigns(
        { campaign: CAMPAIGN, members: [member('a@x'), member('b@x')] },
        { campaign: after, members: [member('b@x')] },
      ),
    ).toEqual({
      units: {
        added: [{ code: 'NEW', name: 'Xã Thêm' }],
        removed: [{ code: second!.id, name: second!.name }],
        changed: [{ code: first!.id, name: 'Xã Mới' }],
      },
      criteria: { added: [], removed: [], changed: [] },
      members: { added: [], removed: [{ code: 'a@x', name: 'a@x' }], changed: [] },
      targets: 1,
    });
  });
});
