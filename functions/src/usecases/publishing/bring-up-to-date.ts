import type { Patience } from '../../adapters/google-call.ts';
import { AppError } from '../../domain/app-error.ts';
import { digestOf } from '../../domain/digest.ts';
import { planEdits } from '../../domain/publishing/plan-edits.ts';
import type { WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { Store, Workbook, WorkbookId } from '../../ports.ts';
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
  const known = (await snapshot.workbooks()).get(id);
  try {
    return await write(known ?? (await make(id, wanted, context)), wanted, context);
  } catch (error) {
    if (known === undefined || !isGone(error)) throw error;
    // Somebody deleted the file: another one takes its place.
    return await write(await make(id, wanted, context), wanted, context);
  }
}

/** Remembered at once: Drive's search may take a while to find a new file. */
async function make(
  id: WorkbookId,
  { title }: WantedWorkbook,
  { store, now, google, campaign, patience }: DeliveryContext,
): Promise<Workbook> {
  const spreadsheetId = await google.drive.ensureSpreadsheet({ campaign, workbook: id, title }, patience);
  const workbook: Workbook = { id, spreadsheetId, createdAt: now() };
  await store.transact(async (transaction) => transaction.putWorkbook(workbook));
  return workbook;
}

async function write(
  workbook: Workbook,
  wanted: WantedWorkbook,
  { google, snapshot, patience, now }: DeliveryContext,
): Promise<Workbook | undefined> {
  const { id, spreadsheetId, shared } = workbook;
  const sharing = sharingOf(id, await snapshot.members());
  const digest = digestOf(sharing);
  const at = now();
  const holds = shared?.digest === digest && at.getTime() - shared.at.getTime() < SHARING_HOLDS_MS;
  await Promise.all([
    holds ? undefined : google.drive.share(spreadsheetId, sharing, patience),
    writeSheets(spreadsheetId, wanted, google, patience),
  ]);
  return holds ? undefined : { ...workbook, shared: { digest, at } };
}

async function writeSheets(
  spreadsheetId: string,
  wanted: WantedWorkbook,
  google: Google,
  patience: Patience,
): Promise<void> {
  const attempt = async () => {
    const [current, editor] = await Promise.all([
      google.sheets.read(spreadsheetId, patience),
      google.account(),
    ]);
    const plan = planEdits(current, wanted, editor === undefined ? {} : { editor });
    await google.sheets.apply(spreadsheetId, plan, patience);
  };
  // Refused as a whole: somebody changed the workbook between our look and our write. One more look.
  await attempt().catch((error) => (isRefused(error) ? attempt() : Promise.reject(error)));
}

function isGone(error: unknown): boolean {
  return error instanceof AppError && error.code === 'not_found';
}

function isRefused(error: unknown): boolean {
  return error instanceof AppError && error.details.status === 400;
}
