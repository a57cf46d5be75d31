import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { OutboxId } from '../../ports/outbox.ts';
import { type Acting, once } from '../acting.ts';
import { setupOf } from '../rules-of.ts';

export interface Provisioned {
  /** How many workbooks were asked for. */
  readonly requested: number;
}

/** In one transaction, beside everything else. Those that are left are found again, and mended the next time. */
const MOST_MENDED = 300;

/**
 * Asks for every workbook of the campaign: delivering makes those that are missing and mends the others. Of those where
 * the watch found something the file is put right too: it is shared with its people and nobody else.
 */
export function provision(acting: Acting): Promise<Provisioned> {
  return once(acting, async (transaction) => {
    const [{ campaign }, wrong] = await Promise.all([
      setupOf(transaction),
      transaction.watchedWithFindings(MOST_MENDED),
    ]);
    const workbooks = await Promise.all(wrong.map(({ id }) => transaction.workbook(id)));
    const at = acting.now();
    for (const workbook of workbooks) if (workbook) transaction.putWorkbook({ ...workbook, mend: true });
    for (const id of ['office', 'summary', 'units'] satisfies OutboxId[]) transaction.enqueue(id, at);
    const requested = workbookCount(campaign);
    transaction.appendLog({ at, by: acting.by, action: 'workbooks_requested', details: { requested } });
    return { requested };
  });
}

/** The office's, the summary, and one for every unit that ever was. */
export function workbookCount({ units }: Campaign): number {
  return new Set(units.map(({ id }) => id)).size + 2;
}
