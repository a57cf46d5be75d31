import type { Appraisal, Refusal, Submission } from '../../ports/form.ts';
import type { PeriodRecord, PeriodState } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import {
  type AcceptedState,
  acceptedState,
  type RefusedState,
  refusedState,
  standing,
} from '../forms/form-state.ts';
import { periodOf, rulesOf, setupOf } from '../rules-of.ts';

export interface PeriodStatus {
  readonly period: string;
  /** none: not opened yet. */
  readonly state: PeriodState | 'none';
  readonly deadlineAt?: string;
  readonly changedAt?: string;
  readonly resultVersion: number;
  readonly publishedVersion: number;
  readonly reopenings: readonly {
    readonly at: string;
    readonly reason: string;
    readonly fromVersion: number;
  }[];
  readonly counts: Readonly<Record<'units' | 'submitted' | 'late' | 'refused' | 'missing', number>>;
  readonly units: readonly UnitStatus[];
  /** Workbooks that do not show yet what is stored. */
  readonly pendingWorkbooks: number;
}

export interface UnitStatus extends Partial<AcceptedState> {
  readonly unitId: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /** refused: nothing was ever accepted, and the last try had issues. */
  readonly status: 'submitted' | 'refused' | 'missing';
  /** The newest form was refused; an earlier one may stand. */
  readonly refusal?: RefusedState;
  readonly appraised: boolean;
}

/** Where a period stands, with the units that `includes` lets through, by id. Throws AppError not_found. */
export async function readPeriodStatus(
  reader: Reader,
  id: string,
  includes: (unitId: string) => boolean,
): Promise<PeriodStatus> {
  const { campaign } = await setupOf(reader);
  const period = periodOf(campaign, id);
  const [record, pendingWorkbooks, ...forms] = await Promise.all([
    reader.period(period.id),
    reader.pendingOutboxCount(),
    reader.submissions(period.id),
    reader.refusals(period.id),
    reader.appraisals(period.id),
  ]);
  const units = unitStatuses(record, ...forms);
  const shown = rulesOf(campaign, period)
    .units.filter((unit) => includes(unit.id))
    .map(
      ({ id: unitId, name, track, cluster }): UnitStatus => ({
        unitId,
        name,
        track,
        cluster,
        ...(units.get(unitId) ?? NOTHING),
      }),
    );
  return {
    period: id,
    state: record?.state ?? 'none',
    deadlineAt: record?.deadlineAt.toISOString(),
    changedAt: record?.changedAt.toISOString(),
    resultVersion: record?.resultVersion ?? 0,
    publishedVersion: record?.publishedVersion ?? 0,
    reopenings: (record?.reopenings ?? []).map(({ at, reason, fromVersion }) => ({
      at: at.toISOString(),
      reason,
      fromVersion,
    })),
    counts: countsOf(shown),
    units: shown,
    pendingWorkbooks,
  };
}

type FormStatus = Omit<UnitStatus, 'unitId' | 'name' | 'track' | 'cluster'>;
const NOTHING: FormStatus = { status: 'missing', appraised: false };

function unitStatuses(
  record: PeriodRecord | undefined,
  submissions: readonly Submission[],
  refusals: readonly Refusal[],
  appraisals: readonly Appraisal[],
): ReadonlyMap<string, FormStatus> {
  const statuses = new Map<string, FormStatus>();
  const appraised = new Set(appraisals.map(({ unitId }) => unitId));
  for (const submission of submissions)
    statuses.set(submission.unitId, {
      status: 'submitted',
      ...acceptedState(submission, record),
      appraised: appraised.has(submission.unitId),
    });
  for (const refusal of standing(refusals, submissions))
    statuses.set(refusal.unitId, {
      ...(statuses.get(refusal.unitId) ?? { status: 'refused', appraised: false }),
      refusal: refusedState(refusal),
    });
  return statuses;
}

function countsOf(units: readonly UnitStatus[]): PeriodStatus['counts'] {
  const count = (is: (unit: UnitStatus) => boolean) => units.filter(is).length;
  return {
    units: units.length,
    submitted: count(({ status }) => status === 'submitted'),
    late: count(({ late }) => late === true),
    refused: count(({ status }) => status === 'refused'),
    missing: count(({ status }) => status === 'missing'),
  };
}
