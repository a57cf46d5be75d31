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

  it('waits for whoever else works in the same turn, where it is told to', async () => {
    for (const breath of ['microtask', 'turn'] as const) {
      const calls: string[][] = [];
      const get = batched(async (...references) => {
        calls.push(references.map(String));
        return references.map(snapshotOf);
      }, breath);
      const worker = async (name: string, steps: number) => {
        for (let i = 0; i < steps; i++) await Promise.resolve();
        return get(named(name));
      };
      expect(await Promise.all([worker('a', 0), worker('b', 3)])).toEqual(['a!', 'b!']);
      expect(calls).toEqual(breath === 'turn' ? [['a', 'b']] : [['a'], ['b']]);
    }
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
