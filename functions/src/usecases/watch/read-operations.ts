import { present } from '../../domain/present.ts';
import {
  digestsOf,
  isWorthShowing,
  LONG_MS,
  type OperationRow,
  type Operations,
  schedulerState,
} from '../../domain/watch/operations.ts';
import type { Job } from '../../ports/job.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Reader, Store } from '../../ports/store.ts';
import type { Heartbeats, Watched } from '../../ports/watch.ts';
import { dayIn } from '../day-in.ts';
import { setupOf } from '../rules-of.ts';

export interface Clocks {
  /** The machine's: of deliveries, looks at files and calls of the scheduler. */
  readonly now: () => Date;
  /** What people act at; the same but in the local office. */
  readonly officeNow: () => Date;
}

/** Rows of a kind; what is more is not looked through by anybody. */
const MOST_ROWS = 50;
/** How long a copy that nobody uses any more is shown. */
const COPIES_SHOWN_MS = 7 * 86_400_000;

/** How everything stands at this moment, what somebody has to see to first. */
export async function readOperations(store: Reader, { now, officeNow }: Clocks): Promise<Operations> {
  const aheadMs = officeNow().getTime() - now().getTime();
  const machine = (at: Date) => new Date(at.getTime() + aheadMs).toISOString();
  const since = new Date(officeNow().getTime() - COPIES_SHOWN_MS);
  const [beats, pending, office, oldest, failing, dropped, delivered, jobs, watched, copies, seal] =
    await Promise.all([
      store.heartbeats(),
      store.pendingOutboxCount(),
      store.outboxEntry('office'),
      store.oldestPending(),
      store.failingOutbox(MOST_ROWS),
      store.droppedOutbox(MOST_ROWS),
      store.lastDelivered(),
      store.jobs(MOST_ROWS),
      store.watchedWithFindings(MOST_ROWS),
      store.copyUses(since, MOST_ROWS),
      store.lastSeal(),
    ]);
  // The office's own workbook waits because of this very table: it is no news in it.
  const count = pending - (office?.state === 'pending' && office.failing === undefined ? 1 : 0);
  return {
    rows: [
      schedulerRow(beats, now(), machine),
      pendingRow(count, oldest, officeNow()),
      ...failing.filter(({ state }) => state === 'pending').map((entry) => failingRow(entry, machine)),
      ...dropped.map(droppedRow),
      ...jobs.filter(isShown).map((job) => jobRow(job, officeNow())),
      ...watched.flatMap((each) => findingRows(each, machine)),
      ...copies.map(({ workbook, spreadsheetId, by, lastAt }): OperationRow => {
        return present({ about: 'copy', workbook, spreadsheetId, by, at: lastAt.toISOString() });
      }),
      ...(delivered?.deliveredAt
        ? [{ about: 'delivered', at: machine(delivered.deliveredAt) } as const]
        : []),
      ...(seal === undefined
        ? []
        : [{ about: 'log', number: seal.number, at: machine(new Date(Number(seal.to) * 1000)) } as const]),
    ],
  };
}

/** Keeps the rows for the office's tab and asks for the tab, where that is worth it; see isWorthShowing. */
export async function showOperations(
  store: Store,
  clocks: Clocks,
  { atOnce = false }: { readonly atOnce?: boolean } = {},
): Promise<boolean> {
  const [operations, shown, { campaign }] = await Promise.all([
    readOperations(store, clocks),
    store.operations(),
    setupOf(store),
  ]);
  const at = clocks.officeNow();
  const isNewDay = shown !== undefined && dayIn(campaign.timeZone, shown.at) < dayIn(campaign.timeZone, at);
  if (!atOnce && !isWorthShowing(operations, shown, { now: at, isNewDay })) return false;
  await store.transact(async (transaction) => {
    transaction.putOperations({ at, ...digestsOf(operations), operations });
    transaction.enqueue('office', at);
  });
  return true;
}

function schedulerRow(beats: Heartbeats, now: Date, machine: (at: Date) => string): OperationRow {
  const calls = [beats['run-jobs'], beats.deliver, beats.watch];
  const known = calls.filter((at) => at !== undefined).map((at) => at.getTime());
  const state = schedulerState(calls, now);
  // The door that was silent longest is the one that matters.
  const at = known.length === 0 ? undefined : machine(new Date(Math.min(...known)));
  return present({ about: 'scheduler', state, at });
}

function pendingRow(count: number, oldest: OutboxEntry | undefined, now: Date): OperationRow {
  const since = count > 0 ? oldest?.requestedAt : undefined;
  const isLong = since !== undefined && now.getTime() - since.getTime() > LONG_MS;
  return present({ about: 'pending', count, at: since?.toISOString(), isLong });
}

function failingRow({ id, failing }: OutboxEntry, machine: (at: Date) => string): OperationRow {
  const { since, times, code, trace } = failing!;
  return present({ about: 'failing', workbook: id, at: machine(since), times, code, trace });
}

function droppedRow({ id, state, dropped }: OutboxEntry): OperationRow {
  const { at, reason, code } = dropped!;
  return {
    about: 'dropped',
    workbook: id,
    at: at.toISOString(),
    reason,
    code,
    isWaiting: state === 'pending',
  };
}

const isShown = ({ state }: Job) => state !== 'done';

function jobRow({ kind, period, state, requestedAt, error, trace }: Job, now: Date): OperationRow {
  const isLong = state !== 'failed' && now.getTime() - requestedAt.getTime() > LONG_MS;
  const shownState = state === 'done' ? 'running' : state;
  return present({
    about: 'job',
    kind,
    period,
    state: shownState,
    at: requestedAt.toISOString(),
    isLong,
    code: error?.code,
    details: error?.details,
    trace,
  });
}

function findingRows({ id, findings }: Watched, machine: (at: Date) => string): OperationRow[] {
  return findings.map(({ since, ...finding }) => ({
    about: 'finding',
    workbook: id,
    at: machine(since),
    ...finding,
  }));
}
