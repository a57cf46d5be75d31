import type { Patience } from '../../adapters/google-call.ts';
import { AppError } from '../../domain/app-error.ts';
import { planEdits } from '../../domain/publishing/plan-edits.ts';
import type { WantedWorkbook } from '../../domain/publishing/wanted.ts';
import type { Store, WorkbookId } from '../../ports.ts';
import type { Google } from './google.ts';
import { sharingOf } from './sharing.ts';
import type { Snapshot } from './snapshot.ts';
import { wantedWorkbook } from './wanted-workbook.ts';

export interface DeliveryContext {
  readonly store: Store;
  readonly now: () => Date;
  readonly google: Google;
  readonly campaign: string;
  readonly snapshot: Snapshot;
  readonly patience: Patience;
}

/** One workbook: made if it is missing, shared with its people, and written where it differs from what is stored. */
export async function bringUpToDate(id: WorkbookId, context: DeliveryContext): Promise<void> {
  const wanted = await wantedWorkbook(id, context.snapshot);
  if (wanted === undefined) return; // a unit that is no longer in the campaign: its workbook stays as it is
  const known = await context.store.workbook(id);
  const spreadsheetId = known?.spreadsheetId ?? (await make(id, wanted, context));
  try {
    await write(id, spreadsheetId, wanted, context);
  } catch (error) {
    if (known === undefined || !isGone(error)) throw error;
    // Somebody deleted the file: another one takes its place.
    await write(id, await make(id, wanted, context), wanted, context);
  }
}

async function make(
  id: WorkbookId,
  { title }: WantedWorkbook,
  { store, now, google, campaign, patience }: DeliveryContext,
): Promise<string> {
  const spreadsheetId = await google.drive.ensureSpreadsheet({ campaign, workbook: id, title }, patience);
  await store.transact(async (transaction) =>
    transaction.putWorkbook({ id, spreadsheetId, createdAt: now() }),
  );
  return spreadsheetId;
}

async function write(
  id: WorkbookId,
  spreadsheetId: string,
  wanted: WantedWorkbook,
  { google, snapshot, patience }: DeliveryContext,
): Promise<void> {
  const sharing = sharingOf(id, await snapshot.members());
  await Promise.all([
    google.drive.share(spreadsheetId, sharing, patience),
    writeSheets(spreadsheetId, wanted, google, patience),
  ]);
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
