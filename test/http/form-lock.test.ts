import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import {
  COUNCIL,
  campaignFiles,
  EDITOR_A,
  EDITOR_B,
  filledForm,
  LEADER,
  NOBODY,
  OFFICER,
} from './small-campaign.ts';
import { ADMIN, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03' as PeriodId;
const AT = '2024-03-20T03:00:00.000Z';
const LATER = '2024-03-21T07:05:00.000Z';

let office: TestOffice;
let client: Awaited<ReturnType<typeof openFirestore>>;
beforeAll(async () => {
  office = await startTestOffice();
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

interface Desk {
  readonly store: Store;
  post(path: string, as: string, body?: object, at?: string): Promise<Reply>;
  move(action: string, parts?: object): Promise<Reply>;
  submit(points: number | string, parts?: object, at?: string): Promise<Reply>;
  unlock(as: string, parts?: object): Promise<Reply>;
  /** What has happened since the period was opened, oldest first. */
  log(): Promise<string[]>;
}

/** An open month with a form of unit A in it. */
async function openMarch(code: string): Promise<Desk> {
  const store = openStore(client, code);
  const desk: Desk = {
    store,
    post: (path, as, body = {}, at = AT) => office.call(path, { as, body: { campaign: code, ...body }, at }),
    move: (action, parts = {}) => desk.post('/move-period', OFFICER, { period: MARCH, action, ...parts }),
    submit: (points, parts = {}, at = AT) => {
      const cells = filledForm({ C1: points, C2: 'Có' });
      return desk.post('/submit-form', EDITOR_A, { period: MARCH, unitId: 'A', cells, ...parts }, at);
    },
    unlock: (as, parts = {}) =>
      desk.post('/unlock-form', as, { period: MARCH, unitId: 'A', reason: 'Ghi nhầm', ...parts }, LATER),
    async log() {
      const entries = await store.log(50);
      const told = entries.map(({ action, reason }) => (reason ? `${action}: ${reason}` : action));
      return told.reverse().slice(2);
    },
  };
  await desk.post('/load-campaign', ADMIN, { files: campaignFiles(code) });
  await desk.move('open');
  expect((await desk.submit(8)).body).toMatchObject({ revision: 1, changed: true });
  return desk;
}

const codeOf = ({ status, body }: Reply) => body.error?.code ?? status;

describe('a submitted form', () => {
  it('is locked: other answers are refused, right or wrong, and leave nothing behind', async () => {
    const desk = await openMarch('LOCKED');
    const other = await desk.submit(9);
    expect([other.status, other.body.error]).toEqual([
      409,
      { code: 'form_locked', message: expect.stringContaining('lúc 10:00 ngày 20/03/2024') },
    ]);
    expect(codeOf(await desk.submit('mười'))).toBe('form_locked');
    expect(codeOf(await desk.submit(9, { checkOnly: true }))).toBe('form_locked');
    expect(await desk.store.submission(MARCH, 'A')).toMatchObject({ revision: 1, submittedAt: new Date(AT) });
    expect(await desk.store.refusals(MARCH)).toEqual([]);
    expect(await desk.log()).toEqual(['form_submitted']);
  });

  it('may be sent again as it is, and be checked', async () => {
    const desk = await openMarch('SAME');
    expect((await desk.submit(8, {}, LATER)).body).toMatchObject({
      revision: 1,
      changed: false,
      submittedAt: AT,
    });
    expect((await desk.submit(8, { checkOnly: true })).body).toEqual({ outcome: 'checked', late: false });
    expect(await desk.log()).toEqual(['form_submitted']);
  });

  it('is opened again with a reason, and locked by the next submission', async () => {
    const desk = await openMarch('UNLOCK');
    expect((await desk.unlock(EDITOR_A, { reason: ' Ghi nhầm\u200b ' })).body).toEqual({
      period: MARCH,
      unitId: 'A',
      revision: 1,
      locked: false,
      changed: true,
    });
    expect((await desk.store.submission(MARCH, 'A'))!.unlocked).toEqual({
      at: new Date(LATER),
      by: EDITOR_A,
      reason: 'Ghi nhầm',
    });
    expect((await desk.unlock(OFFICER)).body.changed).toBe(false);
    expect((await desk.submit(9, {}, LATER)).body).toMatchObject({ revision: 2, changed: true });
    expect(codeOf(await desk.submit(8))).toBe('form_locked');
    expect((await desk.store.submission(MARCH, 'A'))!.unlocked).toBeUndefined();
    expect(await desk.log()).toEqual(['form_submitted', 'form_unlocked: Ghi nhầm', 'form_submitted']);
  });

  it('that was opened again counts until the next, and sent as it was is locked without a new revision', async () => {
    const desk = await openMarch('RELOCK');
    await desk.unlock(EDITOR_A);
    expect((await desk.submit(8, {}, LATER)).body).toMatchObject({
      revision: 1,
      changed: false,
      submittedAt: AT,
    });
    expect(codeOf(await desk.submit(9))).toBe('form_locked');
    await desk.unlock(EDITOR_A);
    for (const action of ['close', 'evaluate']) expect((await desk.move(action)).status).toBe(200);
    expect((await desk.store.result(MARCH))!.result.units[0]!.total).toBe(13_000_000);
  });

  it('is opened by every reopening of its period, and locked by what is sent after it', async () => {
    const desk = await openMarch('REOPEN');
    for (let n = 0; n < 2; n++) {
      await desk.move('close');
      await desk.move('reopen', { reason: 'Bổ sung' });
      const status = await office.call('/period-status', {
        as: EDITOR_A,
        query: { campaign: 'REOPEN', period: MARCH },
      });
      expect(status.body.units[0]).toMatchObject({ unitId: 'A', status: 'submitted', locked: false });
      expect((await desk.submit(9 - n)).body).toMatchObject({ revision: 2 + n, changed: true });
      expect(codeOf(await desk.submit(5))).toBe('form_locked');
    }
  });

  it('is opened again by its own editor and the officer, in an open period, with a reason', async () => {
    const desk = await openMarch('DOORS');
    const people = [EDITOR_B, LEADER, COUNCIL, ADMIN, NOBODY];
    expect(await Promise.all(people.map(async (as) => codeOf(await desk.unlock(as))))).toEqual(
      people.map(() => 'forbidden'),
    );
    for (const reason of ['', '  ', '\u200b'])
      expect(codeOf(await desk.unlock(EDITOR_A, { reason }))).toBe('reason_missing');
    expect(codeOf(await desk.unlock(EDITOR_A, { reason: undefined }))).toBe('malformed');
    const missing = await desk.unlock(OFFICER, { unitId: 'C' });
    expect([missing.status, missing.body.error.code]).toEqual([404, 'not_found']);
    await desk.move('close');
    expect(codeOf(await desk.unlock(EDITOR_A))).toBe('period_not_open');
    expect(codeOf(await desk.unlock(EDITOR_A, { period: '2024-02' }))).toBe('period_not_open');
    expect(await desk.log()).toEqual(['form_submitted', 'period_closed']);
  });

  it('sends its unit’s workbook to be written whenever its lock changes', async () => {
    const desk = await openMarch('WORKBOOK');
    const asked = async () => (await desk.store.outboxEntry('unit:A'))?.request ?? 0;
    expect(await asked()).toBe(1);
    await desk.submit(8);
    expect(await asked()).toBe(1);
    const besides = async () => (await desk.store.outboxEntry('unit:A'))?.alsoIn;
    expect(await besides()).toBeUndefined();
    await desk.unlock(EDITOR_A);
    expect([await asked(), await besides()]).toEqual([2, ['office']]);
    await desk.unlock(EDITOR_A);
    expect(await asked()).toBe(2);
    await desk.submit(9);
    expect(await asked()).toBe(3);
  });

  it('takes one of two different forms that are sent at the same time', async () => {
    const desk = await openMarch('BOTH');
    await desk.unlock(EDITOR_A);
    const replies = await Promise.all([desk.submit(1), desk.submit(2)]);
    expect(replies.map(codeOf).sort()).toEqual([200, 'form_locked']);
    expect((await desk.store.submission(MARCH, 'A'))!.revision).toBe(2);
  });
});
