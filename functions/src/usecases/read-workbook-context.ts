import { AppError } from '../domain/app-error.ts';
import { firstPeriod, nextPeriod } from '../domain/campaign/calendar.ts';
import type { Campaign } from '../domain/campaign/campaign.ts';
import type { Period, PeriodId } from '../domain/campaign/period.ts';
import type { Unit } from '../domain/campaign/unit.ts';
import { present } from '../domain/present.ts';
import { formatPeriod } from '../messages/vi/format.ts';
import type { Role } from '../ports/member.ts';
import type { PeriodState } from '../ports/period.ts';
import type { WorkbookId } from '../ports/workbook.ts';
import type { Acting } from './acting.ts';
import type { JobView } from './jobs/job-view.ts';
import { readJobs } from './jobs/read-jobs.ts';
import { hasBegun } from './periods/move-period.ts';
import { inCalendarOrder, type OpenedPeriod } from './publishing/snapshot.ts';
import { rulesOf, setupOf } from './rules-of.ts';

/** What somebody who opened a workbook has to know before doing anything in it. Moments are ISO texts. */
export interface WorkbookContext {
  /** The verified account: who is acting. */
  readonly account: string;
  readonly roles: readonly Role[];
  readonly campaign: { readonly code: string; readonly name: string; readonly timeZone: string };
  readonly workbook: WorkbookId;
  /** Of a unit's workbook, as the newest period has it. */
  readonly unit?: Pick<Unit, 'id' | 'name' | 'track' | 'cluster'>;
  /** Every period that was ever opened, in the calendar's order. */
  readonly periods: readonly PeriodSummary[];
  /** The one after them, if its first day has begun. */
  readonly next?: { readonly period: PeriodId; readonly name: string };
  /** Workbooks that do not show yet what is stored. */
  readonly pendingWorkbooks: number;
  /** For those who may run them: see readJobs. */
  readonly jobs: readonly JobView[];
}

export interface PeriodSummary {
  readonly period: PeriodId;
  readonly name: string;
  readonly state: PeriodState;
  readonly deadlineAt: string;
  readonly resultVersion: number;
  readonly publishedVersion: number;
  /** Of the last reopening, if there was any. */
  readonly reopenReason?: string;
}

export interface ContextOrder {
  readonly spreadsheetId: string;
  readonly roles: readonly Role[];
  /** Whose workbooks the caller may stand in; a unit editor's own units'. */
  readonly mayOpen: (workbook: WorkbookId) => boolean;
}

/** Throws AppError workbook_unknown for a copy, forbidden for somebody else's workbook, not_found for a unit that is gone. */
export async function readWorkbookContext(
  { store, now, by }: Acting,
  { spreadsheetId, roles, mayOpen }: ContextOrder,
): Promise<WorkbookContext> {
  const runsJobs = roles.includes('officer') || roles.includes('admin');
  const [workbook, setup, records, pendingWorkbooks, jobs] = await Promise.all([
    store.workbookIn(spreadsheetId),
    setupOf(store),
    store.periods(),
    store.pendingOutboxCount(),
    runsJobs ? readJobs(store) : [],
  ]);
  if (workbook === undefined) throw new AppError('workbook_unknown');
  if (!mayOpen(workbook.id)) throw new AppError('forbidden');
  const { campaign } = setup;
  const opened = inCalendarOrder(records, setup);
  const newest = opened.at(-1)?.period;
  return present({
    account: by,
    roles,
    campaign: { code: campaign.code, name: campaign.name, timeZone: campaign.timeZone },
    workbook: workbook.id,
    unit: unitIn(workbook.id, campaign, newest),
    periods: opened.map(summaryOf),
    next: nextToOpen(campaign, newest, now()),
    pendingWorkbooks,
    jobs,
  });
}

function unitIn(
  workbook: WorkbookId,
  campaign: Campaign,
  newest: Period | undefined,
): WorkbookContext['unit'] {
  if (!workbook.startsWith('unit:')) return undefined;
  const isIt = ({ id }: Unit) => `unit:${id}` === workbook;
  const unit = (newest && rulesOf(campaign, newest).units.find(isIt)) ?? campaign.units.findLast(isIt);
  if (unit === undefined) throw new AppError('not_found', { what: 'unit' });
  const { id, name, track, cluster } = unit;
  return { id, name, track, cluster };
}

function summaryOf({ period, record }: OpenedPeriod): PeriodSummary {
  const { state, deadlineAt, resultVersion, publishedVersion, reopenings } = record;
  return present({
    period: period.id,
    name: formatPeriod(period),
    state,
    deadlineAt: deadlineAt.toISOString(),
    resultVersion,
    publishedVersion,
    reopenReason: reopenings.at(-1)?.reason,
  });
}

function nextToOpen(campaign: Campaign, newest: Period | undefined, at: Date): WorkbookContext['next'] {
  const { calendar } = campaign;
  const next = newest === undefined ? firstPeriod(calendar) : nextPeriod(newest, calendar);
  if (next === undefined || !hasBegun(campaign, next, at)) return undefined;
  return { period: next.id, name: formatPeriod(next) };
}
