import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openSeal } from '../../functions/src/adapters/ballot-seal.ts';
import type { Tally } from '../../functions/src/domain/ballot/ballot.ts';

const [key, other] = [randomBytes(32), randomBytes(32)];
const ballotOf = (ids: readonly string[], id = 'BC-2024-03-1') => ({
  id,
  candidates: ids.map((each) => ({ id: each }) as never),
});
const counts = fc.record({ yes: fc.nat(100_000), no: fc.nat(100_000), blank: fc.nat(100_000) });
const one: Tally = { a: { yes: 1, no: 0, blank: 0 } };

describe('the seal on a tally', () => {
  it('gives back what it closed, and is as long whatever that was', () => {
    const seal = openSeal([key], 'C');
    fc.assert(
      fc.property(
        fc.dictionary(fc.string({ minLength: 1, maxLength: 5 }), counts, { noNullPrototype: true }),
        (tally) => {
          const ballot = ballotOf(Object.keys(tally));
          const sealed = seal.close(tally, ballot);
          expect(seal.open(sealed, ballot)).toEqual(tally);
          const nothing = Object.fromEntries(
            Object.keys(tally).map((id) => [id, { yes: 0, no: 0, blank: 0 }]),
          );
          expect(seal.close(nothing, ballot)).toHaveLength(sealed.length);
        },
      ),
    );
  });

  it('never looks the same twice', () => {
    const seal = openSeal([key], 'C');
    const sealed = new Set(Array.from({ length: 50 }, () => seal.close(one, ballotOf(['a']))));
    expect(sealed.size).toBe(50);
  });

  it('opens with its key alone, for its ballot and campaign alone, and whole', () => {
    const sealed = openSeal([key], 'C').close(one, ballotOf(['a']));
    const refused = { code: 'ballot_key_missing' };
    const bytes = Buffer.from(sealed, 'base64');
    bytes[30]! ^= 1;
    expect(() => openSeal([other], 'C').open(sealed, ballotOf(['a']))).toThrow(
      expect.objectContaining(refused),
    );
    expect(() => openSeal([key], 'D').open(sealed, ballotOf(['a']))).toThrow(
      expect.objectContaining(refused),
    );
    expect(() => openSeal([key], 'C').open(sealed, ballotOf(['a'], 'BC-2024-03-2'))).toThrow();
    expect(() => openSeal([key], 'C').open(bytes.toString('base64'), ballotOf(['a']))).toThrow();
    expect(() => openSeal([key], 'C').open('', ballotOf(['a']))).toThrow();
  });

  it('opens what an older key closed', () => {
    const sealed = openSeal([key], 'C').close(one, ballotOf(['a']));
    expect(openSeal([other, key], 'C').open(sealed, ballotOf(['a']))).toEqual(one);
  });
});
