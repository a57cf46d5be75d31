import { z } from 'zod';
import type { Seal } from '../../../domain/log-chain/seal.ts';
import type { LogEntry } from '../../../ports/log.ts';
import { exactMoment, moment, periodId, text, whole } from './fields.ts';

/** What only the chain of seals needs of an entry: see ../log.ts. */
const chained = {
  salts: z.strictObject({ by: text.optional(), reason: text.optional() }).optional(),
  commitments: z.strictObject({ by: text.optional(), reason: text.optional() }).optional(),
  unsealed: z.literal(true).optional(),
};

/**
 * `at` is the moment people act at; the log's order is that of the commits, and of the entries in one of them.
 */
const loggedEntry = z.strictObject({
  nth: whole,
  at: moment,
  by: text,
  action: z.enum([
    'campaign_loaded',
    'workbooks_requested',
    'period_opened',
    'period_closed',
    'period_evaluated',
    'period_published',
    'period_reopened',
    'form_submitted',
    'form_refused',
    'form_collected',
    'form_unlocked',
    'form_appraised',
    'row_added',
    'row_amended',
    'ballot_opened',
    'vote_cast',
    'written_votes_recorded',
    'ballot_closed',
    'ballot_voided',
    'decision_issued',
    'decision_revoked',
    'delivery_retried',
    'delivery_dropped',
    'watch_found',
    'watch_gone',
    'sharing_restored',
    'person_removed',
    'campaign_restored',
  ]),
  period: periodId.optional(),
  unitId: text.optional(),
  reason: text.optional(),
  details: z.record(text, z.union([text, z.number()])).optional(),
  trace: text.optional(),
});

export const logCodec: z.ZodType<Omit<LogEntry, 'id'> & { writtenAt: Date; nth: number }> = loggedEntry
  .extend({ writtenAt: moment, ...chained })
  .transform(({ salts: _, commitments: __, unsealed: ___, ...entry }) => entry);

/** With the moment of its commit to the last digit. */
export const chainedLogCodec = loggedEntry.extend({ writtenAt: exactMoment, ...chained });

export const sealCodec: z.ZodType<Seal> = z.strictObject({
  number: whole.min(1),
  previous: text,
  entries: z.array(z.strictObject({ id: text, digest: text })),
  from: text,
  to: text,
  hash: text,
});
