import { HEARTBEAT_EVERY_MS } from '../../domain/watch/operations.ts';
import type { Store } from '../../ports/store.ts';
import type { Door } from '../../ports/watch.ts';

/** Keeps that the scheduler called, once a minute however often it calls. */
export async function heartbeat(store: Store, campaign: string, door: Door, at: Date): Promise<void> {
  const key = `${campaign}/${door}`;
  const last = kept.get(key);
  if (last !== undefined && at.getTime() - last < HEARTBEAT_EVERY_MS && at.getTime() >= last) return;
  await store.transact(async (transaction) => transaction.putHeartbeat(door, at));
  kept.set(key, at.getTime());
}

/** Of this process; another one keeps its own, and a write too many does no harm. */
const kept = new Map<string, number>();
