import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  COUNCIL,
  campaignFiles,
  EDITOR_A,
  filledForm,
  LEADER,
  NOBODY,
  OFFICER,
  OFFICER_2,
} from './small-campaign.ts';
import { ADMIN, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03';
const AT = '2024-03-20T03:00:00.000Z';
let office: TestOffice;
beforeAll(async () => {
  office = await startTestOffice();
  const post = (path: string, as: string, body: object) =>
    office.call(path, { as, body: { campaign: 'LOG', ...body }, at: AT });
  await post('/load-campaign', ADMIN, { files: campaignFiles('LOG') });
  await post('/move-period', OFFICER, { period: '2024-02', action: 'open' });
  await post('/move-period', OFFICER, { period: MARCH, action: 'open' });
  const submit = (answers: Parameters<typeof filledForm>[0]) =>
    post('/submit-form', EDITOR_A, { period: MARCH, unitId: 'A', cells: filledForm(answers) });
  await submit({ C1: 99, C2: 'Có' });
  await submit({ C1: 9, C2: 'Có' });
  await post('/unlock-form', EDITOR_A, { period: MARCH, unitId: 'A', reason: 'Ghi nhầm ô' });
  await post('/move-period', OFFICER_2, { period: MARCH, action: 'close' });
});
afterAll(() => office.stop());

const read = (query: Record<string, string> = {}, as = OFFICER, language = 'vi') =>
  office.call('/log', { as, query: { campaign: 'LOG', ...query }, headers: { 'Accept-Language': language } });

it('tells newest first who did what, when and why, in the caller’s language', async () => {
  const { status, body } = await read({ period: MARCH });
  expect([status, body.entries]).toEqual([
    200,
    [
      { by: OFFICER_2, sentence: 'Chốt kỳ: Tháng 03/2024.', action: 'period_closed' },
      {
        by: EDITOR_A,
        sentence: 'Mở lại phiếu để sửa: Xã An Bình, Tháng 03/2024, lần 1.',
        action: 'form_unlocked',
        unitId: 'A',
        reason: 'Ghi nhầm ô',
      },
      {
        by: EDITOR_A,
        sentence: 'Nộp phiếu: Xã An Bình, Tháng 03/2024, lần 1.',
        action: 'form_submitted',
        unitId: 'A',
      },
      {
        by: EDITOR_A,
        sentence: 'Phiếu bị trả lại để sửa: Xã An Bình, Tháng 03/2024, 1 chỗ cần sửa.',
        action: 'form_refused',
        unitId: 'A',
      },
      { by: OFFICER, sentence: 'Mở kỳ: Tháng 03/2024.', action: 'period_opened' },
    ].map((entry) => ({ at: AT, period: MARCH, ...entry })),
  ]);
  const english = (await read({ period: MARCH }, ADMIN, 'en')).body.entries;
  expect(english.map(({ sentence }: { sentence: string }) => sentence)).toEqual([
    'Period closed: period 2024-03.',
    'Form opened again for correction: Xã An Bình, period 2024-03, revision 1.',
    'Form submitted: Xã An Bình, period 2024-03, revision 1.',
    'Form returned for correction: Xã An Bình, period 2024-03, 1 issue.',
    'Period opened: period 2024-03.',
  ]);
});

it('has every period, and as many entries as are asked for', async () => {
  const actions = async (query: Record<string, string>) =>
    (await read(query)).body.entries.map(({ action }: { action: string }) => action);
  expect(await actions({})).toHaveLength(7);
  expect((await actions({})).at(-1)).toBe('campaign_loaded');
  expect(await actions({ most: '2' })).toEqual(['period_closed', 'form_unlocked']);
  expect(await actions({ period: '2024-02' })).toEqual(['period_opened']);
  expect(await actions({ period: '2024-05' })).toEqual([]);
  expect((await read({ period: '2025-01' })).body.error.code).toBe('not_found');
  for (const most of ['0', '-1', '1000', '1.5', 'x', ''])
    expect([most, (await read({ most })).status]).toEqual([most, 400]);
});

it('is for the office', async () => {
  const people = [ADMIN, OFFICER, EDITOR_A, COUNCIL, LEADER, NOBODY];
  const statuses = await Promise.all(people.map(async (as) => (await read({}, as)).status));
  expect(statuses).toEqual([200, 200, 403, 403, 403, 403]);
});

it('shows the newest seal, which running the jobs makes once for what was done since', async () => {
  expect((await read()).body.seal).toBeUndefined();
  const run = () => office.call('/run-jobs', { as: OFFICER, body: { campaign: 'LOG' }, at: AT });
  expect((await run()).body).toEqual({ finished: 0, remaining: 0 });
  const { seal } = (await read()).body;
  expect(seal).toEqual({ number: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) });
  await run();
  expect((await read()).body.seal).toEqual(seal);
});
