import { AppError } from '../../domain/app-error.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { present } from '../../domain/present.ts';
import type { Job, JobKind } from '../../ports/job.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { Reader } from '../../ports/store.ts';
import { storedTrace } from '../../trace.ts';
import { type Acting, once } from '../acting.ts';
import { requireStep } from '../periods/period-steps.ts';
import { workbookCount } from '../publishing/provision.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { periodOf, rulesOf, setupOf } from '../rules-of.ts';
import { hasEnded, type JobView, viewOf } from './job-view.ts';

export interface JobOrder {
  readonly kind: JobKind;
  /** For every kind but provision. */
  readonly period?: string | undefined;
  /** Where it was asked for: has to be the office's workbook. */
  readonly spreadsheetId?: string | undefined;
}

/**
 * Asks for long work and answers at once; runJobs does it. While the same work is waiting or running, asking for it
 * is asking once. What cannot be done now is refused now: throws AppError period_wrong_state, period_not_open,
 * ballot_open, not_found, malformed (a period missing or too much), workbook_unknown.
 */
export async function startJob(
  acting: Acting,
  { kind, period: id, spreadsheetId }: JobOrder,
): Promise<JobView> {
  const { store, now, by } = acting;
  await requireWorkbook(store, 'office', spreadsheetId);
  if ((id === undefined) !== (kind === 'provision'))
    throw new AppError('malformed', { why: 'period', field: 'period' });
  return once(acting, async (transaction) => {
    const { campaign } = await setupOf(transaction);
    const period = id === undefined ? undefined : periodOf(campaign, id);
    const key = period === undefined ? kind : `${kind}.${period.id}`;
    const newest = await transaction.job(key);
    if (newest !== undefined && !hasEnded(newest)) return viewOf(newest);
    if (period !== undefined) await requireSense(transaction, kind, period);
    const job: Job = present({
      key,
      kind,
      period: period?.id,
      nth: (newest?.nth ?? 0) + 1,
      state: 'waiting',
      requestedAt: now(),
      requestedBy: by,
      trace: storedTrace(),
      done: 0,
      total: totalOf(kind, campaign, period),
      attempts: 0,
    });
    transaction.putJob(job);
    return viewOf(job);
  });
}

/** Sooner said than after a wait. The work itself looks again. */
async function requireSense(reader: Reader, kind: JobKind, period: Period): Promise<void> {
  const record: PeriodRecord | undefined = await reader.period(period.id);
  if (kind === 'evaluate' || kind === 'publish') {
    requireStep(period, record, kind);
    if (kind === 'publish' && record.ballot === 'open')
      throw new AppError('ballot_open', { period: period.id });
  } else if (record?.state !== 'open')
    throw new AppError('period_not_open', { period: period.id, state: record?.state ?? 'none' });
}

/** What is known before anything was read; the work corrects it. */
function totalOf(kind: JobKind, campaign: Campaign, period: Period | undefined): number {
  const isAboutUnits = period !== undefined && kind !== 'publish';
  return isAboutUnits ? rulesOf(campaign, period).units.length : workbookCount(campaign);
}
