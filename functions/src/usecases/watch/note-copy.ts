import { digestOf } from '../../domain/digest.ts';
import type { WorkbookId } from '../../ports/workbook.ts';
import type { Acting } from '../acting.ts';

/** Somebody who goes on trying is kept once a minute. */
const AGAIN_AFTER_MS = 60_000;

/**
 * Keeps that this account stood in a spreadsheet that is none of the campaign's and was refused. Another workbook of
 * ours is no copy: whoever mistook one is told, and nobody else has to know. Kept by account and workbook, never by
 * what was sent, so nobody fills the store with made-up ids.
 */
export async function noteCopy(
  { store, now, by }: Acting,
  { spreadsheetId, workbook }: { readonly spreadsheetId: string; readonly workbook: WorkbookId | undefined },
): Promise<void> {
  if ((await store.workbookIn(spreadsheetId)) !== undefined) return;
  const key = `${workbook?.replace(':', '.') ?? 'any'}.${digestOf(by).slice(0, 16)}`;
  const at = now();
  await store.transact(async (transaction) => {
    const before = await transaction.copyUse(key);
    const isJustNow = before !== undefined && at.getTime() - before.lastAt.getTime() < AGAIN_AFTER_MS;
    if (isJustNow && before.spreadsheetId === spreadsheetId) return;
    const firstAt = before?.firstAt ?? at;
    transaction.putCopyUse({ key, by, spreadsheetId, ...(workbook && { workbook }), firstAt, lastAt: at });
  });
}
