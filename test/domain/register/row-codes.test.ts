import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { registersOf } from '../../../functions/src/domain/register/registers.ts';
import { isRowCode, newRowCodes } from '../../../functions/src/domain/register/row-codes.ts';

const ALL = [...registersOf('unit'), ...registersOf('office')];

it('gives as many codes as asked, each of its register, none twice and none that is taken', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ALL),
      fc.integer({ min: 0, max: 60 }),
      fc.string(),
      (register, count, text) => {
        // Text that is always the same: the worst there is.
        const taken = newRowCodes(register, 20, [], () => text);
        const codes = newRowCodes(register, count, taken, () => text);
        expect(new Set([...taken, ...codes]).size).toBe(20 + count);
        expect(codes.filter((code) => !isRowCode(code, register))).toEqual([]);
      },
    ),
    { numRuns: 100 },
  );
});

it('spreads its codes over all signs in all places', () => {
  const codes = newRowCodes({ prefix: 'DK' }, 3000, [], randomUUID);
  for (let place = 3; place < 9; place++) expect(new Set(codes.map((code) => code[place])).size).toBe(32);
});

it('knows a code by its prefix, its length and its signs', () => {
  const known = ['DK-7K3Q9F', 'DK-7K3Q9', 'DK-7K3Q9FF', 'DK-7K3Q9I', 'NT-7K3Q9F', 'dk-7k3q9f', ''];
  expect(known.map((code) => isRowCode(code, { prefix: 'DK' }))).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
    false,
  ]);
});

it('lets no two registers share a prefix', () => {
  const prefixes = ALL.map(({ prefix }) => prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
});
