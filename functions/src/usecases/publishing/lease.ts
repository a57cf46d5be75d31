import { AppError } from '../../domain/app-error.ts';
import { present } from '../../domain/present.ts';
import type { OutboxEntry } from '../../ports/outbox.ts';
import type { Reader, Store } from '../../ports/store.ts';
import type { Workbook, WorkbookId } from '../../ports/workbook.ts';
import { storedTrace } from '../../trace.ts';

/** What a killed process held is free again after it. A slow one that outlives it is noticed: see isOvertaken. */
const LEASE_MS = 30_000;
const FIRST_PUT_OFF_MS = 2_000;
const LONGEST_PUT_OFF_MS = 15 * 60_000;

/**
 * Takes due entries for this deliverer alone; of these workbooks only, where some are named. What else they ask for is
 * asked for in the same moment, so that it is neither lost nor asked for again.
 */
export async function leaseDue(
  store: Store,
  at: Date,
  most: number,
  only?: readonly WorkbookId[],
): Promise<readonly OutboxEntry[]> {
  const due = only === undefined ? await store.dueOutbox(at, most) : await dueOf(store, only, at, most);
  if (due.length === 0) return [];
  const leaseUntil = leaseFrom(at);
  return store.transact(async (transaction) => {
    const current = await Promise.all(due.map(({ id }) => transaction.outboxEntry(id)));
    const free = current.filter((entry) => entry !== undefined && isFree(entry, at)) as OutboxEntry[];
    const leased = free.map(({ alsoIn: _, ...entry }) => ({ ...entry, leaseUntil }));
    const besides = await askedBesides(transaction, free);
    for (const entry of leased) transaction.putOutboxEntry(entry);
    // What is taken here too is read after this, as it stands then.
    const taken = new Set(leased.map(({ id }) => id));
    for (const { id, traces } of besides) if (!taken.has(id)) transaction.enqueue(id, at, { traces });
    return leased;
  });
}

/** What these entries ask for besides and nobody else has asked for yet, and for whom. */
export async function askedBesides(
  reader: Reader,
  entries: readonly OutboxEntry[],
): Promise<readonly { readonly id: WorkbookId; readonly traces: readonly string[] }[]> {
  const ids = [...new Set(entries.flatMap(({ alsoIn = [] }) => alsoIn))];
  const asked = await Promise.all(ids.map((id) => reader.outboxEntry(id)));
  return ids.flatMap((id, i) => {
    if (isWaiting(asked[i])) return [];
    const asking = entries.filter(({ alsoIn = [] }) => alsoIn.includes(id));
    return [{ id, traces: asking.flatMap(({ traces = [] }) => traces) }];
  });
}

/**
 * Asked for, and taken by nobody: whoever takes it sees all that was stored before. Read in the transaction that stores,
 * it says that nobody has to ask again.
 */
export function isWaiting(entry: OutboxEntry | undefined): boolean {
  return entry?.state === 'pending' && entry.leaseUntil === undefined && entry.attempts === 0;
}

/**
 * Asks now for those of these workbooks that entries ask for besides and nobody has taken yet: whoever is about to open
 * one does not wait until they are taken. Once for a delivery, for the entries go on asking until then.
 */
export async function askForShared(store: Store, only: readonly WorkbookId[], at: Date): Promise<void> {
  for (const id of only.filter(isShared))
    if (!isWaiting(await store.outboxEntry(id)) && (await store.isAskedForBesides(id)))
      await store.transact(async (transaction) => transaction.enqueue(id, at));
}

/** Whoever asked for every unit's workbook asked for these too: that is spread first. */
async function dueOf(store: Store, only: readonly WorkbookId[], at: Date, most: number) {
  const ofUnits = only.filter((id) => !isShared(id));
  const [units, ...entries] = await Promise.all(
    (['units', ...only] as const).map((id) => store.outboxEntry(id)),
  );
  if (ofUnits.length > 0 && units !== undefined && isFree(units, at)) return [units];
  return entries.filter((entry) => entry !== undefined && isFree(entry, at)).slice(0, most) as OutboxEntry[];
}

const isShared = (id: WorkbookId): boolean => id === 'summary' || id === 'office';

/** What was delivered, and the workbook's record where it changed. */
export interface Delivered {
  readonly entry: OutboxEntry;
  readonly workbook?: Workbook | undefined;
}

/**
 * Delivered, unless somebody asked again after the lease was taken: then the entry stays pending, and due. Many at
 * once: whoever is killed before it delivers them again, which writes nothing.
 */
export function settleDelivered(store: Store, all: readonly Delivered[], at: Date): Promise<void> {
  return store.transact(async (transaction) => {
    const [entries, records] = await Promise.all([
      Promise.all(all.map(({ entry }) => transaction.outboxEntry(entry.id))),
      Promise.all(all.map(({ workbook }) => workbook && transaction.workbook(workbook.id))),
    ]);
    for (const [i, entry] of entries.entries()) {
      const { entry: leased, workbook } = all[i]!;
      // Another file may have taken its place while ours was written.
      if (workbook !== undefined && records[i]?.spreadsheetId === workbook.spreadsheetId)
        transaction.putWorkbook(workbook);
      const overtaken = entry !== undefined && isOvertaken(entry, leased);
      if (overtaken) transaction.enqueue(entry.id, at);
      if (overtaken || entry === undefined || entry.state === 'delivered') continue;
      const { leaseUntil: _, lastErrorCode: __, failing: ___, dropped: ____, traces, ...rest } = entry;
      transaction.putOutboxEntry(
        entry.request === leased.request
          ? { ...rest, state: 'delivered', attempts: 0, deliveredAt: at }
          : { ...rest, ...later(traces, leased.traces) },
      );
    }
  });
}

/** Whoever asked before is served. */
function later(traces: readonly string[] = [], served: readonly string[] = []): Pick<OutboxEntry, 'traces'> {
  const left = traces.filter((trace) => !served.includes(trace));
  return left.length > 0 ? { traces: left } : {};
}

/** Put off, longer each time and not all at the same moment. Never given up: a poison entry only waits. */
export function settleFailed(
  store: Store,
  leased: OutboxEntry,
  { at, error, random }: { readonly at: Date; readonly error: unknown; readonly random: () => number },
): Promise<void> {
  return change(store, leased, at, (entry) => {
    const longest = Math.min(LONGEST_PUT_OFF_MS, FIRST_PUT_OFF_MS * 2 ** entry.attempts);
    const notBefore = new Date(at.getTime() + Math.round(longest * (0.5 + random() / 2)));
    const code = codeOf(error);
    const { since = at, times = 0 } = entry.failing ?? {};
    const failing = present({ since, times: times + 1, code, trace: storedTrace() });
    return { ...entry, attempts: entry.attempts + 1, notBefore, lastErrorCode: code, failing };
  });
}

/** Gives back what was leased and not begun. */
export function release(store: Store, leased: OutboxEntry, at: Date): Promise<void> {
  return change(store, leased, at, (entry) => entry);
}

/**
 * This deliverer was slower than its lease, and somebody else delivered a newer request meanwhile or is at it: what
 * we wrote, or may have written where the answer got lost, is older and may stand in the sheet. The workbook is then
 * asked for once more.
 */
function isOvertaken({ state, request, leaseUntil }: OutboxEntry, leased: OutboxEntry): boolean {
  if (state === 'delivered') return request > leased.request;
  return leaseUntil !== undefined && leaseUntil.getTime() !== leased.leaseUntil?.getTime();
}

export function leaseFrom(at: Date): Date {
  return new Date(at.getTime() + LEASE_MS);
}

/** Whether somebody else is at it. */
export function isLeased({ leaseUntil }: { readonly leaseUntil?: Date }, at: Date): boolean {
  return leaseUntil !== undefined && leaseUntil > at;
}

function isFree(entry: OutboxEntry, at: Date): boolean {
  return entry.state === 'pending' && entry.notBefore <= at && !isLeased(entry, at);
}

/** Ends the lease and makes the change, if the entry is still pending. */
function change(
  store: Store,
  leased: OutboxEntry,
  at: Date,
  make: (entry: OutboxEntry) => OutboxEntry,
): Promise<void> {
  return store.transact(async (transaction) => {
    const entry = await transaction.outboxEntry(leased.id);
    const overtaken = entry !== undefined && isOvertaken(entry, leased);
    if (overtaken) transaction.enqueue(entry.id, at);
    if (overtaken || entry?.state !== 'pending') return;
    const { leaseUntil: _, ...rest } = make(entry);
    transaction.putOutboxEntry(rest);
  });
}

/** Codes and statuses only: never what a message quotes. */
function codeOf(error: unknown): string {
  if (!(error instanceof AppError)) return error instanceof Error ? error.name : 'unknown';
  return error.details.status === undefined ? error.code : `${error.code} ${error.details.status}`;
}
