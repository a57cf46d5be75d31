import type { AppErrorCode } from '../domain/app-error.ts';
import type { PeriodId } from '../domain/campaign/period.ts';

/** Work that takes longer than people wait, done by whoever runs the jobs. Kept of each kind and period: the newest. */
export interface Job {
  /** The kind and the period: what there is one of. */
  readonly key: string;
  readonly kind: JobKind;
  /** All but provision have one. */
  readonly period?: PeriodId;
  /** 1, 2, …: how often this kind and period was asked for anew. */
  readonly nth: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly requestedAt: Date;
  readonly requestedBy: string;
  /** Of the click that asked for it. */
  readonly trace?: string;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  /** Units, or workbooks where workbooks are written. */
  readonly done: number;
  readonly total: number;
  /** Whoever runs it has it until then, and longer with each progress. */
  readonly leaseUntil?: Date;
  /** How often it was taken up since it last got on: what kills its runner is not run for ever. */
  readonly attempts: number;
  /** The last unit that was counted: the next runner goes on behind it. */
  readonly after?: string;
  readonly outcome?: Readonly<Record<string, number>>;
  /** Why it failed; the sentence is made for whoever reads it. */
  readonly error?: {
    readonly code: AppErrorCode;
    readonly details: Readonly<Record<string, string | number>>;
  };
}

export type JobKind = 'evaluate' | 'publish' | 'collect' | 'provision';

export interface JobReader {
  job(key: string): Promise<Job | undefined>;
  /** Newest request first. */
  jobs(most: number): Promise<readonly Job[]>;
  /** Waiting and running ones, leased or not, the one that is due first first. */
  unfinishedJobs(): Promise<readonly Job[]>;
}

export interface JobWriter {
  putJob(job: Job): void;
}
