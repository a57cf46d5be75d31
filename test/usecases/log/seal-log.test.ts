import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import { verifyChain } from '../../../functions/src/domain/log-chain/verify-chain.ts';
import type { LogEntry } from '../../../functions/src/ports/log.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { sealLog } from '../../../functions/src/usecases/log/seal-log.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';

let client: FirestoreClient;
beforeAll(async () => {
  client = await openFirestore(freshProjectId());
});
afterAll(() => client.firestore.terminate());

const AT = new Date('2024-03-20T03:00:00Z');
const entry = (unitId: string, parts: Partial<LogEntry> = {}): Omit<LogEntry, 'id'> => ({
  at: AT,
  by: `${unitId}@x.example`,
  action: 'form_submitted',
  unitId,
  ...parts,
});

/** Each in a transaction of its own, as units send their forms. */
const append = (store: Store, count: number, from = 0) =>
  Promise.all(
    Array.from({ length: count }, (_, i) =>
      store.transact(async (transaction) => transaction.appendLog(entry(`U${from + i}`))),
    ),
  );
const report = async (store: Store) => verifyChain(await store.logChain());
const logOf = (code: string) => client.firestore.collection(`campaigns/${code}/log`);

describe('sealing the log', () => {
  it('takes every entry into one seal, also those that come while it is at it, and two do it at once', async () => {
    const store = openStore(client, 'BUSY');
    await append(store, 40);
    await Promise.all([sealLog(store), sealLog(store), append(store, 40, 40), sealLog(store)]);
    expect(await report(store)).toMatchObject({ entries: 80, faults: [] });
    await sealLog(store);
    const done = await report(store);
    expect(done).toMatchObject({ entries: 80, waiting: 0, faults: [] });
    expect(await sealLog(store)).toBe(0);
    expect(await report(store)).toEqual(done);
    expect(await store.log(100)).toHaveLength(80);
  });

  it('adopts entries from before there were seals, and is safe to be killed on the way', async () => {
    const store = openStore(client, 'OLD');
    const { writtenAt } = { writtenAt: new Date('2024-03-01T00:00:00Z') };
    for (const nth of [0, 1, 2])
      await logOf('OLD').add({ ...entry(`U${nth}`, { reason: 'vì' }), writtenAt, nth });
    expect((await report(store)).faults).toHaveLength(3); // in no seal, and none waits for one
    await store.adoptLog();
    await append(store, 1, 3);
    expect(await sealLog(store)).toBe(4);
    expect(await report(store)).toMatchObject({ entries: 4, seals: 1, waiting: 0, faults: [] });
  });

  it('shows an altered moment down to its last digit, a deleted entry and one that was slipped in', async () => {
    const store = openStore(client, 'ALTERED');
    await append(store, 3);
    await sealLog(store);
    const { docs } = await logOf('ALTERED').get();
    const [altered, deleted] = docs.map(({ id }) => id);
    const { seconds, nanoseconds } = docs[0]!.get('writtenAt');
    const { Timestamp } = await import('@google-cloud/firestore');
    const moved = new Timestamp(seconds, nanoseconds >= 1000 ? nanoseconds - 1000 : nanoseconds + 1000);
    await docs[0]!.ref.update({ writtenAt: moved });
    await docs[1]!.ref.delete();
    await logOf('ALTERED')
      .doc('slipped')
      .set({ ...docs[2]!.data() });
    const { faults } = await report(store);
    expect(faults).toHaveLength(3);
    expect(faults).toEqual(
      expect.arrayContaining([
        { fault: 'entry_altered', entry: altered, seal: 1 },
        { fault: 'entry_missing', entry: deleted, seal: 1 },
        { fault: 'entry_slipped_in', entry: 'slipped' },
      ]),
    );
  });

  it('needs more than one seal for very many, and goes on where the time was up', async () => {
    const store = openStore(client, 'MANY');
    for (let batch = 0; batch < 5; batch++)
      await store.transact(async (transaction) => {
        for (let i = 0; i < 180; i++) transaction.appendLog(entry(`U${batch}-${i}`));
      });
    expect(await sealLog(store, () => 0)).toBe(400);
    expect(await sealLog(store, () => 1)).toBe(500);
    expect(await report(store)).toMatchObject({ entries: 900, seals: 3, waiting: 0, faults: [] });
  });
});
