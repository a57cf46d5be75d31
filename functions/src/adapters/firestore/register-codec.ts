import { z } from 'zod';
import type { KeptRow } from '../../domain/register/register.ts';
import { moment } from './codecs.ts';

/** What the values mean is said by the register's declaration, which may have changed since. */
export const registerRowCodec: z.ZodType<KeptRow> = z.strictObject({
  register: z.string(),
  code: z.string(),
  unitId: z.string().optional(),
  revision: z.int().min(1),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  addedAt: moment,
  savedAt: moment,
  savedBy: z.string(),
});

export const registerOwnerCodec = z.strictObject({ revision: z.int().min(1) });

/** Rows that came in together are told apart by their codes: the same order in every run. */
export function byAge(a: KeptRow, b: KeptRow): number {
  return a.addedAt.getTime() - b.addedAt.getTime() || (a.code < b.code ? -1 : 1);
}
