import type { BallotPurpose, Outcome } from '../../../functions/src/domain/ballot/ballot.ts';
import type { CellValue } from '../../../functions/src/domain/form/form.ts';
import type { RegisterId } from '../../../functions/src/domain/register/reference-kind.ts';
import { registerOf } from '../../../functions/src/domain/register/registers.ts';
import { newRowCodes } from '../../../functions/src/domain/register/row-codes.ts';
import type { SamplePeriod } from '../story.ts';

/** A moment in Vietnam: "2024-02-15 14:00". */
export type Moment = string;

/** What happens around one month beside its forms. */
export interface Chapter {
  /** Before it is closed; of the month that stays open, before its forms come in. */
  readonly before: readonly Step[];
  /** The council's votes on who is recognised: one for each version of the month that is evaluated. */
  readonly nominations: readonly Voting[];
  /** After it was published for good; of the month that stays open, after its forms came in. */
  readonly after: readonly Step[];
}

export type Step = Writing | Voting | Deciding | Revoking;

/** Somebody fills rows of a register and sends the tab: a unit its own, the officer the office's. */
export interface Writing {
  readonly do: 'write';
  readonly at: Moment;
  readonly register: RegisterId;
  readonly unitId?: string;
  readonly rows: readonly StoryRow[];
}

export interface StoryRow {
  /** What this story calls it; its code follows from that: rowCode. */
  readonly row: string;
  /**
   * What is typed, by column: days as 2024-02-15, references by the code or the name of what they name. In a row that
   * was sent before, these cells alone are typed over.
   */
  readonly cells: Readonly<Record<string, CellValue>>;
  readonly amends?: true;
}

/** A ballot from opening to closing; one without an end stays open. */
export interface Voting {
  readonly do: 'vote';
  readonly at: Moment;
  /** Its id, as the functions give it. */
  readonly ballot: string;
  readonly purpose: BallotPurpose;
  readonly period: SamplePeriod;
  /** Of a review: who stands, by the row among the learners; with evidence where there are no numbers. */
  readonly learners?: readonly {
    readonly row: string;
    readonly outcome: Outcome;
    readonly evidence?: string;
  }[];
  readonly papers: readonly Paper[];
  readonly closed?: { readonly at: Moment; readonly minutes: string };
}

/** One member's, cast in the sidebar; or those of members who were asked in writing, counted together. */
export interface Paper {
  /** Their numbers: hoi-dong-1 is 1. */
  readonly members: readonly number[];
  /** Candidates that one of them said no to; everybody says yes to all others. */
  readonly no: readonly string[];
}

export interface Deciding {
  readonly do: 'decide';
  readonly at: Moment;
  /** "01/QĐ-BCĐ", as the functions number it. */
  readonly reference: string;
  readonly kind: Outcome;
  readonly ballot: string;
  /** All that passed, of this kind: units, or collectives and people. */
  readonly subjects: 'unit' | 'registrant';
  /** Who surpassed an exemplar becomes one. */
  readonly becomesExemplar?: true;
}

export interface Revoking {
  readonly do: 'revoke';
  readonly at: Moment;
  readonly reference: string;
  readonly revokes: string;
  readonly reason: string;
}

/** The code of a row of this story. */
export function rowCode(register: RegisterId, row: string): string {
  return newRowCodes(registerOf(register)!, 1, [], () => `dien-hinh sample 2024 ${row}`)[0]!;
}

/** A candidate's id: a unit's, or that of somebody whom a unit registered. */
export const standing = (outcome: 'praise' | 'reward', subject: string): string =>
  `${outcome}-${/^[A-Z0-9]+$/.test(subject) ? subject : rowCode('registration', subject)}`;

export const momentOf = (moment: Moment): Date => new Date(`${moment.replace(' ', 'T')}:00+07:00`);
