import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openVersionGate } from '../../functions/src/adapters/firestore/version-gate.ts';
import { VERSION_PATH } from '../../functions/src/migrations/data-version.ts';
import { DATA_VERSION, MIGRATIONS } from '../../functions/src/migrations/migrations.ts';
import { readVersion, runMigrations } from '../../functions/src/migrations/run-migrations.ts';
import { allAt, campaignsOf, VERSIONS } from './fixtures.ts';
import { contentOf, openStoredCampaigns, readingOf, type StoredCampaigns } from './stored-campaign.ts';

let campaigns: StoredCampaigns;
beforeAll(async () => {
  campaigns = await openStoredCampaigns();
});
afterAll(() => campaigns.stop());

const EVERY = VERSIONS.flatMap((version) => campaignsOf(version).map((name) => ({ version, name })));

/** By campaign, the version that it is kept of as the newest release has it: what every earlier one comes to. */
const KEPT_LAST = new Map(allAt(DATA_VERSION).map(({ campaign, kept }) => [campaign, kept]));

describe('a campaign of an earlier release', () => {
  it.each(EVERY)(
    'is read as it is, migrated it reads the same, and is what is kept of the newest: version $version, $name',
    async ({ version, name }) => {
      const campaign = await campaigns.restored(version, name);
      const before = await readingOf(campaign);
      await runMigrations(campaign.documents, MIGRATIONS.slice(0, version - 1)); // as that release left it
      const told: string[] = [];
      const { from, to } = await runMigrations(campaign.documents, MIGRATIONS, (line) => told.push(line));
      expect({ from, to }).toEqual({ from: version, to: DATA_VERSION });
      expect(told).toEqual(MIGRATIONS.slice(version - 1).map((each) => `${each.to}: ${each.what}`));
      expect(await readingOf(campaign)).toEqual(before);
      const newest = await campaigns.restored(KEPT_LAST.get(name)!, name);
      expect(await contentOf(campaign)).toEqual(await contentOf(newest));
      expect(await readVersion(campaign.documents)).toEqual({
        version: DATA_VERSION,
        under: undefined,
        isSaid: true,
      });
    },
  );

  it('that nobody ever wrote to is of the newest version', async () => {
    const { documents } = await campaigns.restored(DATA_VERSION, 'earliest');
    expect(await runMigrations(documents, MIGRATIONS)).toEqual({ from: 1, to: DATA_VERSION, changed: 0 });
  });
});

describe('a campaign of a later release', () => {
  it.each([
    ['is', { version: DATA_VERSION + 1 }],
    ['is being made', { version: DATA_VERSION, under: DATA_VERSION + 1 }],
  ])('is kept from this one as soon as it %s', async (_, stored) => {
    const { client } = campaigns;
    const { campaign, documents } = await campaigns.restored(1, 'earliest');
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
    const { client } = campaigns;
    const { campaign } = await campaigns.restored(1, 'earliest');
    await client.firestore.doc(`campaigns/${campaign}/${VERSION_PATH}`).set({ version: 'two' });
    const gate = openVersionGate(DATA_VERSION, () => 0);
    await expect(gate.pass(client, campaign)).rejects.toMatchObject({ code: 'stored_document_unreadable' });
  });
});
