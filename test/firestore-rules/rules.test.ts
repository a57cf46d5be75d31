import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Firestore } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { pathsOf, revisionOf } from '../../functions/src/adapters/firestore/paths.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';

/** One document of every collection that the code names, and of what no code names. */
const DOCUMENTS = [...documentsInCode(), 'users/u1', 'campaigns/C1/anything/x/else/y'];

const CLIENTS: Record<string, string | undefined> = {
  'somebody without an account': undefined,
  'a signed-in person': unsignedToken({ sub: 'u1', email: 'an@example.vn', email_verified: true }),
  'somebody who calls himself an officer': unsignedToken({ sub: 'u2', role: 'officer', admin: true }),
  'somebody who calls himself the functions': unsignedToken({
    sub: 'owner',
    email: 'functions@dien-hinh.iam.gserviceaccount.com',
    email_verified: true,
    firebase: { sign_in_provider: 'custom' },
  }),
};

describe('the collections in the code', () => {
  it('are all named in one file', () => {
    const files = readdirSync('functions/src', { recursive: true, encoding: 'utf8' });
    const naming = files
      .filter((file) => file.endsWith('.ts') && file !== join('adapters', 'firestore', 'paths.ts'))
      .filter((file) => /\.collection(Group)?\(/.test(readFileSync(join('functions/src', file), 'utf8')));
    expect(naming).toEqual([]);
  });

  it('are found', () => {
    const names = DOCUMENTS.flatMap((path) => path.split('/').filter((_, i) => i % 2 === 0));
    expect([...new Set(names)]).toEqual(
      expect.arrayContaining(['members', 'submissions', 'revisions', 'boxes', 'owners', 'rows', 'requests']),
    );
    expect(DOCUMENTS.length).toBeGreaterThan(20);
  });
});

describe('firestore.rules', () => {
  it.each(Object.entries(CLIENTS))('deny everything to %s', async (_, token) => {
    const projectId = freshProjectId();
    const found = await Promise.all(
      DOCUMENTS.map(async (path) => {
        expect(await request(projectId, 'PATCH', path, 'owner')).toBe(200);
        const collection = path.slice(0, path.lastIndexOf('/'));
        return {
          path,
          get: await request(projectId, 'GET', path, token),
          list: await request(projectId, 'GET', collection, token),
          query: await query(projectId, collection, token),
          update: await request(projectId, 'PATCH', path, token),
          create: await request(projectId, 'PATCH', `${path}-new`, token),
          delete: await request(projectId, 'DELETE', path, token),
        };
      }),
    );
    const denied = { get: 403, list: 403, query: 403, update: 403, create: 403, delete: 403 };
    expect(found).toEqual(DOCUMENTS.map((path) => ({ path, ...denied })));
  });

  it('let the service account read and write', async () => {
    const projectId = freshProjectId();
    const path = DOCUMENTS[0]!;
    expect(await request(projectId, 'PATCH', path, 'owner')).toBe(200);
    expect(await request(projectId, 'GET', path, 'owner')).toBe(200);
    expect(await request(projectId, 'DELETE', path, 'owner')).toBe(200);
  });
});

/** Asks paths.ts for everything it knows: a new line there is a document here. */
function documentsInCode(): readonly string[] {
  const firestore = new Firestore({ projectId: 'names-only' });
  const known: Readonly<Record<string, unknown>> = { ...pathsOf(firestore, 'C1') };
  const places = Object.entries(known).map(([name, place]) =>
    typeof place === 'function' ? called(name, place as (...ids: unknown[]) => unknown) : place,
  );
  const documents = places.map((place) => {
    const { path } = place as { path: string };
    return path.split('/').length % 2 === 0 ? path : `${path}/x1`;
  });
  const revisions = documents.map((path) => revisionOf(firestore.doc(path), 1).path);
  return [...new Set([...documents, ...revisions])].sort();
}

/** Ids are of several kinds: an address where a plain one is none. */
function called(name: string, place: (...ids: unknown[]) => unknown): unknown {
  for (const id of ['x1', 'x1@example.vn', 1]) {
    try {
      return place(...[id, id, id]);
    } catch {
      // another kind of id
    }
  }
  throw new Error(`paths.ts: no id makes a path of "${name}"`);
}

/** The status of one request through the rules; the emulator takes the token `owner` for the service account. */
function request(projectId: string, method: string, path: string, token?: string): Promise<number> {
  const body = method === 'PATCH' ? { fields: { note: { stringValue: 'thử' } } } : undefined;
  return send(projectId, method, `/${path}`, body, token);
}

/** As `list`, by a query over all collections of the name. */
function query(projectId: string, collection: string, token?: string): Promise<number> {
  const collectionId = collection.slice(collection.lastIndexOf('/') + 1);
  const structuredQuery = { from: [{ collectionId, allDescendants: true }] };
  return send(projectId, 'POST', ':runQuery', { structuredQuery }, token);
}

async function send(
  projectId: string,
  method: string,
  path: string,
  body: object | undefined,
  token: string | undefined,
): Promise<number> {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  const url = `http://${host}/v1/projects/${projectId}/databases/(default)/documents${path}`;
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(body && { body: JSON.stringify(body) }),
  });
  await response.arrayBuffer();
  return response.status;
}

/** The emulator evaluates rules for whatever a JWT claims, signed or not. */
function unsignedToken(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const now = Math.floor(Date.now() / 1000);
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ iat: now, exp: now + 3600, ...claims })}.`;
}
