import type { OutboxId } from '../ports.ts';
import { type Acting, once } from './acting.ts';
import { setupOf } from './rules-of.ts';

export interface Provisioned {
  /** How many workbooks were asked for. */
  readonly requested: number;
}

/** Asks for every workbook of the campaign: delivering makes those that are missing and mends the others. */
export function provision(acting: Acting): Promise<Provisioned> {
  return once(acting, async (transaction) => {
    const { campaign } = await setupOf(transaction);
    const at = acting.now();
    for (const id of ['office', 'summary', 'units'] satisfies OutboxId[]) transaction.enqueue(id, at);
    const requested = new Set(campaign.units.map(({ id }) => id)).size + 2;
    transaction.appendLog({ at, by: acting.by, action: 'workbooks_requested', details: { requested } });
    return { requested };
  });
}
