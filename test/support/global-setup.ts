import { existsSync } from 'node:fs';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { showFailure } from '../../local/office/trouble.ts';

/**
 * One Firestore emulator for the whole run, on a free port (or the one FIRESTORE_EMULATOR_HOST names). Tests
 * share it and stay apart by project id: see fresh-firestore.ts. Vitest hands our environment to its workers.
 */
export default async function setUp(): Promise<() => Promise<void>> {
  const rulesFile = existsSync('firestore.rules') ? 'firestore.rules' : undefined;
  const emulator = await startFirestoreEmulator({ rulesFile }).catch((error) => {
    throw new Error(showFailure(error), { cause: error });
  });
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none'; // else the client goes looking for Google's metadata server
  return () => emulator.stop();
}
