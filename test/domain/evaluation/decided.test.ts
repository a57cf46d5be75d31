import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Criterion } from '../../../functions/src/domain/campaign/criterion.ts';
import type { Gate, Scope } from '../../../functions/src/domain/campaign/settings.ts';
import { evaluatePeriod } from '../../../functions/src/domain/evaluation/evaluate-period.ts';
import {
  capGrade,
  gradeByPoints,
  gradedPoints,
} from '../../../functions/src/domain/evaluation/grading/grades.ts';
import type {
  PastPeriod,
  PeriodInputs,
  TrackRules,
} from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { CriterionResult, UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';
import {
  comparedPoints,
  keyValue,
  pointsAt,
  rankingOrder,
} from '../../../functions/src/domain/evaluation/ranking/key-values.ts';
import { compareContenders } from '../../../functions/src/domain/evaluation/ranking/order.ts';
import { anyMonth } from '../build/any-month.ts';
import { campaignOf, criterionOf, inputOf, inputsOf, periodId, points, unitOf } from '../build/campaign.ts';

/**
 * What is decided in columns, of many units at once, is what follows from each unit's explanation, which is worked
 * out alone, exactly and slowly.
 */
describe('what is decided in columns', () => {
  it('gives each unit the gates and the grade that its explained points have', () => {
    everyMonth((inputs) => {
      const [track] = inputs.rules.tracks;
      const { grades, gates, totals, ranking } = track!;
      for (const unit of rankedUnits(inputs)) {
        const raised = gates.flatMap((gate) => {
          const raisedBy = reasonsOf(gate, unit, track!);
          return raisedBy.length > 0 ? [{ code: gate.code, raisedBy }] : [];
        });
        expect(unit.gates).toEqual(raised);
        const graded = gradedPoints(comparedPoints(unit.total, ranking), totals);
        const byPoints = gradeByPoints(graded, grades);
        const { cappedBy, grade } = capGrade(byPoints, raised, gates, grades);
        expect(unit.graded).toBe(graded);
        expect(unit.grade).toMatchObject({ byPoints: grades[byPoints]!.code, cappedBy });
        if (!unit.grade.overQuota) expect(unit.grade.final).toBe(grades[grade]!.code);
      }
    });
  });

  it('places each unit behind all whose explained points, answers and grades stand before its own', () => {
    everyMonth((inputs) => {
      const units = rankedUnits(inputs);
      const [track] = inputs.rules.tracks;
      for (const scope of ['track', 'cluster'] as const)
        for (const unit of units) {
          const among = scope === 'track' ? units : units.filter(({ cluster }) => cluster === unit.cluster);
          const better = among.filter((other) => order(other, unit, track!, scope, inputs.history[0]!) < 0);
          const kinds = better.filter(
            (other, i) =>
              !better.slice(0, i).some((each) => order(each, other, track!, scope, inputs.history[0]!) === 0),
          );
          const { place, of } = scope === 'track' ? unit.place : unit.clusterPlace;
          expect(of).toBe(among.length);
          expect(place).toBe(1 + (track!.ranking.places === 'dense' ? kinds : better).length);
        }
    });
  });
});

it('takes a late form that something was taken back from for no deduction', () => {
  const late = criterionOf(
    'V',
    { kind: 'deduction', micropointsEach: points(-1), automatic: 'late' },
    { max: points(-5), gate: 'G' },
  );
  const campaign = campaignOf({
    units: [unitOf('A'), unitOf('B')],
    criteria: [late],
    settings: [{ gates: [{ code: 'G', name: 'G', barsRecognition: true }] }],
  });
  const forms = [inputOf('A', { V: -1 }, { late: true }), inputOf('B', { V: 0 }, { late: true })];
  expect(evaluatePeriod(inputsOf(campaign, forms)).units.map(({ gates }) => gates.length)).toEqual([0, 1]);
});

it('goes by last period’s place in the cluster inside a cluster, which a unit had in another one', () => {
  const campaign = campaignOf({
    units: [unitOf('A'), unitOf('B')],
    criteria: [criterionOf('D', { kind: 'direct' })],
    settings: [
      {
        ranking: {
          leading: 'points',
          places: 'competition',
          tieBreaks: [{ key: 'previous_place', order: 'ascending' }],
        },
      },
    ],
  });
  const before = { total: points(5), criteria: [] };
  const units = [
    { ...before, unitId: 'A', place: 1, clusterPlace: 2 },
    { ...before, unitId: 'B', place: 2, clusterPlace: 1 },
  ];
  const history = [{ period: periodId('2024-02'), isPrevious: true, units }];
  const month = inputsOf(campaign, [inputOf('A', { D: 7 }), inputOf('B', { D: 7 })], { history });
  expect(
    evaluatePeriod(month).units.map(({ place, clusterPlace }) => [place.place, clusterPlace.place]),
  ).toEqual([
    [1, 2],
    [2, 1],
  ]);
});

function everyMonth(law: (inputs: PeriodInputs) => void): void {
  fc.assert(
    fc.property(fc.nat(), (seed) => law(anyMonth(seed))),
    { numRuns: 60 },
  );
}

const rankedUnits = (inputs: PeriodInputs): readonly UnitResult[] =>
  evaluatePeriod(inputs).units.filter(({ status }) => status === 'ranked');

function reasonsOf(gate: Gate, unit: UnitResult, { criteria, ranking }: TrackRules): readonly string[] {
  return [
    ...unit.criteria
      .filter((result) => isRaisedBy(criteria.find(({ code }) => code === result.code)!, gate, result))
      .map(({ code }) => code),
    ...(gate.whenLate && unit.late ? ['late'] : []),
    ...(gate.whenBelow ?? []).flatMap(({ key, min }) => {
      const of = pointsAt(unit, key);
      return of !== undefined && comparedPoints(of, ranking) < min ? [key] : [];
    }),
  ];
}

function isRaisedBy(criterion: Criterion, gate: Gate, result: CriterionResult): boolean {
  if (criterion.gate !== gate.code) return false;
  const answer = result.appraised ?? result.reported;
  const isNo = answer?.kind === 'yes_no' && !answer.value;
  if (result.kind === 'information') return result.status === 'information' && isNo;
  if (result.status !== 'scored') return false;
  if (result.kind === 'yes_no') return isNo;
  if (result.kind === 'deduction') return result.value !== undefined && result.value !== '0';
  return result.earned === 0;
}

function order(a: UnitResult, b: UnitResult, track: TrackRules, scope: Scope, past: PastPeriod): number {
  const keys = rankingOrder(track.ranking);
  const contender = (unit: UnitResult) => {
    const before = past.units.find(({ unitId }) => unitId === unit.unitId);
    const outside = {
      grade: track.grades.findIndex(({ code }) => code === unit.grade.final),
      previousPlace: scope === 'track' ? before?.place : before?.clusterPlace,
    };
    return {
      unitId: unit.unitId,
      values: keys.map(({ key }) => keyValue(unit, key, track.ranking, outside)),
    };
  };
  return compareContenders(contender(a), contender(b), keys);
}
