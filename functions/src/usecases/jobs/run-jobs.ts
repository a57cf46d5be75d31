import { AppError } from '../../domain/app-error.ts';
import { framesOf, logEvent } from '../../log.ts';
import type { Job } from '../../ports/job.ts';
import type { Store } from '../../ports/store.ts';
import { currentTrace, traced } from '../../trace.ts';
import type { Google } from '../publishing/google.ts';
import { isLeased, leaseFrom } from '../publishing/lease.ts';
import type { JobContext } from './job-context.ts';
import { type JobClocks, JobRun, LeaseLost } from './job-run.ts';
import { hasEnded, jobId } from './job-view.ts';
import { WORK } from './work.ts';

export interface RunOrder {
  /** No step is begun after so many milliseconds; what is not finished then is for the next call. */
  readonly withinMs?: number;
  /** Workbooks at the same time. */
  readonly concurrency?: number;
}

export interface JobsRun {
  /** Jobs that ended in this call, well or badly. */
  readonly finished: number;
  /** Waiting, or running here or elsewhere. */
  readonly remaining: number;
}

/** For how long steps are begun where nobody says. */
export const RUN_MS = 25_000;
/** A job that was taken up so often without getting on kills its runners, or never will get on. */
const MOST_ATTEMPTS = 20;

/**
 * Does the jobs that wait, the one that was asked for first first. Safe to be killed anywhere and to run twice at the
 * same time: a job is leased, a lease runs out, and each step is one that is done once however often it is begun. A
 * failure is kept in the job, and blocks no other.
 */
export async function runJobs(
  { store, now, machineNow }: { readonly store: Store } & Omit<JobClocks, 'monotonicMs'>,
  google: Google,
  campaign: string,
  { withinMs = RUN_MS, concurrency = 4 }: RunOrder = {},
): Promise<JobsRun> {
  const clocks: JobClocks = { now, machineNow, monotonicMs: google.monotonicMs };
  const endMs = google.monotonicMs() + withinMs;
  const leftMs = () => endMs - google.monotonicMs();
  const tried = new Set<string>();
  let finished = 0;
  while (leftMs() > 0) {
    const unfinished = await store.unfinishedJobs();
    const job = await leaseNext(store, unfinished, clocks, tried);
    if (job === undefined) return { finished, remaining: unfinished.length };
    tried.add(jobId(job));
    const run = new JobRun(store, job, clocks);
    // What is done for somebody goes under the trace of the click that asked for it, whoever runs it.
    const trace = job.trace === undefined ? undefined : { ...currentTrace(), id: job.trace };
    await traced(trace, () => workOn({ run, store, google, campaign, clocks, leftMs, concurrency }));
    if (hasEnded(run.job)) finished++;
  }
  return { finished, remaining: (await store.unfinishedJobs()).length };
}

/** Takes the next job that nobody is at, for this runner alone. */
async function leaseNext(
  store: Store,
  unfinished: readonly Job[],
  { now, machineNow }: JobClocks,
  tried: ReadonlySet<string>,
): Promise<Job | undefined> {
  for (const seen of unfinished) {
    const at = machineNow();
    if (tried.has(jobId(seen)) || isLeased(seen, at)) continue;
    const taken = await store.transact(async (transaction): Promise<Job | undefined> => {
      const job = await transaction.job(seen.key);
      if (job === undefined || job.nth !== seen.nth || hasEnded(job) || isLeased(job, at)) return undefined;
      const attempts = job.attempts + 1;
      const startedAt = job.startedAt ?? now();
      const leased: Job = { ...job, state: 'running', startedAt, attempts, leaseUntil: leaseFrom(at) };
      transaction.putJob(leased);
      return leased;
    });
    if (taken !== undefined) return taken;
  }
  return undefined;
}

async function workOn(context: JobContext): Promise<void> {
  const { run, campaign } = context;
  try {
    if (run.job.attempts > MOST_ATTEMPTS) throw new AppError('internal');
    await WORK[run.job.kind](context);
    if (!hasEnded(run.job)) await run.release();
    else logEvent({ severity: 'INFO', event: 'job-done', campaign, period: run.job.period });
  } catch (error) {
    if (error instanceof LeaseLost) return;
    await (isPassing(error) ? run.release() : fail(run, campaign, error)).catch(unlessLost);
  }
}

/** Somebody else was quicker, or a service is away: the next runner tries again. */
function isPassing(error: unknown): boolean {
  return error instanceof AppError && (error.code === 'conflict' || error.code === 'unavailable');
}

async function fail(run: JobRun, campaign: string, error: unknown): Promise<void> {
  const { code, details } = error instanceof AppError ? error : new AppError('internal');
  const isOurs = code === 'internal';
  logEvent({
    severity: isOurs ? 'ERROR' : 'WARNING',
    event: 'job-failed',
    campaign,
    period: run.job.period,
    code,
    ...(isOurs && { frames: framesOf(error) }),
  });
  await run.end({ state: 'failed', error: { code, details } });
}

function unlessLost(error: unknown): void {
  if (!(error instanceof LeaseLost)) throw error;
}
