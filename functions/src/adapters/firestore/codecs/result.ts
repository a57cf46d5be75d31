import { z } from 'zod';
import type { UnitPage } from '../../../ports/result.ts';
import { moment, text, whole } from './fields.ts';

const jsonText = text.transform((json, context): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    context.addIssue('not JSON');
    return z.NEVER;
  }
});
const unitPage: z.ZodType<UnitPage> = z.strictObject({
  page: whole,
  first: text,
  firstAt: whole,
  last: text,
  lastAt: whole,
});

export const resultCodec = z.object({
  version: whole.min(1),
  setupVersion: whole.min(1),
  evaluatedAt: moment,
  evaluatedBy: text,
  digest: text,
  pages: whole,
  inputsDigest: text,
  inputsPages: whole,
  /** Kept as text: nobody queries it. Results that were kept before it was have none. */
  unitPages: jsonText.pipe(z.array(unitPage)).optional(),
});
