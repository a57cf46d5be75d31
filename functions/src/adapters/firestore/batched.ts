import type { DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';

type GetAll = (...references: DocumentReference[]) => Promise<DocumentSnapshot[]>;

/** Reads asked for in the same breath go to Firestore in one call: a form needs three documents and one round trip. */
export function batched(getAll: GetAll): (reference: DocumentReference) => Promise<DocumentSnapshot> {
  let waiting: Waiting[] = [];
  const send = async () => {
    const sent = waiting;
    waiting = [];
    try {
      const snapshots = await getAll(...sent.map(({ reference }) => reference));
      for (const [i, { resolve }] of sent.entries()) resolve(snapshots[i]!);
    } catch (error) {
      for (const { reject } of sent) reject(error);
    }
  };
  return (reference) =>
    new Promise((resolve, reject) => {
      waiting.push({ reference, resolve, reject });
      if (waiting.length === 1) queueMicrotask(send);
    });
}

interface Waiting {
  readonly reference: DocumentReference;
  readonly resolve: (snapshot: DocumentSnapshot) => void;
  readonly reject: (error: unknown) => void;
}
