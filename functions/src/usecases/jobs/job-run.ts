import type { Job } from '../../ports/job.ts';
import type { Store, Writer } from '../../ports/store.ts';
import { leaseFrom } from '../publishing/lease.ts';
import { hasEnded } from './job-view.ts';

/** The clocks of a run. */
export interface JobClocks {
  /** The moment people act at: it stands in what is written. */
  readonly now: () => Date;
  /** The machine's own: leases are about machines, whatever moment the caller says it is. */
  readonly machineNow: () => Date;
  /** See Google. */
  readonly monotonicMs: () => number;
}

export type JobProgress = Partial<Pick<Job, 'done' | 'total' | 'after' | 'outcome'>>;

/** Somebody else took the job over: whatever this run was about to write is theirs to write. */
export class LeaseLost extends Error {}

/** How often people are told. */
const TOLD_EVERY_MS = 1000;

/** One runner's hold on a job. Everything that is saved makes sure that it still has it, and keeps it longer. */
export class JobRun {
  readonly #store: Store;
  readonly #clocks: JobClocks;
  #job: Job;
  #savedAtMs: number;
  /** One write after the other, whoever asks. */
  #writing: Promise<void> = Promise.resolve();
  #isTelling = false;

  constructor(store: Store, leased: Job, clocks: JobClocks) {
    this.#store = store;
    this.#job = leased;
    this.#clocks = clocks;
    this.#savedAtMs = clocks.monotonicMs();
  }

  /** As it was saved last. */
  get job(): Job {
    return this.#job;
  }

  /** Saves how far it is, about once a second: `look` is called when that is due. Throws LeaseLost. */
  async tell(look: () => JobProgress | Promise<JobProgress>): Promise<void> {
    if (this.#isTelling || this.#clocks.monotonicMs() - this.#savedAtMs < TOLD_EVERY_MS) return;
    this.#isTelling = true;
    try {
      await this.save(await look());
    } finally {
      this.#isTelling = false;
    }
  }

  /** Throws LeaseLost. */
  save(progress: JobProgress): Promise<void> {
    return this.#write((job) => ({
      ...job,
      ...progress,
      attempts: 0,
      leaseUntil: leaseFrom(this.#clocks.machineNow()),
    }));
  }

  /** `also` is written with it. Throws LeaseLost. */
  end(
    end: JobProgress & Pick<Job, 'state' | 'error'>,
    also: (writer: Writer) => void = () => {},
  ): Promise<void> {
    return this.#write(
      ({ leaseUntil: _, after: __, ...job }) => ({ ...job, ...end, endedAt: this.#clocks.now() }),
      also,
    );
  }

  /** Gives it back unfinished, for the next runner. Throws LeaseLost. */
  release(): Promise<void> {
    return this.#write(({ leaseUntil: _, ...job }) => job);
  }

  #write(make: (job: Job) => Job, also: (writer: Writer) => void = () => {}): Promise<void> {
    const written = this.#writing.then(async () => {
      const { key, nth, leaseUntil } = this.#job;
      this.#job = await this.#store.transact(async (transaction) => {
        const current = await transaction.job(key);
        const isOurs =
          current?.nth === nth &&
          !hasEnded(current) &&
          current.leaseUntil?.getTime() === leaseUntil?.getTime();
        if (!isOurs) throw new LeaseLost();
        const next = make(current);
        transaction.putJob(next);
        also(transaction);
        return next;
      });
      this.#savedAtMs = this.#clocks.monotonicMs();
    });
    this.#writing = written.catch(() => {});
    return written;
  }
}
