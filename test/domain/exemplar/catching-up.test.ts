import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { catchingUp, sinceRecognised } from '../../../functions/src/domain/exemplar/catching-up.ts';
import { DEFAULT_THRESHOLDS } from '../../../functions/src/domain/exemplar/distance.ts';
import type { ExemplarStep } from '../../../functions/src/domain/exemplar/exemplar-step.ts';
import { learnersOf } from '../../../functions/src/domain/exemplar/learners.ts';
import { EXEMPLARS, ROWS } from '../../workbooks/exemplars/exemplar-story.ts';
import { publishedPeriods } from '../../workbooks/two-months.ts';
import { periodId } from '../build/campaign.ts';

const STEPS: readonly ExemplarStep[] = ['built', 'propagated', 'learned', 'reviewed', 'decided'];
const of = (register: string) => ROWS.filter((row) => row.register === register);
const results = publishedPeriods().map(({ period, result }) => ({
  period: period.id,
  result,
  thresholds: DEFAULT_THRESHOLDS,
}));
const base = {
  learning: of('learning'),
  registrations: of('registration'),
  exemplars: EXEMPLARS,
  unitName: (unitId: string) => unitId,
};

describe('catching up', () => {
  it('says month by month what the review of that month would be told', () => {
    fc.assert(
      fc.property(fc.nat(STEPS.length), (done) => {
        const stepsDone = () => new Set(STEPS.slice(0, done));
        const all = catchingUp({ ...base, stepsDone, results });
        for (const { period, result, thresholds } of results) {
          const reviewed = learnersOf({ ...base, stepsDone, result, thresholds });
          for (const learner of all.filter(({ givenUp }) => !givenUp)) {
            const told = reviewed.find(({ row }) => row === learner.row)!;
            const month = learner.months.find((each) => each.period === period);
            const isHeld = told.missing !== 'built' && period >= learner.exemplar.period;
            expect(month?.distance).toEqual(isHeld ? told.distance : undefined);
            expect(month?.standing).toEqual(isHeld ? told.standing : undefined);
            expect([learner.name, learner.subject, learner.criteria, learner.missing]).toEqual([
              told.name,
              told.subject,
              told.criteria,
              told.missing,
            ]);
          }
        }
      }),
    );
  });

  it('keeps who gave up, without numbers', () => {
    const all = catchingUp({ ...base, stepsDone: () => new Set(STEPS), results });
    expect(all.filter(({ givenUp }) => givenUp).map(({ row, months }) => [row.code, months])).toEqual([
      ['HT-EEEEEE', []],
    ]);
    expect(all.map(({ row, months }) => [row.code, months.length])).toEqual([
      ['HT-AAAAAA', 2],
      ['HT-BBBBBB', 2],
      ['HT-CCCCCC', 0], // a person has no points
      ['HT-DDDDDD', 0], // sent nothing
      ['HT-EEEEEE', 0],
      ['HT-FFFFFF', 0], // learns from a person
    ]);
  });

  it('begins with the month that the baseline was frozen in, and not at all where that is not published', () => {
    expect(sinceRecognised({ period: periodId('2024-03') }, results).map(({ period }) => period)).toEqual([
      '2024-03',
    ]);
    expect(sinceRecognised({ period: periodId('2024-04') }, results)).toEqual([]);
  });
});
