import type { Outcome } from '../ballot/ballot.ts';
import type { Subject } from '../ballot/subject.ts';
import type { PeriodId } from '../campaign/period.ts';
import { levelText } from '../form/text.ts';
import type { Rewarded } from '../register/register.ts';
import { type DecidedSubject, type Decision, inForce } from './decision.ts';

export interface Wish {
  readonly kind: Outcome;
  readonly subject: Subject;
  readonly period: PeriodId;
  readonly achievement: string;
  readonly exemplar?: string | undefined;
}

/**
 * One achievement is recognised once (law 06/2022/QH15): the earlier decision in force of the same kind for the same
 * subject, period and achievement. Praise and reward are two outcomes: the one does not stand in the way of the other.
 * A unit's achievement is its place in the period. What a collective or a person is rewarded for is the deed itself,
 * and so is catching up with an exemplar or surpassing it: one achievement in whatever period.
 */
export function earlierDecision(wish: Wish, decisions: readonly Decision[]): Decision | undefined {
  return decisions.find(
    (decision) =>
      decision.kind === wish.kind && inForce(decision).some((each) => isSame(wish, each, decision)),
  );
}

function isSame(wish: Wish, decided: DecidedSubject, { period }: Decision): boolean {
  if (!sameSubject(decided.subject, wish.subject)) return false;
  if (wish.kind === 'caught_up' || wish.kind === 'surpassed') return decided.exemplar === wish.exemplar;
  if (levelText(decided.achievement) !== levelText(wish.achievement)) return false;
  return period === wish.period || (wish.kind === 'reward' && wish.subject.kind === 'registrant');
}

/** What a unit's collectives and people were rewarded for, by decisions that still hold for them. */
export function rewardedRegistrants(decisions: readonly Decision[], unitId: string): readonly Rewarded[] {
  return decisions
    .filter(({ kind }) => kind === 'reward')
    .flatMap((decision) =>
      inForce(decision).flatMap(({ subject, achievement }): Rewarded[] =>
        subject.kind === 'registrant' && subject.unitId === unitId
          ? [{ registration: subject.registration, achievement, reference: decision.reference }]
          : [],
      ),
    );
}

export function sameSubject(a: Subject, b: Subject): boolean {
  return subjectKey(a) === subjectKey(b);
}

/** One text for one subject. */
export function subjectKey(subject: Subject): string {
  return subject.kind === 'unit' ? `unit:${subject.unitId}` : `registrant:${subject.registration}`;
}
