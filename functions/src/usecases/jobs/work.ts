import { AppError } from '../../domain/app-error.ts';
import type { JobKind } from '../../ports/job.ts';
import type { Acting } from '../acting.ts';
import { evaluateStored } from '../periods/evaluate-stored.ts';
import { movePeriod } from '../periods/move-period.ts';
import { provision, workbookCount } from '../publishing/provision.ts';
import { setupOf } from '../rules-of.ts';
import { collectFilled } from './collect-filled.ts';
import { deliverAll } from './deliver-all.ts';
import type { JobContext } from './job-context.ts';
import { jobId } from './job-view.ts';

/**
 * What each kind does, from wherever the runner before it was stopped. A work that returns without having ended its
 * job is taken up again by the next runner.
 */
export const WORK: Readonly<Record<JobKind, (context: JobContext) => Promise<void>>> = {
  async evaluate(context) {
    const { run } = context;
    const tell = (done: number, total: number) => run.tell(() => ({ done, total }));
    const { resultVersion: version } = await despiteConflict(() =>
      evaluateStored(actingFor(context), run.job.period!, tell),
    );
    await run.end({ state: 'done', done: run.job.total, outcome: { version } });
  },

  async publish(context) {
    const { run, store } = context;
    await movePeriod(actingFor(context), { period: run.job.period!, action: 'publish' });
    await run.save({ total: workbookCount((await setupOf(store)).campaign) });
    await deliverAll(context);
  },

  async provision(context) {
    const { requested } = await provision(actingFor(context));
    await context.run.save({ total: requested });
    await deliverAll(context);
  },

  collect: (context) => collectFilled(context, actingFor(context)),
};

/**
 * Whoever asked for the job acts in it. Its id is the request's key, so that a step is taken once however often it is
 * begun; callers' own keys have no dots.
 */
function actingFor({ run: { job }, store, clocks: { now } }: JobContext): Acting {
  const id = jobId(job);
  return { store, now, by: job.requestedBy, request: { key: `job.${id}`, fingerprint: id } };
}

const TRIES = 3;

/** An appraisal that came in meanwhile is no reason to give up: the next try has it. */
async function despiteConflict<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++)
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict' || tried === TRIES) throw error;
    }
}
