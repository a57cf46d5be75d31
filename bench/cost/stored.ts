import type { CollectionReference, DocumentReference } from '@google-cloud/firestore';
import type { FirestoreClient } from '../../functions/src/adapters/firestore/client.ts';

export interface Stored {
  readonly documents: number;
  readonly bytes: number;
}

/** A document's name and its own overhead (firebase.google.com/docs/firestore/storage-size), and the entries of its indexes. */
const BYTES_BESIDES = 32 + 120;
/** Entries of the indexes that are left, as much again as the content: more than they are. */
const INDEXED = 2;

/** Everything below one campaign, roughly as Firestore bills it: contents as JSON, names, indexes. */
export async function storedIn({ firestore }: FirestoreClient, campaign: string): Promise<Stored> {
  const sum = { documents: 0, bytes: 0 };
  const add = async (collection: CollectionReference): Promise<void> => {
    for (const { ref, data } of await listed(collection)) {
      sum.documents++;
      sum.bytes += BYTES_BESIDES + INDEXED * JSON.stringify(data).length;
      if (DEEP.has(collection.id)) await addBelow(ref);
    }
  };
  const addBelow = async (reference: DocumentReference): Promise<void> => {
    for (const each of await reference.listCollections()) await add(each);
  };
  await addBelow(firestore.doc(`campaigns/${campaign}`));
  return sum;
}

/** Whose documents have collections of their own. */
const DEEP: ReadonlySet<string> = new Set(['periods', 'registers']);

async function listed(collection: CollectionReference) {
  const { docs } = await collection.get();
  return docs.map((snapshot) => ({ ref: snapshot.ref, data: snapshot.data() }));
}
