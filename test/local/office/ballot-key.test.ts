import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { loadBallotKey } from '../../../local/office/ballot-key.ts';

it('is made once, 32 bytes that nobody else reads, and kept', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ballot-key-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'keys/ballot.key');
  const key = loadBallotKey(file);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(statSync(file).mode & 0o077).toBe(0);
  expect(loadBallotKey(file)).toBe(key);
  expect(loadBallotKey(join(folder, 'other.key'))).not.toBe(key);
});
