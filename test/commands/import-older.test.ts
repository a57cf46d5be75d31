import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ExportFolder } from '../../functions/src/commands/export/export-folder.ts';
import { openExport } from '../../functions/src/commands/import/export-on-disk.ts';
import { importCampaign } from '../../functions/src/commands/import/import-campaign.ts';
import { fileOf } from '../../functions/src/commands/manifest.ts';
import { canonicalJson } from '../../functions/src/domain/digest.ts';
import { VERSION_PATH } from '../../functions/src/migrations/data-version.ts';
import type { MigratedDocument } from '../../functions/src/migrations/migration.ts';
import { DATA_VERSION } from '../../functions/src/migrations/migrations.ts';
import { readVersion } from '../../functions/src/migrations/run-migrations.ts';
import { allAt, campaignsOf, documentsOf, VERSIONS } from '../migrations/fixtures.ts';
import { contentOf, openStoredCampaigns, type StoredCampaigns } from '../migrations/stored-campaign.ts';
import { CAMPAIGN, type KeepingOffice, startKeepingOffice } from './keeping-office.ts';

const WISHES = { replace: true, keepWorkbooks: true, withoutSheets: true };
let office: KeepingOffice;
let campaigns: StoredCampaigns;
beforeAll(async () => {
  [office, campaigns] = await Promise.all([startKeepingOffice(), openStoredCampaigns()]);
});
afterAll(() => Promise.all([office.stop(), campaigns.stop()]));

let made = 0;
/** An export as the release of that time would have written it. */
function exported(documents: readonly MigratedDocument[]): string {
  const to = office.folder(`export-${++made}`);
  const folder = new ExportFolder(to);
  for (const document of documents) folder.addLines(fileOf(document.path), [canonicalJson(document)]);
  folder.finish({
    format: 'dien-hinh export',
    version: 1,
    campaign: CAMPAIGN,
    takenAt: '2024-05-04T01:00:00.000Z',
    documents: documents.length,
    missingWorkbooks: [],
    results: documents.flatMap(({ path, fields }) => {
      const [, period, version] = /^periods\/([^/]+)\/results\/([^/]+)$/.exec(path) ?? [];
      const { stringValue: digest } = (fields.digest ?? {}) as { stringValue?: string };
      return period === undefined ? [] : [{ period, version: Number(version), digest: digest! }];
    }),
  });
  return to;
}

const saying = (fields: { readonly version: number; readonly under?: number }): MigratedDocument => ({
  path: VERSION_PATH,
  fields: Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, { integerValue: String(value) }]),
  ),
});

/** Without what an office finds anew by itself, and the log's entry of the import. */
const restoredOf = (content: readonly MigratedDocument[]) =>
  content.filter(({ path }) => !/^(imports|outbox|watched|copies|heartbeats|operations|log)\//.test(path));

const OLDER = VERSIONS.flatMap((version) =>
  campaignsOf(version).map((campaign) => ({ version, campaign, documents: documentsOf(version, campaign) })),
);

describe('an export', () => {
  it.each(OLDER)(
    'of data version $version becomes what this release stores: $campaign',
    async ({ version, campaign, documents }) => {
      office.said.length = 0;
      const said = version === 1 ? [] : [saying({ version })];
      await importCampaign(office.around, await openExport(exported([...documents, ...said])), WISHES);
      const newest = allAt(DATA_VERSION).find((each) => each.campaign === campaign)!;
      const wanted = restoredOf(await contentOf(await campaigns.restored(newest.kept, campaign)));
      const found = await contentOf(office.around);
      expect(restoredOf(found)).toEqual(wanted);
      expect(await readVersion(office.around.documents)).toMatchObject({
        version: DATA_VERSION,
        isSaid: true,
      });
      const isOther = canonicalJson(documents) !== canonicalJson(newest.documents);
      expect(
        office.said.some((line) => line.startsWith(`Dữ liệu phiên bản ${version} → ${DATA_VERSION}: `)),
      ).toBe(isOther);
    },
  );

  it('that was interrupted between its documents and their migration is migrated by the next run', async () => {
    const { documents } = allAt(1).find(({ campaign }) => campaign === 'earliest')!;
    const folder = await openExport(exported(documents));
    const dying = {
      ...office.around.documents,
      replace: async () => {
        throw new Error('killed');
      },
    };
    const run = importCampaign({ ...office.around, documents: dying }, folder, WISHES);
    await expect(run).rejects.toThrow('killed');
    await importCampaign(office.around, folder, { ...WISHES, replace: false });
    const newest = allAt(DATA_VERSION).find(({ campaign }) => campaign === 'earliest')!;
    const wanted = restoredOf(await contentOf(await campaigns.restored(newest.kept, 'earliest')));
    const found = await contentOf(office.around);
    expect(restoredOf(found)).toEqual(wanted);
  });

  it.each([{ version: DATA_VERSION + 1 }, { version: DATA_VERSION, under: DATA_VERSION + 1 }])(
    'of a later release is refused before anything is written: %j',
    async (version) => {
      const before = await office.everything();
      const { documents } = allAt(DATA_VERSION)[0]!;
      const folder = await openExport(exported([...documents, saying(version)]));
      await expect(importCampaign(office.around, folder, WISHES)).rejects.toThrow(
        `data version ${DATA_VERSION + 1}; here up to ${DATA_VERSION} is known`,
      );
      expect(await office.everything()).toEqual(before);
    },
  );
});
