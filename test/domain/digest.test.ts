import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../functions/src/domain/digest.ts';

describe('canonicalJson', () => {
  it('does not depend on the order of keys, and is JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        expect(JSON.parse(canonicalJson(plain))).toEqual(plain);
        expect(canonicalJson(reversedKeys(plain))).toBe(canonicalJson(plain));
      }),
    );
  });

  it('leaves out what is undefined, and keeps null, zero, false and empty text', () => {
    expect(canonicalJson({ b: undefined, a: [null, 0, false, ''], '': { ê: 'ệ' } })).toBe(
      '{"":{"ê":"ệ"},"a":[null,0,false,""]}',
    );
  });

  it('refuses what JSON would lose', () => {
    for (const value of [Number.NaN, 1n, new Date(0), new Map(), [undefined], () => 1])
      expect(() => canonicalJson({ value })).toThrow(RangeError);
  });
});

describe('digestOf', () => {
  it('is the SHA-256 of the canonical JSON, however large', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => expectDigest(JSON.parse(JSON.stringify(value)))));
    expectDigest({
      units: Array.from({ length: 20_000 }, (_, i) => ({ id: `Đơn vị ${i} 🏅`, points: [i, -i] })),
    });
  });
});

function expectDigest(value: unknown): void {
  expect(digestOf(value)).toBe(createHash('sha256').update(canonicalJson(value)).digest('hex'));
}

function reversedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversedKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reversedKeys(item)]),
  );
}
