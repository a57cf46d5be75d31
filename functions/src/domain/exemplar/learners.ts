import type { Subject } from '../ballot/subject.ts';
import type { PeriodResult, UnitResult } from '../evaluation/period-result.ts';
import type { RegisterRow } from '../register/register.ts';
import { firstMissing } from '../register/step-rule.ts';
import {
  type Distance,
  distanceTo,
  type LearnerPoints,
  proposed,
  type Standing,
  type Thresholds,
} from './distance.ts';
import type { Baseline, Exemplar } from './exemplar.ts';
import type { ExemplarStep } from './exemplar-step.ts';

/** One row of those who learn, held against its exemplar in one period. */
export interface Learner {
  readonly row: RegisterRow;
  readonly exemplar: Exemplar;
  readonly subject: Subject;
  readonly name: string;
  /** Codes of the criteria both are held against; none: the total. */
  readonly criteria: readonly string[];
  /** Absent where there are no numbers: of collectives and people, of units without a result, of other criteria. */
  readonly distance?: Distance;
  /** What the numbers propose; absent with them. */
  readonly standing?: Standing;
  /** The step of the exemplar's life that has to be done first. */
  readonly missing?: ExemplarStep;
}

export interface LearnersContext {
  readonly learning: readonly RegisterRow[];
  readonly registrations: readonly RegisterRow[];
  readonly exemplars: readonly Exemplar[];
  readonly stepsDone: (exemplar: string) => ReadonlySet<ExemplarStep>;
  readonly result: PeriodResult;
  readonly thresholds: Thresholds;
  readonly unitName: (unitId: string) => string;
}

/** Who gave up is not reviewed. */
export const GIVEN_UP = 'Thôi';
const PROMISE_KEPT = 'Đã thực hiện cam kết';

export function learnersOf(context: LearnersContext): readonly Learner[] {
  const exemplars = new Map(context.exemplars.map((exemplar) => [exemplar.id, exemplar]));
  const registered = new Map(context.registrations.map((row) => [row.code, row]));
  const who: WhoLearns = { registration: (code) => registered.get(code), unitName: context.unitName };
  return [...context.learning]
    .filter(({ values }) => values.state !== GIVEN_UP)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .flatMap((row) => {
      const exemplar = exemplars.get(String(row.values.exemplar));
      return exemplar === undefined ? [] : [learnerOf(row, exemplar, context, who)];
    });
}

function learnerOf(row: RegisterRow, exemplar: Exemplar, context: LearnersContext, who: WhoLearns): Learner {
  const { subject, name } = whoLearns(row, who);
  const criteria = criteriaOf(row);
  const mine = subject.kind === 'unit' ? pointsIn(context.result, subject.unitId) : undefined;
  const distance = mine && distanceTo(exemplar.baseline, mine, criteria);
  const missing = missingFor(context.stepsDone(exemplar.id));
  return {
    row,
    exemplar,
    subject,
    name,
    criteria,
    ...(distance && { distance, standing: proposed(distance, context.thresholds) }),
    ...(missing && { missing }),
  };
}

/** A review waits for the three steps before it. */
export function missingFor(done: ReadonlySet<ExemplarStep>): ExemplarStep | undefined {
  return done.has('learned') ? undefined : firstMissing(done, 'learned');
}

export interface WhoLearns {
  readonly registration: (code: string) => RegisterRow | undefined;
  readonly unitName: (unitId: string) => string;
}

/** Without a registration it is the whole unit that learns. */
export function whoLearns(
  { values, unitId = '' }: RegisterRow,
  { registration, unitName }: WhoLearns,
): Pick<Learner, 'subject' | 'name'> {
  const { learner } = values;
  if (typeof learner !== 'string' || learner === '')
    return { subject: { kind: 'unit', unitId }, name: unitName(unitId) };
  return {
    subject: { kind: 'registrant', unitId, registration: learner },
    name: String(registration(learner)?.values.name ?? learner),
  };
}

/** "CQ-M1-01; CQ-M1-02". */
export function criteriaOf({ values }: RegisterRow): readonly string[] {
  const { criteria } = values;
  return typeof criteria === 'string' ? criteria.split(/[;,\s]+/).filter((code) => code !== '') : [];
}

/** A unit's points in a period; undefined where it sent nothing. */
export function pointsIn(result: PeriodResult, unitId: string): LearnerPoints | undefined {
  const unit = unitsById(result).get(unitId);
  return unit?.status === 'ranked' ? pointsOfUnit(unit) : undefined;
}

/** What is frozen when a subject becomes an exemplar. */
export function baselineOf(result: PeriodResult, subject: Subject): Baseline {
  const points = subject.kind === 'unit' ? pointsIn(result, subject.unitId) : undefined;
  return points ?? { criteria: {} };
}

/** Looked up once for all who learn. */
function unitsById(result: PeriodResult): ReadonlyMap<string, UnitResult> {
  const units = byId.get(result) ?? new Map(result.units.map((unit) => [unit.unitId, unit]));
  byId.set(result, units);
  return units;
}

const byId = new WeakMap<PeriodResult, ReadonlyMap<string, UnitResult>>();

function pointsOfUnit({ total, criteria }: UnitResult): LearnerPoints {
  const scored = criteria.filter(({ status }) => status === 'scored' || status === 'missing');
  return { total, criteria: Object.fromEntries(scored.map(({ code, counted }) => [code, counted])) };
}

/**
 * What a learner should be put to the vote for now: what the numbers propose or, without any, one of both when it did
 * what it promised. Nothing: its review can wait.
 */
export function waitsFor(learner: Learner): readonly ('caught_up' | 'surpassed')[] {
  const { row, distance, standing, missing } = learner;
  if (missing !== undefined) return [];
  if (distance !== undefined) return standing === 'following' || standing === undefined ? [] : [standing];
  return row.values.state === PROMISE_KEPT ? mayStandFor(learner) : [];
}

/**
 * What a learner may be put to the vote for. The numbers propose; less than they propose may be asked for, never more.
 * A person or a collective, and whoever learns from one, has no numbers and is judged by evidence: the officer says
 * what for. A unit whose numbers are missing is not.
 */
export function mayStandFor({
  subject,
  exemplar,
  distance,
  standing,
}: Learner): readonly ('caught_up' | 'surpassed')[] {
  const isByEvidence = subject.kind === 'registrant' || exemplar.baseline.total === undefined;
  if (distance === undefined) return isByEvidence ? ['surpassed', 'caught_up'] : [];
  if (standing === 'surpassed') return ['surpassed', 'caught_up'];
  return standing === 'caught_up' ? ['caught_up'] : [];
}
