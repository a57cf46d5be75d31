import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildFunctions } from '../../functions/build.ts';
import { campaignFiles, EDITOR_A, filledForm, OFFICER } from './small-campaign.ts';
import { ADMIN, AUDIENCE, startTestOffice } from './test-office.ts';

describe('the bundle', () => {
  let folder: string;

  beforeAll(async () => {
    mkdirSync('node_modules/.cache', { recursive: true });
    folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/bundle-'));
    await buildFunctions(folder);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('does not start without an audience, and says so', () => {
    const env = { PATH: process.env.PATH, GOOGLE_CLOUD_PROJECT: 'p' };
    const start = (more: Record<string, string>) =>
      spawnSync(process.execPath, [join(folder, 'index.cjs')], {
        env: { ...env, ...more },
        encoding: 'utf8',
      });
    expect(start({}).status).toBe(1);
    expect(start({}).stderr).toContain('TOKEN_AUDIENCE is missing');
    expect(start({ TOKEN_AUDIENCE: ' , ' }).status).toBe(1);
    expect(start({ TOKEN_AUDIENCE: 'x.apps.example' }).status).toBe(0);
  });

  it('pins the framework it was tested with', async () => {
    const { default: ours } = await import('../../package.json', { with: { type: 'json' } });
    const { default: deployed } = await import(join(folder, 'package.json'), { with: { type: 'json' } });
    expect(deployed.dependencies).toEqual({
      '@google-cloud/functions-framework': ours.dependencies['@google-cloud/functions-framework'],
    });
  });
});

describe('a function deployed alone', () => {
  it('answers at its root as it does behind the one address', async () => {
    const office = await startTestOffice({ target: 'load-campaign' });
    try {
      const files = campaignFiles('ALONE');
      const reply = await office.call('/', { as: ADMIN, body: { campaign: 'ALONE', files } });
      expect([reply.status, reply.body.version]).toEqual([200, 1]);
      const malformed = await office.call('/', { as: ADMIN, raw: '{' });
      expect([malformed.status, malformed.body.error.code]).toEqual([400, 'malformed']);
    } finally {
      await office.stop();
    }
  });
});

describe('the clock', () => {
  it('is moved by nobody where the office does not allow it', async () => {
    const office = await startTestOffice({ env: { ALLOW_CLOCK_HEADER: '0' } });
    try {
      const call = (path: string, as: string, body: object) =>
        office.call(path, { as, body: { campaign: 'CLOCK', ...body }, at: '2024-03-20T03:00:00.000Z' });
      await call('/load-campaign', ADMIN, { files: campaignFiles('CLOCK') });
      const before = Date.now();
      const opened = await call('/move-period', OFFICER, { period: '2024-03', action: 'open' });
      expect(opened.status).toBe(200);
      expect(Date.parse(opened.body.changedAt)).toBeGreaterThanOrEqual(before);
    } finally {
      await office.stop();
    }
  });
});

describe('the issuer’s certificates', () => {
  let server: Server;
  let fetched = 0;
  let answer: (certificates: object) => { status: number; body: string };

  it('are fetched once, however many requests are waiting for them', async () => {
    const office = await officeWithCertificates((certificates) => ({
      status: 200,
      body: JSON.stringify(certificates),
    }));
    try {
      const order = { campaign: 'CERTS', files: campaignFiles('CERTS') };
      const replies = await Promise.all(
        Array.from({ length: 20 }, () => office.call('/load-campaign', { as: OFFICER, body: order })),
      );
      expect(replies.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 403));
      expect(fetched).toBe(1);
    } finally {
      await office.stop();
      server.close();
    }
  });

  it('are our trouble when they cannot be had, not the caller’s', async () => {
    const office = await officeWithCertificates(() => ({ status: 404, body: 'nothing here' }));
    try {
      const body = { campaign: 'CERTS', period: '2024-03', unitId: 'A', cells: filledForm({ C1: 1 }) };
      const away = await office.call('/submit-form', { as: EDITOR_A, body });
      expect([away.status, away.body.error.code, away.headers.get('retry-after')]).toEqual([
        503,
        'identity_unavailable',
        '5',
      ]);
      answer = () => ({ status: 200, body: '<html>sign in</html>' });
      expect((await office.call('/submit-form', { as: EDITOR_A, body })).status).toBe(503);
      answer = (certificates) => ({ status: 200, body: JSON.stringify(certificates) });
      expect((await office.call('/submit-form', { as: EDITOR_A, body })).status).toBe(403);
      expect(office.printed()).not.toContain('eyJ');
    } finally {
      await office.stop();
      server.close();
    }
  });

  async function officeWithCertificates(first: typeof answer) {
    fetched = 0;
    answer = first;
    let certificates: object = {};
    server = createServer((_, response) => {
      fetched += 1;
      const { status, body } = answer(certificates);
      response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'max-age=600' });
      response.end(body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const office = await startTestOffice({
      env: {
        TOKEN_CERTS_URL: `http://127.0.0.1:${port}/certs`,
        TOKEN_AUDIENCE: `other.example, ${AUDIENCE}`,
      },
    });
    certificates = office.identity.certificates();
    return office;
  }
});
