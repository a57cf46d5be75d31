import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Job } from '../../functions/src/ports/job.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { freeLeases } from '../../local/firestore/free-leases.ts';
import { until } from '../support/until.ts';
import {
  COUNCIL,
  campaignFiles,
  EDITOR_A,
  EDITOR_B,
  filledForm,
  LEADER,
  NOBODY,
  OFFICER,
  OFFICER_2,
} from './small-campaign.ts';
import { ADMIN, type CallWish, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03' as PeriodId;
const AT = '2024-03-20T03:00:00.000Z';
let office: TestOffice;
let client: FirestoreClient;

beforeAll(async () => {
  office = await startTestOffice({ google: true });
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

describe('start-job', () => {
  it('answers at once that the work is asked for, and the same again is the same work', async () => {
    const t = await openMarch('START');
    const first = await t.start('collect');
    expect([first.status, first.body]).toEqual([
      202,
      {
        job: {
          id: 'collect.2024-03.1',
          kind: 'collect',
          period: MARCH,
          state: 'waiting',
          done: 0,
          total: 3,
          requestedAt: AT,
          requestedBy: OFFICER,
        },
      },
    ]);
    for (const as of [OFFICER, OFFICER_2]) {
      const again = await t.start('collect', {}, as);
      expect([again.status, again.body]).toEqual([202, first.body]);
    }
    expect((await t.jobs()).body).toEqual({ jobs: [first.body.job] });
    const context = await office.call('/workbook-context', {
      as: OFFICER,
      query: { campaign: 'START', spreadsheetId: await t.sheet('office') },
    });
    expect(context.body.jobs).toEqual([first.body.job]);
  });

  it('is asked once by one request, however often it comes', async () => {
    const t = await openMarch('KEY');
    const requestKey = 'start-job-0001';
    const first = await t.start('collect', { requestKey });
    expect((await t.post('/run-jobs', OFFICER)).body).toEqual({ finished: 1, remaining: 0 });
    const again = await t.start('collect', { requestKey });
    expect([again.status, again.body]).toEqual([202, first.body]);
    expect((await t.jobs()).body.jobs).toMatchObject([{ id: 'collect.2024-03.1', state: 'done' }]);
    const reused = await t.start('collect', { requestKey }, OFFICER_2);
    expect([reused.status, reused.body.error.code]).toEqual([409, 'request_reused']);
  });

  it('says at once why something cannot be done now', async () => {
    const t = await openMarch('SENSE');
    const evaluate = await t.start('evaluate');
    expect([evaluate.status, evaluate.body.error]).toEqual([
      409,
      { code: 'period_wrong_state', message: expect.stringContaining('không thể đánh giá') },
    ]);
    const elsewhere = await t.start('collect', { spreadsheetId: await t.sheet('unit:A') });
    expect([elsewhere.status, elsewhere.body.error.code]).toEqual([409, 'workbook_unknown']);
    expect((await t.start('collect', { spreadsheetId: await t.sheet('office') })).status).toBe(202);
  });
});

describe('run-jobs', () => {
  it('closes a month from the first form to the published tables, and jobs tell of it', async () => {
    const t = await openMarch('MONTH');
    await t.submit(EDITOR_A, 'A', 8);
    await t.submit(EDITOR_B, 'B', 9.5);
    for (const [kind, action] of [
      ['collect', 'close'],
      ['evaluate', undefined],
      ['publish', undefined],
    ] as const) {
      expect((await t.start(kind)).status).toBe(202);
      expect((await t.post('/run-jobs', OFFICER)).body).toEqual({ finished: 1, remaining: 0 });
      if (action) await t.move(action);
    }
    await t.start('provision', { period: undefined }, ADMIN);
    expect((await t.post('/run-jobs', ADMIN)).body).toEqual({ finished: 1, remaining: 0 });
    const { jobs } = (await t.jobs(ADMIN)).body;
    expect(
      jobs
        .map(({ id, state, done, total, outcome }: Job & { id: string }) => [id, state, done, total, outcome])
        .sort(),
    ).toEqual([
      ['collect.2024-03.1', 'done', 1, 1, { accepted: 0, late: 0, refused: 0, missing: 1, unavailable: 0 }],
      ['evaluate.2024-03.1', 'done', 3, 3, { version: 1 }],
      ['provision.1', 'done', 5, 5, { delivered: 5, waiting: 0 }],
      ['publish.2024-03.1', 'done', 5, 5, { delivered: 5, waiting: 0 }],
    ]);
    expect(await t.store.pendingOutboxCount()).toBe(0);
    expect((await t.store.period(MARCH))!.state).toBe('published');
  });

  it('keeps a failure, and explains it in the language of whoever looks', async () => {
    const t = await openMarch('FAIL');
    await t.move('close');
    await t.start('evaluate');
    await t.move('reopen', { reason: 'Sửa' });
    expect((await t.post('/run-jobs', OFFICER)).body).toEqual({ finished: 1, remaining: 0 });
    const told = async (language: string) =>
      (await t.jobs(OFFICER, { headers: { 'Accept-Language': language } })).body.jobs[0];
    const job = await told('vi');
    expect(job).toMatchObject({ state: 'failed', endedAt: expect.any(String) });
    expect(job.error).toEqual({
      code: 'period_wrong_state',
      message: expect.stringMatching(/^Tháng 03\/2024 đang ở bước “đang mở” nên không thể đánh giá/),
    });
    expect((await told('en')).error.message).toMatch(/^Period 2024-03 is open, so it cannot be evaluated/);
  });

  it('is resumed by the next where it was killed, and publishes everything once', async () => {
    const t = await openMarch('KILL');
    await t.submit(EDITOR_A, 'A', 8);
    for (const action of ['close', 'evaluate']) await t.move(action);
    await t.start('publish');
    for (const call of [2, 3, 1]) {
      const killed = office.killAtGoogleCall(call);
      const answer = t.post('/run-jobs', OFFICER, { concurrency: 1 }).catch(() => undefined);
      await killed;
      expect(await answer).toBeUndefined();
      const [seen] = (await t.jobs()).body.jobs;
      expect(seen).toMatchObject({ id: 'publish.2024-03.1', state: 'running', total: 5 });
      await freeLeases(process.env.FIRESTORE_EMULATOR_HOST!, office.projectId);
    }
    await until('the job ended', async () => {
      await t.post('/run-jobs', OFFICER);
      return (await t.store.unfinishedJobs()).length === 0;
    });
    expect((await t.jobs()).body.jobs).toMatchObject([
      { state: 'done', done: 5, total: 5, outcome: { delivered: 5, waiting: 0 } },
    ]);
    expect((await t.store.log(50)).filter(({ action }) => action === 'period_published')).toHaveLength(1);
    expect((await t.store.workbooks()).length).toBe(5);
  });
});

describe('the doors of jobs', () => {
  it('open to whom they should, for the right shape', async () => {
    const t = await openMarch('DOORS');
    const everybody = [ADMIN, OFFICER, EDITOR_A, COUNCIL, LEADER, NOBODY];
    const statuses = (call: (as: string) => Promise<Reply>) =>
      Promise.all(everybody.map(async (as) => (await call(as)).status));
    expect(await statuses((as) => t.start('provision', { period: undefined }, as))).toEqual([
      202, 202, 403, 403, 403, 403,
    ]);
    for (const kind of ['collect', 'evaluate', 'publish'])
      expect([kind, (await t.start(kind, {}, ADMIN)).status]).toEqual([kind, 403]);
    expect(await statuses((as) => t.start('collect', {}, as))).toEqual([403, 202, 403, 403, 403, 403]);
    expect(await statuses((as) => t.jobs(as))).toEqual([200, 200, 403, 403, 403, 403]);
    expect(await statuses((as) => t.post('/run-jobs', as, { withinMs: 1 }))).toEqual([
      200, 200, 403, 403, 403, 403,
    ]);
    const shapes: [string, object][] = [
      ['/start-job', { kind: 'explode' }],
      ['/start-job', { kind: 'collect' }],
      ['/start-job', { kind: 'provision', period: MARCH }],
      ['/start-job', { kind: 'collect', period: '..' }],
      ['/run-jobs', { withinMs: 0 }],
      ['/run-jobs', { concurrency: 99 }],
      ['/run-jobs', { most: 1 }],
    ];
    for (const [path, body] of shapes)
      expect([path, body, (await t.post(path, OFFICER, body)).status]).toEqual([path, body, 400]);
  });
});

interface Campaign {
  readonly store: Store;
  post(path: string, as: string, body?: object, wish?: CallWish): Promise<Reply>;
  move(action: string, parts?: object): Promise<Reply>;
  submit(as: string, unitId: string, points: number): Promise<Reply>;
  start(kind: string, parts?: object, as?: string): Promise<Reply>;
  jobs(as?: string, wish?: CallWish): Promise<Reply>;
  sheet(id: 'office' | `unit:${string}`): Promise<string>;
}

/** An open month whose workbooks have been made. */
async function openMarch(code: string): Promise<Campaign> {
  const store = openStore(client, code);
  const campaign: Campaign = {
    store,
    post: (path, as, body = {}, wish = {}) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: AT, ...wish }),
    move: (action, parts = {}) => campaign.post('/move-period', OFFICER, { period: MARCH, action, ...parts }),
    submit: (as, unitId, points) =>
      campaign.post('/submit-form', as, {
        period: MARCH,
        unitId,
        cells: filledForm({ C1: points, C2: 'Có' }),
      }),
    start: (kind, parts = {}, as = OFFICER) =>
      campaign.post('/start-job', as, { kind, period: MARCH, ...parts }),
    jobs: (as = OFFICER, wish = {}) => office.call('/jobs', { as, query: { campaign: code }, ...wish }),
    sheet: async (id) => (await store.workbook(id))!.spreadsheetId,
  };
  const loaded = await campaign.post('/load-campaign', ADMIN, { files: campaignFiles(code) });
  expect(loaded.status).toBe(200);
  await campaign.move('open');
  expect((await campaign.post('/deliver', OFFICER)).body).toMatchObject({ failed: 0, remaining: 0 });
  return campaign;
}
