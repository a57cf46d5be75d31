import { z } from 'zod';
import type { KeptRow } from '../../../domain/register/register.ts';
import { moment, text } from './fields.ts';

/** What the values mean is said by the register's declaration, which may have changed since. */
export const registerRowCodec: z.ZodType<KeptRow> = z.strictObject({
  register: text,
  code: text,
  unitId: text.optional(),
  revision: z.int().min(1),
  values: z.record(text, z.union([text, z.number(), z.boolean()])),
  addedAt: moment,
  savedAt: moment,
  savedBy: text,
});

export const registerOwnerCodec = z.strictObject({ revision: z.int().min(1) });

/** Rows that came in together are told apart by their codes: the same order in every run. */
export function byAge(a: KeptRow, b: KeptRow): number {
  return a.addedAt.getTime() - b.addedAt.getTime() || (a.code < b.code ? -1 : 1);
}
