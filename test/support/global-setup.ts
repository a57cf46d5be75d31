import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { showFailure } from '../../local/office/trouble.ts';

/**
 * One Firestore emulator for the whole run, on a free port (or the one FIRESTORE_EMULATOR_HOST names). Tests
 * share it and stay apart by project id: see fresh-firestore.ts. And a folder for what is made once for all of
 * them: see once-per-run.ts. Vitest hands our environment to its workers.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  if (process.env.TEST_RUN_FOLDER) return async () => {}; // another project of the same run did it
  // Below node_modules, where the functions' bundle finds the framework as it does when deployed.
  await mkdir('node_modules/.cache', { recursive: true });
  const folder = await mkdtemp(join(process.cwd(), 'node_modules/.cache/tests-'));
  process.env.TEST_RUN_FOLDER = folder;
  const rulesFile = existsSync('firestore.rules') ? 'firestore.rules' : undefined;
  const emulator = await startFirestoreEmulator({ rulesFile }).catch((error) => {
    throw new Error(showFailure(error), { cause: error });
  });
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none'; // else the client goes looking for Google's metadata server
  return async () => {
    await emulator.stop();
    await rm(folder, { recursive: true, force: true });
  };
}
