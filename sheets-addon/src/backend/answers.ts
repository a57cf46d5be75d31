import type { UnitTarget } from '../../../functions/src/domain/campaign/criterion.ts';
import type { Unit } from '../../../functions/src/domain/campaign/unit.ts';
import type { TrackRules } from '../../../functions/src/domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../../functions/src/domain/evaluation/period-result.ts';

/** What the functions answer, as JSON: moments are ISO texts. */

export type PeriodState = 'open' | 'closed' | 'evaluated' | 'voted' | 'published';
export type Role = 'unit_editor' | 'officer' | 'council_member' | 'leader' | 'admin';
export type JobKind = 'evaluate' | 'publish' | 'collect' | 'provision';

/** GET /workbook-context: who is acting, in which workbook, and where the campaign stands. */
export interface Context {
  /** The verified account. */
  readonly account: string;
  readonly roles: readonly Role[];
  readonly campaign: { readonly code: string; readonly name: string; readonly timeZone: string };
  readonly workbook: string;
  readonly unit?: {
    readonly id: string;
    readonly name: string;
    readonly track: string;
    readonly cluster: string;
  };
  /** Those that were opened, in calendar order. */
  readonly periods: readonly ContextPeriod[];
  /** The next that can be opened. */
  readonly next?: { readonly period: string; readonly name: string };
  readonly pendingWorkbooks: number;
  readonly jobs: readonly Job[];
}

export interface ContextPeriod {
  readonly period: string;
  readonly name: string;
  readonly state: PeriodState;
  readonly deadlineAt: string;
  readonly resultVersion: number;
  readonly publishedVersion: number;
  readonly reopenReason?: string;
}

export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  readonly period?: string;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** Units, or workbooks where it is about them. */
  readonly done: number;
  readonly total: number;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly error?: { readonly code: string; readonly message: string };
  readonly outcome?: Readonly<Record<string, number>>;
}

/** GET /form-rules: what a unit's form is checked by. */
export interface FormRules {
  readonly period: string;
  readonly name: string;
  readonly state: PeriodState | 'none';
  /** Absent before it was opened. */
  readonly deadlineAt?: string;
  readonly unit: Unit;
  readonly track: TrackRules;
  readonly targets: readonly UnitTarget[];
  readonly submission?: {
    readonly revision: number;
    readonly submittedAt: string;
    readonly late: boolean;
    readonly source: 'submitted' | 'collected';
    readonly locked: boolean;
  };
}

/** POST /submit-form */
export interface Accepted {
  readonly outcome: 'accepted';
  readonly revision: number;
  readonly late: boolean;
  readonly changed: boolean;
  readonly submittedAt: string;
}

/** POST /appraise */
export interface Appraised {
  readonly period: string;
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/** POST /move-period */
export interface Moved {
  readonly period: string;
  readonly state: PeriodState;
  readonly deadlineAt: string;
  readonly changedAt: string;
}

/** GET /period-status */
export interface PeriodStatus {
  readonly period: string;
  readonly state: PeriodState | 'none';
  readonly deadlineAt?: string;
  readonly changedAt?: string;
  readonly counts: Readonly<Record<'units' | 'submitted' | 'late' | 'refused' | 'missing', number>>;
  readonly units: readonly UnitStatus[];
  readonly pendingWorkbooks: number;
}

export interface UnitStatus {
  readonly unitId: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  readonly status: 'submitted' | 'refused' | 'missing';
  readonly revision?: number;
  readonly submittedAt?: string;
  readonly source?: 'submitted' | 'collected';
  readonly late?: boolean;
  readonly locked?: boolean;
  readonly refusal?: {
    readonly at: string;
    readonly issues: readonly { readonly code: string; readonly cell?: string }[];
  };
  readonly appraised: boolean;
}

/** GET /unit-result */
export interface ExplainedResult {
  readonly period: string;
  readonly state: PeriodState;
  readonly version: number;
  readonly published: boolean;
  readonly beingCorrected: boolean;
  readonly result: UnitResult;
  readonly gradeName?: string;
  readonly explanation: readonly { readonly kind: 'heading' | 'line'; readonly text: string }[];
}

/** GET /log */
export interface Log {
  /** The newest seal; none where nothing is sealed yet. */
  readonly seal?: { readonly number: number; readonly hash: string };
  readonly entries: readonly {
    readonly at: string;
    readonly by: string;
    readonly sentence: string;
    readonly action: string;
    readonly period?: string;
    readonly unitId?: string;
    readonly reason?: string;
  }[];
}

/** POST /save-register */
export interface SavedRegister {
  /** New and amended rows. */
  readonly changed: number;
  readonly unchanged: number;
}

/** POST /preview-campaign */
export interface PreviewedCampaign {
  readonly basis: string;
  readonly refused: readonly IssueAnswer[];
  readonly changed: boolean;
  /** What people read: first the current month. */
  readonly lines: readonly string[];
  readonly maySave: boolean;
}

/** POST /load-campaign */
export interface LoadedCampaign {
  readonly version: number;
  readonly changed: boolean;
}

export interface IssueAnswer {
  readonly code: string;
  /** The key of the tab, where several were sent. */
  readonly tab?: string;
  readonly cell?: string;
  readonly column?: string;
  readonly message: string;
}
