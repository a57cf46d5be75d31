import { randomUUID } from 'node:crypto';
import { Firestore } from '@google-cloud/firestore';
import { onTestFinished } from 'vitest';

/** A project id that nobody has used: on the emulator, an empty database of one's own. */
export const freshProjectId = (): string => `t-${randomUUID().slice(0, 18)}`;

/**
 * A client of an empty database on the run's emulator, as the functions' service account sees it (rules do not
 * apply). Called inside a test, it is closed when the test ends; elsewhere whoever asks closes it (`terminate`).
 */
export function freshFirestore(projectId: string = freshProjectId()): Firestore {
  if (!process.env.FIRESTORE_EMULATOR_HOST) {
    throw new Error('no emulator: in vitest.config.ts this test must belong to the project "firestore"');
  }
  const firestore = new Firestore({ projectId, ignoreUndefinedProperties: false });
  try {
    onTestFinished(() => firestore.terminate());
  } catch {
    // Not inside a test: a beforeAll has an afterAll.
  }
  return firestore;
}
