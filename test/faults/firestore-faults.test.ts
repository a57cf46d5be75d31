import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { once } from '../../functions/src/usecases/acting.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { type Faults, openFaults } from './faults.ts';
import { type GrpcDoor, startGrpcDoor } from './grpc-door.ts';
import { type GrpcFault, labelOf } from './plan.ts';

const AT = new Date('2024-03-20T03:00:00Z');
const LOST: readonly GrpcFault[] = [
  { kind: 'grpc', code: 4, when: 'after' },
  { kind: 'grpc', code: 13, when: 'after' },
  { kind: 'grpc', code: 14, when: 'after' },
  { kind: 'reset', when: 'after' },
  { kind: 'cut', when: 'after' },
];

let faults: Faults;
let door: GrpcDoor;
let client: FirestoreClient;
let store: Store;
const emulator = process.env.FIRESTORE_EMULATOR_HOST!;

beforeEach(async () => {
  faults = openFaults(1);
  door = await startGrpcDoor({ to: emulator, faults });
  process.env.FIRESTORE_EMULATOR_HOST = door.host;
  client = await openFirestore(freshProjectId());
  store = openStore(client, 'FAULTS');
  await store.period('2024-03' as never); // the client reads the address when it is first used
  process.env.FIRESTORE_EMULATOR_HOST = emulator;
});
afterEach(async () => {
  await client.firestore.terminate();
  await door.stop();
});

describe('a commit that was done and whose answer got lost', () => {
  it.each(LOST.map((fault) => [labelOf(fault), fault] as const))('%s: is done once', async (_, fault) => {
    faults.push({ fault, only: /Commit/ });
    const request = { key: 'lost-answer-1', fingerprint: 'f' };
    const acting = { store, now: () => AT, by: 'officer@x.example', request };
    const answer = await once(acting, async (transaction) => {
      const n = (await transaction.registerRevision('registration', 'A')) + 1;
      transaction.putRegisterRevision('registration', 'A', n);
      transaction.appendLog({ at: AT, by: acting.by, action: 'period_opened' });
      return { n };
    });
    expect(answer).toEqual({ n: 1 });
    expect(await store.registerRevision('registration', 'A')).toBe(1);
    expect(await store.log(9)).toHaveLength(1);
    expect(faults.happened).toHaveLength(1);
  });
});

describe('a transaction that is told to slow down', () => {
  it('says so at once, in place of coming back when nobody waits any more', async () => {
    faults.push(...Array(9).fill({ fault: { kind: 'grpc', code: 8, when: 'before' }, only: /BatchGet/ }));
    const asked = store.transact(async (transaction) => transaction.period('2024-03' as never));
    await expect(asked).rejects.toMatchObject({ code: 'unavailable' });
    expect(faults.happened.length).toBeLessThan(9); // the client’s own quick attempts, and no new transaction
  });
});
