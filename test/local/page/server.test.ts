import { request } from 'node:http';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Books } from '../../../local/page/books.ts';
import { type Google, openGoogle } from '../../../local/page/google.ts';
import type { WindowEvent } from '../../../local/page/windows.ts';
import { until } from '../../support/until.ts';
import { EDITOR, FORM, LEADER, OTHER_EDITOR, OWNER, openPageOffice, type PageOffice } from './page-office.ts';

let office: PageOffice;
beforeAll(async () => {
  office = await openPageOffice();
});
afterAll(() => office?.end());

interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly body: { error?: { code: string; vi: string; en: string } } & Record<string, unknown>;
}

/** Unlike fetch, it sends the headers that it is told to. */
function ask(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: unknown } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(office.page.url);
    const sent = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      },
      (response) => {
        let text = '';
        response.on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => {
          const json = String(response.headers['content-type']).includes('json');
          resolve({
            status: response.statusCode!,
            headers: response.headers,
            text,
            body: json ? JSON.parse(text) : {},
          });
        });
      },
    );
    sent.on('error', reject);
    sent.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body));
  });
}

async function windowOf(person: string): Promise<string> {
  const { body } = await ask('POST', '/api/windows', { body: { person } });
  return body.window as string;
}
const as = (window: string) => ({ 'x-window': window });

describe('the page’s server', () => {
  it('serves the page with a policy that lets in nothing foreign', async () => {
    const { status, headers, text } = await ask('GET', '/');
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
    });
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; script-src 'self';");
    expect(policy).not.toMatch(/unsafe-eval|https:|\*/);
    expect(text).toContain('Cao điểm “Đồng khởi mới”');
  });

  it.each([
    ['a name that is not this machine', { host: 'evil.example' }],
    ['a name that only begins like it', { host: '127.0.0.1.evil.example' }],
    ['another origin', { origin: 'https://evil.example' }],
    ['a sandboxed page', { origin: 'null' }],
    ['another server of this machine', { origin: 'http://127.0.0.1:1' }],
    ['what another site embeds', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' }],
    ['what another server of this machine embeds', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_, headers) => {
    for (const path of ['/api/office', '/', '/frames/x'])
      expect((await ask('GET', path, { headers: headers as Record<string, string> })).status).toBe(403);
  });

  it('lets a link from elsewhere open the first page, and no other', async () => {
    const headers = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect((await ask('GET', '/', { headers })).status).toBe(200);
    expect((await ask('GET', `/print/${office.formId}/${FORM}`, { headers })).status).toBe(403);
  });

  it('knows only people of the office', async () => {
    const { status, body } = await ask('POST', '/api/windows', { body: { person: OWNER } });
    expect([status, body.error?.code]).toEqual([400, 'bad_request']);
  });

  it.each([
    '/assets/../../../package.json',
    '/assets/%2e%2e/%2e%2e/package.json',
    '/assets/00/main.js',
    '/assets/../main.js',
  ])('gives no file by the path %s', async (path) => {
    expect((await ask('GET', path)).status).toBe(404);
  });

  it('lists what the person may open, and nothing else', async () => {
    const { drive } = office.sheets.as(OWNER);
    await drive.files.create({
      requestBody: { name: 'Riêng tư', mimeType: 'application/vnd.google-apps.spreadsheet' },
    });
    const listed = async (person: string) =>
      (await ask('GET', '/api/workbooks', { headers: as(await windowOf(person)) })).body.workbooks;
    const form = {
      spreadsheetId: office.formId,
      title: 'Sổ thi đua – Xã An Bình',
      kind: 'unit',
      owner: OWNER,
    };
    expect(await listed(EDITOR)).toEqual([expect.objectContaining({ ...form, mayEdit: true })]);
    expect(await listed(LEADER)).toEqual([expect.objectContaining({ ...form, mayEdit: false })]);
  });

  it('writes as the window’s person and as nobody else', async () => {
    const edits = [{ kind: 'values', sheetId: FORM, cells: [{ row: 2, column: 3, text: '1' }] }];
    const body = { spreadsheetId: office.formId, edits };
    const leader = await ask('POST', '/api/edit', { headers: as(await windowOf(LEADER)), body });
    expect([leader.status, leader.body.error?.vi]).toEqual([403, 'Bạn chỉ được xem sổ này, không sửa được.']);
    const protectedCell = [{ kind: 'values', sheetId: FORM, cells: [{ row: 2, column: 0, text: 'x' }] }];
    const refused = await ask('POST', '/api/edit', {
      headers: as(await windowOf(EDITOR)),
      body: { ...body, edits: protectedCell },
    });
    expect([refused.status, refused.body.error?.code]).toEqual([400, 'protected']);
    const unknown = await ask('POST', '/api/edit', {
      headers: as(await windowOf(EDITOR)),
      body: { ...body, spreadsheetId: 'nobody-knows-it' },
    });
    expect([unknown.status, unknown.body.error?.code]).toEqual([404, 'not_found']);
  });

  it('does not know a window by a made-up name, or without one', async () => {
    for (const headers of [{}, as('x'.repeat(32)), as('')])
      expect((await ask('GET', '/api/workbooks', { headers })).body.error?.code).toBe('window_gone');
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await ask('POST', '/api/windows', { headers: form, body: 'person=x' })).status).toBe(415);
  });

  it.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['a missing field', '{"spreadsheetId":"a"}'],
    [
      'a field too much',
      '{"spreadsheetId":"a","edits":[{"kind":"values","sheetId":1,"cells":[{"row":0,"column":0,"text":"x"}]}],"as":"somebody"}',
    ],
    [
      'a negative row',
      '{"spreadsheetId":"a","edits":[{"kind":"values","sheetId":1,"cells":[{"row":-1,"column":0,"text":"x"}]}]}',
    ],
    ['a path for an id', '{"spreadsheetId":"../x","edits":[{"kind":"requests","requests":[{}]}]}'],
  ])('refuses %s', async (_, body) => {
    const { status } = await ask('POST', '/api/edit', { headers: as(await windowOf(EDITOR)), body });
    expect(status).toBe(400);
  });

  it('says that there is no add-on when the office has none', async () => {
    const body = { spreadsheetId: office.formId, kind: 'menu', functionName: 'check', label: 'x' };
    const { status, body: told } = await ask('POST', '/api/run', {
      headers: as(await windowOf(EDITOR)),
      body,
    });
    expect([status, told.error?.code]).toEqual([501, 'no_add_on']);
  });

  it('sends tabs only once: what a window knows is not sent again', async () => {
    const headers = as(await windowOf(OTHER_EDITOR));
    interface Answer {
      tabs: { sheetId: number; digest: string; view?: object }[];
    }
    const first = (await ask('POST', '/api/view', { headers, body: { spreadsheetId: office.formId } }))
      .body as unknown as Answer;
    const known = Object.fromEntries(first.tabs.map(({ sheetId, digest }) => [sheetId, digest]));
    const again = (await ask('POST', '/api/view', { headers, body: { spreadsheetId: office.formId, known } }))
      .body as unknown as Answer;
    expect(first.tabs.every(({ view }) => view)).toBe(true);
    expect(again.tabs).toEqual(first.tabs.map(({ sheetId, digest }) => ({ sheetId, digest })));
  });
});

describe('what windows are told of a workbook', () => {
  it('is read once for each revision, and what is closed is each person’s own', async () => {
    const googleOf = openGoogle({
      sheetsUrl: office.sheets.url,
      issuer: { accessTokenFor: async (email) => email },
    });
    let reads = 0;
    const counted = (email: string): Google => {
      const google = googleOf(email);
      return {
        ...google,
        get: (path) => {
          if (path.includes('rowData')) reads++;
          return google.get(path);
        },
      };
    };
    const books = new Books();
    const closedOf = async (email: string) => {
      const { tabs, mayEdit } = await books.read(counted(email), office.formId, {});
      return { mayEdit, closed: tabs[0]!.view!.closed.length };
    };
    const told = await Promise.all([OWNER, EDITOR, LEADER].map(closedOf));
    expect(told).toEqual([
      { mayEdit: true, closed: 0 },
      { mayEdit: true, closed: 2 },
      { mayEdit: false, closed: 2 },
    ]);
    expect(reads).toBe(1);
    await expect(books.read(counted('nobody@ba-tri.example'), office.formId, {})).rejects.toMatchObject({
      status: 404,
    });
    await office.sheets.as(OWNER).sheets.spreadsheets.values.update({
      spreadsheetId: office.formId,
      range: "'Kết quả'!B1",
      valueInputOption: 'RAW',
      requestBody: { values: [['mới']] },
    });
    const { tabs } = await books.read(counted(EDITOR), office.formId, {});
    expect([reads, tabs[1]!.view!.cells[0]![1]]).toEqual([2, { shown: 'mới' }]);
  });
});

describe('the line to a window', () => {
  const line = (window: string, headers: Record<string, string> = {}) =>
    new WebSocket(`${office.page.url.replace('http', 'ws')}/api/events?window=${window}`, { headers });
  const outcome = (socket: WebSocket): Promise<string> =>
    new Promise((resolve) => {
      socket.once('open', () => resolve('open'));
      socket.once('error', (error) => resolve(error.message));
    });

  it('tells of writes', async () => {
    const events: WindowEvent[] = [];
    const window = await windowOf(EDITOR);
    await ask('POST', '/api/view', { headers: as(window), body: { spreadsheetId: office.formId } });
    const socket = line(window);
    socket.on('message', (data) => events.push(JSON.parse(String(data)) as WindowEvent));
    await outcome(socket);
    await office.sheets.as(OWNER).sheets.spreadsheets.values.update({
      spreadsheetId: office.formId,
      range: "'Kết quả'!A1",
      valueInputOption: 'RAW',
      requestBody: { values: [['x']] },
    });
    await until('it was told', () => events.some(({ kind }) => kind === 'changed'));
    expect(events.find(({ kind }) => kind === 'changed')).toMatchObject({ spreadsheetId: office.formId });
    socket.close();
  });

  it('tells of no workbook that its person may not read, not even after asking for it', async () => {
    const { sheets, drive } = office.sheets.as(OWNER);
    const { data } = await drive.files.create({
      requestBody: { name: 'Của xã khác', mimeType: 'application/vnd.google-apps.spreadsheet' },
    });
    const window = await windowOf(EDITOR);
    const view = (spreadsheetId: string) =>
      ask('POST', '/api/view', { headers: as(window), body: { spreadsheetId } });
    expect([(await view(data.id!)).status, (await view(office.formId)).status]).toEqual([404, 200]);
    const events: WindowEvent[] = [];
    const socket = line(window);
    socket.on('message', (text) => events.push(JSON.parse(String(text)) as WindowEvent));
    await outcome(socket);
    for (const spreadsheetId of [data.id!, office.formId])
      await sheets.spreadsheets.batchUpdate({
        spreadsheetId,
        requestBody: { requests: [{ addSheet: { properties: { title: 'Mới' } } }] },
      });
    await until('the own workbook was told of', () => events.some(({ kind }) => kind === 'changed'));
    expect(JSON.stringify(events)).not.toContain(data.id);
    socket.close();
  });

  it('is given to no other origin and no unknown window', async () => {
    expect(await outcome(line(await windowOf(EDITOR), { origin: 'https://evil.example' }))).toContain('403');
    expect(await outcome(line('unknown'))).toContain('410');
  });

  it('outlives whoever hangs up in the middle', async () => {
    const { port } = new URL(office.page.url);
    const socket = connect(Number(port), '127.0.0.1');
    await new Promise((resolve) => socket.once('connect', resolve));
    socket.write(
      'GET /api/events?window=x HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    );
    socket.destroy();
    expect((await ask('GET', '/')).status).toBe(200);
  });
});
