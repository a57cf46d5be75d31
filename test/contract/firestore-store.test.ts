import { randomUUID } from 'node:crypto';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { storeContract } from './store.ts';

let client: FirestoreClient | undefined;

// Last confirmed against Google's own Firestore: never; no account at hand. On its emulator: with every run.
storeContract(
  "Google's Firestore emulator",
  async () => {
    client ??= await openFirestore(freshProjectId());
    return openStore(client, `C-${randomUUID()}`);
  },
  { after: async () => client?.firestore.terminate() },
);
