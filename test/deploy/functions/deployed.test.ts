import { execFile } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildDeployedAddOn } from '../../../deploy/build.ts';
import { openAppsScriptHost } from '../../../local/apps-script/host.ts';
import { campaignFiles, EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { ADMIN, AUDIENCE } from '../../http/test-office.ts';
import { type AddOnOffice, startAddOnOffice } from '../../sheets-addon/add-on-office.ts';

/** What a deployment asks of the functions, asked of the functions; only Google's tokens are the local issuer's. */
const CODE = 'DEPLOYED';
let addOn: AddOnOffice;
let bin: string;
beforeAll(async () => {
  addOn = await startAddOnOffice();
  bin = mkdtempSync(join(tmpdir(), 'deployed-'));
  for (const [file, text] of Object.entries(campaignFiles(CODE))) writeFileSync(join(bin, file), text);
  const gcloud = join(bin, 'gcloud');
  writeFileSync(gcloud, '#!/bin/sh\necho "$*" >> "$0.calls"\ncat "$TOKENS/$3"\n');
  chmodSync(gcloud, 0o700);
});
afterAll(async () => {
  await addOn.stop();
  rmSync(bin, { recursive: true });
});

async function ask(verb: string, as?: string, ...more: string[]) {
  const token = as && (await addOn.office.identity.issueIdToken({ email: as, audience: AUDIENCE }));
  if (as) writeFileSync(join(bin, `--impersonate-service-account=${as}`), `${token}\n`);
  const argv = [
    'deploy/ask.ts',
    verb,
    `--url=${addOn.office.functions.url}`,
    ...(as ? [`--as=${as}`] : []),
    ...more,
  ];
  return new Promise<{ exitCode: number; said: string }>((resolve) => {
    const env = {
      ...process.env,
      TOKENS: bin,
      PATH: `${bin}${delimiter}${process.env.PATH}`,
    };
    execFile(process.execPath, argv, { env }, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), said: `${stdout}${stderr}` }),
    );
  });
}

describe('what a deployment asks the functions', () => {
  it('whether they answer, and turn away whoever brings no token', async () => {
    expect(await ask('answers')).toEqual({ exitCode: 0, said: '  ✓ 401\n' });
  });

  it('to turn away a member of nothing, and says why somebody who should be one is not', async () => {
    expect(await ask('stranger', 'cai-dat@x.example', `--campaign=${CODE}`)).toEqual({
      exitCode: 0,
      said: '  ✓ 403\n',
    });
    const { exitCode, said } = await ask('jobs', 'hen-gio@x.example', `--campaign=${CODE}`);
    expect(exitCode).toBe(1);
    expect(said).toContain('This account is no member of the campaign');
  });

  it('to load a campaign, with the scheduler and whoever deploys as members, once', async () => {
    const wish = [
      `--campaign=${CODE}`,
      `--folder=${bin}`,
      '--officer=hen-gio@x.example',
      '--admin=Toi@x.example',
    ];
    expect(await ask('load', ADMIN, ...wish)).toEqual({ exitCode: 0, said: '  ✓ load-campaign\n' });
    const roles = ['hen-gio@x.example', 'toi@x.example', OFFICER].map(async (as) => {
      const { status } = await addOn.office.call('/jobs', { as, query: { campaign: CODE } });
      return status;
    });
    expect(await Promise.all(roles)).toEqual([200, 200, 200]);
  });

  it('for the workbooks, and whether all of it works', async () => {
    expect(await ask('provision', 'hen-gio@x.example', `--campaign=${CODE}`)).toMatchObject({ exitCode: 0 });
    const place = [`--campaign=${CODE}`, `--project=${addOn.office.projectId}`, '--database=(default)'];
    const { exitCode, said } = await ask('check', 'hen-gio@x.example', ...place);
    expect(said).toMatch(
      /✓ jobs\n +✓ run-jobs\n +✓ deliver\n +5 sổ đã ghi, còn 0 .*\n +✓ workbook-context\n +Điều hành: https/,
    );
    expect(exitCode).toBe(0);
  });

  it('and says of an address where nothing is that nothing is there', async () => {
    const { functions } = addOn.office;
    const other = { ...addOn.office, functions: { ...functions, url: 'http://127.0.0.1:1' } };
    const before = addOn;
    addOn = { ...addOn, office: other };
    const { exitCode, said } = await ask('answers');
    addOn = before;
    expect(exitCode).toBe(1);
    expect(said).toContain('Nothing answers at this address');
  });
});

describe('the add-on as a deployment pushes it', () => {
  it('knows its functions without anybody entering where they are', async () => {
    const bundleDir = join(bin, 'bundle');
    await buildDeployedAddOn(bundleDir, addOn.office.functions.url);
    const host = openAppsScriptHost({
      bundleDir,
      sheetsUrl: addOn.office.sheetsUrl,
      issuer: addOn.office.identity,
      audience: AUDIENCE,
      scriptProperties: {},
      now: () => addOn.at,
      onLog: () => undefined,
    });
    const campaign = await addOn.campaign('PUSHED');
    await campaign.post('/provision');
    await campaign.deliver();
    const window = await campaign.open(EDITOR_A, 'unit:A', host);
    await window.choose('Kết quả của đơn vị');
    expect(window.said).not.toContain('BACKEND_URL');
    expect(window.said).toContain('Chưa có kết quả nào để xem'); // which the functions said
    await host.close();
  });
});
