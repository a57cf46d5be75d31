import { z } from 'zod';
import type { AppErrorCode } from '../../../domain/app-error.ts';
import type { Job } from '../../../ports/job.ts';
import { encode } from './decode.ts';
import { moment, periodId, text, whole } from './fields.ts';

/** `dueAt` is the store's own: see jobDocument. */
export const jobCodec: z.ZodType<Job> = z.object({
  key: text,
  kind: z.enum(['evaluate', 'publish', 'collect', 'provision']),
  period: periodId.optional(),
  nth: whole.min(1),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  requestedAt: moment,
  requestedBy: text,
  trace: text.optional(),
  startedAt: moment.optional(),
  endedAt: moment.optional(),
  done: whole,
  total: whole,
  leaseUntil: moment.optional(),
  attempts: whole,
  after: text.optional(),
  outcome: z.record(text, z.number()).optional(),
  error: z
    .strictObject({
      code: text.transform((code) => code as AppErrorCode),
      details: z.record(text, z.union([text, z.number()])),
    })
    .optional(),
});

/** A job as stored. `dueAt` stands only on those that have not ended, as on the outbox's entries. */
export function jobDocument(job: Job): Record<string, unknown> {
  const { state, requestedAt, leaseUntil } = job;
  const hasEnded = state === 'done' || state === 'failed';
  return encode({ ...job, dueAt: hasEnded ? undefined : (leaseUntil ?? requestedAt) });
}
