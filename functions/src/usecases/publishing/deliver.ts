import { AppError } from '../../domain/app-error.ts';
import { hadNoTurn } from '../../domain/no-turn.ts';
import { framesOf, logEvent } from '../../log.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Store } from '../../ports/store.ts';
import type { WorkbookId } from '../../ports/workbook.ts';
import type { Acting } from '../acting.ts';
import { dayIn } from '../day-in.ts';
import { bringUpToDate } from './bring-up-to-date.ts';
import type { Google } from './google.ts';
import { askForShared, type Delivered, leaseDue, release, settleDelivered, settleFailed } from './lease.ts';
import { openSnapshot, type Snapshot } from './snapshot.ts';
import { spreadToUnits } from './spread-to-units.ts';

export interface DeliveryOrder {
  /** These alone, for somebody who is about to open them; every one that is asked for if absent. */
  readonly workbooks?: readonly WorkbookId[];
  /** Most workbooks in this call. */
  readonly most?: number;
  /** No workbook is begun after so many milliseconds; one that was begun is finished. */
  readonly withinMs?: number;
  /** Workbooks at the same time. */
  readonly concurrency?: number;
  /** Called whenever some more were delivered. */
  readonly tell?: () => Promise<void>;
}

export interface Delivery {
  readonly delivered: number;
  /** Tried and put off; they stay pending and are tried again later. */
  readonly failed: number;
  /** Still pending, due or not; of those named, where some are. */
  readonly remaining: number;
  /** Google takes no more calls for now: what is due is for the next call. */
  readonly paused?: true;
}

/** For how long workbooks are begun where nobody says. */
export const DELIVERY_MS = 30_000;
/** Small enough that what a killed deliverer had leased is soon free again. */
const LEASED_AT_ONCE = 32;
const SETTLED_AT_ONCE = 8;

export interface Delivering extends Pick<Acting, 'store' | 'now'> {
  /** What time it is where people work, if that is not what the machine says: reminders are of their day. */
  readonly officeNow?: () => Date;
}

/**
 * Brings workbooks up to what is stored, oldest request first. Safe to be killed anywhere and to run twice at the
 * same time: entries are leased, a lease runs out, and a delivery done twice writes nothing the second time. What
 * fails is put off and blocks nobody; what Google has no turn for stays due.
 */
export async function deliver(
  { store, now, officeNow = now }: Delivering,
  google: Google,
  campaign: string,
  { workbooks: only, most = 10_000, withinMs = DELIVERY_MS, concurrency = 4, tell }: DeliveryOrder = {},
): Promise<Delivery> {
  const endMs = google.monotonicMs() + withinMs;
  const leftMs = () => endMs - google.monotonicMs();
  const count = { delivered: 0, failed: 0 };

  await askForTheDay({ store, now, officeNow });
  if (only !== undefined) await askForShared(store, only, now());
  const done: Delivered[] = [];
  const turns = { over: false };
  const settle = async () => {
    const some = done.splice(0);
    if (some.length === 0) return;
    await settleDelivered(store, some, now());
    await tell?.();
  };

  const deliverOne = async (entry: OutboxEntry, snapshot: Snapshot) => {
    try {
      if (entry.id === 'units') {
        await spreadToUnits(store, snapshot, now(), entry.traces);
        done.push({ entry });
        return;
      }
      const patience = { leftMs, sleep: google.sleep, random: google.random };
      const context = { store, now, officeNow, google, campaign, snapshot, patience };
      done.push({ entry, workbook: await bringUpToDate(entry.id, context) });
      reportDelivery(campaign, entry);
      count.delivered++;
    } catch (error) {
      if (hadNoTurn(error)) {
        turns.over = true;
        await release(store, entry, now());
        return;
      }
      count.failed++;
      reportFailure(campaign, entry, error);
      await settleFailed(store, entry, { at: now(), error, random: google.random });
    }
  };

  for (;;) {
    const room = most - count.delivered - count.failed;
    if (room <= 0 || leftMs() <= 0 || turns.over) break;
    const leased = await leaseDue(store, now(), Math.min(room, LEASED_AT_ONCE), only);
    if (leased.length === 0) break;
    // Read after leasing: whoever asks from here on raises the entry's request, and it stays pending.
    const snapshot = openSnapshot(store);
    const waiting = [...leased];
    const worker = async () => {
      for (let entry = waiting.shift(); entry; entry = waiting.shift()) {
        if (now() >= entry.leaseUntil!) continue; // too slow for the lot: it is due again, for whoever comes
        if (leftMs() <= 0 || turns.over) await release(store, entry, now());
        else await deliverOne(entry, snapshot);
        if (done.length >= SETTLED_AT_ONCE) await settle();
      }
    };
    await Promise.all(Array.from({ length: concurrency }, worker));
    await settle();
  }
  return { ...count, remaining: await pendingCount(store, only), ...(turns.over && { paused: true }) };
}

async function pendingCount(store: Store, only: readonly WorkbookId[] | undefined): Promise<number> {
  if (only === undefined) return store.pendingOutboxCount();
  const entries = await Promise.all(only.map((id) => store.outboxEntry(id)));
  return entries.filter((entry) => entry?.state === 'pending').length;
}

/** The office's reminders are of a day: they are written anew once a day, though nothing else happened. */
async function askForTheDay({ store, now, officeNow }: Required<Delivering>): Promise<void> {
  const [entry, setup] = await Promise.all([store.outboxEntry('office'), store.setup()]);
  if (entry?.deliveredAt === undefined || entry.state !== 'delivered' || setup === undefined) return;
  const { timeZone } = setup.campaign;
  const deliveredAt = entry.deliveredAt.getTime() + officeNow().getTime() - now().getTime();
  if (dayIn(timeZone, new Date(deliveredAt)) >= dayIn(timeZone, officeNow())) return;
  await store.transact(async (transaction) => transaction.enqueue('office', now()));
}

/** Traces of one line; a rush has more than anybody would follow. */
const MOST_CAUSES = 20;

/** Ends the way of every click that asked for it: from here on the sheet shows what is stored. */
function reportDelivery(campaign: string, { id, traces = [] }: OutboxEntry): void {
  const causes = traces.slice(0, MOST_CAUSES);
  logEvent({
    severity: 'INFO',
    event: 'workbook-delivered',
    campaign,
    workbook: id,
    causes,
  });
}

/** The put-off is in the outbox; the line is for whoever watches the process: codes and our own frames, no contents. */
function reportFailure(campaign: string, { id, traces = [] }: OutboxEntry, error: unknown): void {
  const causes = traces.slice(0, MOST_CAUSES);
  const code = error instanceof AppError ? error.code : 'internal';
  const status = error instanceof AppError ? Number(error.details.status) || undefined : undefined;
  const frames = code === 'unavailable' ? undefined : framesOf(error);
  logEvent({
    severity: 'WARNING',
    event: 'delivery-failed',
    campaign,
    workbook: id,
    causes,
    code,
    status,
    frames,
  });
}
