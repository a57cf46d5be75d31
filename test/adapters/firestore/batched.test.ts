import type { DocumentReference, DocumentSnapshot } from '@google-cloud/firestore';
import { describe, expect, it } from 'vitest';
import { batched } from '../../../functions/src/adapters/firestore/batched.ts';

/** References and snapshots are only passed through: names will do. */
const named = (name: string) => name as unknown as DocumentReference;
const snapshotOf = (reference: DocumentReference) => `${reference}!` as unknown as DocumentSnapshot;

describe('batched', () => {
  it('asks once for what is asked in the same breath, and gives each its own', async () => {
    const calls: string[][] = [];
    const get = batched(async (...references) => {
      calls.push(references.map(String));
      return references.map(snapshotOf);
    });
    expect(await Promise.all(['a', 'b', 'a'].map((name) => get(named(name))))).toEqual(['a!', 'b!', 'a!']);
    expect(await get(named('c'))).toBe('c!');
    expect(calls).toEqual([['a', 'b', 'a'], ['c']]);
  });

  it('tells everybody who asked when it fails, and starts afresh', async () => {
    let isAway = true;
    const get = batched(async (...references) => {
      if (isAway) throw new Error('away');
      return references.map(snapshotOf);
    });
    const outcomes = await Promise.allSettled([get(named('a')), get(named('b'))]);
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    isAway = false;
    expect(await get(named('a'))).toBe('a!');
  });
});
