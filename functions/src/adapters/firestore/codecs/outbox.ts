import { z } from 'zod';
import type { OutboxEntry, OutboxId } from '../../../ports/outbox.ts';
import { encode } from './decode.ts';
import { moment, text, whole } from './fields.ts';
import { unitWorkbookId, workbookId } from './workbook.ts';

const outboxId: z.ZodType<OutboxId> = z.union([z.enum(['summary', 'office', 'units']), unitWorkbookId]);

/** `dueAt` is the store's own: see outboxDocument. */
export const outboxCodec: z.ZodType<OutboxEntry> = z.object({
  id: outboxId,
  state: z.enum(['pending', 'delivered', 'dropped']),
  request: whole,
  requestedAt: moment,
  notBefore: moment,
  attempts: whole,
  leaseUntil: moment.optional(),
  lastErrorCode: text.optional(),
  deliveredAt: moment.optional(),
  traces: z
    .record(text, text)
    .transform((traces) => Object.values(traces).sort())
    .optional(),
  alsoIn: z.array(workbookId).optional(),
  failing: z.strictObject({ since: moment, times: whole, code: text, trace: text.optional() }).optional(),
  dropped: z.strictObject({ at: moment, by: text, reason: text, code: text }).optional(),
});

/**
 * An entry as stored. `dueAt` stands only on pending entries, at the moment from which they may be taken, so
 * that one single-field index finds them: nothing to declare, nothing to forget on deployment.
 */
export function outboxDocument(entry: OutboxEntry): Record<string, unknown> {
  const { state, notBefore, leaseUntil, traces } = entry;
  const dueAt = leaseUntil !== undefined && leaseUntil > notBefore ? leaseUntil : notBefore;
  return encode({
    ...entry,
    dueAt: state === 'pending' ? dueAt : undefined,
    traces: traces && tracesDocument(traces),
  });
}

/**
 * Traces under keys made of themselves, 64 at most: whoever asks for a workbook adds one without reading, and an entry
 * that ten thousand ask for in one evening stays small. Of those that meet under one key the last is kept.
 */
export function tracesDocument(traces: readonly string[]): Record<string, string> {
  return Object.fromEntries(traces.map((id) => [String(Number.parseInt(id.slice(0, 2), 16) >> 2), id]));
}
