import { connect } from 'node:net';
import { OAuth2Client } from 'google-auth-library';
import { drive as openDrive } from 'googleapis/build/src/apis/drive/index.js';
import { sheets as openSheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { type Page, startPage } from '../../local/page/server.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, filledForm, LEADER, OFFICER } from './small-campaign.ts';
import { ADMIN, type Reply, startTestOffice, type TestOffice } from './test-office.ts';

/** The wall between two units: A's editor, with everything that A may have, in front of B's workbook. */
const AT = '2024-03-20T03:00:00.000Z';
const MARCH = '2024-03';
const NOWHERE = `1${'x'.repeat(43)}`;
const MIME = 'application/vnd.google-apps.spreadsheet';
let office: TestOffice;
let client: FirestoreClient;
let page: Page;
const ids = new Map<WorkbookId, string>();
const idOf = (workbook: WorkbookId): string => ids.get(workbook)!;

beforeAll(async () => {
  office = await startTestOffice({ google: true });
  client = await openFirestore(office.projectId);
  await post('/load-campaign', ADMIN, { files: campaignFiles('WALL') });
  await post('/move-period', OFFICER, { period: MARCH, action: 'open' });
  for (const [unitId, as] of [['A', EDITOR_A] as const, ['B', EDITOR_B] as const])
    await post('/submit-form', as, { period: MARCH, unitId, cells: filledForm({ C1: 7, C2: 'Có' }) });
  await post('/move-period', OFFICER, { period: MARCH, action: 'close' });
  await post('/move-period', OFFICER, { period: MARCH, action: 'evaluate' });
  await post('/provision', OFFICER);
  await post('/deliver', OFFICER);
  for (const { id, spreadsheetId } of await openStore(client, 'WALL').workbooks()) ids.set(id, spreadsheetId);
  expect(ids.size).toBe(5);
  page = await startPage({
    port: 0,
    sheetsUrl: office.sheetsUrl,
    issuer: office.identity,
    onChange: () => () => {},
    people: [{ email: EDITOR_A, label: 'A', role: 'unit_editor' }],
    now: () => new Date(AT),
    timeZone: 'Asia/Ho_Chi_Minh',
    cacheDir: 'node_modules/.cache/dien-hinh-page',
    campaign: { code: 'WALL', name: 'Thi đua' },
  });
});
afterAll(async () => {
  await page.close();
  await office.stop();
  await client.firestore.terminate();
});

describe('over the functions a unit', () => {
  it('does nothing in another’s workbook, nor from a workbook that is not its own', async () => {
    const cells = filledForm({ C1: 9, C2: 'Có' });
    const tries: readonly (readonly [string, object, number, string])[] = [
      ['/submit-form', { unitId: 'B', cells }, 403, 'forbidden'],
      ['/submit-form', { unitId: 'B', cells, spreadsheetId: idOf('unit:B') }, 403, 'forbidden'],
      ['/submit-form', { unitId: 'A', cells, spreadsheetId: idOf('unit:B') }, 409, 'workbook_unknown'],
      ['/submit-form', { unitId: 'A', cells, spreadsheetId: NOWHERE }, 409, 'workbook_unknown'],
      ['/unlock-form', { unitId: 'A', reason: 'x', spreadsheetId: idOf('unit:B') }, 409, 'workbook_unknown'],
      ['/unlock-form', { unitId: 'B', reason: 'x', spreadsheetId: idOf('unit:A') }, 403, 'forbidden'],
    ];
    for (const [path, body, status, code] of tries)
      expect([path, body, told(await post(path, EDITOR_A, { period: MARCH, ...body }))]).toEqual([
        path,
        body,
        [status, code],
      ]);
  });

  it('learns nothing of another: neither whether it is there, nor which workbook is whose', async () => {
    const ask = async (path: string, query: Record<string, string>) =>
      told(await office.call(path, { as: EDITOR_A, at: AT, query: { campaign: 'WALL', ...query } }));
    for (const unitId of ['B', 'C', 'NONE', 'a', 'A.', 'office'])
      for (const path of ['/unit-result', '/form-rules'])
        expect([unitId, path, await ask(path, { period: MARCH, unitId })]).toEqual([
          unitId,
          path,
          unitId === 'A.' ? [400, 'malformed'] : [403, 'forbidden'],
        ]);
    for (const unitId of ['B', 'NONE'])
      expect(await ask('/register-rules', { register: 'registration', unitId })).toEqual([403, 'forbidden']);
    const context = (spreadsheetId: string) => ask('/workbook-context', { spreadsheetId });
    expect(await context(idOf('unit:A'))).toEqual([200, undefined]);
    expect(await context(idOf('unit:B'))).toEqual([403, 'forbidden']);
    expect(await context(idOf('office'))).toEqual([403, 'forbidden']);
    expect(await context(NOWHERE)).toEqual([409, 'workbook_unknown']);
  });

  it('is told nothing of others in what it may read', async () => {
    const answers = await Promise.all([
      office.call('/period-status', { as: EDITOR_A, query: { campaign: 'WALL', period: MARCH } }),
      office.call('/workbook-context', {
        as: EDITOR_A,
        query: { campaign: 'WALL', spreadsheetId: idOf('unit:A') },
      }),
      office.call('/form-rules', { as: EDITOR_A, query: { campaign: 'WALL', period: MARCH, unitId: 'A' } }),
    ]);
    for (const { status, body } of answers) {
      expect(status).toBe(200);
      const text = JSON.stringify(body);
      for (const other of ['Bảo Thạnh', 'Châu Bình', EDITOR_B, idOf('unit:B'), idOf('office')])
        expect([other, text.includes(other)]).toEqual([other, false]);
    }
  });
});

describe('over Sheets and Drive a unit', () => {
  it('reads, writes, copies, exports and shares its own workbook and no other', async () => {
    const all = await outcomes(EDITOR_A, idOf('unit:B'));
    for (const [name, status] of Object.entries(all))
      expect([name, [403, 404].includes(status)]).toEqual([name, true]);
    for (const id of ['office', 'unit:C'] as const)
      for (const [name, status] of Object.entries(await outcomes(EDITOR_A, idOf(id))))
        expect([id, name, [403, 404].includes(status)]).toEqual([id, name, true]);
    expect(await outcomes(EDITOR_A, idOf('unit:A'))).toMatchObject({ read: 200, open: 200, write: 200 });
  });

  it('cannot share its own workbook on, nor hand it over, nor throw it away', async () => {
    const { share, widen, own, trash, erase } = await outcomes(EDITOR_A, idOf('unit:A'));
    expect({ share, widen, own, trash, erase }).toEqual({
      share: 403,
      widen: 403,
      own: 403,
      trash: 403,
      erase: 403,
    });
  });

  it('finds no other in any list, whatever it looks for', async () => {
    const { drive } = googleOf(EDITOR_A, await office.identity.accessTokenFor(EDITOR_A));
    const queries = [
      undefined,
      `mimeType = '${MIME}'`,
      'trashed = true',
      "name contains 'Xã'",
      "name contains 'Bảo Thạnh'",
      "appProperties has { key='dienHinhWorkbook' and value='unit:B' }",
      "appProperties has { key='dienHinhCampaign' and value='WALL' }",
      `'${EDITOR_B}' in writers`,
      `'functions@x.example' in owners`,
      'sharedWithMe = true',
    ];
    const others = [idOf('unit:B'), idOf('unit:C'), idOf('office')];
    const found = new Set<string>();
    for (const q of queries) {
      const { data } = await drive.files
        .list({ ...(q !== undefined && { q }), pageSize: 1000, fields: 'files(id,name)' })
        .catch((error: { response?: { status: number } }) => {
          expect([q, error.response?.status]).toEqual([q, 501]); // what the local Drive does not know it refuses
          return { data: { files: [] } };
        });
      for (const { id } of data.files ?? []) found.add(id!);
    }
    expect([...found].sort()).toEqual([idOf('unit:A'), idOf('summary')].sort());
    for (const id of others) expect(found.has(id)).toBe(false);
  });

  it('reads the summary and writes nothing in it', async () => {
    const { read, open, write, batch, share, trash } = await outcomes(EDITOR_A, idOf('summary'));
    expect([read, open]).toEqual([200, 200]);
    for (const status of [write, batch, share, trash]) expect(status).toBe(403);
  });

  it('opens nothing with a token that was made up, or was meant for the functions', async () => {
    const forFunctions = await office.identity.issueIdToken({ email: EDITOR_B, audience: 'x' });
    for (const token of [EDITOR_B, forFunctions, `ya29.${forFunctions}`, 'ya29.', 'null']) {
      const { sheets } = googleOf(EDITOR_B, token);
      const status = await statusOf(sheets.spreadsheets.get({ spreadsheetId: idOf('unit:B') }));
      expect([token.slice(0, 12), status]).toEqual([token.slice(0, 12), 401]);
    }
    expect((await outcomes(LEADER, idOf('unit:B'))).write).not.toBe(200);
  });
});

describe('over the page a unit', () => {
  const ask = async (path: string, window: string, body: object) =>
    (
      await fetch(page.url + path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-window': window },
        body: JSON.stringify(body),
      })
    ).status;

  it('opens, edits, prints and follows its own workbook and no other', async () => {
    const opened = await fetch(`${page.url}/api/windows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: EDITOR_A }),
    });
    const { window } = (await opened.json()) as { window: string };
    const edits = [{ kind: 'requests', requests: [{ addSheet: {} }] }];
    for (const id of ['unit:B', 'office'] as const) {
      const spreadsheetId = idOf(id);
      expect(await ask('/api/view', window, { spreadsheetId })).toBe(404);
      expect([403, 404]).toContain(await ask('/api/edit', window, { spreadsheetId, edits }));
      const print = await fetch(`${page.url}/print/${spreadsheetId}/0?window=${window}`);
      expect(print.status).toBe(404);
    }
    expect(await ask('/api/view', window, { spreadsheetId: idOf('unit:A') })).toBe(200);
    expect(await ask('/api/windows', window, { person: EDITOR_B })).toBe(400);
    const line = new WebSocket(`${page.url.replace('http', 'ws')}/api/events?window=${'x'.repeat(32)}`);
    expect(await new Promise((resolve) => line.once('error', ({ message }) => resolve(message)))).toContain(
      '410',
    );
  });
});

it('every server of the office is on this machine alone', async () => {
  const urls = [office.functions.url, office.sheetsUrl, office.identity.url, page.url];
  const emulator = `http://${process.env.FIRESTORE_EMULATOR_HOST}`;
  for (const url of [...urls, emulator]) {
    expect(new URL(url).hostname).toMatch(/^127\./);
    // Whoever listens on every address answers here too.
    if (process.platform === 'linux') expect([url, await answers('127.0.0.2', url)]).toEqual([url, false]);
    expect([url, await answers(new URL(url).hostname, url)]).toEqual([url, true]);
  }
});

function answers(host: string, url: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(new URL(url).port) });
    socket.once('connect', () => resolve(socket.destroy() !== undefined));
    socket.once('error', () => resolve(false));
  });
}

const told = ({ status, body }: Reply) => [status, body.error?.code];
const post = (path: string, as: string, body: object = {}): Promise<Reply> =>
  office.call(path, { as, at: AT, body: { campaign: 'WALL', ...body } });

/** Google's own clients with this token. */
function googleOf(_: string, token: string) {
  const auth = new OAuth2Client();
  auth.setCredentials({ access_token: token });
  const options = { auth, rootUrl: `${office.sheetsUrl}/`, retry: false };
  return {
    sheets: openSheets({ version: 'v4', ...options }),
    drive: openDrive({ version: 'v3', ...options }),
  };
}

async function statusOf(call: Promise<unknown>): Promise<number> {
  try {
    await call;
    return 200;
  } catch (error) {
    return (error as { response?: { status: number } }).response?.status ?? 0;
  }
}

/** Everything that somebody may try with a workbook of which the id is known, and its status. */
async function outcomes(email: string, spreadsheetId: string) {
  const { sheets, drive } = googleOf(email, await office.identity.accessTokenFor(email));
  const fileId = spreadsheetId;
  const { spreadsheets } = sheets;
  const values = { values: [['x']] };
  const range = 'AZ900';
  const calls = {
    read: () => spreadsheets.values.get({ spreadsheetId, range: 'A1' }),
    readMany: () => spreadsheets.values.batchGet({ spreadsheetId, ranges: ['A1'] }),
    open: () => spreadsheets.get({ spreadsheetId }),
    marks: () =>
      spreadsheets.developerMetadata.search({
        spreadsheetId,
        requestBody: { dataFilters: [{ developerMetadataLookup: { metadataKey: 'dienHinh' } }] },
      }),
    look: () => drive.files.get({ fileId, fields: 'id,name,appProperties,owners' }),
    shared: () => drive.permissions.list({ fileId }),
    export: () => drive.files.export({ fileId, mimeType: 'text/csv' }),
    write: () => spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [{ addSheet: {} }] } }),
    append: () =>
      spreadsheets.values.append({
        spreadsheetId,
        range: 'A1',
        valueInputOption: 'RAW',
        requestBody: values,
      }),
    batch: () =>
      spreadsheets.values.batchUpdate({
        spreadsheetId,
        requestBody: { valueInputOption: 'RAW', data: [{ range, ...values }] },
      }),
    share: () =>
      drive.permissions.create({
        fileId,
        sendNotificationEmail: false,
        requestBody: { type: 'user', role: 'writer', emailAddress: EDITOR_A },
      }),
    widen: () => drive.permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } }),
    own: () =>
      drive.permissions.create({
        fileId,
        transferOwnership: true,
        requestBody: { type: 'user', role: 'owner', emailAddress: email },
      }),
    trash: () => drive.files.update({ fileId, requestBody: { trashed: true } }),
    erase: () => drive.files.delete({ fileId }),
    ...(spreadsheetId !== idOf('unit:A') && {
      copy: () => drive.files.copy({ fileId, requestBody: { name: 'Bản sao' } }),
    }),
  };
  const found: Record<string, number> = {};
  for (const [name, call] of Object.entries(calls)) found[name] = await statusOf(call());
  return found as Record<keyof typeof calls, number>;
}
