import type { OutboxId } from '../functions/src/ports/outbox.ts';
import type { Store } from '../functions/src/ports/store.ts';
import type { WorkbookId } from '../functions/src/ports/workbook.ts';

export const unitBook = (unitId: string): WorkbookId => `unit:${unitId}`;

/** Documents of one transaction. */
export const AT_ONCE = 150;

/** As after everything was delivered, and some workbooks asked for again: whoever measures those measures nothing else. */
export async function onlyPending(
  store: Store,
  unitIds: readonly string[],
  pending: ReadonlySet<OutboxId>,
): Promise<void> {
  const at = new Date(0);
  const all: readonly OutboxId[] = ['units', 'office', 'summary', ...unitIds.map(unitBook)];
  for (let start = 0; start < all.length; start += AT_ONCE)
    await store.transact(async (transaction) => {
      for (const id of all.slice(start, start + AT_ONCE))
        transaction.putOutboxEntry({
          id,
          state: pending.has(id) ? 'pending' : 'delivered',
          request: 1,
          requestedAt: at,
          notBefore: at,
          attempts: 0,
          ...(!pending.has(id) && { deliveredAt: new Date() }),
        });
    });
}
