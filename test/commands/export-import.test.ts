import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exportCampaign } from '../../functions/src/commands/export/export-campaign.ts';
import { openExport } from '../../functions/src/commands/import/export-on-disk.ts';
import { importCampaign } from '../../functions/src/commands/import/import-campaign.ts';
import type { Manifest } from '../../functions/src/commands/manifest.ts';
import { verifyChain } from '../../functions/src/domain/log-chain/verify-chain.ts';
import { CAMPAIGN, type KeepingOffice, startKeepingOffice } from './keeping-office.ts';

const WISHES = { replace: false, keepWorkbooks: false, withoutSheets: false };
let old: KeepingOffice;
let manifest: Manifest;
let folder: string;
beforeAll(async () => {
  old = await startKeepingOffice();
  await old.play();
  folder = old.folder('export');
  manifest = await exportCampaign(old.around, folder);
});
afterAll(() => old.stop());

/** Of what both offices have: workbooks are each one’s own; a restored one’s log goes on, and it names its data’s version. */
const common = ({ files }: Manifest) =>
  Object.fromEntries(
    Object.entries(files).filter(
      ([name]) =>
        /^(documents|configuration)\//.test(name) &&
        !/workbooks|outbox|watched|copies|heartbeats|operations|log|schema|imports/.test(name),
    ),
  );

async function elsewhere<T>(work: (office: KeepingOffice) => Promise<T>): Promise<T> {
  const office = await startKeepingOffice();
  try {
    return await work(office);
  } finally {
    await office.stop();
  }
}

describe('an export', () => {
  it('is the same twice, and holds every document, the five files’ configuration and every workbook', async () => {
    const again = await exportCampaign(old.around, old.folder('again'));
    expect(again.digest).toBe(manifest.digest);
    expect(manifest.documents).toBe((await old.everything()).length);
    const names = Object.keys(manifest.files);
    for (const name of ['campaign.json', 'criteria.csv', 'units.csv', 'targets.csv', 'members.csv'])
      expect(names).toContain(`configuration/${name}`);
    for (const book of ['summary', 'office', 'unit.A', 'unit.B', 'unit.C'])
      expect(names).toContain(`workbooks/${book}/cells.json`);
    expect(manifest.results).toEqual([{ period: '2024-03', version: 1, digest: expect.any(String) }]);
  });

  it('shows each tab as people see it', () => {
    const [form] = Object.keys(manifest.files).filter((name) => /unit\.B\/.*Phiếu 04-2024\.csv$/.test(name));
    const text = readFileSync(join(folder, form!), 'utf8');
    expect(text).toContain('Phiếu tự chấm Tháng 04/2024 – Xã Bảo Thạnh');
    expect(text).toContain('Tuyên truyền');
  });

  it('that is interrupted leaves nothing that looks whole, and can be taken again', async () => {
    const to = old.folder('interrupted');
    const { google } = old.around;
    const broken = {
      ...google.sheets,
      readWhole: async () => {
        throw new Error('cut');
      },
    };
    const around = { ...old.around, google: { ...google, sheets: broken } };
    await expect(exportCampaign(around, to)).rejects.toThrow('cut');
    expect(existsSync(to)).toBe(false);
    await expect(openExport(`${to}.partial`)).rejects.toThrow('manifest.json');
    expect((await exportCampaign(old.around, to)).digest).toBe(manifest.digest);
    await expect(exportCampaign(old.around, to)).rejects.toThrow('is there already');
  });

  it('is refused when any of its files is altered, missing or too many, and the file is named', async () => {
    await openExport(folder);
    const some = Object.keys(manifest.files).filter((_, i) => i % 4 === 0);
    for (const name of some) {
      const path = join(folder, name);
      const whole = readFileSync(path);
      const altered = Buffer.from(whole);
      altered[altered.length >> 1]! ^= 1;
      writeFileSync(path, altered);
      await expect(openExport(folder)).rejects.toThrow(name);
      writeFileSync(path, whole);
      renameSync(path, `${path}.gone`);
      await expect(openExport(folder)).rejects.toThrow(name);
      renameSync(`${path}.gone`, path);
    }
    writeFileSync(join(folder, 'documents/more.jsonl'), '');
    await expect(openExport(folder)).rejects.toThrow('documents/more.jsonl');
    rmSync(join(folder, 'documents/more.jsonl'));
    const own = readFileSync(join(folder, 'manifest.json'), 'utf8');
    writeFileSync(join(folder, 'manifest.json'), own.replace('"documents": ', '"documents": 1'));
    await expect(openExport(folder)).rejects.toThrow('manifest.json');
    writeFileSync(join(folder, 'manifest.json'), own);
    await openExport(folder);
  });
});

describe('an import', () => {
  it('makes of an empty office the same one: documents, results, log, and what was typed and not sent', () =>
    elsewhere(async (office) => {
      const imported = await importCampaign(office.around, await openExport(folder), WISHES);
      expect(imported).toMatchObject({ replayed: 1, workbooks: 5 });
      expect(office.said).toContain(`2024-03 v1 ${manifest.results[0]!.digest} =`);

      const [form, before] = await Promise.all(
        [office, old].map((each) => each.rows('unit:B', 'form:2024-04')),
      );
      expect(form).toEqual(before);
      expect(form!.map(({ reported }) => reported)).toEqual([7, 'Không']);
      expect(await office.rows('unit:A', 'register:registration')).toEqual(
        await old.rows('unit:A', 'register:registration'),
      );

      const back = await exportCampaign(office.around, office.folder('back'));
      expect(common(back)).toEqual(common(manifest));
      const log = verifyChain(await office.around.store.logChain(), manifest.seal!.hash);
      expect(log).toMatchObject({ head: manifest.seal, waiting: 1, faults: [] });
      expect((await office.around.store.log(1))[0]).toMatchObject({
        action: 'campaign_restored',
        details: { digest: manifest.digest },
      });

      // Once more over itself: nothing is typed twice.
      const again = await importCampaign(office.around, await openExport(folder), {
        ...WISHES,
        replace: true,
      });
      expect(again.documents).toBe(imported.documents);
      expect(await office.rows('unit:A', 'register:registration')).toEqual(
        await old.rows('unit:A', 'register:registration'),
      );
    }));

  it('refuses an office that is not empty, unless it is told to replace it', async () => {
    const before = await old.everything();
    await expect(importCampaign(old.around, await openExport(folder), WISHES)).rejects.toThrow('--replace');
    expect(await old.everything()).toEqual(before);
  });

  it('that is killed anywhere can be run again, and shows no campaign before it is whole', () =>
    elsewhere(async (office) => {
      const { documents, store } = office.around;
      const exported = await openExport(folder);
      for (let allowed = 0; ; allowed++) {
        let left = allowed;
        const dying: typeof documents = {
          ...documents,
          async write(order) {
            if (left-- === 0) throw new Error('killed');
            await documents.write(order);
          },
        };
        const run = importCampaign({ ...office.around, documents: dying }, exported, {
          ...WISHES,
          withoutSheets: true,
        });
        const ended = await run.then(
          () => true,
          (error: Error) => {
            expect(error.message).toBe('killed');
            return false;
          },
        );
        if (ended) break;
        if (await store.setup()) {
          const shown = await exportCampaign(office.around, office.folder('shown'));
          expect(common(shown)).toEqual(common(manifest));
          break; // what is left is run again below
        }
        expect(await store.members()).toEqual([]);
      }
      await importCampaign(office.around, exported, { ...WISHES, withoutSheets: true });
      const back = await exportCampaign(office.around, office.folder('back'));
      expect(common(back)).toEqual(common(manifest));
      expect(readdirSync(office.folder('back/documents')).some((name) => name.startsWith('imports'))).toBe(
        false,
      );
    }));

  it('says whose export it is', async () => {
    expect((await openExport(folder)).manifest.campaign).toBe(CAMPAIGN);
  });
});
