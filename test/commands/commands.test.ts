import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { readOrder } from '../../functions/src/commands/arguments.ts';
import { takeLock } from '../../local/office/lock-file.mjs';
import { openOfficeEnv, writeAddresses } from '../../local/office/running-office.ts';
import { councilCampaign, MEMBERS_OF_COUNCIL } from '../http/council-campaign.ts';
import { OFFICER } from '../http/small-campaign.ts';
import { startTestOffice, type TestOffice } from '../http/test-office.ts';

const CODE = 'WHOLE';
const BALLOT = 'BC-2024-03-1';
let from: TestOffice;
let to: TestOffice;
let root: string;
beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'commands-'));
  [from, to] = await Promise.all([startTestOffice({ google: true }), startTestOffice({ google: true })]);
});
afterAll(async () => {
  await Promise.all([from.stop(), to.stop()]);
  await rm(root, { recursive: true, force: true });
});

const envOf = ({ identity, sheetsUrl }: TestOffice) => ({
  ...identity.functionsEnv,
  FIRESTORE_EMULATOR_HOST: process.env.FIRESTORE_EMULATOR_HOST!,
  SHEETS_ROOT_URL: sheetsUrl,
});

/** As `npm run` would, without npm: a process of its own. */
function run(
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<{ code: number | null; text: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['local/command.ts', ...args], {
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (text += chunk));
    child.once('error', reject);
    child.once('exit', (code) => resolve({ code, text }));
  });
}

describe('the commands, each a process of its own', () => {
  it('carry a month with its council’s ballot and decision into another office, and forget one of its people', async () => {
    const client = await openFirestore(from.projectId);
    const campaign = await councilCampaign(from, client, CODE);
    await campaign.evaluate('2024-03', { A: 9, B: 8 });
    await campaign.open();
    await campaign.passAll(BALLOT);
    await campaign.close(BALLOT);
    const decided = await campaign.decide(BALLOT, 'praise', [{ candidate: 'praise-A' }]);
    expect(decided).toMatchObject({ status: 200 });
    await campaign.move('2024-03', 'publish');
    await campaign.do('/provision', OFFICER);
    await campaign.do('/deliver', OFFICER);
    await campaign.do('/run-jobs', OFFICER);
    await client.firestore.terminate();

    const folder = join(root, 'export');
    const exported = await run(['export', '--campaign', CODE, '--to', folder], envOf(from));
    expect(exported).toMatchObject({ code: 0 });
    const { seal } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));

    const imported = await run(['import', '--from', folder], envOf(to));
    expect(imported).toMatchObject({ code: 0 });
    expect(imported.text).toMatch(/2024-03 v1 [0-9a-f]{64} =/);
    const { body } = await to.call('/decisions', { as: OFFICER, query: { campaign: CODE } });
    expect(JSON.stringify(body)).toContain('Xã An Bình');

    const [voter] = MEMBERS_OF_COUNCIL;
    const forgotten = await run(['forget', '--campaign', CODE, '--person', voter!, '--yes'], envOf(to));
    expect(forgotten).toMatchObject({ code: 0 });
    expect(forgotten.text).toContain(`~ boxes/${BALLOT}`);
    const verified = await run(['verify-log', '--campaign', CODE, '--head', seal.hash], envOf(to));
    expect(verified).toMatchObject({ code: 0, text: expect.stringContaining('The log is whole.') });
  }, 180_000);

  it('say plainly what is wrong, and end with 1', async () => {
    const nowhere = await run(['verify-log', '--campaign', CODE, '--data', join(root, 'none')], {});
    expect(nowhere.code).toBe(1);
    expect(nowhere.text).toContain('No office is open on this machine');
    const empty = await run(['import', '--from', root], envOf(to));
    expect([empty.code, empty.text]).toEqual([1, expect.stringContaining('manifest.json')]);
    expect(empty.text).not.toContain('    at ');
  });
});

describe('their arguments', () => {
  it('are refused with what can be asked for', () => {
    const wrong = [
      [],
      ['export'],
      ['export', '--campaign', 'A'],
      ['forget', '--campaign', 'A'],
      ['import', '--to', 'x'],
    ];
    for (const args of [...wrong, ['delete', '--campaign', 'A'], ['verify-log', '--campaign', 'A', '--all']])
      expect(() => readOrder(args)).toThrow('npm run verify-log');
  });

  it('find the office that is open, and none that has ended', () => {
    const env = { FIRESTORE_EMULATOR_HOST: '127.0.0.1:1', GOOGLE_CLOUD_PROJECT: 'p' };
    writeAddresses(root, env);
    expect(openOfficeEnv(root, { A: '1' })).toEqual({ A: '1' });
    const lock = takeLock(join(root, 'office.lock'));
    expect(openOfficeEnv(root, { A: '1' })).toEqual({ A: '1', ...env });
    if ('release' in lock) lock.release();
  });
});
