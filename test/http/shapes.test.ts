import fc from 'fast-check';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { parseCampaignCells } from '../../functions/src/campaign-files/cells/parse-campaign-cells.ts';
import { fieldPath } from '../../functions/src/field-path.ts';
import { formCells } from '../../functions/src/http/shapes/shapes.ts';

const isTaken = (origin: string, rows: number, columns = 1) =>
  formCells.safeParse({ origin, values: Array(rows).fill(Array(columns).fill(null)) }).success;

it('a block of cells lies wholly inside a sheet, so that each of them has an address', () => {
  expect(isTaken('A9999997', 2)).toBe(true);
  expect(isTaken('A9999999', 2)).toBe(false);
  expect(isTaken('ZZZ1', 1, 1)).toBe(true);
  expect(isTaken('ZZZ1', 1, 2)).toBe(false);
  const members = {
    origin: 'A9999995',
    values: [
      ['Tài khoản', 'Vai trò'],
      ['x', 'y'],
      ['z', '#REF!'],
    ],
  };
  expect(formCells.safeParse(members).success).toBe(true);
  expect(parseCampaignCells({ members }, undefined)).toMatchObject({ ok: false });
});

it('the path of a wrong shape shows what cannot be seen, whatever the keys of a body are', () => {
  const shape = z.strictObject({ votes: z.record(z.string().regex(/^[a-z]+$/), z.number()) });
  const pathOf = (value: unknown) => fieldPath(shape.safeParse(value).error?.issues[0]);
  expect(pathOf({ votes: { 'a\u200b': 1 } })).toBe('votes.a[U+200B]');
  expect(pathOf({ votes: {}, '\u0000\u202e': 1 })).toBe('[U+0000][U+202E]');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (key) => {
      expect(pathOf({ votes: {}, [`_${key}`]: 1 })).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
    }),
  );
});
