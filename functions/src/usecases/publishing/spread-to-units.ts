import type { Store } from '../../ports/store.ts';
import type { Snapshot } from './snapshot.ts';

/** Few enough for one commit, many enough that 10,000 units take 25 of them. */
const UNITS_PER_TRANSACTION = 400;

/** Asks for every unit's workbook. Killed in the middle it is done again: asking twice is asking once. */
export async function spreadToUnits(
  store: Store,
  snapshot: Snapshot,
  at: Date,
  traces: readonly string[] = [],
): Promise<void> {
  const { campaign } = await snapshot.setup();
  const unitIds = [...new Set(campaign.units.map(({ id }) => id))];
  for (let start = 0; start < unitIds.length; start += UNITS_PER_TRANSACTION) {
    const batch = unitIds.slice(start, start + UNITS_PER_TRANSACTION);
    await store.transact(async (transaction) => {
      for (const unitId of batch) transaction.enqueue(`unit:${unitId}`, at, { traces });
    });
  }
}
