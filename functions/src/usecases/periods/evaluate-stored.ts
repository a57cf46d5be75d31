import { AppError } from '../../domain/app-error.ts';
import { canonicalInputs } from '../../domain/evaluation/canonical-inputs.ts';
import { decidePeriod, explained, readPeriod } from '../../domain/evaluation/evaluate-period.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import { type Acting, answeredBefore, once } from '../acting.ts';
import { periodOf, setupOf } from '../rules-of.ts';
import { readInputs, type Tell } from './period-inputs.ts';
import { type MovedPeriod, requireStep, saveStep } from './period-steps.ts';

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
  const inputs = canonicalInputs(await readInputs(store, setup.campaign, period, tell));
  const decided = decidePeriod(readPeriod(inputs));
  const basis = await store.stageInputs(inputs);
  const { length: total } = inputs.rules.units;
  await tell(total, total);
  const staged = await store.stageResult(explained(decided, basis.inputsDigest), basis);
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
