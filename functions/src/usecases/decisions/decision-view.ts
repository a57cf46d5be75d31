import type { Ballot } from '../../domain/ballot/ballot.ts';
import {
  type DecidedSubject,
  type Decision,
  type DecisionKind,
  decisionId,
  inForce,
  type Signer,
} from '../../domain/decision/decision.ts';
import { present } from '../../domain/present.ts';
import { DECISION_NAMES } from '../../messages/vi/council-words.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';

/** A decision as people are shown it. */
export interface DecisionView {
  readonly id: string;
  readonly reference: string;
  readonly kind: DecisionKind;
  readonly kindName: string;
  readonly period: string;
  readonly periodName: string;
  readonly signedOn: string;
  readonly signer: Signer;
  readonly subjects: readonly DecidedSubject[];
  readonly ballot?: string;
  /** The ballot became void after it: the period was reopened. */
  readonly ballotVoid?: true;
  readonly minutes?: string;
  /** Id of the decision it takes back, and why. */
  readonly revokes?: string;
  readonly reason?: string;
  /** whole, in part for some of its subjects, or not at all. */
  readonly revoked: 'no' | 'in_part' | 'whole';
}

export function decisionView(decision: Decision, ballots: readonly Ballot[]): DecisionView {
  const { reference, kind, period, signedOn, signer, subjects, ballot, minutes, revokes, reason } = decision;
  const isVoid = ballots.some(({ id, voided }) => id === ballot && voided !== undefined);
  return present<DecisionView>({
    id: decisionId(decision),
    reference,
    kind,
    kindName: DECISION_NAMES[kind],
    period,
    periodName: showPeriodId(period),
    signedOn,
    signer,
    subjects,
    ballot,
    ...(isVoid && { ballotVoid: true }),
    minutes,
    revokes,
    reason,
    revoked: revokedOf(decision),
  });
}

function revokedOf(decision: Decision): DecisionView['revoked'] {
  if (decision.kind === 'revocation') return 'no';
  const held = inForce(decision).length;
  return held === decision.subjects.length ? 'no' : held === 0 ? 'whole' : 'in_part';
}
