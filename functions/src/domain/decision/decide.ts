import { AppError } from '../app-error.ts';
import type { Ballot, Candidate, Outcome } from '../ballot/ballot.ts';
import { outcomeOf, stateOf } from '../ballot/ballot-state.ts';
import type { Day } from '../campaign/period.ts';
import type { PeriodResult } from '../evaluation/period-result.ts';
import type { Exemplar } from '../exemplar/exemplar.ts';
import type { ExemplarStep } from '../exemplar/exemplar-step.ts';
import { baselineOf } from '../exemplar/learners.ts';
import { present } from '../present.ts';
import type { RegisterRow } from '../register/register.ts';
import { rewardedByUnit } from '../register/registers/unit-vote-rules.ts';
import { firstMissing } from '../register/step-rule.ts';
import {
  type DecidedSubject,
  type Decision,
  decisionId,
  referenceOf,
  type Series,
  type Signer,
} from './decision.ts';
import { earlierDecision, sameSubject } from './duplicate-reward.ts';

export interface DecisionWish {
  readonly kind: Outcome;
  readonly subjects: readonly WishedSubject[];
  readonly signer: Signer;
  readonly signedOn: Day;
}

export interface WishedSubject {
  /** Of the ballot. */
  readonly candidate: string;
  /** Of the exemplar it becomes: a code of the campaign's fields. */
  readonly field?: string | undefined;
  /** Whoever surpassed an exemplar may become one. */
  readonly becomesExemplar?: boolean | undefined;
}

/** All that is looked at, read in the transaction that takes the number. */
export interface DecisionBasis {
  readonly ballot: Ballot;
  readonly series: Series;
  readonly scheme: string;
  readonly decisions: readonly Decision[];
  /** What the units of those who are rewarded voted on themselves. */
  readonly unitVotes: readonly RegisterRow[];
  readonly exemplars: readonly Exemplar[];
  readonly stepsDone: (exemplar: string) => ReadonlySet<ExemplarStep>;
  /** What the ballot's candidates followed from: baselines are frozen from it. */
  readonly result: PeriodResult;
  readonly at: Date;
  readonly by: string;
}

export interface PlannedDecision {
  readonly decision: Decision;
  readonly exemplars: readonly Exemplar[];
  readonly series: Series;
}

/**
 * The next decision of the series, on subjects that passed a ballot, and the exemplars it makes. Praise makes whoever
 * is none yet an exemplar; surpassing one may. Throws AppError ballot_not_closed, ballot_void, candidate_not_passed,
 * already_decided, rewarded_by_unit, step_missing.
 */
export function planDecision(wish: DecisionWish, basis: DecisionBasis): PlannedDecision {
  const { ballot, series, scheme, at, by } = basis;
  requireCounted(ballot);
  const number = series.decisions + 1;
  const id = decisionId({ series: series.series, number });
  const made: Exemplar[] = [];
  const subjects = wish.subjects.map((wished): DecidedSubject => {
    const candidate = requirePassed(ballot, wished.candidate, wish.kind);
    requireFirst(candidate, wish.kind, basis);
    requireSteps(candidate, basis);
    const become = (): string => {
      const exemplar = newExemplar(candidate, wished, wish, basis, {
        id,
        nth: series.exemplars + made.length + 1,
      });
      made.push(exemplar);
      return exemplar.id;
    };
    return decidedSubject(candidate, wished, wish.kind, basis, become);
  });
  const decision = present<Decision>({
    number,
    series: series.series,
    reference: referenceOf(scheme, number, series.series),
    kind: wish.kind,
    signedOn: wish.signedOn,
    signer: wish.signer,
    subjects,
    period: ballot.period,
    ballot: ballot.id,
    minutes: ballot.closing?.minutes,
    decidedAt: at,
    decidedBy: by,
  });
  const given = { decisions: number, exemplars: series.exemplars + made.length };
  return { decision, exemplars: made, series: { ...series, ...given } };
}

function requireCounted(ballot: Ballot): void {
  const state = stateOf(ballot);
  if (state === 'voided') throw new AppError('ballot_void', { ballot: ballot.id });
  if (state === 'open') throw new AppError('ballot_not_closed', { ballot: ballot.id });
}

function requirePassed(ballot: Ballot, id: string, kind: Outcome): Candidate {
  const candidate = ballot.candidates.find((each) => each.id === id);
  if (candidate === undefined) throw new AppError('not_found', { what: 'candidate' });
  const passed = outcomeOf(ballot).candidates.some((each) => each.id === id && each.passed);
  if (!passed || candidate.outcome !== kind) throw new AppError('candidate_not_passed', { candidate: id });
  return candidate;
}

/** One achievement is recognised once; the earlier decision, or the unit's own reward, is named. */
function requireFirst(
  candidate: Candidate,
  kind: Outcome,
  { ballot, decisions, unitVotes }: DecisionBasis,
): void {
  const { subject, achievement, learned } = candidate;
  const wish = { kind, subject, achievement, period: ballot.period, exemplar: learned?.exemplar };
  const earlier = earlierDecision(wish, decisions);
  if (earlier !== undefined) {
    const { reference, signedOn } = earlier;
    throw new AppError('already_decided', { candidate: candidate.id, reference, signedOn });
  }
  if (kind !== 'reward' || subject.kind === 'unit') return;
  const own = rewardedByUnit(unitVotes, { registration: subject.registration, achievement });
  if (own === undefined) return;
  const details = { candidate: candidate.id, row: own.code, period: String(own.values.period) };
  throw new AppError('rewarded_by_unit', details);
}

/** Step 5 opens for an exemplar when the four before it are done: while its praise holds, too. */
function requireSteps({ learned }: Candidate, { stepsDone }: DecisionBasis): void {
  if (learned === undefined) return;
  const { exemplar } = learned;
  const done = stepsDone(exemplar);
  if (!done.has('reviewed'))
    throw new AppError('step_missing', { exemplar, step: firstMissing(done, 'reviewed') });
}

function decidedSubject(
  { id, subject, name, achievement, learned }: Candidate,
  { becomesExemplar }: WishedSubject,
  kind: Outcome,
  basis: DecisionBasis,
  become: () => string,
): DecidedSubject {
  const decided = { candidate: id, subject, name, achievement };
  if (kind === 'reward') return decided;
  if (kind === 'praise') return { ...decided, exemplar: inForceOf(subject, basis)?.id ?? become() };
  return present<DecidedSubject>({
    ...decided,
    exemplar: learned?.exemplar,
    became: kind === 'surpassed' && becomesExemplar === true ? become() : undefined,
  });
}

/** The newest, where surpassing others made it one again. */
function inForceOf(
  subject: Candidate['subject'],
  { exemplars, stepsDone }: DecisionBasis,
): Exemplar | undefined {
  return exemplars.findLast((each) => sameSubject(each.subject, subject) && stepsDone(each.id).has('built'));
}

function newExemplar(
  { subject, name, learned }: Candidate,
  { field }: WishedSubject,
  { signedOn }: DecisionWish,
  { ballot, series, result }: DecisionBasis,
  { id, nth }: { readonly id: string; readonly nth: number },
): Exemplar {
  return present<Exemplar>({
    id: `DH-${series.series}-${String(nth).padStart(3, '0')}`,
    name,
    subject,
    field,
    decision: id,
    recognisedOn: signedOn,
    period: ballot.period,
    baseline: baselineOf(result, subject),
    surpassed: learned?.exemplar,
  });
}
