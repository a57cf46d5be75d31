import { DateTime } from 'luxon';
import { AppError } from '../../domain/app-error.ts';
import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import { deadlineDay } from '../../domain/campaign/working-days.ts';
import { cleanText } from '../../domain/form/text.ts';
import type { PeriodAction, PeriodRecord } from '../../ports/period.ts';
import type { Setup } from '../../ports/setup.ts';
import { type Acting, once } from '../acting.ts';
import { planVoiding } from '../ballots/void-ballots.ts';
import { requireWorkbook } from '../require-workbook.ts';
import { nameOf, periodOf, setupOf } from '../rules-of.ts';
import { evaluateStored } from './evaluate-stored.ts';
import { type MovedPeriod, requireStep, STEPS, saveStep, wrongState } from './period-steps.ts';

export interface PeriodOrder {
  readonly period: string;
  readonly action: PeriodAction;
  /** Required to reopen. */
  readonly reason?: string | undefined;
  /** Where it was asked for: has to be the office's workbook. */
  readonly spreadsheetId?: string | undefined;
}

/**
 * A period's next step, in one transaction that also writes the log and asks for the workbooks it changes. Of
 * two officers who press at the same time one does it, and the other is told who did and when.
 * Reopening makes the period's ballots void; publishing waits for one that is open.
 * Throws AppError period_wrong_state, period_not_started, earlier_period_not_evaluated, reason_missing,
 * ballot_open, not_found, workbook_unknown; conflict when an appraisal came in while evaluating.
 */
export async function movePeriod(acting: Acting, order: PeriodOrder): Promise<MovedPeriod> {
  const { action } = order;
  await requireWorkbook(acting.store, 'office', order.spreadsheetId);
  if (action === 'evaluate') return evaluateStored(acting, order.period);
  const reason = cleanText(order.reason ?? '') || undefined;
  if (action === 'reopen' && reason === undefined) throw new AppError('reason_missing');
  return once(acting, async (transaction) => {
    const setup = await setupOf(transaction);
    const period = periodOf(setup.campaign, order.period);
    const current = await transaction.period(period.id);
    const step = { at: acting.now(), by: acting.by };
    if (action === 'open') {
      if (current !== undefined) throw wrongState(period, current, action);
      return saveStep(transaction, opened(setup, period, step), action);
    }
    requireStep(period, current, action);
    if (action === 'publish' && current.ballot === 'open')
      throw new AppError('ballot_open', { period: period.id });
    const voidBallots = action === 'reopen' ? await planVoiding(transaction, period.id) : undefined;
    voidBallots?.({ ...step, reason: reason ?? '' });
    const next = moved(current, action, step, reason);
    const named = action === 'reopen' ? { ...next, setup: nameOf(setup) } : next;
    return saveStep(transaction, named, action, { reason });
  });
}

interface Step {
  readonly at: Date;
  readonly by: string;
}

function opened(setup: Setup, period: Period, { at, by }: Step): PeriodRecord {
  const { campaign } = setup;
  if (!hasBegun(campaign, period, at)) throw new AppError('period_not_started', { period: period.id });
  return {
    period: period.id,
    revision: 1,
    state: 'open',
    setup: nameOf(setup),
    ballot: 'not_held',
    deadlineAt: deadlineOf(campaign, period),
    changedAt: at,
    changedBy: by,
    resultVersion: 0,
    publishedVersion: 0,
    publications: [],
    reopenings: [],
  };
}

function moved(
  record: PeriodRecord,
  action: PeriodAction,
  { at, by }: Step,
  reason: string | undefined,
): PeriodRecord {
  const reopening = { at, by, reason: reason ?? '', fromVersion: record.resultVersion };
  return {
    ...record,
    revision: record.revision + 1,
    state: STEPS[action].to,
    ballot: action === 'reopen' ? 'not_held' : record.ballot,
    changedAt: at,
    changedBy: by,
    ...(action === 'publish' && published(record, at, by)),
    reopenings: action === 'reopen' ? [...record.reopenings, reopening] : record.reopenings,
  };
}

function published({ resultVersion: version, publications }: PeriodRecord, at: Date, by: string) {
  return { publishedVersion: version, publications: [...publications, { version, at, by }] };
}

/** The end of the last day for forms, in the campaign's time zone: from here on a moment. */
function deadlineOf(campaign: Campaign, period: Period): Date {
  const lastDay = DateTime.fromISO(deadlineDay(campaign, period, 'submit'), { zone: campaign.timeZone });
  return lastDay.endOf('day').toJSDate();
}

/** Whether the period's first day has begun, where the campaign is. */
export function hasBegun({ timeZone }: Campaign, period: Period, at: Date): boolean {
  return at >= DateTime.fromISO(period.from, { zone: timeZone }).startOf('day').toJSDate();
}
