import type { Subject } from '../ballot/subject.ts';
import type { PeriodId } from '../campaign/period.ts';
import type { PeriodResult } from '../evaluation/period-result.ts';
import type { RegisterRow } from '../register/register.ts';
import { type Distance, distanceTo, proposed, type Standing, type Thresholds } from './distance.ts';
import type { Exemplar } from './exemplar.ts';
import type { ExemplarStep } from './exemplar-step.ts';
import { criteriaOf, GIVEN_UP, missingFor, pointsIn, whoLearns } from './learners.ts';

/** One row of those who learn, period by period. */
export interface CatchingUp {
  readonly row: RegisterRow;
  readonly exemplar: Exemplar;
  readonly subject: Subject;
  readonly name: string;
  /** Codes of the criteria both are held against; none: the total. */
  readonly criteria: readonly string[];
  readonly givenUp: boolean;
  /** The step of the exemplar's life that has to be done first; "built" where its praise no longer holds. */
  readonly missing?: ExemplarStep;
  /** In the calendar's order. Periods without numbers are left out. */
  readonly months: readonly MonthOfLearning[];
}

export interface MonthOfLearning {
  readonly period: PeriodId;
  readonly distance: Distance;
  /** What the numbers propose. */
  readonly standing: Standing;
}

export interface ResultOfPeriod {
  readonly period: PeriodId;
  readonly result: PeriodResult;
  readonly thresholds: Thresholds;
}

export interface CatchingUpContext {
  readonly learning: readonly RegisterRow[];
  readonly registrations: readonly RegisterRow[];
  readonly exemplars: readonly Exemplar[];
  readonly stepsDone: (exemplar: string) => ReadonlySet<ExemplarStep>;
  readonly unitName: (unitId: string) => string;
  /** In the calendar's order. */
  readonly results: readonly ResultOfPeriod[];
}

/**
 * Everybody who learns, held against the frozen baseline in every period from the one that the exemplar was recognised
 * for. Who gave up, and who learns from somebody whose praise no longer holds, has no numbers any more.
 */
export function catchingUp(context: CatchingUpContext): readonly CatchingUp[] {
  const exemplars = new Map(context.exemplars.map((exemplar) => [exemplar.id, exemplar]));
  const registered = new Map(context.registrations.map((row) => [row.code, row]));
  return context.learning.flatMap((row): CatchingUp[] => {
    const exemplar = exemplars.get(String(row.values.exemplar));
    if (exemplar === undefined) return [];
    const { subject, name } = whoLearns(row, {
      registration: (code) => registered.get(code),
      unitName: context.unitName,
    });
    const missing = missingFor(context.stepsDone(exemplar.id));
    const givenUp = row.values.state === GIVEN_UP;
    const learner = { row, exemplar, subject, name, criteria: criteriaOf(row), givenUp };
    const months = givenUp || missing === 'built' ? [] : monthsOf(learner, context.results);
    return [{ ...learner, ...(missing && { missing }), months }];
  });
}

function monthsOf(
  { exemplar, subject, criteria }: Pick<CatchingUp, 'exemplar' | 'subject' | 'criteria'>,
  results: readonly ResultOfPeriod[],
): readonly MonthOfLearning[] {
  if (subject.kind !== 'unit') return [];
  return sinceRecognised(exemplar, results).flatMap(({ period, result, thresholds }) => {
    const mine = pointsIn(result, subject.unitId);
    const distance = mine && distanceTo(exemplar.baseline, mine, criteria);
    return distance === undefined ? [] : [{ period, distance, standing: proposed(distance, thresholds) }];
  });
}

/** From the period that its baseline was frozen in; none where that is not among them. */
export function sinceRecognised<T extends { readonly period: PeriodId }>(
  { period }: Pick<Exemplar, 'period'>,
  periods: readonly T[],
): readonly T[] {
  const from = periods.findIndex((each) => each.period === period);
  return from === -1 ? [] : periods.slice(from);
}
