import type { PeriodId } from '../campaign/period.ts';
import type { Decimal } from '../numbers/decimal.ts';

/**
 * A vote of the council: on who is praised, or on who caught up with and surpassed an exemplar. Every member says
 * yes, no or nothing to each candidate (DOMAIN R14, section 2 "Ballot").
 */
export interface Ballot {
  readonly id: string;
  readonly purpose: 'nomination' | 'review';
  readonly period: PeriodId;
  readonly title: string;
  readonly rules: BallotRules;
  readonly candidates: readonly Candidate[];
  /** Accounts that may vote, as they were when it was opened; lower case, sorted. */
  readonly electorate: readonly string[];
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly openedBy: string;
  /** Filled with each vote of a secret ballot; of an open one when it closes. */
  readonly tally: Tally;
  readonly closedAt?: Date;
  readonly closedBy?: string;
  /** Number and day of the minutes, given on closing. */
  readonly minutes?: string;
}

export interface Candidate {
  /** Unique in the ballot. */
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  /** Why it stands here: lines people read. */
  readonly reasons: readonly string[];
}

/** Who is recognised: a unit, or a collective or person that a unit registered. */
export type Subject =
  | { readonly kind: 'unit'; readonly unitId: string }
  | { readonly kind: 'registrant'; readonly unitId: string; readonly registration: string };

export interface BallotRules {
  /** Only who has voted is known, and apart from it only the tally. */
  readonly secrecy: 'secret' | 'open';
  /** Of all members, how many must have voted for the ballot to be valid. */
  readonly quorum: Decimal;
  /** What the votes for are held against: all members, or those who voted. */
  readonly base: 'all' | 'voted';
  readonly pass: Decimal;
  /** More than the ratio, not just as much. */
  readonly above: boolean;
}

/** Decision 5: the district's council votes secretly; two thirds must vote, more than half of all must agree. */
export const DEFAULT_BALLOT_RULES: BallotRules = {
  secrecy: 'secret',
  quorum: '0.666666666667' as Decimal,
  base: 'all',
  pass: '0.5' as Decimal,
  above: true,
};

export type Choice = 'yes' | 'no' | 'blank';
/** By candidate. */
export type Votes = Readonly<Record<string, Choice>>;
export type Tally = Readonly<Record<string, Readonly<Record<Choice, number>>>>;

export const noVotes = (candidates: readonly Pick<Candidate, 'id'>[]): Tally =>
  Object.fromEntries(candidates.map(({ id }) => [id, { yes: 0, no: 0, blank: 0 }]));

/** The tally with one more ballot paper; what it says of nobody here is not looked at. */
export function addVotes(tally: Tally, votes: Votes): Tally {
  return Object.fromEntries(
    Object.entries(tally).map(([id, counts]) => {
      const choice = votes[id] ?? 'blank';
      return [id, { ...counts, [choice]: counts[choice] + 1 }];
    }),
  );
}
