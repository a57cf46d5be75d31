import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../functions/src/config.ts';
import { openIdentity } from '../../functions/src/http/identity.ts';
import { type Identity, startIdentity } from '../../local/identity/server.ts';
import { openFaults } from './faults.ts';
import { startHttpDoor } from './http-door.ts';
import type { HttpFault } from './plan.ts';

const AUDIENCE = 'dien-hinh-test.apps.example';
const FAULTS: readonly HttpFault[] = [
  { kind: 'status', status: 429 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 503 },
  { kind: 'cut', when: 'before' },
  { kind: 'cut', when: 'after' },
  { kind: 'truncated' },
  { kind: 'garbage' },
];

describe('a good token, while the issuer’s certificates cannot be had', () => {
  let folder: string;
  let issuer: Identity;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    const who = { projectId: 'p', serviceAccountEmail: 'functions@x.example' };
    issuer = await startIdentity({ keyFile: join(folder, 'key.pem'), ...who });
  });
  afterAll(async () => {
    await issuer.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it.each(FAULTS)('%j: is never called bad, and is good as soon as they are there', async (fault) => {
    const faults = openFaults(1);
    const door = await startHttpDoor({ name: 'certificates', to: issuer.url, faults });
    try {
      const certsUrl = issuer.certsUrl.replace(issuer.url, door.url);
      const identity = openIdentity(readConfig({ TOKEN_AUDIENCE: AUDIENCE, TOKEN_CERTS_URL: certsUrl }));
      const token = await issuer.issueIdToken({ email: 'a@x.example', audience: AUDIENCE });
      faults.push(...Array(20).fill({ fault }));
      await expect(identity.verify(`Bearer ${token}`)).rejects.toMatchObject({
        code: 'identity_unavailable',
      });
      expect(faults.happened.length).toBeGreaterThan(0);
      faults.calm();
      expect(await identity.verify(`Bearer ${token}`)).toBe('a@x.example');
    } finally {
      await door.stop();
    }
  });
});
