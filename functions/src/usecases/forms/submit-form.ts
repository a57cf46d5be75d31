import { AppError } from '../../domain/app-error.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import { canonicalJson } from '../../domain/digest.ts';
import type { ReportedAnswer } from '../../domain/form/answer.ts';
import type { FormCells } from '../../domain/form/form.ts';
import { parseSubmission } from '../../domain/form/submission-form.ts';
import type { Checked, Issue } from '../../domain/issue.ts';
import type { Submission } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader, Writer } from '../../ports/store.ts';
import { type Acting, once } from '../acting.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { campaignFor, periodOf, rulesOf, unitOf } from '../rules-of.ts';
import { isLocked, stands } from './form-state.ts';

export interface FilledForm {
  readonly period: string;
  readonly unitId: string;
  readonly cells: FormCells;
  /** Where it was filled: has to be the unit's own workbook. */
  readonly spreadsheetId?: string | undefined;
}

/**
 * What became of a form. `changed` is false where the same answers were already kept: sending twice is sending
 * once, with or without a requestKey.
 */
export type FormOutcome =
  | {
      readonly outcome: 'accepted';
      readonly revision: number;
      readonly late: boolean;
      readonly changed: boolean;
      readonly submittedAt: string;
    }
  | { readonly outcome: 'refused'; readonly issues: readonly Issue[] };
export type AcceptedForm = Extract<FormOutcome, { outcome: 'accepted' }>;
export type CheckedForm = { readonly outcome: 'checked'; readonly late: boolean };

/**
 * A unit's own form. With checkOnly nothing is written, and it is refused for the same reasons as a real one.
 * Throws AppError has_issues with every issue of the form (for keeps, the refusal is recorded first), form_locked,
 * period_not_open, not_found, workbook_unknown.
 */
export async function submitForm(
  acting: Acting,
  { checkOnly = false, ...form }: FilledForm & { readonly checkOnly?: boolean | undefined },
): Promise<AcceptedForm | CheckedForm> {
  await requireWorkbook(acting.store, `unit:${form.unitId}`, form.spreadsheetId);
  const outcome = checkOnly ? await checkForm(acting, form) : await receiveForm(acting, form, 'submitted');
  if (outcome.outcome === 'refused') throw new AppError('has_issues', {}, { issues: outcome.issues });
  return outcome;
}

/**
 * Keeps a form or records its refusal, in one transaction; also what collecting does with each form. A collected one
 * gives way to whatever the unit sent itself while its workbook was being read.
 */
export function receiveForm(
  acting: Acting,
  form: FilledForm,
  source: Submission['source'],
): Promise<FormOutcome> {
  return once<FormOutcome>(
    acting,
    async (transaction) => {
      const read = await readForm(transaction, form);
      if (source === 'collected' && read.earlier !== undefined) return accepted(read.earlier, false);
      requireUnlocked(read);
      const at = acting.now();
      return read.parsed.ok
        ? keep(transaction, read, { answers: read.parsed.value, source, at, by: acting.by })
        : refuse(transaction, read, { issues: read.parsed.issues, source, at, by: acting.by });
    },
    ({ outcome }) => outcome === 'accepted',
  );
}

async function checkForm({ store, now }: Acting, form: FilledForm): Promise<FormOutcome | CheckedForm> {
  const read = await readForm(store, form);
  const { parsed, record, earlier } = read;
  requireUnlocked(read);
  if (!parsed.ok) return { outcome: 'refused', issues: parsed.issues };
  return { outcome: 'checked', late: isLate(now(), record, earlier) };
}

interface ReadForm {
  readonly id: PeriodId;
  readonly unitId: string;
  readonly record: PeriodRecord;
  readonly earlier: Submission | undefined;
  readonly parsed: Checked<readonly ReportedAnswer[]>;
}

/** Two documents, besides the member's and the workbook's: the period, which names its campaign, and the unit's form. */
async function readForm(reader: Reader, { period, unitId, cells }: FilledForm): Promise<ReadForm> {
  const id = period as PeriodId;
  const [record, earlier] = await Promise.all([reader.period(id), reader.submission(id, unitId)]);
  const campaign = await campaignFor(reader, record);
  const rules = rulesOf(campaign, periodOf(campaign, period));
  const { unit, track } = unitOf(rules, unitId);
  if (record?.state !== 'open')
    throw new AppError('period_not_open', { period, state: record?.state ?? 'none' });
  return {
    id,
    unitId,
    record,
    earlier,
    parsed: parseSubmission(cells, { unit, track, targets: rules.targets }),
  };
}

/** A locked form takes what it holds and nothing else, right or wrong: sending again is safe, changing is not. */
function requireUnlocked({ id, record, earlier, parsed }: ReadForm): void {
  if (earlier === undefined || !isLocked(earlier, record)) return;
  if (parsed.ok && isSame(earlier, parsed.value)) return;
  throw new AppError('form_locked', { period: id, submittedAt: earlier.submittedAt.toISOString() });
}

function isSame(earlier: Submission, answers: readonly ReportedAnswer[]): boolean {
  return canonicalJson(earlier.answers) === canonicalJson(answers);
}

/**
 * After a reopening, mending a form that was on time does not make it late: the office asked for it. Otherwise
 * the moment of the newest form counts.
 */
function isLate(at: Date, record: PeriodRecord, earlier: Submission | undefined): boolean {
  if (record.reopenings.length > 0 && earlier !== undefined) return earlier.late;
  return at > record.deadlineAt;
}

interface Received {
  readonly source: Submission['source'];
  readonly at: Date;
  readonly by: string;
}

function keep(
  transaction: Writer,
  { id: period, unitId, record, earlier }: ReadForm,
  { answers, ...received }: Received & { readonly answers: readonly ReportedAnswer[] },
): FormOutcome {
  const { source, at, by } = received;
  const reopenings = record.reopenings.length;
  if (earlier !== undefined && isSame(earlier, answers)) {
    if (!isLocked(earlier, record)) {
      // Opened again and sent as it was: locked again, and no new revision, which a refusal would have given way to.
      const { unlocked: _, ...same } = earlier;
      transaction.clearRefusal(period, unitId);
      transaction.putLock({ ...same, reopenings });
      announce(transaction, earlier, received);
    }
    return accepted(earlier, false);
  }
  const submission: Submission = {
    period,
    unitId,
    revision: (earlier?.revision ?? 0) + 1,
    submittedAt: at,
    submittedBy: by,
    source,
    late: isLate(at, record, earlier),
    answers,
    reopenings,
  };
  transaction.putSubmission(submission, earlier);
  announce(transaction, submission, received);
  return accepted(submission, true);
}

/** In the log, and in the unit's own workbook, where the form is now closed to typing. */
function announce(
  transaction: Writer,
  { period, unitId, revision }: Submission,
  { source, at, by }: Received,
): void {
  const action = source === 'submitted' ? 'form_submitted' : 'form_collected';
  transaction.appendLog({ at, by, action, period, unitId, details: { revision } });
  transaction.enqueue(`unit:${unitId}`, at);
}

function accepted({ revision, late, submittedAt }: Submission, changed: boolean): AcceptedForm {
  return { outcome: 'accepted', revision, late, changed, submittedAt: submittedAt.toISOString() };
}

/** A unit that tried and failed is not one that sent nothing. The same refusal is recorded once. */
async function refuse(
  transaction: Reader & Writer,
  { id: period, unitId, earlier }: ReadForm,
  { issues, source, at, by }: Received & { readonly issues: readonly Issue[] },
): Promise<FormOutcome> {
  const recorded = issues.slice(0, MOST_RECORDED_ISSUES).map(({ code, at: { cell } }) => ({ code, cell }));
  const found = await transaction.refusal(period, unitId);
  const before = found && stands(found, earlier) ? found : undefined;
  if (before === undefined || canonicalJson(before.issues) !== canonicalJson(recorded)) {
    const afterRevision = earlier?.revision ?? 0;
    transaction.putRefusal({ period, unitId, afterRevision, refusedAt: at, source, issues: recorded });
    const details = { issues: issues.length };
    transaction.appendLog({ at, by, action: 'form_refused', period, unitId, details });
  }
  return { outcome: 'refused', issues };
}

const MOST_RECORDED_ISSUES = 200;
