import { describe, expect, it } from 'vitest';
import { evaluatePeriod } from '../../functions/src/domain/evaluate-period.ts';
import { campaignOf, criterionOf, inputOf, inputsOf, points, unitOf } from './build/campaign.ts';

describe('evaluatePeriod', () => {
  it('gives places, and leaves a unit that sent nothing without one', () => {
    const campaign = campaignOf({
      units: [unitOf('A'), unitOf('B'), unitOf('C')],
      criteria: [
        criterionOf('K1', { kind: 'direct' }),
        criterionOf('K2', { kind: 'percent', basis: 'period' }),
      ],
    });
    const result = evaluatePeriod(
      inputsOf(campaign, [inputOf('A', { K1: 0, K2: [0, 4] }), inputOf('B', { K1: 5, K2: [1, 4] })]),
    );
    expect(
      result.units.map(({ unitId, status, total, place }) => ({ unitId, status, total, place: place.place })),
    ).toEqual([
      { unitId: 'A', status: 'ranked', total: 0, place: 2 },
      { unitId: 'B', status: 'ranked', total: points('7.5'), place: 1 },
      { unitId: 'C', status: 'not_reported', total: 0, place: undefined },
    ]);
  });
});
