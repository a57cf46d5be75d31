import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseCampaignFiles } from '../../functions/src/campaign-files/parse-campaign-files.ts';
import { readCampaignFolder } from '../../local/campaign-folder.ts';
import { SMALL } from './small-campaign.ts';

describe('a campaign’s folder', () => {
  let dir: string;
  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'campaign-'));
    for (const [file, text] of Object.entries(SMALL)) await writeFile(join(dir, file), text);
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('is read as its files are, and other files are left alone', async () => {
    await writeFile(join(dir, 'README.md'), '# Thi đua');
    await writeFile(join(dir, 'submissions.csv'), 'unit_id\n');
    await mkdir(join(dir, 'units-old.csv'));
    expect(await readCampaignFolder(dir)).toEqual(parseCampaignFiles(SMALL));
  });

  it('says of a folder that is not there which files are missing', async () => {
    expect(await readCampaignFolder(join(dir, 'nowhere'))).toEqual({
      ok: false,
      issues: ['campaign.json', 'criteria.csv', 'units.csv'].map((file) => ({
        code: 'file_missing',
        at: { file },
      })),
    });
  });

  it('refuses files that are no UTF-8 or much too large', async () => {
    await writeFile(join(dir, 'units.csv'), new Uint8Array([0x75, 0xff]));
    await truncate(join(dir, 'targets.csv'), 30_000_000);
    expect(await readCampaignFolder(dir)).toEqual({
      ok: false,
      issues: [
        { code: 'file_too_large', mostBytes: 20_000_000, at: { file: 'targets.csv' } },
        { code: 'file_unreadable', detail: 'not_utf8', at: { file: 'units.csv' } },
      ],
    });
  });
});
