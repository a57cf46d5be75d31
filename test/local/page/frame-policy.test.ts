import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { frameDocument } from '../../../local/page/frame.ts';
import { framePolicy } from '../../../local/page/http/frame-policy.ts';
import { buildAddOn } from '../../../sheets-addon/build.ts';
import { openChromium } from '../../support/chromium.ts';

let folder: string;
let server: Server;
let chromium: Awaited<ReturnType<typeof openChromium>>;
/** What is served, and under which policy. */
let served = { html: '', policy: '' };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'add-on-'));
  server = createServer((_, response) =>
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': served.policy,
      })
      .end(served.html),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  [chromium] = await Promise.all([
    openChromium(),
    buildAddOn({ outdir: join(folder, 'dist'), backendUrl: 'http://127.0.0.1:8711/' }),
  ]);
});
afterAll(async () => {
  await chromium?.end();
  server.close();
  await rm(folder, { recursive: true, force: true });
});

/** What the browser kept from running, and what of the page's own ran. */
async function opened(html: string, policy: string): Promise<{ refused: string[]; ran: string }> {
  served = { html, policy };
  const page = await chromium.context.newPage();
  const refused: string[] = [];
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text());
  });
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  const ran = await page.evaluate<string>("typeof globalThis.google?.script?.run + ' ' + document.title");
  await page.close();
  return { refused, ran };
}

it('the add-on’s own sidebar runs under the policy of its frame, and a script more does not', async () => {
  const html = frameDocument(await readFile(join(folder, 'dist/sidebar.html'), 'utf8'));
  const policy = framePolicy(html);
  expect(policy).not.toContain("script-src 'unsafe-inline'");
  expect(await opened(html, policy)).toEqual({ refused: [], ran: 'object Thi đua' });
  const more = html.replace('</body>', '<script>document.title = "other"</script></body>');
  const { refused, ran } = await opened(more, policy);
  expect([refused.length, ran]).toEqual([1, 'object Thi đua']);
});

it('what an attribute runs is named, too, and nothing where there is no script', async () => {
  const html = `<title>x</title><body onload="document.title = 'a &amp; &quot;b&quot;'">\r\n<script>\r\n1;\r\n</script>`;
  const { refused, ran } = await opened(html, framePolicy(html));
  expect([refused, ran]).toEqual([[], 'undefined a & "b"']);
  expect(framePolicy('<p>')).toContain("script-src 'none'");
});
