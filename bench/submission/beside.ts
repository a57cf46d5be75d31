import { join } from 'node:path';
import type { DocumentReference } from '@google-cloud/firestore';
import { pathsOf } from '../../functions/src/adapters/firestore/paths.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import { startFunctions } from '../../local/office/functions-server.ts';
import { freePort } from '../../local/office/ports.ts';
import { AUDIENCE } from '../../test/http/test-office.ts';
import { editorOf, someForm } from '../../test/load/campaign.ts';
import type { LoadOffice } from '../../test/load/load-office.ts';

/** What a submission is held against. */
export interface Beside {
  /** An empty function, called with the same token and body. */
  empty(): Promise<void>;
  /** Four documents read and four written in a transaction of Firestore's client, in this process. */
  transaction(): Promise<void>;
  /** The four written alone. */
  commit(): Promise<void>;
  stop(): Promise<void>;
}

export const MARCH = '2024-03' as PeriodId;
export const requestKeyOf = (unitId: string): string => `bench-${unitId}`;

const EMPTY = join(import.meta.dirname, '../cold-start/empty');

/** `unitId`: whose stored documents are written again and again, each time under other names. */
export async function openBeside(load: LoadOffice, unitId: string): Promise<Beside> {
  const { client, campaign, office, random } = load;
  const { firestore } = client;
  const paths = pathsOf(firestore, campaign);
  const contents = await documentsOf(load, unitId);
  const reads = [paths.member(editorOf(unitId)), paths.workbook(`unit:${unitId}`), paths.period(MARCH)];
  let nth = 0;
  const named = (): readonly (readonly [DocumentReference, FirebaseFirestore.DocumentData])[] => {
    nth += 1;
    return contents.map((content, i) => [firestore.doc(`bare/${nth}-${i}`), content] as const);
  };

  const functions = await startFunctions({
    source: EMPTY,
    target: 'empty',
    port: await freePort(),
    env: { NODE_ENV: 'production' },
    logFile: join(process.cwd(), 'node_modules/.cache/bench-empty.log'),
  });
  return {
    async empty() {
      const token = await office.identity.issueIdToken({ email: editorOf(unitId), audience: AUDIENCE });
      const response = await fetch(functions.url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: JSON.stringify({ campaign, period: MARCH, unitId, cells: someForm(random) }),
      });
      await response.json();
    },
    async transaction() {
      const writes = named();
      await firestore.runTransaction(async (transaction) => {
        await transaction.getAll(...reads, writes[0]![0]);
        for (const [reference, content] of writes) transaction.set(reference, content);
      });
    },
    async commit() {
      const batch = firestore.batch();
      for (const [reference, content] of named()) batch.set(reference, content);
      await batch.commit();
    },
    stop: () => functions.stop(),
  };
}

/** What one submission wrote: the form, its line in the log, its entry in the outbox, its answer. */
async function documentsOf(
  { client: { firestore }, campaign }: LoadOffice,
  unitId: string,
): Promise<readonly FirebaseFirestore.DocumentData[]> {
  const paths = pathsOf(firestore, campaign);
  const [log, others] = await Promise.all([
    paths.log.where('unitId', '==', unitId).limit(1).get(),
    firestore.getAll(
      paths.submission(MARCH, unitId),
      paths.outboxEntry(`unit:${unitId}`),
      paths.request(requestKeyOf(unitId)),
    ),
  ]);
  return [...log.docs, ...others].map((snapshot) => {
    const content = snapshot.data();
    if (content === undefined) throw new Error(`${snapshot.ref.path} is not there`);
    return content;
  });
}
