import { z } from 'zod';
import type { Answer, AppraisedAnswer, ReportedAnswer } from '../../../domain/form/answer.ts';
import type { Appraisal, Refusal, SentForm, Submission } from '../../../ports/form.ts';
import { decimal, moment, periodId, text, whole } from './fields.ts';

const answer: z.ZodType<Answer> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('number'), value: decimal }),
  z.strictObject({ kind: z.literal('yes_no'), value: z.boolean() }),
  z.strictObject({ kind: z.literal('text'), value: text }),
  z.strictObject({ kind: z.literal('not_applicable') }),
]);
/** Fields in the order of canonical JSON, in which inputs are written many times faster: what is read has this order. */
const reportedAnswer: z.ZodType<ReportedAnswer> = z.strictObject({
  criterion: text,
  note: text.optional(),
  reported: answer.optional(),
  target: decimal.optional(),
});
const appraisedAnswer: z.ZodType<AppraisedAnswer> = z.strictObject({
  appraised: answer.optional(),
  criterion: text,
  note: text.optional(),
});

const source = z.enum(['submitted', 'collected']);

const submission = z.strictObject({
  period: periodId,
  unitId: text,
  revision: whole.min(1),
  submittedAt: moment,
  submittedBy: text,
  source,
  late: z.boolean(),
  answers: z.array(reportedAnswer),
  /** Forms that were kept before there were locks have none. */
  reopenings: whole.default(0),
  unlocked: z.strictObject({ at: moment, by: text, reason: text }).optional(),
});
export const submissionCodec: z.ZodType<Submission> = submission;

const sentForm = submission.omit({ answers: true });
export const sentFormCodec: z.ZodType<SentForm> = sentForm;
export const SENT_FORM_FIELDS = Object.keys(sentForm.shape);

export const appraisedUnitCodec = z.strictObject({ unitId: text });

export const appraisalCodec: z.ZodType<Appraisal> = z.strictObject({
  period: periodId,
  unitId: text,
  revision: whole.min(1),
  appraisedAt: moment,
  appraisedBy: text,
  answers: z.array(appraisedAnswer),
});

export const refusalCodec: z.ZodType<Refusal> = z.strictObject({
  period: periodId,
  unitId: text,
  afterRevision: whole.optional(),
  refusedAt: moment,
  source,
  issues: z.array(z.strictObject({ code: text, cell: text.optional() })),
});
