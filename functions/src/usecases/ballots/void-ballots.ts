import type { Ballot } from '../../domain/ballot/ballot.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import type { Reader, Writer } from '../../ports/store.ts';
import { withoutSeal } from './close-ballot.ts';

export interface Voiding {
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/**
 * Reads now and returns what writes: every ballot of a period that was reopened is void, for its numbers may become
 * others. It is kept, with what was voted; a secret box that was never counted loses its seal unopened.
 */
export async function planVoiding(
  transaction: Reader & Writer,
  period: PeriodId,
): Promise<(voiding: Voiding) => void> {
  const ballots = (await transaction.ballots(period)).filter(({ voided }) => voided === undefined);
  const boxes = await Promise.all(ballots.map(({ id }) => transaction.ballotBox(id)));
  return (voiding) => {
    for (const [i, ballot] of ballots.entries()) {
      const box = boxes[i];
      if (box !== undefined) transaction.putBallotBox(withoutSeal(box));
      putVoided(transaction, ballot, voiding);
    }
  };
}

function putVoided(transaction: Writer, ballot: Ballot, voided: Voiding): void {
  const { at, by } = voided;
  transaction.putBallot({ ...ballot, voided });
  const details = { ballot: ballot.id };
  transaction.appendLog({ at, by, action: 'ballot_voided', period: ballot.period, details });
}
