import { z } from 'zod';
import type { PeriodRecord } from '../../../ports/period.ts';
import { moment, periodId, text, whole } from './fields.ts';

export const periodCodec: z.ZodType<PeriodRecord> = z.strictObject({
  period: periodId,
  revision: whole,
  state: z.enum(['open', 'closed', 'evaluated', 'voted', 'published']),
  setup: z.strictObject({ digest: text, pages: whole }).optional(),
  ballot: z.enum(['not_held', 'open', 'held']),
  deadlineAt: moment,
  changedAt: moment,
  changedBy: text,
  resultVersion: whole,
  publishedVersion: whole,
  /** Periods that were published before this was kept have none. */
  publications: z.array(z.strictObject({ version: whole.min(1), at: moment, by: text })).default([]),
  reopenings: z.array(z.strictObject({ at: moment, by: text, reason: text, fromVersion: whole })),
});
