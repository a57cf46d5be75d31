import { AppError } from '../../domain/app-error.ts';
import { hadNoTurn } from '../../domain/no-turn.ts';
import { checkWorkbook } from '../../domain/watch/check-workbook.ts';
import { type Finding, sinceWhen } from '../../domain/watch/finding.ts';
import { framesOf, logEvent } from '../../log.ts';
import type { Store } from '../../ports/store.ts';
import type { Watched } from '../../ports/watch.ts';
import type { WorkbookId } from '../../ports/workbook.ts';
import { unitIn } from '../../workbooks/unit-in.ts';
import type { Google } from '../publishing/google.ts';
import { type Everybody, peopleAround, readOnce } from '../publishing/people.ts';
import { sharingOf } from '../publishing/sharing.ts';
import { setupOf } from '../rules-of.ts';
import { membersAmong, strangersIn } from './strangers.ts';

export interface WatchOrder {
  /** Every workbook now, whenever its turn is. */
  readonly all?: boolean;
  /** Most workbooks in this call. */
  readonly most?: number;
  readonly withinMs?: number;
  /** Workbooks at the same time. */
  readonly concurrency?: number;
}

export interface WatchRun {
  readonly checked: number;
  /** Google did not answer: they are looked at again soon. */
  readonly failed: number;
  /** Findings that were not there before. */
  readonly found: number;
  readonly remaining: number;
}

export interface Watching {
  readonly store: Store;
  /** The machine's clock: turns are about machines. */
  readonly now: () => Date;
  readonly by: string;
}

/** From one look to the next, not for all at the same moment. */
export const LOOK_EVERY_MS = 3_600_000;
/** A look reads some documents, and a thousand units an hour would be more than Firestore gives away in a day. */
const MOST_UNITS_AN_HOUR = 50;
const AGAIN_SOON_MS = 10 * 60_000;
/** In the scheduler's minute: 20 workbooks are 40 calls, of 12,000 that Drive and 60 that Sheets allow in one. */
const MOST_IN_A_RUN = 20;

/**
 * Looks at the files of those workbooks whose turn it is, and keeps what is wrong with each. It changes nothing at
 * Google's: whoever was given access stays until an officer says otherwise, or until a delivery shares the file anew.
 */
export async function watchWorkbooks(
  { store, now, by }: Watching,
  google: Google,
  { all = false, most = all ? 1000 : MOST_IN_A_RUN, withinMs = 25_000, concurrency = 4 }: WatchOrder = {},
): Promise<WatchRun> {
  const endMs = google.monotonicMs() + withinMs;
  const leftMs = () => endMs - google.monotonicMs();
  if (all) await takeEverybodysTurn(store, now());
  else if (await isBusy(store)) return { checked: 0, failed: 0, found: 0, remaining: 0 };
  const waiting = [...(await store.dueWatched(now(), most))];
  const run = { checked: 0, failed: 0, found: 0 };
  if (waiting.length === 0) return { ...run, remaining: 0 };
  const { campaign } = await setupOf(store);
  const units = new Set(campaign.units.map((unit) => `unit:${unit.id}`));
  const everybody = readOnce(store);

  let paused = false;
  const lookAt = async (watched: Watched) => {
    try {
      const news = await check(watched, { store, now, by, google, everybody, units, leftMs });
      run.found += news;
      run.checked++;
    } catch (error) {
      if (hadNoTurn(error)) {
        paused = true;
        waiting.push(watched); // as due as before
        return;
      }
      run.failed++;
      const code = error instanceof AppError ? error.code : 'internal';
      const frames = code === 'internal' ? framesOf(error) : undefined;
      logEvent({ severity: 'WARNING', event: 'watch-failed', workbook: watched.id, code, frames });
      await putOff(store, watched.id, new Date(now().getTime() + AGAIN_SOON_MS));
    }
  };
  const worker = async () => {
    while (leftMs() > 0 && !paused) {
      const next = waiting.shift();
      if (next === undefined) return;
      await lookAt(next);
    }
  };
  await Promise.all(Array.from({ length: concurrency }, worker));
  return { ...run, remaining: waiting.length };
}

/** Reading and writing workbooks share Google's quota, and people wait for what is written. */
async function isBusy(store: Store): Promise<boolean> {
  const [pending, failing] = await Promise.all([store.pendingOutboxCount(), store.failingOutboxCount()]);
  return pending - failing > MOST_IN_A_RUN;
}

interface Look extends Watching {
  readonly google: Google;
  readonly everybody: Everybody;
  readonly units: ReadonlySet<string>;
  readonly leftMs: () => number;
}

/** How many findings are new. */
async function check(
  { id }: Watched,
  { store, now, by, google, everybody, units, leftMs }: Look,
): Promise<number> {
  const [workbook, entry, before] = await Promise.all([
    store.workbook(id),
    store.outboxEntry(id),
    store.watched(id),
  ]);
  if (workbook === undefined || before === undefined) return 0;
  // No unit of the campaign any more: deliveries leave its workbook as it is, and so does the watch.
  if (id.startsWith('unit:') && !units.has(id)) {
    const dueAt = new Date(now().getTime() + lookEveryMs(id, units.size));
    await store.transact(async (transaction) => transaction.putWatched({ ...before, dueAt, findings: [] }));
    return 0;
  }
  // About to be written, and shared anew: what is wrong then is wrong at the next look too.
  if (entry?.state === 'pending' && entry.failing === undefined) {
    await putOff(store, id, new Date(now().getTime() + AGAIN_SOON_MS));
    return 0;
  }
  const patience = { leftMs, sleep: google.sleep, random: google.random };
  const [file, own, people] = await Promise.all([
    google.watch.look(workbook.spreadsheetId, patience),
    google.account(),
    peopleAround(id, everybody),
  ]);
  const sharing = sharingOf(id, people);
  const expected = {
    sharing,
    members: await membersAmong(strangersIn(file, sharing), store),
    own,
    folder: google.watch.folder,
    ...(before.home && { home: before.home }),
  };
  const found = checkWorkbook(expected, file);
  const at = now();
  return store.transact(async (transaction) => {
    const [kept, current] = await Promise.all([transaction.watched(id), transaction.workbook(id)]);
    if (kept === undefined || current?.spreadsheetId !== workbook.spreadsheetId) return 0; // another file since
    const { findings, news, gone } = sinceWhen(found, kept.findings, at);
    const home = kept.home ?? (file === 'unreachable' ? undefined : file.home);
    const dueAt = new Date(at.getTime() + lookEveryMs(id, units.size) * (0.9 + google.random() / 5));
    transaction.putWatched({ id, checkedAt: at, dueAt, ...(home && { home }), findings });
    const log = (action: 'watch_found' | 'watch_gone') => (finding: Finding) =>
      transaction.appendLog({ at, by, action, ...unitIn(id), details: { workbook: id, kind: finding.kind } });
    news.forEach(log('watch_found'));
    gone.forEach(log('watch_gone'));
    return news.length;
  });
}

/**
 * The office's every hour, units' as often as the hour has room for all of them. The summary is shared with everybody,
 * so looking at it asks for every member: as rarely as at a unit's, and once a day in any case.
 */
function lookEveryMs(id: WorkbookId, units: number): number {
  if (id === 'office') return LOOK_EVERY_MS;
  const everyMs = LOOK_EVERY_MS * Math.max(1, units / MOST_UNITS_AN_HOUR);
  return id === 'summary' ? Math.min(everyMs, 22 * LOOK_EVERY_MS) : everyMs;
}

function putOff(store: Store, id: WorkbookId, dueAt: Date): Promise<void> {
  return store.transact(async (transaction) => {
    const kept = await transaction.watched(id);
    if (kept !== undefined) transaction.putWatched({ ...kept, dueAt });
  });
}

const AT_ONCE = 200;

/** Also begins to watch those that were made before anybody watched. */
async function takeEverybodysTurn(store: Store, dueAt: Date): Promise<void> {
  const ids = (await store.workbooks()).map(({ id }) => id);
  for (let start = 0; start < ids.length; start += AT_ONCE)
    await store.transact(async (transaction) => {
      const batch = ids.slice(start, start + AT_ONCE);
      const kept = await Promise.all(batch.map((id) => transaction.watched(id)));
      batch.forEach((id, i) => {
        transaction.putWatched({ id, findings: [], ...kept[i], dueAt });
      });
    });
}
