import type { PeriodId } from '../domain/campaign/period.ts';
import type { AppraisedAnswer, ReportedAnswer } from '../domain/form/answer.ts';

export interface Submission {
  readonly period: PeriodId;
  readonly unitId: string;
  /** 1, 2, …: every one is kept. */
  readonly revision: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly source: 'submitted' | 'collected';
  readonly late: boolean;
  readonly answers: readonly ReportedAnswer[];
  /** How often the period had been reopened when it came in: each further reopening opens every form again. */
  readonly reopenings: number;
  /** Opened again by somebody, to be sent anew; the next revision has none. */
  readonly unlocked?: { readonly at: Date; readonly by: string; readonly reason: string };
}

/** That a unit sent its form, and not what it says. */
export type SentForm = Omit<Submission, 'answers'>;

export interface Appraisal {
  readonly period: PeriodId;
  readonly unitId: string;
  readonly revision: number;
  readonly appraisedAt: Date;
  readonly appraisedBy: string;
  readonly answers: readonly AppraisedAnswer[];
}

/** The last form of a unit that was refused for its issues. It stands until a good one is accepted: see stands. */
export interface Refusal {
  readonly period: PeriodId;
  readonly unitId: string;
  /** Of the unit's form that was accepted last before it; 0: none was. Refusals kept before this was have none. */
  readonly afterRevision?: number;
  readonly refusedAt: Date;
  readonly source: 'submitted' | 'collected';
  /** Each issue's code and cell; never what stood in it. */
  readonly issues: readonly { readonly code: string; readonly cell?: string }[];
}

/** Unit ids in the order of their characters' codes. */
export interface UnitRange {
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

/** What units report, and what the office makes of it. */
export interface FormReader {
  submission(period: PeriodId, unitId: string): Promise<Submission | undefined>;
  submissions(period: PeriodId): Promise<readonly Submission[]>;
  /** Of the units after one and up to another, by unit id; from the first, or to the last, where none is given. */
  submissionsBetween(period: PeriodId, range: UnitRange): Promise<readonly Submission[]>;
  /** The newest of each unit, without the answers: of ten thousand forms they are nearly all there is to read. */
  sentForms(period: PeriodId): Promise<readonly SentForm[]>;
  appraisal(period: PeriodId, unitId: string): Promise<Appraisal | undefined>;
  appraisals(period: PeriodId): Promise<readonly Appraisal[]>;
  /** Units that have one. */
  appraisedUnits(period: PeriodId): Promise<readonly string[]>;
  refusal(period: PeriodId, unitId: string): Promise<Refusal | undefined>;
  refusals(period: PeriodId): Promise<readonly Refusal[]>;
}

export interface FormWriter {
  /** `before`: the revision that it takes the place of, which is kept beside it as it stood last. */
  putSubmission(submission: Submission, before?: Submission): void;
  /** Changes of the newest only whether it is locked: what was sent stays. */
  putLock(submission: Submission): void;
  /** `before`: as in putSubmission. */
  putAppraisal(appraisal: Appraisal, before?: Appraisal): void;
  putRefusal(refusal: Refusal): void;
  clearRefusal(period: PeriodId, unitId: string): void;
}
