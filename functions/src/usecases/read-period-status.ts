import type { PeriodId } from '../domain/campaign/period.ts';
import type { PeriodState, Reader, Refusal, Submission } from '../ports.ts';
import { periodOf, rulesOf, setupOf } from './rules-of.ts';

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

export interface UnitStatus {
  readonly unitId: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /** refused: nothing was ever accepted, and the last try had issues. */
  readonly status: 'submitted' | 'refused' | 'missing';
  readonly revision?: number;
  readonly submittedAt?: string;
  readonly source?: Submission['source'];
  readonly late?: boolean;
  /** The newest form was refused; an earlier one may stand. */
  readonly refusal?: { readonly at: string; readonly issues: Refusal['issues'] };
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
  const [record, units, pendingWorkbooks] = await Promise.all([
    reader.period(period.id),
    unitStatuses(reader, period.id),
    reader.pendingOutboxCount(),
  ]);
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

async function unitStatuses(reader: Reader, period: PeriodId): Promise<ReadonlyMap<string, FormStatus>> {
  const [submissions, refusals, appraisals] = await Promise.all([
    reader.submissions(period),
    reader.refusals(period),
    reader.appraisals(period),
  ]);
  const statuses = new Map<string, FormStatus>();
  const appraised = new Set(appraisals.map(({ unitId }) => unitId));
  for (const { unitId, revision, submittedAt, source, late } of submissions)
    statuses.set(unitId, {
      status: 'submitted',
      revision,
      submittedAt: submittedAt.toISOString(),
      source,
      late,
      appraised: appraised.has(unitId),
    });
  for (const { unitId, refusedAt, issues } of refusals)
    statuses.set(unitId, {
      ...(statuses.get(unitId) ?? { status: 'refused', appraised: false }),
      refusal: { at: refusedAt.toISOString(), issues },
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
