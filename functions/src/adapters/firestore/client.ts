import type { FieldValue, Firestore } from '@google-cloud/firestore';

/** The client and the one class of its module that writers need; the module itself is loaded when first used. */
export interface FirestoreClient {
  readonly firestore: Firestore;
  readonly fieldValue: typeof FieldValue;
}

/** One per process: it holds the connections. `projectId` absent: the client asks Google's metadata server. */
export async function openFirestore(projectId: string | undefined): Promise<FirestoreClient> {
  const { Firestore, FieldValue } = await import('@google-cloud/firestore');
  return { firestore: new Firestore(projectId === undefined ? {} : { projectId }), fieldValue: FieldValue };
}
