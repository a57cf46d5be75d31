import type { DecidedSubject, Decision } from './decision.ts';
import { subjectKey } from './duplicate-reward.ts';

/** A decision, and whom of its subjects it is looked at for. */
export interface Recognised {
  readonly decision: Decision;
  readonly decided: DecidedSubject;
}

/**
 * By subject (see subjectKey) every decision that recognises it, in the order of their numbers. Revoked ones are here,
 * marked; the revocations themselves are not.
 */
export function recognisedBySubject(
  decisions: readonly Decision[],
): ReadonlyMap<string, readonly Recognised[]> {
  const bySubject = new Map<string, Recognised[]>();
  for (const decision of decisions) {
    if (decision.kind === 'revocation') continue;
    for (const decided of decision.subjects) {
      const key = subjectKey(decided.subject);
      const before = bySubject.get(key);
      if (before === undefined) bySubject.set(key, [{ decision, decided }]);
      else before.push({ decision, decided });
    }
  }
  return bySubject;
}
