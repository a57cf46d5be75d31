import type { PeriodId } from '../../domain/campaign/period.ts';
import type { Unit } from '../../domain/campaign/unit.ts';
import type { Refusal, SentForm } from '../../ports/form.ts';
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

/**
 * Where a period stands, with its units by id; with some of them alone where they are named, of which then no other
 * form is read. Throws AppError not_found.
 */
export async function readPeriodStatus(
  reader: Reader,
  id: string,
  only?: readonly string[],
): Promise<PeriodStatus> {
  const { campaign } = await setupOf(reader);
  const period = periodOf(campaign, id);
  const { units: all } = rulesOf(campaign, period);
  const units = only === undefined ? all : all.filter((unit) => only.includes(unit.id));
  const [record, pendingWorkbooks, forms] = await Promise.all([
    reader.period(period.id),
    reader.pendingOutboxCount(),
    only === undefined ? allForms(reader, period.id) : formsOf(reader, period.id, units),
  ]);
  const statuses = unitStatuses(record, forms);
  const shown = units.map(
    ({ id: unitId, name, track, cluster }): UnitStatus => ({
      unitId,
      name,
      track,
      cluster,
      ...(statuses.get(unitId) ?? NOTHING),
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

interface Forms {
  readonly sent: readonly SentForm[];
  readonly refusals: readonly Refusal[];
  /** Units. */
  readonly appraised: ReadonlySet<string>;
}

async function allForms(reader: Reader, period: PeriodId): Promise<Forms> {
  const [sent, refusals, appraised] = await Promise.all([
    reader.sentForms(period),
    reader.refusals(period),
    reader.appraisedUnits(period),
  ]);
  return { sent, refusals, appraised: new Set(appraised) };
}

async function formsOf(reader: Reader, period: PeriodId, units: readonly Unit[]): Promise<Forms> {
  const each = <T>(read: (unitId: string) => Promise<T | undefined>) =>
    Promise.all(units.map(({ id }) => read(id))).then((found) => found.filter((one) => one !== undefined));
  const [sent, refusals, appraisals] = await Promise.all([
    each((id) => reader.submission(period, id)),
    each((id) => reader.refusal(period, id)),
    each((id) => reader.appraisal(period, id)),
  ]);
  return { sent, refusals, appraised: new Set(appraisals.map(({ unitId }) => unitId)) };
}

function unitStatuses(
  record: PeriodRecord | undefined,
  { sent, refusals, appraised }: Forms,
): ReadonlyMap<string, FormStatus> {
  const statuses = new Map<string, FormStatus>();
  for (const submission of sent)
    statuses.set(submission.unitId, {
      status: 'submitted',
      ...acceptedState(submission, record),
      appraised: appraised.has(submission.unitId),
    });
  for (const refusal of standing(refusals, sent))
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
