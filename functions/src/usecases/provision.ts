import type { Campaign } from '../domain/campaign/campaign.ts';
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
    const requested = workbookCount(campaign);
    transaction.appendLog({ at, by: acting.by, action: 'workbooks_requested', details: { requested } });
    return { requested };
  });
}

/** The office's, the summary, and one for every unit that ever was. */
export function workbookCount({ units }: Campaign): number {
  return new Set(units.map(({ id }) => id)).size + 2;
}
