import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { showFailure } from '../../local/office/trouble.ts';

/**
 * One Firestore emulator for the whole run, on a free port (or the one FIRESTORE_EMULATOR_HOST names). Tests
 * share it and stay apart by project id: see fresh-firestore.ts. Vitest hands our environment to its workers.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const shared = await mkdtemp(join(tmpdir(), 'tests-'));
  project.provide('shared', shared);
  const rulesFile = existsSync('firestore.rules') ? 'firestore.rules' : undefined;
  const emulator = await startFirestoreEmulator({ rulesFile }).catch((error) => {
    throw new Error(showFailure(error), { cause: error });
  });
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none'; // else the client goes looking for Google's metadata server
  return async () => {
    await emulator.stop();
    await rm(shared, { recursive: true, force: true });
  };
}

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder for what the tests of one run share. */
    shared: string;
  }
}
