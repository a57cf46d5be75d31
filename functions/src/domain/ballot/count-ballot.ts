import { type Decimal, toScaled } from '../numbers/decimal.ts';
import type { Ballot, BallotRules, Candidate } from './ballot.ts';

export interface BallotCount {
  readonly members: number;
  readonly voted: number;
  readonly neededToVote: number;
  readonly isValid: boolean;
  /** Votes that a candidate needs. */
  readonly neededToPass: number;
  readonly candidates: readonly {
    readonly id: string;
    readonly yes: number;
    readonly no: number;
    readonly blank: number;
    readonly passed: boolean;
  }[];
}

/**
 * What a ballot says. Without its quorum nobody passes. Shares are exact: 2/3 of 9 members is 6, "more than half" of
 * 8 is 5. A share with twelve decimals stands for the fraction it was rounded from.
 */
export function countBallot(
  ballot: Pick<Ballot, 'electorate' | 'rules' | 'tally'> & {
    readonly candidates: readonly Pick<Candidate, 'id'>[];
  },
  voted: number,
): BallotCount {
  const { rules, tally, candidates } = ballot;
  const members = ballot.electorate.length;
  const neededToVote = votesForQuorum(ballot);
  const isValid = voted >= neededToVote;
  const neededToPass = votesNeeded(rules, rules.base === 'all' ? members : voted);
  return {
    members,
    voted,
    neededToVote,
    isValid,
    neededToPass,
    candidates: candidates.map(({ id }) => {
      const counts = tally?.[id] ?? { yes: 0, no: 0, blank: 0 };
      return { id, ...counts, passed: isValid && counts.yes >= neededToPass };
    }),
  };
}

/** How many of all members must have voted: at least one, and of a secret ballot two, for one's sum is one's vote. */
export function votesForQuorum({ rules, electorate }: Pick<Ballot, 'rules' | 'electorate'>): number {
  return Math.max(rules.secrecy === 'secret' ? 2 : 1, wholeShareUp(rules.quorum, electorate.length));
}

function votesNeeded({ pass, above }: BallotRules, base: number): number {
  const share = wholeShareUp(pass, base);
  const isWhole = isClose(toScaled(pass) * BigInt(base));
  return Math.max(1, above && isWhole ? share + 1 : share);
}

const ONE = 10n ** 12n;
/** A ratio such as 2/3 is kept to twelve decimals: nearer to a whole number than this many of them it is that number. */
const SLACK = 10_000n;

function wholeShareUp(ratio: Decimal, of: number): number {
  const share = toScaled(ratio) * BigInt(of);
  if (isClose(share)) return Number((share + SLACK) / ONE);
  return Number((share + ONE - 1n) / ONE);
}

function isClose(share: bigint): boolean {
  const rest = share % ONE;
  return rest <= SLACK || ONE - rest <= SLACK;
}
