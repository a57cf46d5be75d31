import type { Campaign } from '../campaign/campaign.ts';
import type { Day, Period } from '../campaign/period.ts';

/** What reminders are worked out from. */
export interface ReminderFacts {
  readonly campaign: Pick<Campaign, 'calendar' | 'workingDays'>;
  /** Where the campaign is. */
  readonly today: Day;
  readonly members: readonly {
    readonly email: string;
    readonly roles: readonly string[];
    readonly unitIds: readonly string[];
  }[];
  /** Opened periods in the calendar's order. */
  readonly periods: readonly PeriodFacts[];
  /** The next one, if its first day has begun and nobody opened it. */
  readonly next?: Period | undefined;
  readonly ballots: readonly BallotFacts[];
  /** Closed ballots with somebody who passed and is in no decision. */
  readonly toDecide: readonly { readonly title: string; readonly passed: number }[];
  /** Units that have no plan, once the campaign is launched. */
  readonly withoutPlan: readonly UnitFacts[];
  readonly commitments: readonly CommitmentFacts[];
  readonly toReview?: ReviewFacts | undefined;
}

export interface PeriodFacts {
  readonly period: Period;
  readonly state: 'open' | 'closed' | 'evaluated' | 'voted' | 'published';
  /** The last day for forms, as it was when the period was opened. */
  readonly formsUntil: Day;
  /** Of an open one, each unit without an accepted form. */
  readonly missing: readonly UnitFacts[];
  /** Of an open or a closed one, how many accepted forms the office has not looked at. */
  readonly toAppraise: number;
}

export interface UnitFacts {
  readonly unitId: string;
  readonly name: string;
  /** Of its last form, if it came back: how many places are to be mended. */
  readonly refusedFor?: number;
}

/** An open ballot. */
export interface BallotFacts {
  readonly title: string;
  readonly period: Period;
  readonly openedOn: Day;
  readonly notVoted: readonly string[];
}

/** Of the newest published period, whom nobody has put to the vote yet. */
export interface ReviewFacts {
  readonly period: Period;
  /** Whom the numbers propose. */
  readonly byNumbers: number;
  /** Who has no numbers, and did what it promised. */
  readonly byEvidence: number;
}

export interface CommitmentFacts {
  readonly unitId: string;
  readonly unit: string;
  readonly learner: string;
  readonly exemplar: string;
  readonly promise: string;
  readonly due: Day;
}
