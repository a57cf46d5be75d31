import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { requestDocument } from '../../../functions/src/adapters/firestore/codecs/request.ts';

it('lets Firestore delete a request’s answer thirty days after it was given', () => {
  const at = new Date('2024-03-01T00:00:00.000Z');
  const document = requestDocument({ key: 'k', fingerprint: 'f', status: 200, body: { a: [[1]] }, at });
  expect(document).toEqual({
    key: 'k',
    fingerprint: 'f',
    status: 200,
    body: '{"a":[[1]]}',
    at,
    expireAt: new Date('2024-03-31T00:00:00.000Z'),
  });
  const { fieldOverrides } = JSON.parse(readFileSync('firestore.indexes.json', 'utf8'));
  const policies = fieldOverrides.filter(({ ttl }: { ttl?: boolean }) => ttl === true);
  expect(policies).toEqual([{ collectionGroup: 'requests', fieldPath: 'expireAt', ttl: true, indexes: [] }]);
});
