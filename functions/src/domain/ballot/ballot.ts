import type { PeriodId } from '../campaign/period.ts';
import type { Distance } from '../exemplar/distance.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Subject } from './subject.ts';

/**
 * A vote of the council: on who is praised or rewarded, or on who caught up with or surpassed an exemplar. Every member
 * says yes, no or nothing to each candidate (DOMAIN R14, R17, section 2 "Ballot"). Who has voted is in its box.
 */
export interface Ballot {
  /** "BC-2024-03-1": its purpose, its period, and which one of them it is. */
  readonly id: string;
  readonly purpose: BallotPurpose;
  readonly period: PeriodId;
  /** Of the period's result that the candidates follow from. */
  readonly resultVersion: number;
  readonly title: string;
  readonly rules: BallotRules;
  readonly candidates: readonly Candidate[];
  /** Accounts that may vote, as they were when it was opened; lower case, sorted. */
  readonly electorate: readonly string[];
  readonly state: 'open' | 'closed';
  readonly openedAt: Date;
  readonly openedBy: string;
  /** Absent while it is open, and where too few voted in secret: then nobody counts. */
  readonly tally?: Tally;
  readonly closing?: Closing;
  /** The period was reopened: its numbers may be others now. What was voted stays as it is and counts for nothing. */
  readonly voided?: { readonly at: Date; readonly by: string; readonly reason: string };
}

export type BallotPurpose = 'nomination' | 'review';

export interface Closing {
  readonly at: Date;
  readonly by: string;
  /** Number and day of the minutes. */
  readonly minutes: string;
  readonly voted: number;
}

export interface Candidate {
  /** Unique in the ballot. */
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  /** What a decision may say of it if it passes. */
  readonly outcome: Outcome;
  /** What it is recognised for, as the decision will say it. */
  readonly achievement: string;
  /** Why it stands here: lines people read. */
  readonly reasons: readonly string[];
  /** Of a review: whom it learned from, and how far it got. */
  readonly learned?: Learned;
}

/** praise: biểu dương. reward: khen thưởng. Two different outcomes, voted on apart. */
export type Outcome = 'praise' | 'reward' | 'caught_up' | 'surpassed';

export interface Learned {
  /** The code of its row among the learners. */
  readonly row: string;
  readonly exemplar: string;
  /** Codes of the criteria both were held against; none: the total. */
  readonly criteria: readonly string[];
  /** Absent for collectives and people, who have no points: they are judged by evidence. */
  readonly distance?: Distance;
}

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
