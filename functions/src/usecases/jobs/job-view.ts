import { present } from '../../domain/present.ts';
import type { Job } from '../../ports/job.ts';

/** A job as callers are told. Moments are ISO texts; the sentence of an error is made at the door. */
export interface JobView {
  /** Of this run; asking for the same kind and period again, once it has ended, gives another. */
  readonly id: string;
  readonly kind: Job['kind'];
  readonly period?: string;
  readonly state: Job['state'];
  readonly done: number;
  readonly total: number;
  readonly requestedAt: string;
  readonly requestedBy: string;
  readonly trace?: string;
  readonly startedAt?: string;
  readonly endedAt?: string;
  readonly outcome?: Job['outcome'];
  readonly error?: Job['error'];
}

export function jobId({ key, nth }: Pick<Job, 'key' | 'nth'>): string {
  return `${key}.${nth}`;
}

export function hasEnded({ state }: Pick<Job, 'state'>): boolean {
  return state === 'done' || state === 'failed';
}

export function viewOf(job: Job): JobView {
  const { kind, period, state, done, total, requestedAt, requestedBy, trace, startedAt, endedAt } = job;
  return present({
    id: jobId(job),
    kind,
    period,
    state,
    done,
    total,
    requestedAt: requestedAt.toISOString(),
    requestedBy,
    trace,
    startedAt: startedAt?.toISOString(),
    endedAt: endedAt?.toISOString(),
    outcome: job.outcome,
    error: job.error,
  });
}
