import { AppError } from '../domain/app-error.ts';
import { parsePeriod, previousPeriod, yearOf } from '../domain/campaign/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period } from '../domain/campaign/period.ts';
import { canonicalInputs } from '../domain/evaluation/canonical-inputs.ts';
import { evaluateByTrack } from '../domain/evaluation/evaluate-period.ts';
import { historyFor } from '../domain/evaluation/history.ts';
import type { PastPeriod, PeriodInputs, UnitInput } from '../domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../domain/evaluation/period-result.ts';
import type { Appraisal, PeriodRecord, Reader, Submission } from '../ports.ts';
import { type Acting, answeredBefore, once } from './acting.ts';
import { type MovedPeriod, requireStep, saveStep } from './period-steps.ts';
import { periodOf, rulesOf, setupOf } from './rules-of.ts';

/**
 * Evaluates a closed period from what is stored. What a result is made of is too much for one commit: it is
 * staged first, then one transaction moves the period, names the result, and makes sure that nothing changed
 * in between. Submissions cannot: the period is closed. Appraisals can: they raise the record's revision.
 */
export async function evaluateStored(
  acting: Acting,
  id: string,
  tell: Tell = async () => {},
): Promise<MovedPeriod> {
  const answered = await answeredBefore<MovedPeriod>(acting);
  if (answered !== undefined) return answered;
  const { store, by } = acting;
  const setup = await setupOf(store);
  const period = periodOf(setup.campaign, id);
  const record = await store.period(period.id);
  requireStep(period, record, 'evaluate');
  const inputs = canonicalInputs(await inputsOf(store, setup.campaign, period, tell));
  const staged = await store.stageResult(await evaluateTelling(inputs, tell), inputs);
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

/**
 * How far it has come, in units of all units: reading a unit's form is half of it, evaluating it the other half.
 * Awaited between steps, never inside of one.
 */
export type Tell = (done: number, total: number) => Promise<void>;

async function evaluateTelling(inputs: PeriodInputs, tell: Tell): Promise<PeriodResult> {
  const { length: total } = inputs.rules.units;
  const tracks = evaluateByTrack(inputs);
  for (;;) {
    const step = tracks.next();
    if (step.done === true) return step.value;
    await tell(Math.floor((total + step.value) / 2), total);
  }
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

async function inputsOf(
  reader: Reader,
  campaign: Campaign,
  period: Period,
  tell: Tell,
): Promise<PeriodInputs> {
  const rules = rulesOf(campaign, period);
  const { length: total } = rules.units;
  const [submissions, appraisals, history] = await Promise.all([
    readSubmissions(reader, period, (read) => tell(Math.floor(Math.min(read, total) / 2), total)),
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

const READ_AT_ONCE = 500;

async function readSubmissions(
  reader: Reader,
  period: Period,
  tell: (read: number) => Promise<void>,
): Promise<readonly Submission[]> {
  const all: Submission[] = [];
  for (;;) {
    const some = await reader.submissionsAfter(period.id, all.at(-1)?.unitId, READ_AT_ONCE);
    all.push(...some);
    await tell(all.length);
    if (some.length < READ_AT_ONCE) return all;
  }
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
