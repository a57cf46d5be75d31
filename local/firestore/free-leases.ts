import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { OutboxEntry, OutboxId } from '../../functions/src/ports/outbox.ts';
import type { Store } from '../../functions/src/ports/store.ts';

/**
 * Ends the leases that a killed office's deliveries and jobs held, in every campaign: nobody else can hold one here,
 * so what they had begun need not wait until the leases run out.
 */
export async function freeLeases(firestoreHost: string, projectId: string): Promise<void> {
  process.env.METADATA_SERVER_DETECTION ??= 'none'; // else the client goes looking for Google's metadata server
  const { Firestore, FieldValue } = await import('@google-cloud/firestore');
  const firestore = new Firestore({
    projectId,
    host: firestoreHost,
    ssl: false,
    customHeaders: { Authorization: 'Bearer owner' }, // the emulator's word for whom the rules do not bind
  });
  try {
    for (const { id } of await firestore.collection('campaigns').listDocuments())
      await freeLeasesOf(openStore({ firestore, fieldValue: FieldValue }, id));
  } finally {
    await firestore.terminate();
  }
}

async function freeLeasesOf(store: Store): Promise<void> {
  const units = (await store.setup())?.campaign.units ?? [];
  const ids: OutboxId[] = ['summary', 'office', 'units', ...units.map(({ id }) => `unit:${id}` as const)];
  const entries = await Promise.all(ids.map((id) => store.outboxEntry(id)));
  const leased = entries.filter((entry) => entry?.leaseUntil !== undefined) as OutboxEntry[];
  const jobs = (await store.unfinishedJobs()).filter(({ leaseUntil }) => leaseUntil !== undefined);
  await store.transact(async (transaction) => {
    for (const { leaseUntil: _, ...entry } of leased) transaction.putOutboxEntry(entry);
    for (const { leaseUntil: _, ...job } of jobs) transaction.putJob(job);
  });
}
