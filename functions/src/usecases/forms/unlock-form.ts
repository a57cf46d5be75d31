import { AppError } from '../../domain/app-error.ts';
import { cleanText } from '../../domain/form/text.ts';
import type { Submission } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { periodOf, setupOf } from '../rules-of.ts';
import { isLocked } from './form-state.ts';

export interface UnlockOrder {
  readonly period: string;
  readonly unitId: string;
  readonly reason: string;
  /** Where it was asked for: has to be the unit's own workbook. */
  readonly spreadsheetId?: string | undefined;
}

export interface UnlockedForm {
  readonly period: string;
  readonly unitId: string;
  /** Of the form that stands until another one is sent. */
  readonly revision: number;
  readonly locked: false;
  /** False where it was open already. */
  readonly changed: boolean;
}

/**
 * Opens a submitted form again, as long as its period is open. What was sent stays and counts until the unit sends
 * again, which locks it anew. Throws AppError reason_missing, period_not_open, not_found, workbook_unknown.
 */
export async function unlockForm(
  acting: Acting,
  { period: id, unitId, reason: given, spreadsheetId }: UnlockOrder,
): Promise<UnlockedForm> {
  const { store, now, by } = acting;
  await requireWorkbook(store, `unit:${unitId}`, spreadsheetId);
  const reason = cleanText(given);
  if (reason === '') throw new AppError('reason_missing');
  return once(acting, async (transaction) => {
    const { record, submission } = await readSubmitted(transaction, id, unitId);
    const { period, revision } = submission;
    const changed = isLocked(submission, record);
    if (changed) {
      const at = now();
      transaction.putLock({ ...submission, unlocked: { at, by, reason } });
      const details = { revision };
      transaction.appendLog({ at, by, action: 'form_unlocked', period, unitId, reason, details });
      // Unlike of forms that come in, the office is told: it follows who has to send anew.
      transaction.enqueue(`unit:${unitId}`, at, { alsoIn: ['office'] });
    }
    return { period, unitId, revision, locked: false, changed };
  });
}

async function readSubmitted(
  reader: Reader,
  id: string,
  unitId: string,
): Promise<{ readonly record: PeriodRecord; readonly submission: Submission }> {
  const period = periodOf((await setupOf(reader)).campaign, id);
  const [record, submission] = await Promise.all([
    reader.period(period.id),
    reader.submission(period.id, unitId),
  ]);
  if (record?.state !== 'open')
    throw new AppError('period_not_open', { period: period.id, state: record?.state ?? 'none' });
  if (submission === undefined) throw new AppError('not_found', { what: 'submission' });
  return { record, submission };
}
