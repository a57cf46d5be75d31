import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles, EDITOR_A, filledForm, NOBODY, OFFICER } from './small-campaign.ts';
import { ADMIN, AUDIENCE, startTestOffice, type TestOffice } from './test-office.ts';

let office: TestOffice;

beforeAll(async () => {
  office = await startTestOffice();
  const loaded = await office.call('/load-campaign', {
    as: ADMIN,
    body: { campaign: 'BAD', files: campaignFiles('BAD') },
  });
  expect(loaded).toMatchObject({ status: 200 });
});
afterAll(() => office.stop());

const order = (parts: object = {}) => ({ campaign: 'BAD', period: '2024-03', action: 'open', ...parts });

describe('a refusal has one shape', () => {
  it('where the JSON is malformed', async () => {
    for (const raw of ['{bad', '{"a":1}}', 'undefined', "{'a':1}", '\u0000']) {
      const reply = await office.call('/move-period', { as: OFFICER, raw });
      expect([raw, reply.status, reply.body]).toEqual([
        raw,
        400,
        { error: { code: 'malformed', message: expect.stringContaining('not_json') } },
      ]);
      expect(reply.headers.get('content-type')).toBe('application/json; charset=utf-8');
    }
  });

  it('where the body is missing', async () => {
    const none = await office.call('/move-period', { as: OFFICER });
    const empty = await office.call('/move-period', { as: OFFICER, raw: '' });
    for (const reply of [none, empty])
      expect([reply.status, reply.body.error.code]).toEqual([400, 'malformed']);
    expect(none.body.error.message).toContain('body_missing');
  });

  it('where the body is not UTF-8, not JSON by its type, or compressed', async () => {
    const call = (raw: NonNullable<RequestInit['body']>, headers: Record<string, string> = {}) =>
      office.call('/move-period', { as: OFFICER, raw, headers });
    const replies = await Promise.all([
      call(new Uint8Array([0x22, 0xff, 0x22])),
      call(JSON.stringify(order()), { 'Content-Type': 'text/plain' }),
      call(JSON.stringify(order()), { 'Content-Type': 'application/x-www-form-urlencoded' }),
      call(JSON.stringify(order()), { 'Content-Encoding': 'gzip' }),
    ]);
    for (const reply of replies) expect([reply.status, reply.body.error.code]).toEqual([400, 'malformed']);
  });

  it('where the method is another, and says which is right', async () => {
    for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
      const reply = await office.call('/move-period', { as: OFFICER, method });
      expect([method, reply.status, reply.headers.get('allow')]).toEqual([method, 405, 'POST']);
      expect(reply.body.error.code).toBe('method_not_allowed');
    }
    expect((await office.call('/period-status', { as: OFFICER, body: {} })).status).toBe(405);
  });

  it('where the address is nobody’s, even one that cannot be decoded', async () => {
    for (const path of ['/', '/nothing', '/move-period/x', '/%ff', '/__proto__', '/constructor'])
      expect([path, await office.call(path, { as: OFFICER, body: {} })]).toMatchObject([
        path,
        { status: 404, body: { error: { code: 'not_found' } } },
      ]);
  });

  it('where the body is too large, announced or not', async () => {
    const large = `"${'x'.repeat(1_100_000)}"`;
    const announced = await office.call('/submit-form', { as: EDITOR_A, raw: large });
    const chunked = await office.call('/submit-form', { as: EDITOR_A, raw: new Blob([large]).stream() });
    const huge = await office.call('/submit-form', { as: EDITOR_A, raw: 'x'.repeat(50_000_000) });
    for (const reply of [announced, chunked, huge])
      expect([reply.status, reply.body.error.code]).toEqual([413, 'too_large']);
  });

  it('where the shape is another, and names the field', async () => {
    const cases: [unknown, string][] = [
      [[], ''],
      [null, ''],
      ['text', ''],
      [order({ action: 'explode' }), 'action'],
      [order({ surprise: 1 }), 'surprise'],
      [order({ period: undefined }), 'period'],
      [order({ campaign: '../x' }), 'campaign'],
      [order({ campaign: '__x__' }), 'campaign'],
      [order({ period: 'a/b' }), 'period'],
      [order({ requestKey: 'short' }), 'requestKey'],
      [order({ reason: 'x'.repeat(1001) }), 'reason'],
    ];
    for (const [body, field] of cases) {
      const reply = await office.call('/move-period', { as: OFFICER, body });
      expect([body, reply.status, reply.body.error.code]).toEqual([body, 400, 'malformed']);
      expect(reply.body.error.message).toContain(field);
    }
  });

  it('where the JSON is hostile', async () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const hostile = [
      deep,
      '{"__proto__":{"admin":true},"campaign":"BAD"}',
      '{"campaign":"BAD","constructor":{"prototype":{}}}',
      '{"\\u005f_proto__":1}',
      JSON.stringify(order({ reason: 'x' })).replace('"x"', '"\\ud800"'),
    ];
    for (const raw of hostile)
      expect((await office.call('/move-period', { as: OFFICER, raw })).body.error.code).toBe('malformed');
  });

  it('in Vietnamese, or in English where it is asked for', async () => {
    const say = async (language?: string) =>
      (
        await office.call('/move-period', {
          headers: language === undefined ? {} : { 'Accept-Language': language },
        })
      ).body.error.message;
    const vietnamese = await say('vi');
    const english = await say('en-GB');
    expect(vietnamese).toMatch(/tài khoản Google/);
    expect(english).not.toBe(vietnamese);
    expect(await say('fr, en;q=0.5, vi;q=0.8')).toBe(vietnamese);
    expect(await say('en, vi;q=0.8')).toBe(english);
    expect(await say('*')).toBe(vietnamese);
  });
});

describe('who is asking', () => {
  const open = (headers: Record<string, string>) => office.call('/move-period', { body: order(), headers });
  const token = (wish: Parameters<TestOffice['identity']['issueIdToken']>[0]) =>
    office.identity.issueIdToken(wish).then((text) => ({ Authorization: `Bearer ${text}` }));

  it('must be known by a token for us, of a verified address', async () => {
    const good = await office.identity.issueIdToken({ email: OFFICER, audience: AUDIENCE });
    const [head, claims, signature] = good.split('.') as [string, string, string];
    const unsigned = Buffer.from('{"alg":"none"}').toString('base64url');
    const refused: Record<string, string>[] = [
      {},
      { Authorization: 'Bearer ' },
      { Authorization: 'Basic b2ZmaWNlcjo=' },
      { Authorization: 'Bearer garbage' },
      { Authorization: `Bearer ${head}.${claims}.` },
      { Authorization: `Bearer ${unsigned}.${claims}.` },
      { Authorization: `Bearer ${head}.${claims}.${signature.slice(0, -4)}AAAA` },
      { Authorization: `Bearer ${'x'.repeat(9000)}` },
      await token({ email: OFFICER, audience: 'another.apps.example' }),
      await token({ email: OFFICER, audience: AUDIENCE, emailVerified: false }),
      await token({ audience: AUDIENCE }),
      await token({ email: OFFICER, audience: AUDIENCE, expiresInSeconds: -1000 }),
    ];
    for (const headers of refused)
      expect((await open(headers)).body).toMatchObject({ error: { code: 'unauthenticated' } });
    const known = await open(await token({ email: OFFICER.toUpperCase(), audience: AUDIENCE }));
    expect([200, 409]).toContain(known.status);
  });

  it('is refused without a member’s row, in another campaign, or by role', async () => {
    const refused = async (path: string, as: string, body: object) =>
      expect([path, as, (await office.call(path, { as, body })).status]).toEqual([path, as, 403]);
    await refused('/move-period', NOBODY, order());
    await refused('/move-period', EDITOR_A, order());
    await refused('/move-period', OFFICER, order({ campaign: 'OTHER' }));
    await refused('/load-campaign', OFFICER, { campaign: 'BAD', files: {} });
    await refused('/load-campaign', OFFICER, { campaign: 'OTHER', files: {} });
    const form = { campaign: 'BAD', period: '2024-03', cells: filledForm({ C1: 5 }) };
    await refused('/submit-form', EDITOR_A, { ...form, unitId: 'B' });
    await refused('/submit-form', ADMIN, { ...form, unitId: 'B' });
  });

  it('leaves nothing of a token, an address or a cell in the log', async () => {
    const secret = 'Nội dung riêng';
    await office.call('/submit-form', {
      as: EDITOR_A,
      body: { campaign: 'BAD', period: '2024-03', unitId: 'A', cells: filledForm({ C1: secret }) },
    });
    const lines = office.printed().trim().split('\n');
    for (const line of lines) expect(JSON.parse(line)).toMatchObject({ event: expect.any(String) });
    expect(office.printed()).not.toMatch(/@|eyJ|Bearer|Nội dung/);
    expect(JSON.parse(lines.at(-1)!)).toEqual({
      severity: 'INFO',
      event: 'submit-form',
      trace: expect.stringMatching(/^[0-9a-f]{32}$/),
      traceCode: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{2}$/),
      'logging.googleapis.com/trace': expect.stringMatching(/^projects\/.+\/traces\/[0-9a-f]{32}$/),
      campaign: 'BAD',
      period: '2024-03',
      unitId: 'A',
      status: 422,
      code: 'has_issues',
      elapsedMs: expect.any(Number),
    });
  });
});
