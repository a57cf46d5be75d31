import { AppError } from '../../domain/app-error.ts';
import { planSeal } from '../../domain/log-chain/seal.ts';
import type { Store } from '../../ports/store.ts';

/** Entries of one seal: each is written once more in its transaction. */
const MOST_ENTRIES = 400;

/**
 * Takes the entries of the log that are in no seal yet into the next ones. Safe to be killed anywhere and to run
 * twice at the same time: a seal is one transaction, and whoever comes second finds its entries taken. Entries of
 * transactions that commit meanwhile are in the seal after it. At least one seal is made where one is due, however
 * little time is left. Returns how many entries were sealed.
 */
export async function sealLog(store: Store, leftMs: () => number = () => 1): Promise<number> {
  if ((await store.lastSeal()) === undefined) await store.adoptLog();
  let sealed = 0;
  do {
    const seen = await store.unsealedEntries(MOST_ENTRIES);
    if (seen.length === 0) break;
    sealed += await sealSome(
      store,
      seen.map(({ id }) => id),
    );
    if (seen.length < MOST_ENTRIES) break;
  } while (leftMs() > 0);
  return sealed;
}

async function sealSome(store: Store, ids: readonly string[]): Promise<number> {
  try {
    return await store.transact(async (transaction) => {
      const [last, ...entries] = await Promise.all([
        transaction.lastSeal(),
        ...ids.map((id) => transaction.unsealedEntry(id)),
      ]);
      const seal = planSeal(
        last,
        entries.filter((entry) => entry !== undefined),
      );
      if (seal === undefined) return 0;
      transaction.putSeal(seal);
      return seal.entries.length;
    });
  } catch (error) {
    // Somebody else is sealing.
    if (error instanceof AppError && error.code === 'conflict') return 0;
    throw error;
  }
}
