import type { Ballot } from './ballot.ts';
import { type BallotBox, tallyOf } from './ballot-box.ts';
import { type BallotCount, countBallot } from './count-ballot.ts';

/**
 * What a ballot comes to, as far as anybody may know it: an open one always; of a secret one nothing before it is
 * closed. Whose numbers may be told is said by countedIn.
 */
export function shownCount(ballot: Ballot, box: BallotBox): BallotCount | undefined {
  if (ballot.state === 'closed') return countBallot(ballot, ballot.closing?.voted ?? 0);
  if (box.secrecy === 'secret') return undefined;
  const tally = tallyOf(box, ballot, undefined)!;
  return countBallot({ ...ballot, tally }, box.papers.length);
}

/** The candidates' numbers; of a secret ballot that too few voted in there are none. */
export function countedIn({ rules }: Pick<Ballot, 'rules'>, count: BallotCount): BallotCount['candidates'] {
  return rules.secrecy === 'open' || count.isValid ? count.candidates : [];
}
