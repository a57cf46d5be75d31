import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles, OFFICER } from './small-campaign.ts';
import { ADMIN, AUDIENCE, startTestOffice, type TestOffice } from './test-office.ts';

/** An issuer whose every claim, key and answer is ours: what attacks.test.ts cannot forge without it. */
const NOW = Math.floor(Date.now() / 1000);
const HOUR = 3600;
/** A member whose name begins with the letter that the Kelvin sign becomes in small letters. */
const KAY = 'kay@x.example';
const [ours, next, theirs] = ['ours', 'next', 'theirs'].map(newKey) as [Key, Key, Key];
let office: TestOffice;
let issuer: Server;
let answerCertificates: (response: ServerResponse) => void;

beforeAll(async () => {
  publish(ours);
  issuer = createServer((_, response) => answerCertificates(response));
  await new Promise<void>((resolve) => issuer.listen(0, '127.0.0.1', resolve));
  const { port } = issuer.address() as AddressInfo;
  office = await startTestOffice({ env: { TOKEN_CERTS_URL: `http://127.0.0.1:${port}/certs` } });
  await load(['admin@x.example,admin,', `${OFFICER},officer,`, `${KAY},officer,`]);
});
afterAll(async () => {
  await office.stop();
  issuer.closeAllConnections();
  await new Promise((resolve) => issuer.close(resolve));
});

describe('a token', () => {
  it('lets a member in', async () => {
    for (const claims of [{}, { email: OFFICER.toUpperCase() }, { iss: 'accounts.google.com' }, { nbf: NOW }])
      expect([claims, await ask(await sign(claims))]).toEqual([claims, 200]);
  });

  it.each([
    ['is of another issuer', { iss: 'https://accounts.google.com.evil.example' }],
    ['names no issuer', { iss: undefined }],
    ['is for another audience', { aud: 'other.apps.example' }],
    ['names no audience', { aud: undefined }],
    ['has a list of audiences, ours among them', { aud: [AUDIENCE, 'other.apps.example'] }],
    ['has expired', { iat: NOW - 2 * HOUR, exp: NOW - HOUR }],
    ['never expires', { exp: undefined }],
    ['expires in a hundred years', { exp: NOW + 100 * 365 * 24 * HOUR }],
    ['was issued in the future', { iat: NOW + HOUR, exp: NOW + 2 * HOUR }],
    ['was issued at no time', { iat: undefined }],
    ['is not valid yet', { nbf: NOW + HOUR }],
    ['is valid from nobody knows when', { nbf: 'soon' }],
    ['has no address', { email: undefined }],
    ['has an empty address', { email: '' }],
    ['has two addresses', { email: [OFFICER, ADMIN] }],
    ['has an address that nobody verified', { email_verified: false }],
    ['has an address of which nothing is said', { email_verified: undefined }],
    ['says in a word that it is verified', { email_verified: 'true' }],
  ])('is refused that %s', async (_, claims) => {
    expect(await ask(await sign(claims))).toBe(401);
  });

  it.each([
    ['a homoglyph', OFFICER.replace('o', 'о')],
    ['the Kelvin sign, which is a k in small letters', KAY.replace('k', '\u212a')],
    ['a full-width letter', OFFICER.replace('o', 'ｏ')],
    ['a NUL at the end', `${OFFICER}\0`],
    ['a blank at the end', `${OFFICER} `],
    ['a line break', `${OFFICER}\n`],
    ['a soft hyphen', OFFICER.replace('ff', 'f\u00adf')],
    ['a slash', `${OFFICER}/x`],
    ['a path', `../members/${OFFICER}`],
    ['a dot that many mailboxes ignore', OFFICER.replace('ff', 'f.f')],
    ['a label that many mailboxes ignore', OFFICER.replace('@', '+x@')],
    ['no end', `${'x'.repeat(3000)}@x.example`],
    ['a service account of the project', 'functions@dien-hinh.iam.gserviceaccount.com'],
    ['Firestore’s own', '__name__@x'],
  ])('is nobody’s here whose address has %s', async (_, email) => {
    expect(await ask(await sign({ email }))).toBe(403);
  });

  it('is refused of a key that is not the issuer’s, whatever it says of it', async () => {
    expect(await ask(await sign({}, theirs))).toBe(401);
    expect(await ask(await sign({}, { ...theirs, kid: ours.kid }))).toBe(401);
    expect(await ask(await sign({}, { ...ours, kid: 'unknown' }))).toBe(401);
    expect(await ask(await sign({}, next))).toBe(401);
  });

  it('follows the issuer’s keys when they are changed', async () => {
    publish(ours, next);
    expect([await ask(await sign({}, ours)), await ask(await sign({}, next))]).toEqual([200, 200]);
    publish(next);
    expect([await ask(await sign({}, ours)), await ask(await sign({}, next))]).toEqual([401, 200]);
    publish(ours);
  });

  it('is worth nothing from the moment in which its member is removed', async () => {
    const token = await sign({ email: KAY });
    expect(await ask(token)).toBe(200);
    await load(['admin@x.example,admin,', `${OFFICER},officer,`]);
    expect(await ask(token)).toBe(403);
  });

  it('of twenty kilobytes is not read', async () => {
    const response = await office.call('/jobs', {
      query: { campaign: 'TOK' },
      headers: { Authorization: `Bearer ${'x'.repeat(12_000)}` },
    });
    expect(response.status).toBe(401);
    const refused = await fetch(`${office.functions.url}/jobs?campaign=TOK`, {
      headers: { Authorization: `Bearer ${(await sign({})).repeat(30)}` },
    });
    expect(refused.status).toBe(431);
    expect(await ask(await sign({}))).toBe(200);
  });
});

describe('while the issuer’s certificates cannot be had', () => {
  it.each<[string, (response: ServerResponse) => void]>([
    ['it hangs up', (response) => response.destroy()],
    ['it fails', (response) => void response.writeHead(500).end()],
    ['it answers something else', (response) => void response.end('<html>')],
    ['it has none', (response) => void response.end('{}')],
    ['it sends what is no certificate', (response) => void response.end('{"ours":"hello"}')],
  ])('a good token and a bad one are told to come again: %s', async (_, answer) => {
    answerCertificates = answer;
    const replies = await Promise.all([await sign({}), 'a.b.c'].map(reply));
    for (const { status, headers } of replies)
      expect([status, headers.get('retry-after')]).toEqual([503, '5']);
    publish(ours);
    expect(await ask(await sign({}))).toBe(200);
  });
});

it('leaves nothing of any token, nor of any address, in the log', () => {
  const printed = office.printed();
  expect(printed.trim().split('\n').length).toBeGreaterThan(50);
  expect(printed).not.toMatch(/@|eyJ|Bearer|x\.example/);
  for (const token of sent)
    for (const part of token.split('.').filter((each) => each.length > 20))
      expect([printed.includes(part.slice(0, 16)), printed.includes(part.slice(-16))]).toEqual([
        false,
        false,
      ]);
});

interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicPem: string;
}

function newKey(kid: string): Key {
  const { privateKey } = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const key = createPrivateKey(privateKey);
  return {
    kid,
    privateKey: key,
    publicPem: createPublicKey(key).export({ type: 'spki', format: 'pem' }).toString(),
  };
}

/** Good for no longer than one look, so that a change is seen at once. */
function publish(...keys: readonly Key[]): void {
  const certificates = JSON.stringify(Object.fromEntries(keys.map(({ kid, publicPem }) => [kid, publicPem])));
  answerCertificates = (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/json', 'cache-control': 'max-age=0' })
      .end(certificates);
}

const sent: string[] = [];

/** As Google would issue it to the officer, but for what the claims say; undefined leaves one out. */
async function sign(
  claims: Readonly<Record<string, unknown>>,
  { kid, privateKey }: Key = ours,
): Promise<string> {
  const all = {
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    email: OFFICER,
    email_verified: true,
    iat: NOW,
    exp: NOW + HOUR,
    ...claims,
  };
  const said = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
  const token = await new SignJWT(said).setProtectedHeader({ alg: 'RS256', kid }).sign(privateKey);
  sent.push(token);
  return token;
}

const reply = (token: string) =>
  office.call('/jobs', { query: { campaign: 'TOK' }, headers: { Authorization: `Bearer ${token}` } });
const ask = async (token: string): Promise<number> => (await reply(token)).status;

async function load(members: readonly string[]): Promise<void> {
  const { status, body } = await office.call('/load-campaign', {
    headers: { Authorization: `Bearer ${await sign({ email: ADMIN })}` },
    body: { campaign: 'TOK', files: campaignFiles('TOK', { members }) },
  });
  expect([status, body.error]).toEqual([200, undefined]);
}
