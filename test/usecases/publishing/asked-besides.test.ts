import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import { REGISTERS } from '../../../functions/src/domain/register/registers.ts';
import type { OutboxEntry, OutboxId } from '../../../functions/src/ports/outbox.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import {
  askForShared,
  leaseDue,
  release,
  settleDelivered,
  settleFailed,
} from '../../../functions/src/usecases/publishing/lease.ts';
import { saveRegister } from '../../../functions/src/usecases/registers/save-register.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { settleDelivery } from '../../../functions/src/usecases/watch/settle-delivery.ts';
import { type FirestoreMeter, startFirestoreMeter } from '../../support/firestore-meter.ts';
import { freshProjectId } from '../../support/fresh-firestore.ts';
import { campaignWithFields, formOf, registrationRow } from '../registers/register-office.ts';

const AT = new Date('2024-05-04T01:00:00Z');
const later = (seconds: number) => new Date(AT.getTime() + seconds * 1000);
let meter: FirestoreMeter;
let client: FirestoreClient;

beforeAll(async () => {
  meter = await startFirestoreMeter(process.env.FIRESTORE_EMULATOR_HOST!);
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', meter.host);
  client = await openFirestore(freshProjectId());
});
afterAll(async () => {
  await client.firestore.terminate();
  await meter.stop();
});

const openEmpty = (): Store => openStore(client, `C-${randomUUID()}`);

/** What a unit does that shows in the office's workbook too: its mark in the store, and the request. */
function save(store: Store, unitId: string, at = AT): Promise<void> {
  return store.transact(async (transaction) => {
    transaction.putRegisterRevision('registration', unitId, 1);
    transaction.enqueue(`unit:${unitId}`, at, { alsoIn: ['office'] });
  });
}

const isSaved = async (store: Store, unitId: string) =>
  (await store.registerRevision('registration', unitId)) === 1;

const idsOf = (entries: readonly OutboxEntry[]): readonly OutboxId[] => entries.map(({ id }) => id);

/** Everything that is due, taken and settled until there is no more, a second later each; which workbooks, in order. */
async function deliverAll(store: Store, after = 1): Promise<readonly OutboxId[]> {
  const delivered: OutboxId[] = [];
  for (let seconds = after; ; seconds++) {
    const at = later(seconds);
    const leased = await leaseDue(store, at, 10);
    if (leased.length === 0) return delivered;
    await settleDelivered(
      store,
      leased.map((entry) => ({ entry })),
      at,
    );
    delivered.push(...idsOf(leased));
  }
}

describe('a workbook that is asked for besides', () => {
  it('is asked for when the entry is taken, once for many', async () => {
    const store = openEmpty();
    for (const unitId of ['A', 'B', 'C']) await save(store, unitId);
    expect(await store.outboxEntry('office')).toBeUndefined();
    expect(await deliverAll(store)).toEqual(['unit:A', 'unit:B', 'unit:C', 'office']);
    expect((await store.outboxEntry('office'))?.request).toBe(1);
    expect(await deliverAll(store)).toEqual([]);
  });

  it('is not asked for again where it is taken with the entry, and read after it', async () => {
    const store = openEmpty();
    await store.transact(async (transaction) => transaction.enqueue('office', AT));
    await save(store, 'A');
    expect([...(await deliverAll(store))].sort()).toEqual(['office', 'unit:A']);
  });

  it('is delivered again where it was being delivered when the entry was taken', async () => {
    const store = openEmpty();
    await store.transact(async (transaction) => transaction.enqueue('office', AT));
    const [office] = await leaseDue(store, AT, 1);
    await save(store, 'A');
    expect(idsOf(await leaseDue(store, AT, 10))).toEqual(['unit:A']);
    await settleDelivered(store, [{ entry: office! }], AT);
    expect(await deliverAll(store)).toEqual(['office']);
  });

  it('is asked for where the taker was killed, put the entry off, or gave it back', async () => {
    const ends: readonly ((store: Store, taken: OutboxEntry) => Promise<void>)[] = [
      async () => {},
      (store, taken) => settleFailed(store, taken, { at: AT, error: new Error('no'), random: () => 0 }),
      (store, taken) => release(store, taken, AT),
    ];
    for (const end of ends) {
      const store = openEmpty();
      await save(store, 'A');
      const [taken] = await leaseDue(store, AT, 10);
      await end(store, taken!);
      expect(await deliverAll(store, 31)).toContain('office');
    }
  });

  it('is asked for where the entry is given up', async () => {
    const store = openEmpty();
    await save(store, 'A');
    const [taken] = await leaseDue(store, AT, 1);
    await settleFailed(store, taken!, { at: AT, error: new Error('no'), random: () => 0 });
    const [office] = await leaseDue(store, AT, 1);
    await settleDelivered(store, [{ entry: office! }], AT);
    await save(store, 'A');
    const acting = { store, by: 'officer@x.example', now: () => AT };
    await settleDelivery(acting, { workbook: 'unit:A', action: 'drop', reason: 'Tệp hỏng' });
    expect(await deliverAll(store)).toEqual(['office']);
  });

  it('is brought by whoever is about to open it, though nobody has taken the entry yet', async () => {
    const store = openEmpty();
    await save(store, 'A');
    await askForShared(store, ['summary', 'office'], AT);
    expect(idsOf(await leaseDue(store, AT, 10, ['summary']))).toEqual([]);
    expect(idsOf(await leaseDue(store, AT, 10, ['office']))).toEqual(['office']);
  });
});

describe('at the same time', () => {
  it('fifty units that save a row write no document that is the same for all', async () => {
    const code = `C${randomUUID().slice(0, 8)}`;
    const store = openStore(client, code);
    const units = Array.from({ length: 50 }, (_, i) => `U${i + 10}`);
    const acting = { store, by: 'admin@x.example', now: () => AT };
    const table = [
      'unit_id,name,track,cluster',
      ...['A', 'B', ...units].map((id) => `${id},Xã ${id},XA,Cụm 1`),
      '',
    ];
    await loadCampaign(acting, {
      campaign: code,
      files: { ...campaignWithFields(code), 'units.csv': table.join('\n') },
    });
    await meter.takeAll();
    await Promise.all(
      units.map((unitId, i) =>
        saveRegister({ ...acting, by: `${unitId}@x.example` }, REGISTERS.registration, {
          unitId,
          cells: formOf(REGISTERS.registration, [registrationRow(`DK-AAAA${letters(i)}`)]),
        }),
      ),
    );
    const written = (await meter.takeAll()).flatMap(({ writes }) => writes);
    const often = [...Map.groupBy(written, (path) => path)].filter(([, times]) => times.length > 1);
    expect(often.map(([path, times]) => `${path}: ${times.length}`)).toEqual([]);
    expect(written.filter((path) => path.endsWith('/outbox/office'))).toEqual([]);

    await deliverAll(store);
    const asked = (await meter.takeAll())
      .flatMap(({ writes }) => writes)
      .filter((path) => /office|summary/.test(path));
    expect(asked.length).toBeLessThanOrEqual(6); // asked for, taken, settled: each workbook
  });

  it('nothing that was saved is missing where the workbook was delivered last, whoever came when', async () => {
    const run = async (pauses: readonly number[]) => {
      const store = openEmpty();
      const units = pauses.map((_, i) => `U${i}`);
      let seen: readonly string[] = [];
      let open = units.length;
      const saving = units.map(async (unitId, i) => {
        for (let turn = 0; turn < pauses[i]!; turn++) await store.outboxEntry('office');
        await save(store, unitId).finally(() => {
          open -= 1;
        });
      });
      /** Two deliverers, the second of which takes what it finds while the first is at it. */
      const deliver = async (isFirst: boolean): Promise<number> => {
        const leased = await leaseDue(store, AT, 2);
        const saved = await Promise.all(units.map((unitId) => isSaved(store, unitId)));
        if (idsOf(leased).includes('office')) seen = units.filter((_, i) => saved[i]);
        if (isFirst) await deliver(false);
        const entries = leased.map((entry) => ({ entry }));
        if (leased.length > 0) await settleDelivered(store, entries, AT);
        return leased.length;
      };
      while (open > 0) await deliver(true);
      await Promise.all(saving);
      while ((await deliver(true)) > 0);
      expect(seen).toEqual(units);
      expect(await store.pendingOutboxCount()).toBe(0);
    };
    const anyPauses = fc.array(fc.integer({ min: 0, max: 8 }), { minLength: 1, maxLength: 8 });
    await fc.assert(fc.asyncProperty(anyPauses, run), { numRuns: 10 });
  });
});

/** Two letters of which codes are made. */
const letters = (i: number): string => {
  const alphabet = 'ABCDEFGH';
  return `${alphabet[Math.floor(i / alphabet.length)]}${alphabet[i % alphabet.length]}`;
};
