import type { Store } from '../../ports/store.ts';
import type { Google } from '../publishing/google.ts';
import type { JobClocks, JobRun } from './job-run.ts';

/** What a job's work is done with. */
export interface JobContext {
  readonly run: JobRun;
  readonly store: Store;
  readonly google: Google;
  readonly campaign: string;
  readonly clocks: JobClocks;
  readonly leftMs: () => number;
  readonly concurrency: number;
}
