import { AppError } from '../domain/app-error.ts';
import { parsePeriod, previousPeriod, yearOf } from '../domain/campaign/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period } from '../domain/campaign/period.ts';
import { canonicalInputs } from '../domain/evaluation/canonical-inputs.ts';
import { evaluatePeriod } from '../domain/evaluation/evaluate-period.ts';
import { historyFor } from '../domain/evaluation/history.ts';
import type { PastPeriod, PeriodInputs, UnitInput } from '../domain/evaluation/period-inputs.ts';
import type { Appraisal, PeriodRecord, Reader, Submission } from '../ports.ts';
import { type Acting, answeredBefore, once } from './acting.ts';
import { type MovedPeriod, requireStep, saveStep } from './period-steps.ts';
import { periodOf, rulesOf, setupOf } from './rules-of.ts';

/**
 * Evaluates a closed period from what is stored. What a result is made of is too much for one commit: it is
 * staged first, then one transaction moves the period, names the result, and makes sure that nothing changed
 * in between. Submissions cannot: the period is closed. Appraisals can: they raise the record's revision.
 */
export async function evaluateStored(acting: Acting, id: string): Promise<MovedPeriod> {
  const answered = await answeredBefore<MovedPeriod>(acting);
  if (answered !== undefined) return answered;
  const { store, by } = acting;
  const setup = await setupOf(store);
  const period = periodOf(setup.campaign, id);
  const record = await store.period(period.id);
  requireStep(period, record, 'evaluate');
  const inputs = canonicalInputs(await inputsOf(store, setup.campaign, period));
  const staged = await store.stageResult(evaluatePeriod(inputs), inputs);
  return once(acting, async (transaction) => {
    const current = await transaction.period(period.id);
    requireStep(period, current, 'evaluate');
    if (current.revision !== record.revision) throw new AppError('conflict', { period: period.id });
    const at = acting.now();
    const next = evaluated(current, { at, by });
    const { resultVersion: version } = next;
    transaction.putResult(
      period.id,
      { version, setupVersion: setup.version, evaluatedAt: at, evaluatedBy: by },
      staged,
    );
    return saveStep(transaction, next, 'evaluate', { details: { version, digest: staged.digest } });
  });
}

function evaluated(record: PeriodRecord, { at, by }: { at: Date; by: string }): PeriodRecord {
  return {
    ...record,
    revision: record.revision + 1,
    state: 'evaluated',
    changedAt: at,
    changedBy: by,
    resultVersion: record.resultVersion + 1,
  };
}

async function inputsOf(reader: Reader, campaign: Campaign, period: Period): Promise<PeriodInputs> {
  const rules = rulesOf(campaign, period);
  const [submissions, appraisals, history] = await Promise.all([
    reader.submissions(period.id),
    reader.appraisals(period.id),
    historyOf(reader, campaign, period),
  ]);
  const valid = new Set(rules.units.map((unit) => unit.id));
  const appraisalOf = new Map(appraisals.map((appraisal) => [appraisal.unitId, appraisal]));
  return {
    rules,
    submissions: submissions
      .filter(({ unitId }) => valid.has(unitId))
      .map((submission) => unitInput(submission, appraisalOf.get(submission.unitId))),
    history,
  };
}

function unitInput(submission: Submission, appraisal: Appraisal | undefined): UnitInput {
  const { unitId, revision, late, answers } = submission;
  const appraisalRevision = appraisal?.revision ?? 0;
  return { unitId, revision, appraisalRevision, late, answers, appraised: appraisal?.answers ?? [] };
}

/** One result at a time, oldest first: of a large campaign no two are held whole. */
async function historyOf(reader: Reader, campaign: Campaign, period: Period): Promise<PastPeriod[]> {
  const history: PastPeriod[] = [];
  for (const record of await neededBefore(reader, campaign, period)) {
    const stored = await reader.result(record.period, record.resultVersion);
    if (stored === undefined)
      throw new AppError('earlier_period_not_evaluated', { period: period.id, earlier: record.period });
    history.push(...historyFor(period, campaign.calendar, [stored.result]));
  }
  return history;
}

/** Opened periods of the same year before this one, and the one just before it. */
async function neededBefore(
  reader: Reader,
  { calendar }: Campaign,
  period: Period,
): Promise<readonly PeriodRecord[]> {
  const previous = previousPeriod(period, calendar)?.id;
  return (await reader.periods())
    .map((record) => ({ record, of: parsePeriod(record.period, calendar) }))
    .filter(({ of }) => of !== undefined && of.from < period.from)
    .filter(({ of }) => of!.id === previous || yearOf(of!) === yearOf(period))
    .sort((a, b) => (a.of!.from < b.of!.from ? -1 : 1))
    .map(({ record }) => record);
}
