import type { Store } from '../../ports/store.ts';
import { deliver } from '../publishing/deliver.ts';
import type { JobContext } from './job-context.ts';

/** How long to wait for workbooks that another deliverer is at. */
const LOOK_AGAIN_MS = 500;

/**
 * Brings the workbooks that were asked for up to date and ends the job; returns without having ended it where the time
 * is over first. What Google does not take now is put off and counted as waiting: the outbox goes on by itself.
 */
export async function deliverAll(context: JobContext): Promise<void> {
  const { run, store, google, campaign, clocks, leftMs, concurrency } = context;
  const { total } = run.job;
  const doneOf = ({ pending }: Standing) => Math.max(run.job.done, total - pending);
  const tell = () => run.tell(async () => ({ done: doneOf(await standingOf(store, total)) }));
  for (;;) {
    const order = { withinMs: Math.max(1, leftMs()), concurrency, tell };
    const { delivered, failed, paused } = await deliver(
      { store, now: clocks.machineNow, officeNow: clocks.now },
      google,
      campaign,
      order,
    );
    const standing = await standingOf(store, total);
    const isAway = failed > 0 && delivered === 0;
    if (standing.pending <= standing.putOff || isAway) {
      const waiting = standing.pending;
      const outcome = { delivered: total - waiting, waiting };
      return run.end({ state: 'done', done: total - waiting, outcome });
    }
    await run.save({ done: doneOf(standing) });
    if (paused || leftMs() <= LOOK_AGAIN_MS) return;
    await google.sleep(LOOK_AGAIN_MS);
  }
}

/** Of so many workbooks. */
interface Standing {
  readonly pending: number;
  /** Of the pending ones, those whose last try failed. */
  readonly putOff: number;
}

/** As long as the units' workbooks were not asked for one by one, none of them is done. */
async function standingOf(store: Store, total: number): Promise<Standing> {
  const [units, pending, putOff] = await Promise.all([
    store.outboxEntry('units'),
    store.pendingOutboxCount(),
    store.failingOutboxCount(),
  ]);
  const isSpread = units?.state !== 'pending';
  return {
    pending: isSpread ? Math.min(total, pending) : total,
    putOff: isSpread || units.lastErrorCode === undefined ? putOff : total,
  };
}
