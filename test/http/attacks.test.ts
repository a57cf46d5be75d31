import { createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { CellValue } from '../../functions/src/domain/form/form.ts';
import { endpoints } from '../../functions/src/http/endpoints.ts';
import { replayPeriod } from '../../functions/src/usecases/periods/replay-period.ts';
import { campaignFiles, EDITOR_A, filledForm, OFFICER } from './small-campaign.ts';
import { ADMIN, AUDIENCE, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

const MARCH = '2024-03' as PeriodId;
const AT = '2024-03-20T03:00:00.000Z';
const SECRET = 'Bí mật của đơn vị';
let office: TestOffice;
let client: FirestoreClient;

beforeAll(async () => {
  office = await startTestOffice();
  client = await openFirestore(office.projectId);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
});

const PATHS = Object.keys(endpoints).map((name) => `/${name}`);

describe('forged tokens', () => {
  it('open no door, and leave nothing of themselves in the log', async () => {
    const good = await office.identity.issueIdToken({ email: ADMIN, audience: AUDIENCE });
    const [head, claims, signature] = good.split('.') as [string, string, string];
    const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString());
    const certificates = (await (await fetch(office.identity.certsUrl)).json()) as Record<string, string>;
    const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const hmac = (header: object) => {
      const signed = `${encoded(header)}.${claims}`;
      return `${signed}.${createHmac('sha256', certificates[kid]!).update(signed).digest('base64url')}`;
    };
    const said = JSON.parse(Buffer.from(claims, 'base64url').toString());
    const forged = [
      hmac({ alg: 'HS256', kid }),
      hmac({ alg: 'RS256', kid }),
      hmac({ alg: 'ES256', kid }),
      ...['none', 'None', 'NONE', ''].map((alg) => `${encoded({ alg, kid })}.${claims}.`),
      ...['constructor', '__proto__', 'toString', ''].map(
        (name) => `${encoded({ alg: 'RS256', kid: name })}.${claims}.${signature}`,
      ),
      `${head}.${encoded({ ...said, email: 'root@x.example' })}.${signature}`,
      `${head}.${encoded({ ...said, exp: 9e15 })}.${signature}`,
      `${head}.${claims}.${signature}.${signature}`,
      `${encoded({})}.${encoded({})}.`,
      '..',
      'a.b.c',
      good.repeat(3),
      good.slice(1),
      await office.identity.issueIdToken({ email: ADMIN, audience: 'other' }),
      await office.identity.issueIdToken({ email: ADMIN, audience: AUDIENCE, emailVerified: false }),
      await office.identity.issueIdToken({ email: ADMIN, audience: AUDIENCE, expiresInSeconds: -3600 }),
      await office.identity.issueIdToken({ audience: AUDIENCE }),
    ];
    for (const path of PATHS)
      for (const token of forged) {
        const isRead = endpoints[path.slice(1)]!.method === 'GET';
        const reply = await office.call(path, {
          ...(isRead ? { method: 'GET' } : { body: { campaign: 'HOSTILE' } }),
          headers: { Authorization: `Bearer ${token}` },
        });
        expect([path, token.slice(0, 60), reply.status]).toEqual([path, token.slice(0, 60), 401]);
        expect(JSON.stringify(reply.body)).not.toContain(token.slice(0, 20) || '?');
      }
    expect(office.printed()).not.toMatch(/@|eyJ|Bearer/);
  });
});

describe('twelve at once', () => {
  const officers = Array.from({ length: 12 }, (_, i) => `officer-${i}@x.example`);

  it('take each step once, and nobody is told of a fault', async () => {
    const members = [
      'admin@x.example,admin,',
      ...officers.map((each) => `${each},officer,`),
      `${EDITOR_A},unit_editor,A`,
    ];
    await load('TWELVE', campaignFiles('TWELVE', { members }));
    for (const action of ['open', 'close', 'evaluate', 'publish']) {
      const replies = await Promise.all(officers.map((as) => move('TWELVE', action, {}, as)));
      const told = replies.map(({ status, body }) => body.error?.code ?? status);
      expect([action, told.filter((each) => each === 200)]).toEqual([action, [200]]);
      for (const each of told) expect([200, 'period_wrong_state', 'conflict']).toContain(each);
    }
    const { store } = of('TWELVE');
    expect((await store.log(50)).length).toBe(5);
    expect((await store.period(MARCH))!).toMatchObject({
      resultVersion: 1,
      publishedVersion: 1,
      revision: 4,
    });
  });

  it('two loads of different files at once are two versions, one after the other', async () => {
    await load('LOADS');
    const replies = await Promise.all(
      ['Một', 'Hai', 'Ba'].map((name) =>
        post('/load-campaign', 'LOADS', ADMIN, { files: campaignFiles('LOADS', { name }) }),
      ),
    );
    for (const { status, body } of replies) expect([200, 'conflict']).toContain(body.error?.code ?? status);
    const versions = replies
      .filter(({ status }) => status === 200)
      .map(({ body }) => body.version)
      .sort();
    expect(versions).toEqual([2, 3, 4].slice(0, versions.length));
    expect((await of('LOADS').store.setup())!.version).toBe(1 + versions.length);
  });
});

describe('rules that change in mid-campaign', () => {
  it('never break the evaluation of forms that were sent before, and leave past months as they were', async () => {
    const t = of('CHANGED');
    await load('CHANGED');
    for (const period of ['2024-01', '2024-02', MARCH]) {
      await move('CHANGED', 'open', { period });
      await submit('CHANGED', 'A', { C1: 8, C2: 'Có' }, period);
      if (period === MARCH) break;
      for (const action of ['close', 'evaluate', 'publish']) await move('CHANGED', action, { period });
    }
    const before = await t.store.result('2024-01' as PeriodId);
    const others = [
      'XA,C1,Tuyên truyền,YESNO,,10\nXA,C2,Có kế hoạch,COUNT,each=1,5',
      'XA,C1,Tuyên truyền,INFO,,\nXA,C2,Có kế hoạch,DIRECT,step=1,15',
      'XA,C1,Tuyên truyền,DIRECT,step=0.5,2\nXA,C2,Có kế hoạch,YESNO,,13',
      'XA,C9,Khác,YESNO,,15',
    ];
    for (const [i, rows] of others.entries()) {
      const files = campaignFiles('CHANGED', { name: `Phiên bản ${i}` });
      files['criteria.csv'] = `track,code,name,method,parameters,max_points\n${rows}\n`;
      files['units.csv'] = files['units.csv']!.replace('Xã An Bình,XA,Cụm 1', `Xã Tên Mới ${i},XA,Cụm 2`);
      const loaded = await post('/load-campaign', 'CHANGED', ADMIN, { files });
      expect([loaded.status, loaded.body.error]).toEqual([200, undefined]);
      const closed = await move('CHANGED', 'close');
      const evaluated = await move('CHANGED', 'evaluate');
      expect([rows, closed.status, evaluated.status, evaluated.body.error]).toEqual([
        rows,
        200,
        200,
        undefined,
      ]);
      const result = await office.call('/unit-result', {
        as: OFFICER,
        query: { campaign: 'CHANGED', period: MARCH, unitId: 'A' },
      });
      expect(result.status).toBe(200);
      await move('CHANGED', 'reopen', { reason: 'Đổi quy định' });
      expect(await t.store.result('2024-01' as PeriodId)).toEqual(before);
      expect(await replayPeriod(t.store, '2024-01' as PeriodId, 1)).toMatchObject({ same: true });
      const past = await office.call('/unit-result', {
        as: EDITOR_A,
        query: { campaign: 'CHANGED', period: '2024-01', unitId: 'A' },
      });
      expect(past.body.explanation[0].text).toBe('Xã An Bình – Tháng 01/2024');
    }
  });

  it('let a merged unit go and its successor on, and ask every call anew who may', async () => {
    const files = campaignFiles('MERGED', {
      members: ['admin@x.example,admin,', `${OFFICER},officer,`, `${EDITOR_A},unit_editor,A;B`],
    });
    files['units.csv'] = `unit_id,name,track,cluster,valid_from,valid_to,successors
A,Xã An Bình,XA,Cụm 1,,2024-01-31,B
B,Xã Bảo Thạnh,XA,Cụm 1,,,
C,Xã Châu Bình,XA,Cụm 1,,,
`;
    await load('MERGED', files);
    await move('MERGED', 'open', { period: '2024-01' });
    for (const unitId of ['A', 'B'])
      expect((await submit('MERGED', unitId, { C1: 5, C2: 'Có' }, '2024-01')).status).toBe(200);
    expect((await submit('MERGED', 'C', { C1: 5, C2: 'Có' }, '2024-01')).status).toBe(403);
    for (const action of ['close', 'evaluate', 'publish'])
      await move('MERGED', action, { period: '2024-01' });
    await move('MERGED', 'open', { period: '2024-02' });
    expect((await submit('MERGED', 'A', { C1: 5, C2: 'Có' }, '2024-02')).body.error.code).toBe('not_found');
    expect((await submit('MERGED', 'B', { C1: 6, C2: 'Có' }, '2024-02')).status).toBe(200);
    const status = await office.call('/period-status', {
      as: EDITOR_A,
      query: { campaign: 'MERGED', period: '2024-02' },
    });
    expect(status.body.units.map(({ unitId }: { unitId: string }) => unitId)).toEqual(['B']);
    for (const action of ['close', 'evaluate', 'publish'])
      await move('MERGED', action, { period: '2024-02' });
    const old = await office.call('/unit-result', {
      as: EDITOR_A,
      query: { campaign: 'MERGED', period: '2024-01', unitId: 'A' },
    });
    expect(old.body.result.unitId).toBe('A');
    const shrunk = { ...files, 'members.csv': files['members.csv']!.replace(/.*unit_editor.*\n/, '') };
    expect((await post('/load-campaign', 'MERGED', ADMIN, { files: shrunk })).status).toBe(200);
    expect((await submit('MERGED', 'B', { C1: 7, C2: 'Có' }, '2024-02')).status).toBe(403);
  });
});

describe('a unit that sends the wildest numbers', () => {
  it('cannot keep its month from being evaluated and published', async () => {
    const files = campaignFiles('WILD');
    files['criteria.csv'] = `track,code,name,method,parameters,max_points
XA,C1,Đếm,COUNT,each=0.000001,10
XA,C2,Tỷ lệ,PCT_TARGET,target=0.000000000001; basis=cumulative,10
XA,C3,Bậc,TIERED,>=10: 5; >=1: 1; else 0,5
XA,C4,So cụm,PEER_RELATIVE,target=1; basis=cumulative,10
XA,C5,Thông tin,INFO,negative=allowed,
`;
    await load('WILD', files);
    await move('WILD', 'open');
    const numbers: CellValue[] = [
      1e308,
      1e17,
      1e18,
      '999999999999999999,999999999999',
      '1e40',
      'Infinity',
      'NaN',
      5e-324,
      -0,
      '0x10',
      '１２',
      '1'.repeat(50_000),
    ];
    const accepted = new Set<CellValue>();
    for (const number of numbers) {
      const answers = { C1: number, C2: number, C3: number, C4: number, C5: number };
      for (const unitId of ['A', 'B', 'C']) {
        const reply = await submit('WILD', unitId, answers, MARCH, OFFICER);
        expect([number, [200, 422].includes(reply.status)]).toEqual([number, true]);
        if (reply.status === 200) accepted.add(number);
      }
      await post('/unlock-form', 'WILD', OFFICER, { period: MARCH, unitId: 'B', reason: 'Thử' });
      const small = { C1: 0, C2: 0, C3: 0, C4: 5e-12, C5: -0.1 };
      expect((await submit('WILD', 'B', small, MARCH, OFFICER)).status).toBe(200);
      for (const action of ['close', 'evaluate', 'publish'])
        expect([number, action, (await move('WILD', action)).status]).toEqual([number, action, 200]);
      await move('WILD', 'reopen', { reason: 'Thử' });
    }
    expect([...accepted]).toEqual([1e17, '999999999999999999,999999999999', 0, '１２']);
    expect(office.printed()).not.toMatch(/"status":5|@|eyJ/);
  });
});

it('leaves nothing private in the log after all this', async () => {
  await load('QUIET');
  await move('QUIET', 'open');
  const form = filledForm({ C1: SECRET, C2: SECRET });
  await post('/submit-form', 'QUIET', EDITOR_A, { period: MARCH, unitId: 'A', cells: form });
  const printed = office.printed();
  expect(printed).not.toMatch(/@|eyJ|Bearer|Bí mật|"status":5/);
  for (const line of printed.trim().split('\n')) expect(JSON.parse(line)).toHaveProperty('event');
});

const of = (code: string) => ({ store: openStore(client, code) });

function post(path: string, campaign: string, as: string, body: object = {}): Promise<Reply> {
  return office.call(path, { as, at: AT, body: { campaign, ...body } });
}

function move(campaign: string, action: string, parts: object = {}, as = OFFICER): Promise<Reply> {
  return post('/move-period', campaign, as, { period: MARCH, action, ...parts });
}

function submit(
  campaign: string,
  unitId: string,
  answers: Readonly<Record<string, CellValue>>,
  period: string,
  as = EDITOR_A,
): Promise<Reply> {
  return post('/submit-form', campaign, as, { period, unitId, cells: filledForm(answers) });
}

async function load(code: string, files = campaignFiles(code)): Promise<void> {
  const { status, body } = await post('/load-campaign', code, ADMIN, { files });
  expect([status, body.error]).toEqual([200, undefined]);
}
