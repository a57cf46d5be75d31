import type { Shared } from '../../adapters/drive/open-drive.ts';
import type { Patience } from '../../adapters/google-call.ts';
import { AppError } from '../../domain/app-error.ts';
import { digestOf } from '../../domain/digest.ts';
import { planEdits } from '../../domain/publishing/plan/plan-edits.ts';
import type { WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { Store } from '../../ports/store.ts';
import type { Workbook, WorkbookId } from '../../ports/workbook.ts';
import { unitIn } from '../../workbooks/unit-in.ts';
import { LOOK_EVERY_MS } from '../watch/watch-workbooks.ts';
import type { Google } from './google.ts';
import { sharingOf } from './sharing.ts';
import type { Snapshot } from './snapshot.ts';
import { wantedWorkbook } from './wanted-workbook.ts';

export interface DeliveryContext {
  readonly store: Store;
  readonly now: () => Date;
  readonly officeNow: () => Date;
  readonly google: Google;
  readonly campaign: string;
  readonly snapshot: Snapshot;
  readonly patience: Patience;
}

/** How long a file's sharing is taken for granted: whoever shared it further by hand is undone within a day. */
const SHARING_HOLDS_MS = 24 * 3_600_000;

/**
 * One workbook: made if it is missing, shared with its people, and written where it differs from what is stored.
 * Returns its record where that is another than before, to be kept.
 */
export async function bringUpToDate(id: WorkbookId, context: DeliveryContext): Promise<Workbook | undefined> {
  const { snapshot, officeNow } = context;
  const wanted = await wantedWorkbook(id, snapshot, officeNow());
  if (wanted === undefined) return undefined; // no unit of the campaign any more: its workbook stays as it is
  const known = await snapshot.workbook(id);
  try {
    return await write(known ?? (await make(id, wanted, context)), wanted, context);
  } catch (error) {
    if (known === undefined || !isGone(error)) throw error;
    // Somebody deleted the file: another one takes its place.
    return await write(await make(id, wanted, context, known), wanted, context);
  }
}

/**
 * Remembered at once: Drive's search may take a while to find a new file. Where another deliverer was quicker with the
 * same workbook its file is the one; ours, which nobody was told of, stays empty and shared with nobody.
 */
async function make(
  id: WorkbookId,
  { title }: WantedWorkbook,
  { store, now, google, campaign, patience }: DeliveryContext,
  gone?: Workbook,
): Promise<Workbook> {
  const spreadsheetId = await google.drive.ensureSpreadsheet({ campaign, workbook: id, title }, patience);
  const workbook: Workbook = { id, spreadsheetId, createdAt: now() };
  const dueAt = new Date(now().getTime() + LOOK_EVERY_MS);
  return store.transact(async (transaction) => {
    const made = await transaction.workbook(id);
    if (made !== undefined && made.spreadsheetId !== gone?.spreadsheetId) return made;
    transaction.putWorkbook(workbook);
    transaction.putWatched({ id, dueAt, findings: [] });
    return workbook;
  });
}

async function write(
  workbook: Workbook,
  wanted: WantedWorkbook,
  context: DeliveryContext,
): Promise<Workbook | undefined> {
  const { google, snapshot, patience, now } = context;
  const { mend, ...record } = workbook;
  const { id, spreadsheetId, shared } = record;
  const sharing = sharingOf(id, await snapshot.people(id));
  const digest = digestOf(sharing);
  const at = now();
  const isSame = shared?.digest === digest;
  const holds = !mend && isSame && at.getTime() - shared.at.getTime() < SHARING_HOLDS_MS;
  // Only the owner may, and only where it is asked for: a file that somebody else owns is shared all the same.
  if (mend && (await isInTrash(id, context))) await google.watch.restore(spreadsheetId, patience);
  const [changed] = await Promise.all([
    holds ? undefined : google.drive.share(spreadsheetId, sharing, patience),
    writeSheets(spreadsheetId, wanted, google, patience),
  ]);
  if (mend) await lookAgain(id, context);
  else if (changed !== undefined && isSame) await tellRestored(id, changed, context);
  return holds ? undefined : { ...record, shared: { digest, at } };
}

async function isInTrash(id: WorkbookId, { store }: DeliveryContext): Promise<boolean> {
  return (await store.watched(id))?.findings.some(({ kind }) => kind === 'trashed') ?? false;
}

/** Whoever asked for it to be put right does not wait an hour to see that it is. */
function lookAgain(id: WorkbookId, { store, now }: DeliveryContext): Promise<void> {
  return store.transact(async (transaction) => {
    const watched = await transaction.watched(id);
    if (watched !== undefined) transaction.putWatched({ ...watched, dueAt: now() });
  });
}

/**
 * Nobody asked for it: the members are those of the last sharing, and still the file was shared otherwise. That it was
 * put right stands in the log, so that nobody loses access without a word.
 */
async function tellRestored(
  id: WorkbookId,
  { taken, given }: Shared,
  { store, now, google }: DeliveryContext,
): Promise<void> {
  if (taken + given === 0) return;
  const by = (await google.account()) ?? 'functions';
  const details = { workbook: id, taken, given };
  await store.transact(async (transaction) =>
    transaction.appendLog({ at: now(), by, action: 'sharing_restored', ...unitIn(id), details }),
  );
}

async function writeSheets(
  spreadsheetId: string,
  wanted: WantedWorkbook,
  google: Google,
  patience: Patience,
): Promise<void> {
  const plan = async () => {
    const [current, editor] = await Promise.all([
      google.sheets.read(spreadsheetId, patience),
      google.account(),
    ]);
    return planEdits(current, wanted, editor === undefined ? {} : { editor });
  };
  const attempt = async () => google.sheets.apply(spreadsheetId, await plan(), patience, plan);
  // Refused as a whole: somebody changed the workbook between our look and our write. One more look.
  await attempt().catch((error) => (isRefused(error) ? attempt() : Promise.reject(error)));
}

function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not_found';
}

function isRefused(error: unknown): boolean {
  return error instanceof AppError && error.details.status === 400;
}
