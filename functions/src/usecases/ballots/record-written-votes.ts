import { AppError } from '../../domain/app-error.ts';
import type { Ballot, Tally, Votes } from '../../domain/ballot/ballot.ts';
import {
  type BallotBox,
  castOpenly,
  castSecretly,
  hasVoted,
  type Seal,
} from '../../domain/ballot/ballot-box.ts';
import { requireOpen, requireWholePaper } from '../../domain/ballot/ballot-state.ts';
import type { Acting } from '../acting.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { findBallot } from './find-ballot.ts';

/** Papers of absent members. Of a secret ballot: whose they are and, apart, what they come to. */
export type WrittenVotes =
  | { readonly secrecy: 'secret'; readonly voters: readonly string[]; readonly counts: Tally }
  | {
      readonly secrecy: 'open';
      readonly papers: readonly { readonly voter: string; readonly votes: Votes }[];
    };

export interface WrittenOrder {
  readonly ballot: string;
  readonly written: WrittenVotes;
  readonly spreadsheetId?: string | undefined;
}

export interface RecordedVotes {
  readonly ballot: string;
  readonly recorded: number;
}

/**
 * The votes of members who were asked in writing. Sending them again is refused, for their voters have voted. Like a
 * secret vote, secret papers leave neither a stored answer nor a fingerprint; that some were recorded is logged.
 * Throws AppError not_found, ballot_not_open, not_in_electorate, already_voted, votes_do_not_add_up,
 * ballot_key_missing, workbook_unknown; malformed where the ballot is of the other kind.
 */
export async function recordWrittenVotes(
  { store, by, now }: Omit<Acting, 'request'>,
  { ballot: id, written, spreadsheetId }: WrittenOrder,
  seal: Seal | undefined,
): Promise<RecordedVotes> {
  await requireWorkbook(store, 'office', spreadsheetId);
  return store.transact(async (transaction) => {
    const { ballot, box } = await findBallot(transaction, id);
    requireOpen(ballot);
    const voters = votersIn(written);
    requireVoters(ballot, box, voters);
    transaction.putBallotBox(withWritten(ballot, box, written, seal));
    const at = now();
    const details = { ballot: id, voters: voters.length };
    transaction.appendLog({ at, by, action: 'written_votes_recorded', period: ballot.period, details });
    transaction.enqueue('office', at);
    return { ballot: id, recorded: voters.length };
  });
}

const votersIn = (written: WrittenVotes): readonly string[] =>
  written.secrecy === 'secret' ? written.voters : written.papers.map(({ voter }) => voter);

function requireVoters(ballot: Ballot, box: BallotBox, voters: readonly string[]): void {
  if (new Set(voters).size < voters.length) throw new AppError('already_voted');
  if (voters.some((voter) => !ballot.electorate.includes(voter))) throw new AppError('not_in_electorate');
  if (voters.some((voter) => hasVoted(box, voter))) throw new AppError('already_voted');
}

function withWritten(
  ballot: Ballot,
  box: BallotBox,
  written: WrittenVotes,
  seal: Seal | undefined,
): BallotBox {
  if (box.secrecy === 'open' && written.secrecy === 'open') {
    for (const { votes } of written.papers) requireWholePaper(ballot, votes);
    return written.papers.reduce((so, { voter, votes }) => castOpenly(so, voter, votes), box);
  }
  if (box.secrecy === 'open' || written.secrecy === 'open')
    throw new AppError('malformed', { why: 'secrecy', field: box.secrecy === 'open' ? 'papers' : 'counts' });
  requireSums(ballot, written);
  const { sealed } = box;
  if (seal === undefined || sealed === undefined) throw new AppError('ballot_key_missing');
  return castSecretly({ ...box, sealed }, ballot, written.voters, written.counts, seal);
}

function requireSums(ballot: Ballot, { voters, counts }: Extract<WrittenVotes, { secrecy: 'secret' }>): void {
  if (Object.keys(counts).length !== ballot.candidates.length)
    throw new AppError('malformed', { why: 'candidates', field: 'counts' });
  for (const { id } of ballot.candidates) {
    const { yes, no, blank } = counts[id] ?? { yes: 0, no: 0, blank: -1 };
    if (yes + no + blank !== voters.length) throw new AppError('votes_do_not_add_up', { candidate: id });
  }
}
