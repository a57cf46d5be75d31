import { describe, expect, it } from 'vitest';
import { freshProjectId } from '../support/fresh-firestore.ts';

const PATHS = [
  'campaigns/ba-tri-2024',
  'campaigns/ba-tri-2024/members/an@example.vn',
  'campaigns/ba-tri-2024/periods/2024-03/submissions/A12',
  'outbox/1',
  'log/2024-03-31T00:00:00Z',
];

const CLIENTS: Record<string, string | undefined> = {
  'somebody without an account': undefined,
  'a signed-in person': unsignedToken({ sub: 'u1', email: 'an@example.vn', email_verified: true }),
  'somebody who calls himself an officer': unsignedToken({ sub: 'u2', role: 'officer', admin: true }),
};

describe('firestore.rules', () => {
  for (const [who, token] of Object.entries(CLIENTS)) {
    it.each(PATHS)(`deny ${who} reading and writing %s`, async (path) => {
      const projectId = freshProjectId();
      expect(await request(projectId, 'PATCH', path, 'owner')).toBe(200);

      expect({
        get: await request(projectId, 'GET', path, token),
        list: await request(projectId, 'GET', path.slice(0, path.lastIndexOf('/')), token),
        update: await request(projectId, 'PATCH', path, token),
        create: await request(projectId, 'PATCH', `${path}-new`, token),
        delete: await request(projectId, 'DELETE', path, token),
      }).toEqual({ get: 403, list: 403, update: 403, create: 403, delete: 403 });
    });
  }

  it('let the service account read and write', async () => {
    const projectId = freshProjectId();
    expect(await request(projectId, 'PATCH', PATHS[2]!, 'owner')).toBe(200);
    expect(await request(projectId, 'GET', PATHS[2]!, 'owner')).toBe(200);
    expect(await request(projectId, 'DELETE', PATHS[2]!, 'owner')).toBe(200);
  });
});

/** The status of one request through the rules; the emulator takes the token `owner` for the service account. */
async function request(projectId: string, method: string, path: string, token?: string): Promise<number> {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  const url = `http://${host}/v1/projects/${projectId}/databases/(default)/documents/${path}`;
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    ...(method === 'PATCH' ? { body: JSON.stringify({ fields: { note: { stringValue: 'thử' } } }) } : {}),
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
