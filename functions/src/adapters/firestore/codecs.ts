import type { DocumentSnapshot } from '@google-cloud/firestore';
import { z } from 'zod';
import { AppError, type AppErrorCode } from '../../domain/app-error.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import type { Answer, AppraisedAnswer, ReportedAnswer } from '../../domain/form/answer.ts';
import type { Seal } from '../../domain/log-chain/seal.ts';
import { type Decimal, parseDecimal } from '../../domain/numbers/decimal.ts';
import { fieldPath } from '../../field-path.ts';
import type { Appraisal, Refusal, SentForm, Submission } from '../../ports/form.ts';
import type { Job } from '../../ports/job.ts';
import type { LogEntry } from '../../ports/log.ts';
import type { Member } from '../../ports/member.ts';
import type { OutboxEntry, OutboxId } from '../../ports/outbox.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { StoredRequest } from '../../ports/request.ts';
import type { UnitPage } from '../../ports/result.ts';
import type { Workbook, WorkbookId } from '../../ports/workbook.ts';

/** Reads a stored document. One that we cannot read names itself: its path and the first field that is wrong. */
export function decode<T>(schema: z.ZodType<T>, snapshot: DocumentSnapshot): T | undefined {
  return snapshot.exists ? decodeExisting(schema, snapshot) : undefined;
}

export function decodeExisting<T>(schema: z.ZodType<T>, snapshot: DocumentSnapshot): T {
  const parsed = schema.safeParse(snapshot.data());
  if (parsed.success) return parsed.data;
  throw unreadable(snapshot.ref.path, fieldPath(parsed.error.issues[0]));
}

export function unreadable(path: string, field: string): AppError {
  return new AppError('stored_document_unreadable', { path: withoutAccounts(path), field });
}

/** Plain data as Firestore takes it: fields that are undefined are left out. */
export function encode(value: object): Record<string, unknown> {
  return withoutUndefined(value) as Record<string, unknown>;
}

/** The members' documents are named by e-mail address, which no error may carry. */
const withoutAccounts = (path: string): string => path.replace(/\/members\/.*$/, '/members/…');

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, withoutUndefined(each)]),
  );
}

const text = z.string();
const whole = z.int().nonnegative();
/** Firestore's Timestamp, recognised without loading Firestore. */
export const moment = z
  .custom<{ toDate(): Date }>((value) => typeof (value as { toDate?: unknown })?.toDate === 'function')
  .transform((timestamp) => timestamp.toDate());
/** The same to the last digit, as a text of one length: seconds since 1970, a dot, nanoseconds. */
const exactMoment = z
  .custom<{ seconds: number; nanoseconds: number }>(
    (value) => typeof (value as { nanoseconds?: unknown })?.nanoseconds === 'number',
  )
  .transform(({ seconds, nanoseconds }) => `${seconds}.${String(nanoseconds).padStart(9, '0')}`);
export const decimal = z.custom<Decimal>(
  (value) => typeof value === 'string' && parseDecimal(value) === value,
);
export const periodId = text.transform((id) => id as PeriodId);

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

/** Also what the campaign's own document holds of the newest setup, so that one read finds it. */
export const setupCodec = z.object({
  version: whole.min(1),
  loadedAt: moment,
  loadedBy: text,
  digest: text,
  pages: whole,
});

export const pageCodec = z.object({ text });

export const memberCodec: z.ZodType<Member> = z.strictObject({
  email: text,
  roles: z.array(z.enum(['unit_editor', 'officer', 'council_member', 'leader', 'admin'])),
  unitIds: z.array(text),
});

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

const unitWorkbookId = z.custom<`unit:${string}`>((id) => typeof id === 'string' && id.startsWith('unit:'));
export const workbookId: z.ZodType<WorkbookId> = z.union([z.enum(['summary', 'office']), unitWorkbookId]);
const outboxId: z.ZodType<OutboxId> = z.union([z.enum(['summary', 'office', 'units']), unitWorkbookId]);

export const workbookCodec: z.ZodType<Workbook> = z.strictObject({
  id: workbookId,
  spreadsheetId: text,
  createdAt: moment,
  shared: z.strictObject({ digest: text, at: moment }).optional(),
  mend: z.literal(true).optional(),
});

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

/** What only the chain of seals needs of an entry: see log-chain.ts. */
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

/** The stored answer is kept as text: nested lists are not Firestore's, and nobody queries it. */
export const requestCodec: z.ZodType<StoredRequest> = z
  .strictObject({
    key: text,
    fingerprint: text,
    status: whole,
    body: text,
    at: moment,
    expireAt: moment.optional(),
  })
  .transform(({ body, expireAt: _, ...rest }) => ({ ...rest, body: JSON.parse(body) as unknown }));

/** A click is sent again within minutes, a job's step within hours. */
const REQUEST_DAYS = 30;

/**
 * `expireAt`: from then on Firestore may delete it (a TTL policy in firestore.indexes.json); the emulator keeps it. An
 * answer that is still there then is still right, so nobody looks at the moment.
 */
export function requestDocument(request: StoredRequest): Record<string, unknown> {
  const { at, body } = request;
  const expireAt = new Date(at.getTime() + REQUEST_DAYS * 24 * 3600 * 1000);
  return { ...request, body: JSON.stringify(body), expireAt };
}
