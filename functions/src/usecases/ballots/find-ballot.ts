import { AppError } from '../../domain/app-error.ts';
import type { Ballot } from '../../domain/ballot/ballot.ts';
import type { BallotBox } from '../../domain/ballot/ballot-box.ts';
import type { Reader } from '../../ports/store.ts';

/** A ballot with its box. Throws AppError not_found. */
export async function findBallot(
  reader: Reader,
  id: string,
): Promise<{ readonly ballot: Ballot; readonly box: BallotBox }> {
  const [ballot, box] = await Promise.all([reader.ballot(id), reader.ballotBox(id)]);
  if (ballot === undefined || box === undefined) throw new AppError('not_found', { what: 'ballot' });
  return { ballot, box };
}
