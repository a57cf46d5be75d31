import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATA_VERSION, MIGRATIONS } from '../../functions/src/migrations/migrations.ts';
import {
  type MigratedDocuments,
  readVersion,
  runMigrations,
} from '../../functions/src/migrations/run-migrations.ts';
import {
  contentOf,
  openStoredCampaigns,
  readingOf,
  type StoredCampaign,
  type StoredCampaigns,
} from './stored-campaign.ts';

let campaigns: StoredCampaigns;
let earliest: StoredCampaign;
/** `earliest`, migrated by one run that nobody disturbed. */
let undisturbed: Awaited<ReturnType<typeof contentOf>>;
beforeAll(async () => {
  campaigns = await openStoredCampaigns();
  earliest = await campaigns.restored(1, 'earliest');
  const { changed } = await runMigrations(earliest.documents, MIGRATIONS);
  expect(changed).toBeGreaterThan(3);
  undisturbed = await contentOf(earliest);
});
afterAll(() => campaigns.stop());

describe('a campaign that is being migrated', () => {
  it('is migrated once, however often that is asked for, and by two at the same time', async () => {
    const campaign = await campaigns.restored(1, 'earliest');
    const { documents } = campaign;
    await Promise.all([runMigrations(documents, MIGRATIONS), runMigrations(documents, MIGRATIONS)]);
    expect(await contentOf(campaign)).toEqual(undisturbed);
    expect(await runMigrations(documents, MIGRATIONS)).toEqual({
      from: DATA_VERSION,
      to: DATA_VERSION,
      changed: 0,
    });
    expect(await contentOf(campaign)).toEqual(undisturbed);
  });

  it('reads the same and is migrated whole by the next run, wherever the one before was killed', async () => {
    const before = await readingOf(earliest);
    let kills = 0;
    for (let isWhole = false; !isWhole; kills += 1) {
      const campaign = await campaigns.restored(1, 'earliest');
      isWhole = await runMigrations(dyingAt(kills, campaign.documents), MIGRATIONS).then(
        () => true,
        (error: Error) => error.message !== 'killed',
      );
      const { version, under = version } = await readVersion(campaign.documents);
      expect(under).toBeLessThanOrEqual(DATA_VERSION);
      expect(await readingOf(campaign)).toEqual(before);
      if (version === DATA_VERSION) expect(await contentOf(campaign)).toEqual(undisturbed);
      await runMigrations(campaign.documents, MIGRATIONS);
      expect(await contentOf(campaign)).toEqual(undisturbed);
    }
    expect(kills).toBeGreaterThan(2 * MIGRATIONS.length + 3); // versions are said, and documents written
  });

  it('keeps what somebody wrote between our reading and our writing, and is migrated all the same', async () => {
    const campaign = await campaigns.restored(1, 'earliest');
    const { documents } = campaign;
    const written = new Set<string>();
    const touched = { touchedBy: { stringValue: 'else@x.example' } };
    const meanwhile: MigratedDocuments = {
      ...documents,
      async replace(document, fields) {
        if (!written.has(document.path)) {
          written.add(document.path);
          const read = (await documents.one(document.path))!;
          await documents.replace(read, { ...read.fields, ...touched });
        }
        return documents.replace(document, fields);
      },
    };
    await runMigrations(meanwhile, MIGRATIONS);
    expect(written.size).toBeGreaterThan(3);
    expect(await contentOf(campaign)).toEqual(
      undisturbed.map(({ path, fields }) => ({
        path,
        fields: written.has(path) ? { ...fields, ...touched } : fields,
      })),
    );
  });

  it('takes along what an instance of before still writes behind its back', async () => {
    const campaign = await campaigns.restored(1, 'earliest');
    const { documents } = campaign;
    const form = (await documents.one('periods/2024-03/submissions/A'))!;
    expect(form.fields.reopenings).toBeUndefined();
    let passes = 0;
    const meanwhile: MigratedDocuments = {
      ...documents,
      async *all() {
        yield* documents.all();
        passes += 1;
        const path = `periods/2024-03/submissions/LATE${passes}`;
        if (passes <= 2) await documents.write({ put: [{ path, fields: form.fields }] });
      },
    };
    await runMigrations(meanwhile, MIGRATIONS);
    const late = { ...form.fields, reopenings: { integerValue: '0' } };
    const found = await contentOf(campaign);
    expect(found.filter(({ path }) => path.includes('LATE'))).toEqual(
      [1, 2].map((n) => ({ path: `periods/2024-03/submissions/LATE${n}`, fields: late })),
    );
    expect(found.filter(({ path }) => !path.includes('LATE'))).toEqual(undisturbed);
  });
});

/** The process ends before its n-th write (from 0), and whatever else is on its way with it. */
function dyingAt(n: number, documents: StoredCampaign['documents']): MigratedDocuments {
  let left = n;
  let queue: Promise<unknown> = Promise.resolve();
  const next = <T>(write: () => Promise<T>): Promise<T> => {
    const mine = queue.then(() => {
      if (left-- <= 0) throw new Error('killed');
      return write();
    });
    queue = mine;
    return mine;
  };
  return {
    ...documents,
    write: (order) => next(() => documents.write(order)),
    replace: (document, fields) => next(() => documents.replace(document, fields)),
  };
}
