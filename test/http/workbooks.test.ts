import { OAuth2Client } from 'google-auth-library';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDrive } from '../../functions/src/adapters/drive/open-drive.ts';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { openSheets } from '../../functions/src/adapters/sheets/open-sheets.ts';
import type { CurrentCell, CurrentTab } from '../../functions/src/domain/publishing/current.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { seededRandom } from '../support/seeded-random.ts';
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

const PERIOD = '2024-03';
/** Leases run by the real clock; a killed deliverer's are due again after this. */
const LEASE_MS = 30_000;
let office: TestOffice;
let firestore: FirestoreClient;
let sheets: ReturnType<typeof openSheets>;
let drive: ReturnType<typeof openDrive>;

beforeAll(async () => {
  office = await startTestOffice({ google: true });
  firestore = await openFirestore(office.projectId);
  const access = {
    rootUrl: office.sheetsUrl,
    auth: async () => {
      const client = new OAuth2Client();
      client.setCredentials({ access_token: await accessToken() });
      return client;
    },
    account: async () => 'functions@x.example',
  };
  sheets = openSheets(access);
  drive = openDrive(access, undefined);
});
afterAll(async () => {
  await office.stop();
  await firestore.firestore.terminate();
});

describe('provision', () => {
  it('asks for every workbook once however often the same request comes', async () => {
    const t = await campaignOf('PROVISION');
    const body = { requestKey: 'provision-0001' };
    const first = await t.post('/provision', OFFICER, body);
    expect([first.status, first.body]).toEqual([200, { requested: 5 }]);
    expect((await t.post('/provision', OFFICER, body)).body).toEqual(first.body);
    expect((await t.post('/provision', ADMIN, {})).status).toBe(200);
    expect((await t.store.log(9)).map(({ action }) => action)).toEqual([
      'workbooks_requested',
      'workbooks_requested',
      'campaign_loaded',
    ]);
    expect((await t.post('/provision', OFFICER_2, body)).body.error.code).toBe('request_reused');
  });
});

describe('deliver', () => {
  it('makes the workbooks, and then has nothing to do; also for an admin', async () => {
    const t = await campaignOf('DELIVER');
    await t.post('/provision', OFFICER);
    const first = await t.post('/deliver', OFFICER, { most: 2, concurrency: 1 });
    expect(first.body).toEqual({ delivered: 2, failed: 0, remaining: expect.any(Number) });
    expect(first.body.remaining).toBeGreaterThan(0);
    expect((await t.post('/deliver', ADMIN)).body).toEqual({ delivered: 3, failed: 0, remaining: 0 });
    expect((await t.post('/deliver', OFFICER)).body).toEqual({ delivered: 0, failed: 0, remaining: 0 });
  });

  it('makes each workbook once when two deliver at the same time', async () => {
    const t = await campaignOf('TWO');
    await t.post('/provision', OFFICER);
    const both = await Promise.all([t.post('/deliver', OFFICER), t.post('/deliver', OFFICER_2)]);
    const last = await t.post('/deliver', OFFICER);
    expect([...both, last].map(({ status, body }) => [status, body.failed])).toEqual(Array(3).fill([200, 0]));
    const delivered = [...both, last].reduce((sum, { body }) => sum + body.delivered, 0);
    expect([delivered, last.body.remaining]).toEqual([5, 0]);
    for (const { id, spreadsheetId } of await t.store.workbooks()) {
      const name = { campaign: t.code, workbook: id, title: 'x' };
      expect(await drive.ensureSpreadsheet(name, PATIENT)).toBe(spreadsheetId);
    }
  });

  it('keeps text of formulas and invisible characters harmless in every sheet it reaches', async () => {
    const evil = '=IMPORTXML("https://x.example","//a")';
    const files = campaignFiles('EVIL');
    files['units.csv'] = files['units.csv']!.replace('Xã An Bình', `"${evil.replaceAll('"', '""')}"`);
    const t = await campaignOf('EVIL', files);
    await t.move('open');
    const form = filledForm({ C1: 8, C2: 'Có' });
    const values = form.values.map((row, i) => (i === 0 ? row : row.with(7, `${evil}\u202e\u200b\u0000`)));
    const sent = await t.post('/submit-form', EDITOR_A, {
      period: PERIOD,
      unitId: 'A',
      cells: { ...form, values },
    });
    expect(sent.status).toBe(200);
    for (const action of ['close', 'evaluate', 'publish']) await t.move(action);
    expect((await t.move('reopen', { reason: '\u200b\u202e\u0000 ' })).body.error.code).toBe(
      'reason_missing',
    );
    expect((await t.move('reopen', { reason: `${evil}\u202e\u0007` })).status).toBe(200);
    expect((await t.post('/deliver', OFFICER)).body).toMatchObject({ failed: 0, remaining: 0 });
    let found = 0;
    for (const { spreadsheetId } of await t.store.workbooks())
      for (const tab of (await sheets.read(spreadsheetId, PATIENT)).tabs)
        for (const cell of tab.values.flat()) {
          expect(typeof cell === 'object' ? cell : null).toBeNull(); // a formula is an object
          expect(String(cell)).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
          if (String(cell).includes('IMPORTXML')) found++;
        }
    expect(found).toBeGreaterThan(5);
    expect(office.printed()).not.toContain('IMPORTXML');
  });

  it('loses and doubles nothing though it is killed again and again', async () => {
    const disturbed = await campaignOf('KILLED');
    const quiet = await campaignOf('QUIET');
    const random = seededRandom(7);
    const kills: number[] = [];
    const endure = async (most: number) => {
      const call = 1 + Math.floor(random() * most);
      const killed = office.killAtGoogleCall(call);
      const answer = disturbed.post('/deliver', OFFICER, { concurrency: 1 }).catch(() => undefined);
      await killed;
      expect(await answer).toBeUndefined();
      kills.push(call);
      await expireLeases(disturbed.store);
    };
    for (const action of ['open', 'close', 'evaluate', 'publish']) {
      for (const t of [disturbed, quiet]) {
        await t.move(action);
        if (action !== 'open') continue;
        await t.submit(EDITOR_A, 'A', 8);
        await t.submit(EDITOR_B, 'B', 9.5);
      }
      await endure(action === 'open' ? 14 : action === 'publish' ? 6 : 2);
      if (action === 'publish') await endure(3);
    }
    for (const t of [disturbed, quiet]) {
      await until('all is delivered', async () => (await t.post('/deliver', OFFICER)).body.remaining === 0);
    }
    expect(kills).toHaveLength(5);
    for (const id of ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'] as const)
      expect([id, await disturbed.look(id)]).toEqual([id, await quiet.look(id)]);
    const names = (await disturbed.store.workbooks()).map(({ id }) => id);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('collect-forms', () => {
  it('takes what was filled, refuses what is wrong with its cells and sentences, once per request', async () => {
    const t = await campaignOf('COLLECT');
    await t.move('open');
    await t.post('/deliver', OFFICER);
    await t.fill('A', [8, 'Có']);
    await t.fill('B', ['nhiều', 'Có']);
    const body = { period: PERIOD, requestKey: 'collect-0001' };
    const first = await t.post('/collect-forms', OFFICER, body, { headers: { 'Accept-Language': 'en' } });
    expect([first.status, first.body]).toEqual([
      200,
      {
        period: PERIOD,
        remaining: 0,
        units: [
          { unitId: 'A', outcome: 'accepted', late: false },
          {
            unitId: 'B',
            outcome: 'refused',
            issues: [
              {
                code: 'not_a_number',
                cell: 'G4',
                column: 'Kết quả / tự chấm',
                message: expect.stringMatching(/^Cell G4/),
              },
            ],
          },
          { unitId: 'C', outcome: 'missing' },
        ],
      },
    ]);
    await t.fill('B', [9, 'Có']);
    const second = await t.post('/collect-forms', OFFICER, body);
    expect(second.body.units).toMatchObject([{ unitId: 'B', outcome: 'accepted' }, { unitId: 'C' }]);
    expect((await t.post('/collect-forms', OFFICER, body)).body).toEqual(second.body);
    expect((await t.store.submissions(PERIOD as never)).map(({ source }) => source)).toEqual([
      'collected',
      'collected',
    ]);
    const from = await t.post('/collect-forms', OFFICER, { period: PERIOD, from: 'D' });
    expect(from.body).toEqual({ period: PERIOD, units: [], remaining: 0 });
    await t.move('close');
    const closed = await t.post('/collect-forms', OFFICER, { period: PERIOD });
    expect([closed.status, closed.body.error.code]).toEqual([409, 'period_not_open']);
  });
});

describe('the doors to Google', () => {
  it('open to whom they should, by the right method, for the right shape', async () => {
    const t = await campaignOf('DOORS');
    const everybody = [ADMIN, OFFICER, EDITOR_A, COUNCIL, LEADER, NOBODY];
    const statuses = async (path: string, body: object) =>
      Promise.all(everybody.map(async (as) => (await t.post(path, as, body)).status));
    expect(await statuses('/provision', {})).toEqual([200, 200, 403, 403, 403, 403]);
    expect(await statuses('/deliver', { most: 1 })).toEqual([200, 200, 403, 403, 403, 403]);
    expect(await statuses('/collect-forms', { period: PERIOD })).toEqual([403, 409, 403, 403, 403, 403]);
    for (const path of ['/provision', '/deliver', '/collect-forms']) {
      const anonymous = await office.call(path, { body: { campaign: t.code, period: PERIOD } });
      expect([path, anonymous.status]).toEqual([path, 401]);
      for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS', 'DELETE']) {
        const reply = await office.call(path, { as: OFFICER, method });
        expect([path, method, reply.status, reply.headers.get('allow')]).toEqual([path, method, 405, 'POST']);
      }
      const refused = await t.post(path, OFFICER, { period: PERIOD, surprise: 1 });
      expect([path, refused.body.error.code]).toEqual([path, 'malformed']);
    }
    const shapes: [string, object][] = [
      ['/deliver', { most: 0 }],
      ['/deliver', { most: 1.5 }],
      ['/deliver', { withinMs: 1e308 }],
      ['/deliver', { concurrency: 1000 }],
      ['/provision', { requestKey: '../../x' }],
      ['/collect-forms', { period: '..' }],
      ['/collect-forms', { period: PERIOD, from: 'a/b' }],
      ['/collect-forms', { period: PERIOD, withinMs: '1' }],
    ];
    for (const [path, body] of shapes)
      expect([path, body, (await t.post(path, OFFICER, body)).status]).toEqual([path, body, 400]);
  });
});

interface Campaign {
  readonly code: string;
  readonly store: Store;
  post(path: string, as: string, body?: object, wish?: CallWish): Promise<Reply>;
  move(action: string, parts?: object): Promise<Reply>;
  submit(as: string, unitId: string, points: number): Promise<Reply>;
  /** Types the answers into the unit's form, in the order of its rows. */
  fill(unitId: string, answers: readonly (string | number)[]): Promise<void>;
  look(id: WorkbookId): Promise<Readonly<Record<string, CurrentTab['values']>>>;
}

async function campaignOf(code: string, files = campaignFiles(code)): Promise<Campaign> {
  const store = openStore(firestore, code);
  const idOf = async (id: WorkbookId) => (await store.workbook(id))!.spreadsheetId;
  const campaign: Campaign = {
    code,
    store,
    post: (path, as, body = {}, wish = {}) =>
      office.call(path, { as, body: { campaign: code, ...body }, at: '2024-03-20T03:00:00.000Z', ...wish }),
    move: (action, parts = {}) =>
      campaign.post('/move-period', OFFICER, { period: PERIOD, action, ...parts }),
    submit: (as, unitId, points) =>
      campaign.post('/submit-form', as, {
        period: PERIOD,
        unitId,
        cells: filledForm({ C1: points, C2: 'Có' }),
      }),
    async fill(unitId, answers) {
      const id = await idOf(`unit:${unitId}`);
      const { tabs } = await sheets.read(id, PATIENT);
      const { sheetId } = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${PERIOD}`))!;
      const cell = (answer: string | number) =>
        typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer };
      const rows = answers.map((answer) => ({ values: [{ userEnteredValue: cell(answer) }] }));
      const start = { sheetId, rowIndex: 3, columnIndex: 6 };
      const requests = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] as never;
      await sheets.apply(id, { requests }, PATIENT);
    },
    async look(id) {
      const { tabs } = await sheets.read(await idOf(id), PATIENT);
      // Two campaigns that went the same way differ in their codes, and in the digests of what holds them.
      const shown = (cell: CurrentCell) =>
        cell === code ? 'CODE' : /^[0-9a-f]{64}$/.test(String(cell)) ? 'DIGEST' : cell;
      return Object.fromEntries(
        tabs.map(({ title, values }) => [title, values.map((row) => row.map(shown))]),
      );
    },
  };
  const loaded = await campaign.post('/load-campaign', ADMIN, { files });
  expect([loaded.status, loaded.body.error]).toEqual([200, undefined]);
  return campaign;
}

/** What the passing of time does: nobody waits half a minute for a killed deliverer's leases here. */
async function expireLeases(store: Store): Promise<void> {
  await store.transact(async (transaction) => {
    const ids = ['summary', 'office', 'units', 'unit:A', 'unit:B', 'unit:C'] as const;
    const entries = await Promise.all(ids.map((id) => transaction.outboxEntry(id)));
    for (const entry of entries)
      if (entry?.leaseUntil !== undefined)
        transaction.putOutboxEntry({
          ...entry,
          leaseUntil: new Date(entry.leaseUntil.getTime() - LEASE_MS),
        });
  });
}

/** Of the functions' own account, as their metadata server gives it. */
async function accessToken(): Promise<string> {
  const { GCE_METADATA_HOST: host } = office.identity.functionsEnv;
  const url = `http://${host}/computeMetadata/v1/instance/service-accounts/default/token`;
  const answer = await fetch(url, { headers: { 'Metadata-Flavor': 'Google' } });
  return ((await answer.json()) as { access_token: string }).access_token;
}
