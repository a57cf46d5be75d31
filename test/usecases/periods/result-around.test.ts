import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Settings } from '../../../functions/src/domain/campaign/settings.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import { explainUnit } from '../../../functions/src/messages/vi/explanation/explanation.ts';
import type { ResultInParts } from '../../../functions/src/ports/result.ts';
import { resultAround } from '../../../functions/src/usecases/periods/result-around.ts';
import { DISCIPLINE, decimal, type Entry, inputsByPoints } from '../../domain/build/by-points.ts';

/** Few different points, so that many units are tied, in two clusters. */
const anyEntries: fc.Arbitrary<readonly Entry[]> = fc
  .array(
    fc.record({
      points: fc.constantFrom(40, 55, 71, 72, 91, 92, 93),
      cluster: fc.constantFrom('Cụm 1', 'Cụm 2'),
      violations: fc.constantFrom(0, 0, 0, 2),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((entries) => entries.map((entry, i) => ({ id: `X${String(i).padStart(2, '0')}`, ...entry })));

const SETTINGS: Partial<Settings> = {
  gates: [DISCIPLINE],
  quotas: [{ grade: 'XS', ratio: decimal('0.2'), scope: 'cluster', rounding: 'round', tieAtCut: 'nobody' }],
  recognitions: [
    {
      code: 'BD',
      name: 'Dẫn đầu',
      outcome: 'praise',
      scope: 'cluster',
      first: 2,
      leastGrade: 'T',
      tieAtCut: 'nobody',
    },
  ],
};

const inParts = ({ units, ...rest }: PeriodResult): ResultInParts => ({
  ...{ version: 1, setupVersion: 1, evaluatedAt: new Date(0), evaluatedBy: 'o@x.example', digest: 'x' },
  unit: async (unitId) => units.find((unit) => unit.unitId === unitId),
  async *units() {
    yield units;
  },
  rest: async () => rest,
});

describe('what explaining one unit takes of a result', () => {
  it('gives every line that the whole result gives, from five units at most', async () => {
    await fc.assert(
      fc.asyncProperty(anyEntries, async (entries) => {
        const inputs = inputsByPoints(entries, SETTINGS);
        const whole = evaluatePeriod(inputs);
        for (const unit of whole.units) {
          const around = await resultAround(inParts(whole), unit.unitId);
          expect(around.units.length).toBeLessThanOrEqual(5);
          expect(around.units[0]).toEqual(unit);
          expect(explainUnit(unit, inputs.rules, around)).toEqual(explainUnit(unit, inputs.rules, whole));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('has no unit where the result has not the one', async () => {
    const whole = evaluatePeriod(inputsByPoints([{ id: 'X00', points: 90 }], SETTINGS));
    expect((await resultAround(inParts(whole), 'X01')).units).toEqual([]);
  });
});
