import { afterAll, beforeAll } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { startTestOffice, type TestOffice } from './test-office.ts';

/** The functions of the file of tests that runs, and a client of their Firestore. */
export let office: TestOffice;
export let firestore: FirestoreClient;

/** Starts them before the first test of a file and stops them after the last. To be called once, at its top. */
export function runningOffice(): void {
  beforeAll(async () => {
    office = await startTestOffice();
    firestore = await openFirestore(office.projectId);
  });
  afterAll(async () => {
    await office.stop();
    await firestore.firestore.terminate();
  });
}
