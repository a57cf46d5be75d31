import type { DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';

type GetAll = (...references: DocumentReference[]) => Promise<DocumentSnapshot[]>;

/**
 * Reads asked for in the same breath go to Firestore in one call: a form needs three documents and one round trip.
 * `turn`: everything that is asked for before the process turns to what has arrived since, so that those who work at
 * the same time, as a delivery's workbooks do, share their calls too.
 */
export function batched(
  getAll: GetAll,
  breath: 'microtask' | 'turn' = 'microtask',
): (reference: DocumentReference) => Promise<DocumentSnapshot> {
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
      if (waiting.length > 1) return;
      if (breath === 'turn') setImmediate(send);
      else queueMicrotask(send);
    });
}

interface Waiting {
  readonly reference: DocumentReference;
  readonly resolve: (snapshot: DocumentSnapshot) => void;
  readonly reject: (error: unknown) => void;
}
