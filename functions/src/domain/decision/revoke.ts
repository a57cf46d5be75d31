import { AppError } from '../app-error.ts';
import type { Day } from '../campaign/period.ts';
import {
  type DecidedSubject,
  type Decision,
  decisionId,
  referenceOf,
  type Series,
  type Signer,
} from './decision.ts';

export interface RevocationWish {
  /** Candidates of the decision it no longer holds for; all it still holds for if absent. */
  readonly subjects?: readonly string[] | undefined;
  readonly reason: string;
  readonly signer: Signer;
  readonly signedOn: Day;
}

export interface PlannedRevocation {
  readonly revocation: Decision;
  /** The revoked decision, marked. */
  readonly decision: Decision;
  readonly series: Series;
}

/**
 * Takes a decision back, in whole or for some of its subjects: a numbered decision itself, marked on the one it
 * revokes. Throws AppError decision_not_revocable, decision_revoked, not_found.
 */
export function planRevocation(
  decision: Decision,
  { subjects: wished, reason, signer, signedOn }: RevocationWish,
  {
    series,
    scheme,
    at,
    by,
  }: { readonly series: Series; readonly scheme: string; readonly at: Date; readonly by: string },
): PlannedRevocation {
  if (decision.kind === 'revocation') throw new AppError('decision_not_revocable');
  const chosen = chosenOf(decision, wished);
  const number = series.decisions + 1;
  const reference = referenceOf(scheme, number, series.series);
  const revoked = { by: decisionId({ series: series.series, number }), reference, reason, on: signedOn };
  return {
    revocation: {
      number,
      series: series.series,
      reference,
      kind: 'revocation',
      signedOn,
      signer,
      subjects: chosen,
      period: decision.period,
      decidedAt: at,
      decidedBy: by,
      revokes: decisionId(decision),
      reason,
    },
    decision: {
      ...decision,
      subjects: decision.subjects.map((each) => (chosen.includes(each) ? { ...each, revoked } : each)),
    },
    series: { ...series, decisions: number },
  };
}

function chosenOf({ subjects }: Decision, wished: readonly string[] | undefined): readonly DecidedSubject[] {
  for (const id of wished ?? [])
    if (!subjects.some(({ candidate }) => candidate === id))
      throw new AppError('not_found', { what: 'candidate' });
  const asked = subjects.filter(({ candidate }) => wished === undefined || wished.includes(candidate));
  const held = asked.filter(({ revoked }) => revoked === undefined);
  const isAllHeld = wished === undefined ? held.length > 0 : held.length === asked.length && held.length > 0;
  if (!isAllHeld) {
    const reference = asked.find(({ revoked }) => revoked !== undefined)?.revoked?.reference ?? '';
    throw new AppError('decision_revoked', { reference });
  }
  return held;
}
