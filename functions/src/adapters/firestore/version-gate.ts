import { type DataVersion, parseDataVersion, requireKnown } from '../../migrations/data-version.ts';
import type { FirestoreClient } from './client.ts';
import { inOurWords } from './errors.ts';
import { pathsOf } from './paths.ts';

/** Keeps a release away from what a later one has written. */
export interface VersionGate {
  /** @throws AppError data_newer */
  pass(client: FirestoreClient, campaign: string): Promise<void>;
}

/** A migration takes longer, and whoever deploys waits for it: so the new release answers before it begins. */
const REMEMBERED_MS = 60_000;

/** Each campaign's version is read once a minute: one read more, and none in the middle of people's work. */
export function openVersionGate(known: number, monotonicMs: () => number): VersionGate {
  const seen = new Map<string, { readonly at: number; readonly version: Promise<DataVersion> }>();
  return {
    async pass({ firestore }, campaign) {
      const earlier = seen.get(campaign);
      const isFresh = earlier !== undefined && monotonicMs() - earlier.at < REMEMBERED_MS;
      const version = isFresh ? earlier.version : read(firestore, campaign);
      if (!isFresh) {
        seen.set(campaign, { at: monotonicMs(), version });
        version.catch(() => seen.delete(campaign));
      }
      requireKnown(await version, known);
    },
  };
}

async function read(firestore: FirestoreClient['firestore'], campaign: string): Promise<DataVersion> {
  const snapshot = await pathsOf(firestore, campaign)
    .schemaVersion.get()
    .catch((error: unknown) => {
      throw inOurWords(error);
    });
  return snapshot.exists ? parseDataVersion(snapshot.data() ?? {}) : { version: 1 };
}
