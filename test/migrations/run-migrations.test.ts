import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { type Documents, openDocuments } from '../../functions/src/adapters/firestore/documents.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { openVersionGate } from '../../functions/src/adapters/firestore/version-gate.ts';
import { VERSION_PATH } from '../../functions/src/migrations/data-version.ts';
import type { MigratedDocument } from '../../functions/src/migrations/migration.ts';
import { DATA_VERSION, MIGRATIONS } from '../../functions/src/migrations/migrations.ts';
import {
  type MigratedDocuments,
  readVersion,
  runMigrations,
} from '../../functions/src/migrations/run-migrations.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';
import { campaignsOf, documentsOf, VERSIONS } from './fixtures.ts';

const projectId = freshProjectId();
let client: FirestoreClient;
beforeAll(async () => {
  client = await openFirestore(projectId);
});
afterAll(() => client.firestore.terminate());

let nth = 0;
/** A stored campaign, brought back to where it was. */
async function restored(version: number, name: string) {
  const campaign = `V${version}-${name}-${++nth}`;
  const patience = { leftMs: () => 30_000, sleep: async () => undefined, random: Math.random };
  const place = { projectId, databaseId: undefined, emulatorHost: process.env.FIRESTORE_EMULATOR_HOST };
  const documents = openDocuments(place, campaign, patience);
  await documents.write({ put: documentsOf(version, name) });
  return { campaign, documents, store: openStore(client, campaign) };
}

/** Everything that stands there but the version itself, by path. */
async function contentOf(documents: Documents): Promise<readonly MigratedDocument[]> {
  const found: MigratedDocument[] = [];
  for await (const page of documents.all())
    found.push(
      ...page.filter(({ path }) => path !== VERSION_PATH).map(({ path, fields }) => ({ path, fields })),
    );
  return found;
}

/** What the functions read of it, whole. */
async function readingOf({ store }: Awaited<ReturnType<typeof restored>>) {
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

const EVERY = VERSIONS.flatMap((version) => campaignsOf(version).map((name) => ({ version, name })));

describe('a campaign of an earlier release', () => {
  it.each(EVERY)(
    'is read as it is, and migrated it reads the same: version $version, $name',
    async ({ version, name }) => {
      const campaign = await restored(version, name);
      const before = await readingOf(campaign);
      await runMigrations(campaign.documents, MIGRATIONS.slice(0, version - 1)); // as that release left it
      const told: string[] = [];
      const { from, to } = await runMigrations(campaign.documents, MIGRATIONS, (line) => told.push(line));
      expect({ from, to }).toEqual({ from: version, to: DATA_VERSION });
      expect(told).toEqual(MIGRATIONS.slice(version - 1).map((each) => `${each.to}: ${each.what}`));
      expect(await readingOf(campaign)).toEqual(before);
      expect(await readVersion(campaign.documents)).toEqual({
        version: DATA_VERSION,
        under: undefined,
        isSaid: true,
      });
    },
  );

  it('is migrated once, however often that is asked for, and by two at the same time', async () => {
    const { documents } = await restored(1, 'earliest');
    await Promise.all([runMigrations(documents, MIGRATIONS), runMigrations(documents, MIGRATIONS)]);
    const once = await contentOf(documents);
    expect(await runMigrations(documents, MIGRATIONS)).toEqual({
      from: DATA_VERSION,
      to: DATA_VERSION,
      changed: 0,
    });
    expect(await contentOf(documents)).toEqual(once);
    const alone = await restored(1, 'earliest');
    await runMigrations(alone.documents, MIGRATIONS);
    expect(await contentOf(alone.documents)).toEqual(once);
  });

  it('is migrated whole by the next run, wherever the one before was killed', async () => {
    const whole = await restored(1, 'earliest');
    const { changed } = await runMigrations(whole.documents, MIGRATIONS);
    expect(changed).toBeGreaterThan(3);
    const killed = await restored(1, 'earliest');
    for (let n = 0; n < changed; n += 1)
      await runMigrations(dyingAfter(n === 0 ? 0 : 1, killed.documents), MIGRATIONS).then(
        () => expect.unreachable('it was not killed'),
        (error: Error) => expect(error.message).toBe('killed'),
      );
    expect((await readVersion(killed.documents)).under).toBeLessThanOrEqual(DATA_VERSION);
    await runMigrations(killed.documents, MIGRATIONS);
    expect(await contentOf(killed.documents)).toEqual(await contentOf(whole.documents));
  });

  it('keeps what somebody writes while it is migrated', async () => {
    const { documents } = await restored(1, 'earliest');
    const meanwhile: MigratedDocuments = {
      ...documents,
      async replace(document, fields) {
        if (document.path === 'periods/2024-03') {
          const read = (await documents.one(document.path))!;
          if (read.fields.changedBy?.stringValue !== 'else@x.example')
            await documents.replace(read, { ...read.fields, changedBy: { stringValue: 'else@x.example' } });
        }
        return documents.replace(document, fields as never);
      },
    };
    await runMigrations(meanwhile, MIGRATIONS);
    const { fields } = (await documents.one('periods/2024-03'))!;
    expect(fields).toMatchObject({
      changedBy: { stringValue: 'else@x.example' },
      publications: { arrayValue: {} },
    });
  });

  it('that nobody ever wrote to is of the newest version', async () => {
    const { documents } = await restored(DATA_VERSION, 'earliest');
    expect(await runMigrations(documents, MIGRATIONS)).toEqual({ from: 1, to: DATA_VERSION, changed: 0 });
  });
});

describe('a campaign of a later release', () => {
  it.each([
    ['is', { version: DATA_VERSION + 1 }],
    ['is being made', { version: DATA_VERSION, under: DATA_VERSION + 1 }],
  ])('is kept from this one as soon as it %s', async (_, stored) => {
    const { campaign, documents } = await restored(1, 'earliest');
    let now = 0;
    const gate = openVersionGate(DATA_VERSION, () => now);
    await gate.pass(client, campaign);
    await client.firestore.doc(`campaigns/${campaign}/${VERSION_PATH}`).set(stored);
    await gate.pass(client, campaign); // it is looked at once a minute
    now += 60_000;
    const refused = { code: 'data_newer', details: { stored: DATA_VERSION + 1, known: DATA_VERSION } };
    await expect(gate.pass(client, campaign)).rejects.toMatchObject(refused);
    await expect(runMigrations(documents, MIGRATIONS)).rejects.toMatchObject(refused);
  });

  it('is not guessed at where its version cannot be read', async () => {
    const { campaign } = await restored(1, 'earliest');
    await client.firestore.doc(`campaigns/${campaign}/${VERSION_PATH}`).set({ version: 'two' });
    const gate = openVersionGate(DATA_VERSION, () => 0);
    await expect(gate.pass(client, campaign)).rejects.toMatchObject({ code: 'stored_document_unreadable' });
  });
});

/** The process ends at the n-th document that it would write, and whatever else is on its way with it. */
function dyingAfter(n: number, documents: Documents): MigratedDocuments {
  let left = n;
  let queue: Promise<unknown> = Promise.resolve();
  return {
    ...documents,
    replace(document, fields) {
      const mine = queue.then(() => {
        if (left-- <= 0) throw new Error('killed');
        return documents.replace(document, fields as never);
      });
      queue = mine;
      return mine;
    },
  };
}
