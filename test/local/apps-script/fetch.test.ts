import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AppsScriptHost } from '../../../local/apps-script/host.ts';
import { returned, runScript, type ScriptOffice, startScriptOffice } from './run-script.ts';

const CODE = `
const seen = (r) => [r.getResponseCode(), JSON.parse(r.getContentText())];
function fetchSeen(url, options) { return seen(UrlFetchApp.fetch(url, options)); }
function fetchAll(...requests) { return UrlFetchApp.fetchAll(requests).map(seen); }
function whole(url, options) {
  const r = UrlFetchApp.fetch(url, { muteHttpExceptions: true, ...options });
  return [r.getResponseCode(), r.getContentText(), r.getHeaders(), r.getAllHeaders()];
}
`;

describe('UrlFetchApp', () => {
  let office: ScriptOffice;
  let host: AppsScriptHost;
  let book: string;
  let server: Server;
  let url: string;
  const received: string[] = [];
  const now = new Date('2024-05-04T01:02:03.000Z');

  beforeAll(async () => {
    office = await startScriptOffice();
    book = await office.newBook();
    server = createServer((request, response) => void answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const manifest = {
      urlFetchWhitelist: [`${url}/api/`, 'https://*.example.com/a/', 'http://127.0.0.1:1/'],
    };
    host = await office.openCode(CODE, { manifest }, { now: () => now });
  });
  afterAll(async () => {
    await office.end();
    server.close();
  });

  async function answer(request: IncomingMessage, response: ServerResponse) {
    received.push(request.url!);
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method, headers } = request;
    if (request.url === '/api/moved') return response.writeHead(302, { location: '/api/echo' }).end();
    if (request.url === '/api/never') return;
    response.setHeader('content-type', 'application/json; charset=utf-8');
    response.setHeader('set-cookie', ['a=1', 'b=2']);
    response.statusCode = request.url === '/api/refused' ? 409 : 200;
    const shown = ['authorization', 'content-type', 'accept-language', 'x-clock'];
    response.end(JSON.stringify({ method, body, headers: shown.map((name) => headers[name] ?? null) }));
  }
  const call = (functionName: string, ...args: unknown[]) => returned(host, book, { functionName, args });
  const words = async (...args: unknown[]) => {
    const outcome = await runScript(host, book, { functionName: 'fetchSeen', args });
    return outcome.ok ? outcome.value : `${outcome.name}: ${outcome.message}`;
  };
  const CLOCK = '2024-05-04T01:02:03.000Z';

  it("sends what it is told, and the office's clock to this machine", async () => {
    const payload = JSON.stringify({ tên: 'Ba Tri' });
    const headers = { Authorization: 'Bearer x', 'Accept-Language': 'vi' };
    expect(await call('fetchSeen', `${url}/api/echo`)).toEqual([
      200,
      { method: 'GET', body: '', headers: [null, null, '*', CLOCK] },
    ]);
    expect(
      await call('fetchSeen', `${url}/api/echo`, {
        method: 'post',
        contentType: 'application/json',
        payload,
        headers,
      }),
    ).toEqual([
      200,
      { method: 'POST', body: payload, headers: ['Bearer x', 'application/json', 'vi', CLOCK] },
    ]);
    expect(await call('fetchSeen', `${url}/api/echo`, { payload: { a: 'một hai', b: 2 } })).toEqual([
      200,
      {
        method: 'POST',
        body: 'a=m%E1%BB%99t+hai&b=2',
        headers: [null, 'application/x-www-form-urlencoded', '*', CLOCK],
      },
    ]);
    expect(await call('fetchAll', `${url}/api/1`, { url: `${url}/api/2`, method: 'DELETE' })).toMatchObject([
      [200, { method: 'GET' }],
      [200, { method: 'DELETE' }],
    ]);
    expect(await call('fetchSeen', `${url}/api/moved`)).toMatchObject([200, { method: 'GET' }]);
    const moved = await call('whole', `${url}/api/moved`, { followRedirects: false });
    expect(moved).toEqual([302, '', ...Array(2).fill(expect.objectContaining({ Location: '/api/echo' }))]);
  });

  it('gives the answer with its headers, and an error for a status from 400 on unless muted', async () => {
    expect(await call('whole', `${url}/api/refused`)).toMatchObject([
      409,
      expect.stringMatching(/^\{"method":"GET"/),
      { 'Content-Type': 'application/json; charset=utf-8', 'Set-Cookie': 'a=1, b=2' },
      { 'Set-Cookie': ['a=1', 'b=2'] },
    ]);
    expect(await words(`${url}/api/refused`)).toMatch(
      /^Exception: Request failed for http:\/\/127\.0\.0\.1:\d+ returned code 409\. Truncated server response: \{"method".* \(use muteHttpExceptions option to examine full response\)$/,
    );
  });

  it('asks only addresses that the manifest lists', async () => {
    const before = received.length;
    const refused = (address: string) =>
      `Exception: Request to ${address} failed because the URL has not been whitelisted in the script manifest.`;
    for (const address of [
      `${url}/other`,
      `${url}/API/echo`,
      `${url}/api/../other`,
      'https://example.com/a/',
      'https://evil-example.com/a/',
      'https://b.example.com/b',
      'http://b.example.com/a/',
      `http://localhost:${new URL(url).port}/api/`,
      `http://127.0.0.1@example.org/api/`,
    ])
      expect(await words(address)).toBe(refused(address));
    await expect(call('fetchAll', `${url}/api/1`, `${url}/other`)).rejects.toThrow(
      'has not been whitelisted',
    );
    expect(received).toHaveLength(before);
  });

  it('says what is wrong with an address or a request', async () => {
    expect([
      await words('http://127.0.0.1:1/'),
      await words('địa chỉ'),
      await words('file:///etc/passwd'),
      await words(`${url}/api/`, { method: 'brew' }),
      await words(`${url}/api/`, { validateHttpsCertificates: false }),
      await words(`${url}/api/`, { headers: { Host: 'x' } }),
      await words(`${url}/api/`, { payload: [1] }),
    ]).toEqual([
      'Exception: Address unavailable: http://127.0.0.1:1/',
      'Exception: Invalid argument: địa chỉ',
      'Exception: Invalid argument: file:///etc/passwd',
      'Exception: Attribute provided with invalid value: method',
      'Error: The option "validateHttpsCertificates" of UrlFetchApp.fetch is not supported by the local Apps Script host.',
      'Exception: Attribute provided with invalid value: Header:Host',
      'Error: A payload that is neither a string nor an object of strings is not supported by the local Apps Script host.',
    ]);
  });

  it('ends with the run while a server does not answer', async () => {
    const manifest = { urlFetchWhitelist: [`${url}/api/`] };
    const short = await office.openCode(CODE, { manifest }, { limits: { runMs: 200 } });
    const outcome = runScript(short, book, { functionName: 'fetchSeen', args: [`${url}/api/never`] });
    expect(await outcome).toMatchObject({ message: 'Exceeded maximum execution time' });
  });
});
