import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Identity, startIdentity } from '../../../local/identity/server.ts';
import { openChromium } from '../../support/chromium.ts';
import { EDITOR, FORM, OWNER, openPageOffice, type PageOffice } from './page-office.ts';

/** A page of somebody else's in the browser of one who has the office open in another tab. */
let office: PageOffice;
let identity: Identity;
let chromium: Awaited<ReturnType<typeof openChromium>>;
let folder: string;
let hostile: Server;
let port: number;
let window: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'hostile-'));
  hostile = createServer((_, response) =>
    response
      .writeHead(200, { 'content-type': 'text/html' })
      .end('<!doctype html><title>Free gifts</title><body>'),
  );
  await new Promise<void>((resolve) => hostile.listen(0, '127.0.0.1', resolve));
  ({ port } = hostile.address() as AddressInfo);
  [office, chromium, identity] = await Promise.all([
    openPageOffice(),
    openChromium(),
    startIdentity({ keyFile: join(folder, 'key.pem'), projectId: 'p', serviceAccountEmail: 'f@x.example' }),
  ]);
  const opened = await fetch(`${office.page.url}/api/windows`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: EDITOR }),
  });
  ({ window } = (await opened.json()) as { window: string });
});
afterAll(async () => {
  await chromium?.end();
  await identity?.stop();
  await office?.end();
  hostile.close();
  await rm(folder, { recursive: true, force: true });
});

/** What it is called by another name of the same machine is another site; another port of the same is "same-site". */
describe.each(['localhost', '127.0.0.1'])('a page of another server at %s', (name) => {
  it('reads nothing, writes nothing, embeds nothing and listens to nothing', async () => {
    const before = await cells();
    const page = await chromium.context.newPage();
    await page.goto(`http://${name}:${port}/`);
    const servers = [office.page.url, office.sheets.url, identity.url];
    const paths = [
      '/',
      '/api/office',
      '/api/workbooks',
      `/v4/spreadsheets/${office.formId}`,
      '/drive/v3/files',
      '/oauth2/v1/certs',
    ];
    const addresses = servers.flatMap((server) => paths.map((path) => server + path));
    const line = `${office.page.url.replace('http', 'ws')}/api/events?window=${window}`;
    const body = JSON.stringify({
      spreadsheetId: office.formId,
      edits: [{ kind: 'values', sheetId: FORM, cells: [{ row: 2, column: 3, text: '99' }] }],
    });
    const tries = JSON.stringify({
      addresses,
      page: office.page.url,
      sheets: office.sheets.url,
      tokens: identity.url,
      line,
      window,
      body,
      owner: OWNER,
    });
    const got = await page.evaluate<Record<string, unknown>>(`(${attack})(${tries})`);
    expect(got).toEqual({ read: [], written: [], line: 'closed', scripts: 0, images: 0, frames: [] });
    expect(await cells()).toEqual(before);
    await page.close();
  });
});

it('a name of somebody’s own that leads here is answered by no server', async () => {
  for (const url of [office.page.url, office.sheets.url, identity.url])
    for (const path of [
      '/',
      '/api/office',
      '/oauth2/v1/certs',
      '/drive/v3/files',
      '/computeMetadata/v1/project/project-id',
    ])
      expect([url, path, await statusAs('rebound.example', url, path)]).toEqual([url, path, 403]);
});

async function cells(): Promise<unknown> {
  const { sheets } = office.sheets.as(OWNER);
  const { data } = await sheets.spreadsheets.values.get({ spreadsheetId: office.formId, range: 'A1:H40' });
  return data.values;
}

function statusAs(host: string, url: string, path: string): Promise<number> {
  const { hostname, port: at } = new URL(url);
  return new Promise((resolve, reject) => {
    const headers = { host, authorization: `Bearer ${OWNER}`, 'metadata-flavor': 'Google' };
    request({ hostname, port: at, path, headers }, (response) => {
      response.resume();
      resolve(response.statusCode!);
    })
      .on('error', reject)
      .end();
  });
}

/** Runs in the hostile page. */
const attack = `async ({ addresses, page, sheets, tokens, line, window: id, body, owner }) => {
  const read = [];
  for (const address of addresses)
    for (const headers of [{}, { authorization: 'Bearer ' + owner }, { 'x-window': id }])
      await fetch(address, { headers, credentials: 'include' }).then((answer) => read.push(address + ' ' + answer.status), () => {});
  const written = [];
  const posts = [
    [page + '/api/edit', { 'content-type': 'application/json', 'x-window': id }, body],
    [page + '/api/edit', { 'content-type': 'text/plain' }, body],
    [page + '/api/windows', { 'content-type': 'text/plain' }, '{"person":"' + owner + '"}'],
    [sheets + '/v4/spreadsheets', { 'content-type': 'text/plain', authorization: 'Bearer ' + owner }, '{}'],
    [tokens + '/token', { 'content-type': 'text/plain' }, '{"email":"' + owner + '","audience":"x"}'],
  ];
  for (const [address, headers, text] of posts) {
    await fetch(address, { method: 'POST', headers, body: text }).then((answer) => written.push(address + ' ' + answer.status), () => {});
    await fetch(address, { method: 'POST', mode: 'no-cors', body: text }).then((answer) => answer.type !== 'opaque' && written.push(address), () => {});
  }
  const socket = new WebSocket(line);
  const heard = await new Promise((resolve) => {
    socket.onopen = () => resolve('open');
    socket.onerror = () => resolve('closed');
  });
  const load = (tag, address) =>
    new Promise((resolve) => {
      const element = document.createElement(tag);
      element.onload = () => resolve(1);
      element.onerror = () => resolve(0);
      element.src = address;
      document.body.append(element);
    });
  const count = async (tag) => {
    let loaded = 0;
    for (const address of addresses) loaded += await load(tag, address);
    return loaded;
  };
  const frames = [];
  for (const address of [page + '/', page + '/api/office']) {
    const frame = document.createElement('iframe');
    frame.name = 'inside';
    document.body.append(frame);
    const loaded = new Promise((resolve) => { frame.onload = resolve; });
    frame.src = address;
    await loaded;
    try { frames.push(frame.contentDocument && frame.contentDocument.body.innerText); } catch {}
    if (frame.contentWindow.length > 0) frames.push('has frames of its own');
    const form = document.createElement('form');
    Object.assign(form, { action: page + '/api/edit', method: 'post', enctype: 'text/plain', target: 'inside' });
    const field = document.createElement('input');
    field.name = body.slice(0, -1) + ',"x":"';
    field.value = '"}';
    form.append(field);
    document.body.append(form);
    const sent = new Promise((resolve) => { frame.onload = resolve; });
    form.submit();
    await sent;
    frame.remove();
  }
  return { read, written, line: heard, scripts: await count('script'), images: await count('img'), frames: frames.filter((text) => text) };
}`;
