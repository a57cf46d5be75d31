import { AppError } from '../../domain/app-error.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { canonicalJson } from '../../domain/digest.ts';
import type { FormCells } from '../../domain/form/form.ts';
import { parseAppraisal, type UnitAppraisal } from '../../domain/form/parse-appraisal.ts';
import type { Appraisal, Submission } from '../../ports/form.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader, Writer } from '../../ports/store.ts';
import { type Acting, answeredBefore, once } from '../acting.ts';
import { wrongState } from '../periods/period-steps.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { periodOf, rulesOf, setupOf } from '../rules-of.ts';

export interface AppraisedUnits {
  readonly period: string;
  /** Units whose appraisal is another than before, by id. Sending the same again changes none. */
  readonly changed: readonly string[];
  readonly unchanged: number;
}

/**
 * The office's appraisal, as long as the period is open or closed. A blank agrees. Only changed units are
 * written, in transactions of a hundred units; each raises a closed period's revision, so that an evaluation
 * running at the same time notices. Throws AppError has_issues, period_wrong_state, not_found, workbook_unknown; conflict where a unit
 * sent a new form meanwhile: its appraisal was about the one before.
 */
export async function appraise(
  acting: Acting,
  {
    period: id,
    cells,
    spreadsheetId,
  }: {
    readonly period: string;
    readonly cells: FormCells;
    /** Where it was filled: has to be the office's workbook. */
    readonly spreadsheetId?: string | undefined;
  },
): Promise<AppraisedUnits> {
  const answered = await answeredBefore<AppraisedUnits>(acting);
  if (answered !== undefined) return answered;
  const { store } = acting;
  await requireWorkbook(store, 'office', spreadsheetId);
  const { campaign } = await setupOf(store);
  const period = periodOf(campaign, id);
  requireAppraisable(period, await store.period(period.id));
  const [submissions, appraisals] = await Promise.all([
    store.submissions(period.id),
    store.appraisals(period.id),
  ]);
  const parsed = parseAppraisal(cells, { rules: rulesOf(campaign, period), submissions });
  if (!parsed.ok) throw new AppError('has_issues', {}, { issues: parsed.issues });

  const before = new Map(appraisals.map((appraisal) => [appraisal.unitId, appraisal]));
  const changed = parsed.value.filter((each) => isChanged(each, before.get(each.unitId)));
  const revisions = new Map(submissions.map(({ unitId, revision }) => [unitId, revision]));
  for (let first = 0; first < changed.length; first += UNITS_AT_ONCE)
    await saveSome(acting, period, changed.slice(first, first + UNITS_AT_ONCE), revisions);
  const answer: AppraisedUnits = {
    period: id,
    changed: changed.map(({ unitId }) => unitId),
    unchanged: parsed.value.length - changed.length,
  };
  return once(acting, async () => answer);
}

const UNITS_AT_ONCE = 100;

function saveSome(
  { store, now, by }: Acting,
  period: Period,
  units: readonly UnitAppraisal[],
  revisions: ReadonlyMap<string, number>,
): Promise<void> {
  return store.transact(async (transaction) => {
    const record = await transaction.period(period.id);
    requireAppraisable(period, record);
    const found = await Promise.all(units.map((unit) => readUnit(transaction, period, unit)));
    const at = now();
    let isAnyChanged = false;
    for (const { said, submission, appraisal } of found) {
      if (submission?.revision !== revisions.get(said.unitId)) throw new AppError('conflict');
      if (!isChanged(said, appraisal)) continue;
      isAnyChanged = true;
      putAppraisal(transaction, period, said, { before: appraisal, at, by });
    }
    if (!isAnyChanged) return;
    if (record.state === 'closed') transaction.putPeriod({ ...record, revision: record.revision + 1 });
    transaction.enqueue('office', at);
  });
}

interface FoundUnit {
  readonly said: UnitAppraisal;
  readonly submission: Submission | undefined;
  readonly appraisal: Appraisal | undefined;
}

async function readUnit(reader: Reader, { id }: Period, said: UnitAppraisal): Promise<FoundUnit> {
  const [submission, appraisal] = await Promise.all([
    reader.submission(id, said.unitId),
    reader.appraisal(id, said.unitId),
  ]);
  return { said, submission, appraisal };
}

function putAppraisal(
  transaction: Writer,
  { id: period }: Period,
  { unitId, answers }: UnitAppraisal,
  { before, at, by }: { readonly before: Appraisal | undefined; readonly at: Date; readonly by: string },
): void {
  const revision = (before?.revision ?? 0) + 1;
  transaction.putAppraisal({ period, unitId, revision, appraisedAt: at, appraisedBy: by, answers }, before);
  transaction.appendLog({ at, by, action: 'form_appraised', period, unitId, details: { revision } });
}

/** Agreeing with everything is no news where nothing else was said before. */
function isChanged({ answers }: UnitAppraisal, before: Appraisal | undefined): boolean {
  return canonicalJson(answers) !== canonicalJson(before?.answers ?? []);
}

function requireAppraisable(
  period: Period,
  record: PeriodRecord | undefined,
): asserts record is PeriodRecord {
  if (record?.state !== 'open' && record?.state !== 'closed') throw wrongState(period, record, 'appraise');
}
