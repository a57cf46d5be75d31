import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { ADMIN, type Reply, startTestOffice, type TestOffice } from '../http/test-office.ts';
import { seededRandom } from '../support/seeded-random.ts';
import { loadedFiles, unitIdsOf } from './campaign.ts';
import { type Caller, measuring } from './measured.ts';
import { heapEnv, heapMiB } from './memory.ts';

export interface LoadOptions {
  readonly units: number;
  readonly seed: number;
}

/** A campaign of many units on the bundle, the framework's own server, the emulator, and the local Sheets server. */
export interface LoadOffice extends LoadOptions {
  readonly office: TestOffice;
  readonly client: FirestoreClient;
  readonly campaign: string;
  readonly store: Store;
  readonly unitIds: readonly string[];
  readonly caller: Caller;
  readonly random: () => number;
  /** Not measured: what has to be there before. Throws where it is refused. */
  prepare(path: string, as: string, body: object, at: string): Promise<Reply>;
  /** Of the functions' process, after a collection. */
  heap(): Promise<number>;
  stop(): Promise<void>;
}

/** FIRESTORE_EMULATOR_HOST names the emulator. */
export async function openLoadOffice({ units, seed }: LoadOptions): Promise<LoadOffice> {
  const folder = mkdtempSync(join(tmpdir(), 'load-'));
  const heapFile = join(folder, 'heap');
  const office = await startTestOffice({ google: true, env: heapEnv(heapFile) });
  const client = await openFirestore(office.projectId);
  const random = seededRandom(seed);
  const campaign = 'LOAD';
  const unitIds = unitIdsOf(units);
  const prepare: LoadOffice['prepare'] = async (path, as, body, at) => {
    const reply = await office.call(path, { as, at, body: { campaign, ...body } });
    if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
    return reply;
  };
  await prepare(
    '/load-campaign',
    ADMIN,
    { files: loadedFiles(campaign, unitIds) },
    '2024-02-01T01:00:00.000Z',
  );
  return {
    units,
    seed,
    office,
    client,
    campaign,
    store: openStore(client, campaign),
    unitIds,
    caller: measuring(office, campaign, random),
    random,
    prepare,
    heap: () => heapMiB(office.functions.pid, heapFile),
    async stop() {
      await office.stop();
      await client.firestore.terminate();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Does all of them, so many at the same time. */
export async function inPool<T>(
  all: readonly T[],
  atOnce: number,
  work: (one: T) => Promise<unknown>,
): Promise<void> {
  const waiting = all.values();
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const one of waiting) await work(one);
    }),
  );
}
