import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { type Documents, openDocuments } from '../../functions/src/adapters/firestore/documents.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { VERSION_PATH } from '../../functions/src/migrations/data-version.ts';
import type { MigratedDocument } from '../../functions/src/migrations/migration.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { documentsOf } from './fixtures.ts';

export interface StoredCampaigns {
  readonly client: FirestoreClient;
  /** A stored campaign of that version, brought back to where it was, under a code of its own. */
  restored(version: number, name: string): Promise<StoredCampaign>;
  stop(): Promise<void>;
}

export interface StoredCampaign {
  readonly campaign: string;
  readonly documents: Documents;
  readonly store: ReturnType<typeof openStore>;
}

export async function openStoredCampaigns(): Promise<StoredCampaigns> {
  const projectId = freshProjectId();
  const client = await openFirestore(projectId);
  const patience = { leftMs: () => 30_000, sleep: async () => undefined, random: Math.random };
  const place = { projectId, databaseId: undefined, emulatorHost: process.env.FIRESTORE_EMULATOR_HOST };
  let nth = 0;
  return {
    client,
    async restored(version, name) {
      const campaign = `V${version}-${name}-${++nth}`;
      const documents = openDocuments(place, campaign, patience);
      await documents.write({ put: documentsOf(version, name) });
      return { campaign, documents, store: openStore(client, campaign) };
    },
    stop: () => client.firestore.terminate(),
  };
}

/** Everything that stands there but the version itself, by path. */
export async function contentOf({
  documents,
}: Pick<StoredCampaign, 'documents'>): Promise<readonly MigratedDocument[]> {
  const found: MigratedDocument[] = [];
  for await (const page of documents.all())
    found.push(
      ...page.filter(({ path }) => path !== VERSION_PATH).map(({ path, fields }) => ({ path, fields })),
    );
  return found;
}

/** What the functions read of it, whole. */
export async function readingOf({ store }: StoredCampaign) {
  const periods = await store.periods();
  const registers = ['registration', 'unit_vote', 'factor', 'learning'] as const;
  return {
    setup: await store.setup(),
    members: await store.members(),
    periods,
    submissions: await Promise.all(periods.map(({ period }) => store.submissions(period))),
    appraisals: await Promise.all(periods.map(({ period }) => store.appraisals(period))),
    refusals: await Promise.all(periods.map(({ period }) => store.refusals(period))),
    results: await Promise.all(periods.map(({ period }) => store.result(period))),
    rows: await Promise.all(registers.map((register) => store.registerRows(register))),
    ballots: await store.ballots(),
    boxes: await store.ballotBoxes(),
    decisions: await store.decisions(),
    exemplars: await store.exemplars(),
    workbooks: await store.workbooks(),
    jobs: await store.jobs(100),
    log: await store.log(500),
  };
}
