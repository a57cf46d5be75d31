import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { campaignFiles, EDITOR_A, filledForm, LEADER, OFFICER } from './small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await startTestOffice({ google: true });
});
afterAll(() => office.stop());

const AT = '2024-04-04T03:00:00Z';
const COPY = 'copy-of-the-workbook-of-A-0123456789';

const post = (path: string, body: object, as = OFFICER) => office.call(path, { as, body, at: AT });
const look = async (campaign: string, as = OFFICER) => {
  const { body } = await office.call('/operations', { as, query: { campaign }, at: AT });
  return body.rows as readonly Row[];
};

interface Row {
  readonly level: string;
  readonly about: string;
  readonly state: string;
  readonly todo?: string;
}

async function opened(code: string): Promise<void> {
  await office.call('/load-campaign', { as: ADMIN, body: { campaign: code, files: campaignFiles(code) } });
  await post('/provision', { campaign: code });
  await post('/deliver', { campaign: code });
  for (const period of ['2024-01', '2024-02', '2024-03'])
    await post('/move-period', { campaign: code, period, action: 'open' });
  await post('/deliver', { campaign: code });
}

describe('a copy of a workbook', () => {
  it('takes nothing, and an officer reads who worked in it and what to do', async () => {
    await opened('COPY');
    const submit = (spreadsheetId: string) =>
      post(
        '/submit-form',
        {
          campaign: 'COPY',
          period: '2024-03',
          unitId: 'A',
          cells: filledForm({ C1: 9, C2: 'Có' }),
          spreadsheetId,
        },
        EDITOR_A,
      );
    expect((await submit(COPY)).body.error.code).toBe('workbook_unknown');
    const copies = async () => (await look('COPY')).filter(({ about }) => about.startsWith('Bản sao'));
    expect(await copies()).toMatchObject([
      {
        level: 'act',
        about: 'Bản sao của sổ của Xã An Bình',
        state: expect.stringContaining(`${EDITOR_A} đã làm việc trong một bảng tính`),
        todo: expect.stringContaining('đường dẫn của sổ thật'),
      },
    ]);
    // However many copies one person tries, it is one line; only opening one is another, for then nothing says of what.
    for (const each of ['x', 'y', 'z']) await submit(`${COPY}${each}`);
    expect(await copies()).toHaveLength(1);
    const open = { as: EDITOR_A, query: { campaign: 'COPY', spreadsheetId: COPY }, at: AT };
    expect((await office.call('/workbook-context', open)).body.error.code).toBe('workbook_unknown');
    expect(await copies()).toHaveLength(2);
  });

  it('is none where somebody stands in another workbook of ours', async () => {
    await opened('OURS');
    const client = await openFirestore(office.projectId);
    const summary = await openStore(client, 'OURS').workbook('summary');
    await client.firestore.terminate();
    const { spreadsheetId } = summary!;
    const reply = await post('/start-job', { campaign: 'OURS', kind: 'provision', spreadsheetId });
    expect(reply.body.error.code).toBe('workbook_unknown');
    expect((await look('OURS')).some(({ about }) => about.startsWith('Bản sao'))).toBe(false);
  });
});

describe('the scheduler', () => {
  it('is alive once each of its calls came, and not because people call the same', async () => {
    await opened('BEAT');
    const scheduler = async () => (await look('BEAT')).find(({ about }) => about === 'Hẹn giờ');
    expect(await scheduler()).toMatchObject({ level: 'act', state: 'chưa gọi lần nào' });
    const call = (path: string) =>
      office.call(path, {
        as: OFFICER,
        body: { campaign: 'BEAT' },
        headers: { 'user-agent': 'Google-Cloud-Scheduler' },
      });
    for (const path of ['/run-jobs', '/deliver']) expect((await call(path)).status).toBe(200);
    expect(await scheduler()).toMatchObject({ level: 'act', state: 'không còn gọi' });
    expect((await call('/watch')).body).toMatchObject({ failed: 0 });
    expect(await scheduler()).toMatchObject({ level: 'good', state: 'đang chạy' });
  });
});

describe('Vận hành', () => {
  it('is told in the language of whoever looks, and a stuck delivery is nobody else’s to settle', async () => {
    await opened('WORDS');
    const english = await office.call('/operations', {
      as: ADMIN,
      query: { campaign: 'WORDS' },
      at: AT,
      headers: { 'accept-language': 'en' },
    });
    expect(english.body.blocks[0]).toEqual({ kind: 'text', text: '1 to see to:', tone: 'warning' });
    expect(english.body.blocks.at(-1).buttons[0].label).toBe('Check the workbooks now');
    const settle = (as: string, body: object) =>
      post('/settle-delivery', { campaign: 'WORDS', workbook: 'unit:A', ...body }, as);
    expect((await settle(LEADER, { action: 'retry' })).status).toBe(403);
    expect((await settle(OFFICER, { action: 'drop', reason: 'Vì' })).body.error.code).toBe('not_found');
    expect((await settle(OFFICER, { action: 'drop' })).body.error.code).toBe('reason_missing');
    expect((await settle(OFFICER, { action: 'retry' })).body).toMatchObject({
      workbook: 'unit:A',
      state: 'delivered',
    });
    expect((await settle(OFFICER, { action: 'retry', spreadsheetId: COPY })).body.error.code).toBe(
      'workbook_unknown',
    );
  });
});
