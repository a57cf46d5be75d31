import type { Subject } from '../ballot/ballot.ts';
import type { PeriodId } from '../campaign/period.ts';
import { levelText } from '../form/text.ts';
import type { Decision } from './decision.ts';

/**
 * One achievement is rewarded once (law 06/2022/QH15): the earlier decision in force of the same kind for the same
 * subject, period and achievement. Praise and reward are two outcomes: the one does not stand in the way of the other.
 */
export function earlierDecision(
  wish: {
    readonly kind: Decision['kind'];
    readonly subject: Subject;
    readonly period: PeriodId;
    readonly achievement: string;
  },
  decisions: readonly Decision[],
): Decision | undefined {
  return decisions.find(
    (decision) =>
      decision.kind === wish.kind &&
      decision.revoked === undefined &&
      decision.period === wish.period &&
      decision.subjects.some(
        (each) =>
          sameSubject(each.subject, wish.subject) &&
          levelText(each.achievement) === levelText(wish.achievement),
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
