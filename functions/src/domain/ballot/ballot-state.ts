import { AppError } from '../app-error.ts';
import type { Ballot, Votes } from './ballot.ts';
import { type BallotCount, countBallot, votesForQuorum } from './count-ballot.ts';

/** Voided comes before whatever it was. */
export type BallotState = 'open' | 'closed' | 'voided';

export const stateOf = ({ state, voided }: Pick<Ballot, 'state' | 'voided'>): BallotState =>
  voided === undefined ? state : 'voided';

/** Enough of all members voted; of one that is open: so far. */
export function isValid(ballot: Pick<Ballot, 'rules' | 'electorate'>, voted: number): boolean {
  return voted >= votesForQuorum(ballot);
}

/** Closed, valid and not void: what decisions may rest on. */
export function counts(ballot: Ballot): boolean {
  return stateOf(ballot) === 'closed' && isValid(ballot, ballot.closing?.voted ?? 0);
}

/** What a closed ballot came to. */
export function outcomeOf(ballot: Ballot): BallotCount {
  return countBallot(ballot, ballot.closing?.voted ?? 0);
}

/** Throws AppError ballot_not_open. */
export function requireOpen(ballot: Ballot): void {
  const state = stateOf(ballot);
  if (state !== 'open') throw new AppError('ballot_not_open', { ballot: ballot.id, state });
}

/** A paper names every candidate and nobody else. Throws AppError malformed. */
export function requireWholePaper({ candidates }: Pick<Ballot, 'candidates'>, votes: Votes): void {
  const isWhole =
    Object.keys(votes).length === candidates.length && candidates.every(({ id }) => Object.hasOwn(votes, id));
  if (!isWhole) throw new AppError('malformed', { why: 'candidates', field: 'votes' });
}
