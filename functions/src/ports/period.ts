import type { PeriodId } from '../domain/campaign/period.ts';
import type { StagedCampaign } from './setup.ts';

export interface PeriodRecord {
  readonly period: PeriodId;
  /** Goes up with every step, and with every appraisal of a closed period: what was loaded at this revision is still so. */
  readonly revision: number;
  readonly state: PeriodState;
  /**
   * Of an open period: the newest setup, so that a form finds it with the state it needs anyway. Every loading writes
   * it anew. Periods that were opened before this was kept have none.
   */
  readonly setup?: StagedCampaign;
  /** The council's on who is recognised in it: a period is not published while one is open. */
  readonly ballot: 'not_held' | 'open' | 'held';
  /** Forms later than this moment are late. */
  readonly deadlineAt: Date;
  readonly changedAt: Date;
  readonly changedBy: string;
  /** 0: never evaluated. Each evaluation after a reopening is a new version; the old ones are kept. */
  readonly resultVersion: number;
  /** 0: never published. */
  readonly publishedVersion: number;
  /** Every version that was ever published, in order: what leaders read at some time stays to be read. */
  readonly publications: readonly { readonly version: number; readonly at: Date; readonly by: string }[];
  /** Every reopening: why there is a new version. */
  readonly reopenings: readonly {
    readonly at: Date;
    readonly by: string;
    readonly reason: string;
    readonly fromVersion: number;
  }[];
}

/** voted: the council's ballot was held. Without one a period goes from evaluated to published. */
export type PeriodState = 'open' | 'closed' | 'evaluated' | 'voted' | 'published';

export type PeriodAction = 'open' | 'close' | 'evaluate' | 'publish' | 'reopen';

export interface PeriodReader {
  period(id: PeriodId): Promise<PeriodRecord | undefined>;
  periods(): Promise<readonly PeriodRecord[]>;
}

export interface PeriodWriter {
  putPeriod(record: PeriodRecord): void;
}
