import { mkdtempSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GoogleAuth, OAuth2Client } from 'google-auth-library';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Identity, startIdentity } from '../../../local/identity/server.ts';

const AUDIENCE = '1234.apps.googleusercontent.com';
const SERVICE_ACCOUNT = 'functions@dien-hinh-local.iam.gserviceaccount.com';
const EDITOR = 'xa-an-duc@example.vn';

let identity: Identity;
const keyFile = join(mkdtempSync(join(tmpdir(), 'identity-')), 'key.pem');
const start = (options: { now?: () => Date; keyFile?: string } = {}) =>
  startIdentity({ keyFile, projectId: 'dien-hinh-local', serviceAccountEmail: SERVICE_ACCOUNT, ...options });

beforeEach(async () => {
  identity = await start();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await identity.stop();
});

describe('an ID token', () => {
  const verify = async (idToken: string) =>
    new OAuth2Client({ endpoints: { oauth2FederatedSignonPemCertsUrl: identity.certsUrl } })
      .verifyIdToken({ idToken, audience: AUDIENCE })
      .then((ticket) => ticket.getPayload());

  it('is what google-auth-library expects of Google', async () => {
    const payload = await verify(await identity.issueIdToken({ email: EDITOR, audience: AUDIENCE }));
    expect(payload).toEqual({
      iss: 'https://accounts.google.com',
      aud: AUDIENCE,
      azp: AUDIENCE,
      sub: expect.stringMatching(/^\d{21}$/),
      email: EDITOR,
      email_verified: true,
      iat: expect.any(Number),
      exp: payload!.iat + 3600,
    });
  });

  it('is refused for another audience, when expired, when changed, and with another office’s key', async () => {
    const other = await start({ keyFile: join(mkdtempSync(join(tmpdir(), 'identity-')), 'key.pem') });
    const good = await identity.issueIdToken({ email: EDITOR, audience: AUDIENCE });
    const [head, , signature] = good.split('.');
    const forged = Buffer.from(JSON.stringify({ email: 'officer@example.vn' })).toString('base64url');
    try {
      await expect(verify(await identity.issueIdToken({ email: EDITOR, audience: 'b' }))).rejects.toThrow(
        'Wrong recipient',
      );
      await expect(
        verify(await identity.issueIdToken({ email: EDITOR, audience: AUDIENCE, expiresInSeconds: -600 })),
      ).rejects.toThrow('Token used too late');
      await expect(verify(`${head}.${forged}.${signature}`)).rejects.toThrow('Invalid token signature');
      await expect(verify(await other.issueIdToken({ email: EDITOR, audience: AUDIENCE }))).rejects.toThrow(
        'No pem found',
      );
    } finally {
      await other.stop();
    }
  });

  it('can say that the address is missing or not verified, so that the sad paths can be walked', async () => {
    const missing = await verify(await identity.issueIdToken({ audience: AUDIENCE }));
    const unverified = await verify(
      await identity.issueIdToken({ email: EDITOR, audience: AUDIENCE, emailVerified: false }),
    );
    expect([missing?.email, missing?.email_verified]).toEqual([undefined, undefined]);
    expect([unverified?.email, unverified?.email_verified]).toEqual([EDITOR, false]);
  });

  it('is given out over HTTP to this machine only', async () => {
    const ask = (body: string, headers: Record<string, string> = {}) =>
      fetch(`${identity.url}/token`, { method: 'POST', body, headers });
    const wish = JSON.stringify({ email: EDITOR, audience: AUDIENCE });
    const { idToken } = (await (await ask(wish)).json()) as { idToken: string };
    expect((await verify(idToken))?.email).toBe(EDITOR);
    for (const headers of [
      { origin: 'https://evil.example' },
      { origin: 'http://127.0.0.1:3000' },
      { origin: 'null' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ] as Record<string, string>[])
      expect((await ask(wish, headers)).status).toBe(403);
    expect((await ask('{"email":"x"}')).status).toBe(400);
    expect((await ask('not json')).status).toBe(400);
  });
});

describe('an access token', () => {
  it('tells its caller, before and after a restart', async () => {
    const token = await identity.accessTokenFor(EDITOR);
    expect(await identity.callerOf(token)).toBe(EDITOR);
    await identity.stop();
    identity = await start();
    expect(await identity.callerOf(token)).toBe(EDITOR);
  });

  it('is nobody’s when expired, spoilt or of another kind', async () => {
    const token = await identity.accessTokenFor(EDITOR);
    const nobody = [
      await identity.accessTokenFor(EDITOR, { expiresInSeconds: -1 }),
      `${token.slice(0, -4)}AAAA`,
      await identity.issueIdToken({ email: EDITOR, audience: 'https://www.googleapis.com/' }),
      `ya29.${await identity.issueIdToken({ email: EDITOR, audience: 'https://www.googleapis.com/' })}`,
      '',
    ];
    expect(await Promise.all(nobody.map(identity.callerOf))).toEqual(nobody.map(() => undefined));
  });

  it('lasts an hour', async () => {
    let now = new Date('2024-04-01T00:00:00Z');
    const office = await start({ now: () => now });
    const token = await office.accessTokenFor(EDITOR);
    now = new Date('2024-04-01T00:59:59Z');
    expect(await office.callerOf(token)).toBe(EDITOR);
    now = new Date('2024-04-01T01:00:01Z');
    expect(await office.callerOf(token)).toBeUndefined();
    await office.stop();
  });
});

describe('the metadata server', () => {
  beforeEach(() => {
    vi.stubEnv('GOOGLE_APPLICATION_CREDENTIALS', undefined);
    for (const [name, value] of Object.entries(identity.functionsEnv)) vi.stubEnv(name, value);
  });

  it('lets the real Sheets client sign in as the functions’ service account', async () => {
    const seen: (string | undefined)[] = [];
    const stub = createServer((request, response) => {
      seen.push(request.headers.authorization);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"spreadsheetId":"s1"}');
    });
    await new Promise<void>((resolve) => stub.listen(0, '127.0.0.1', resolve));
    const rootUrl = `http://127.0.0.1:${(stub.address() as AddressInfo).port}/`;

    const auth = new GoogleAuth({ scopes: ['https://www.googleapis.com/auth/spreadsheets'] });
    const client = sheets({ version: 'v4', auth, rootUrl });
    await client.spreadsheets.get({ spreadsheetId: 's1' });
    stub.close();
    stub.closeAllConnections();

    expect(seen).toHaveLength(1);
    expect(await identity.callerOf(seen[0]!.replace('Bearer ', ''))).toBe(SERVICE_ACCOUNT);
  });

  it('tells project, address and identity', async () => {
    vi.stubEnv('GOOGLE_CLOUD_PROJECT', undefined);
    const auth = new GoogleAuth();
    expect(await auth.getProjectId()).toBe('dien-hinh-local');
    expect((await auth.getCredentials()).client_email).toBe(SERVICE_ACCOUNT);
    const client = await auth.getIdTokenClient('https://functions.example/submit');
    const idToken = await client.idTokenProvider.fetchIdToken('https://functions.example/submit');
    const claims = JSON.parse(Buffer.from(idToken.split('.')[1]!, 'base64url').toString());
    expect([claims.aud, claims.email]).toEqual(['https://functions.example/submit', SERVICE_ACCOUNT]);
  });

  it('refuses a request without Google’s header, and what it does not know', async () => {
    const base = `${identity.url}/computeMetadata/v1`;
    const flavor = { headers: { 'metadata-flavor': 'Google' } };
    const statuses = await Promise.all([
      fetch(`${base}/project/project-id`),
      fetch(`${base}/instance/gpu`, flavor),
      fetch(`${base}/instance/service-accounts/someone@else/token`, flavor),
      fetch(`${base}/instance/service-accounts/default/identity`, flavor),
    ]);
    expect(statuses.map((response) => response.status)).toEqual([403, 404, 404, 400]);
  });
});
