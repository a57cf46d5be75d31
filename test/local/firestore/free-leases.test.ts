import { FieldValue } from '@google-cloud/firestore';
import { expect, it } from 'vitest';
import { openStore } from '../../../functions/src/adapters/firestore/store.ts';
import type { Job } from '../../../functions/src/ports/job.ts';
import type { OutboxEntry } from '../../../functions/src/ports/outbox.ts';
import { freeLeases } from '../../../local/firestore/free-leases.ts';
import { freshFirestore, freshProjectId } from '../../support/fresh-firestore.ts';

const AT = new Date('2024-04-16T02:00:00Z');

it('ends the leases of deliveries and jobs that died with their office, in every campaign, and changes nothing else', async () => {
  const projectId = freshProjectId();
  const firestore = freshFirestore(projectId);
  const entry: OutboxEntry = {
    id: 'summary',
    state: 'pending',
    request: 3,
    requestedAt: AT,
    notBefore: AT,
    attempts: 1,
    lastErrorCode: 'unavailable 503',
  };
  const job: Job = {
    key: 'provision',
    kind: 'provision',
    nth: 1,
    state: 'running',
    requestedAt: AT,
    requestedBy: 'officer@x.example',
    startedAt: AT,
    done: 3,
    total: 50,
    attempts: 1,
  };
  const leaseUntil = new Date(AT.getTime() + 30_000);
  const stores = ['MOT', 'HAI'].map((campaign) => openStore({ firestore, fieldValue: FieldValue }, campaign));
  for (const store of stores)
    await store.transact(async (transaction) => {
      transaction.putOutboxEntry({ ...entry, leaseUntil });
      transaction.putJob({ ...job, leaseUntil });
    });

  await freeLeases(process.env.FIRESTORE_EMULATOR_HOST!, projectId);

  for (const store of stores)
    expect([await store.outboxEntry('summary'), await store.job('provision')]).toEqual([entry, job]);
});
