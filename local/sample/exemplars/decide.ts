import type { BallotView } from '../../../functions/src/usecases/ballots/ballot-view.ts';
import type { DecisionView } from '../../../functions/src/usecases/decisions/decision-view.ts';
import type { SampleRun } from '../sample-run.ts';
import { type Deciding, momentOf, type Revoking } from './chapter.ts';
import { FIELDS } from './fields.ts';
import { done, keyOf } from './hold-ballot.ts';

/** Issues a decision on all of a ballot that passed; the same again gives the same number. */
export async function decide({ officer }: SampleRun, deciding: Deciding): Promise<void> {
  const { reference, kind, becomesExemplar } = deciding;
  const at = momentOf(deciding.at);
  const { ballots } = done(
    await officer.read<{ readonly ballots: readonly BallotView[] }>('ballots', {}, at),
    'ballots',
  );
  const ballot = ballots.find(({ id }) => id === deciding.ballot);
  const subjects = (ballot?.candidates ?? [])
    .filter(({ outcome, counts }) => outcome === kind && counts?.passed === true)
    .filter(({ subject }) => subject.kind === deciding.subjects)
    .map(({ id, subject, name }) => ({
      candidate: id,
      field: FIELDS[subject.kind === 'unit' ? subject.unitId : name],
      ...(becomesExemplar && { becomesExemplar }),
    }));
  const order = { kind, ballot: deciding.ballot, subjects, signer: 'TB', signedOn: dayOf(deciding.at) };
  const issued = done(
    await officer.ask<{ readonly decision: DecisionView }>(
      'decide',
      { ...order, requestKey: keyOf('decide', reference) },
      at,
    ),
    'decide',
  );
  requireReference(issued.decision, reference);
}

/** Takes a decision back. */
export async function revoke({ officer }: SampleRun, revoking: Revoking): Promise<void> {
  const { reference, revokes, reason } = revoking;
  const at = momentOf(revoking.at);
  const { decisions } = done(
    await officer.read<{ readonly decisions: readonly DecisionView[] }>('decisions', {}, at),
    'decisions',
  );
  const decision = decisions.find((each) => each.reference === revokes)?.id;
  const order = { decision, reason, signer: 'PTB', signedOn: dayOf(revoking.at) };
  const revoked = done(
    await officer.ask<{ readonly revocation: DecisionView }>(
      'revoke-decision',
      { ...order, requestKey: keyOf('revoke', reference) },
      at,
    ),
    'revoke-decision',
  );
  requireReference(revoked.revocation, reference);
}

const dayOf = (moment: string): string => moment.slice(0, 'yyyy-mm-dd'.length);

function requireReference(decision: DecisionView, reference: string): void {
  if (decision.reference !== reference) throw new Error(`${decision.reference} was issued for ${reference}`);
}
