import type { UnitTarget } from '../../domain/campaign/criterion.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import { present } from '../../domain/present.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import type { PeriodState } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { periodOf, rulesOf, setupOf, unitOf } from '../rules-of.ts';
import { type AcceptedState, acceptedState, type RefusedState, refusedState, stands } from './form-state.ts';

/** What parseSubmission needs to read a unit's form as the functions would, as plain JSON. Moments are ISO texts. */
export interface FormRules {
  readonly period: PeriodId;
  readonly name: string;
  /** none: not opened yet. */
  readonly state: PeriodState | 'none';
  readonly deadlineAt?: string;
  readonly unit: Unit;
  readonly track: TrackRules;
  /** The unit's own. */
  readonly targets: readonly UnitTarget[];
  /** What was accepted last. */
  readonly submission?: AcceptedState;
  /** The newest form was refused; an earlier one may stand. */
  readonly refusal?: RefusedState;
}

/** Throws AppError not_found for a period or a unit that the campaign does not have. */
export async function readFormRules(
  reader: Reader,
  { period: id, unitId }: { readonly period: string; readonly unitId: string },
): Promise<FormRules> {
  const { campaign } = await setupOf(reader);
  const period = periodOf(campaign, id);
  const rules = rulesOf(campaign, period);
  const { unit, track } = unitOf(rules, unitId);
  const [record, submission, refusal] = await Promise.all([
    reader.period(period.id),
    reader.submission(period.id, unitId),
    reader.refusal(period.id, unitId),
  ]);
  return present({
    period: period.id,
    name: formatPeriod(period),
    state: record?.state ?? 'none',
    deadlineAt: record?.deadlineAt.toISOString(),
    unit,
    track,
    targets: rules.targets.filter((target) => target.unitId === unitId),
    submission: submission && acceptedState(submission, record),
    refusal: refusal && stands(refusal, submission) ? refusedState(refusal) : undefined,
  });
}
