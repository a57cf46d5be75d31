import { AppError } from '../../domain/app-error.ts';
import type { Votes } from '../../domain/ballot/ballot.ts';
import { castOpenly, castSecretly, hasVoted, paperOf, type Seal } from '../../domain/ballot/ballot-box.ts';
import { requireOpen, requireWholePaper } from '../../domain/ballot/ballot-state.ts';
import type { Acting } from '../acting.ts';
import { isWaiting } from '../publishing/lease.ts';
import { requireAnyWorkbook } from '../require-workbook.ts';
import { findBallot } from './find-ballot.ts';

export interface VoteOrder {
  readonly ballot: string;
  readonly votes: Votes;
  /** Where it was cast: any workbook of the campaign. */
  readonly spreadsheetId?: string | undefined;
}

export interface CastVote {
  readonly ballot: string;
  readonly voted: true;
}

/**
 * One member's paper. A secret one is final, and leaves no trace but a name in the box and another sealed tally: no
 * stored answer or fingerprint, which could be guessed from, no log entry and no request for a workbook, which have
 * moments. An open one takes the place of an earlier one until the ballot is closed.
 * Throws AppError not_found, not_in_electorate, ballot_not_open, already_voted, ballot_key_missing, malformed.
 */
export async function castVote(
  { store, by, now }: Omit<Acting, 'request'>,
  { ballot: id, votes, spreadsheetId }: VoteOrder,
  seal: Seal | undefined,
): Promise<CastVote> {
  await requireAnyWorkbook(store, spreadsheetId);
  return store.transact(async (transaction) => {
    const { ballot, box } = await findBallot(transaction, id);
    if (!ballot.electorate.includes(by)) throw new AppError('not_in_electorate');
    requireOpen(ballot);
    requireWholePaper(ballot, votes);
    if (box.secrecy === 'open') {
      const office = await transaction.outboxEntry('office');
      const at = now();
      transaction.putBallotBox(castOpenly(box, by, votes));
      transaction.appendLog({ at, by, action: 'vote_cast', period: ballot.period, details: { ballot: id } });
      if (!isWaiting(office)) transaction.enqueue('office', at);
      return { ballot: id, voted: true };
    }
    if (hasVoted(box, by)) throw new AppError('already_voted');
    const { sealed } = box;
    if (seal === undefined || sealed === undefined) throw new AppError('ballot_key_missing');
    const paper = paperOf(ballot.candidates, votes);
    transaction.putBallotBox(castSecretly({ ...box, sealed }, ballot, [by], paper, seal));
    return { ballot: id, voted: true };
  });
}
