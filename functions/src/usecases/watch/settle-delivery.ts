import { AppError } from '../../domain/app-error.ts';
import { present } from '../../domain/present.ts';
import type { OutboxEntry, OutboxId } from '../../ports/outbox.ts';
import { unitIn } from '../../workbooks/unit-in.ts';
import { type Acting, once } from '../acting.ts';
import { askedBesides } from '../publishing/lease.ts';
import { requireWorkbook } from '../require-workbook.ts';

export interface DeliveryDecision {
  readonly workbook: OutboxId;
  readonly action: 'retry' | 'drop';
  /** Of a drop. */
  readonly reason?: string | undefined;
  /** Where it is decided: has to be the office's workbook. */
  readonly spreadsheetId?: string | undefined;
}

/**
 * What an officer decides about a workbook whose writing fails: to try again now, or to give it up, with a reason. A
 * workbook that was given up is shown as such until it is written again: by trying again, or because something else asks
 * for it. Throws AppError not_found (nothing of it fails), reason_missing, workbook_unknown.
 */
export async function settleDelivery(
  acting: Acting,
  { workbook, action, reason, spreadsheetId }: DeliveryDecision,
): Promise<Pick<OutboxEntry, 'state'> & { readonly workbook: OutboxId }> {
  const { store, now, by } = acting;
  await requireWorkbook(store, 'office', spreadsheetId);
  const why = reason?.normalize('NFC').trim() ?? '';
  if (action === 'drop' && why === '') throw new AppError('reason_missing');
  return once(acting, async (transaction) => {
    const entry = await transaction.outboxEntry(workbook);
    const isStuck = entry?.state === 'dropped' || entry?.failing !== undefined;
    if (action === 'drop' && !isStuck) throw new AppError('not_found', { what: 'delivery' });
    if (entry === undefined || !isStuck) return { workbook, state: entry?.state ?? 'delivered' }; // somebody was quicker, or the next try succeeded
    const besides = action === 'drop' ? await askedBesides(transaction, [entry]) : [];
    const at = now();
    const { lastErrorCode, failing, leaseUntil, alsoIn, ...rest } = entry;
    if (action === 'retry') {
      const again = { ...rest, state: 'pending', notBefore: at, attempts: 0 } as const;
      transaction.putOutboxEntry(present({ ...again, failing, leaseUntil, alsoIn }));
    } else {
      for (const { id, traces } of besides) transaction.enqueue(id, at, { traces });
      const code = failing?.code ?? lastErrorCode ?? entry.dropped?.code ?? '';
      transaction.putOutboxEntry({ ...rest, state: 'dropped', dropped: { at, by, reason: why, code } });
    }
    transaction.appendLog({
      at,
      by,
      action: action === 'retry' ? 'delivery_retried' : 'delivery_dropped',
      ...unitIn(workbook),
      ...(action === 'drop' && { reason: why }),
      details: { workbook },
    });
    return { workbook, state: action === 'retry' ? 'pending' : 'dropped' } as const;
  });
}
