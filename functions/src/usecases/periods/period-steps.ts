import { AppError } from '../../domain/app-error.ts';
import type { Period } from '../../domain/campaign/period.ts';
import type { LogAction } from '../../ports/log.ts';
import type { OutboxId } from '../../ports/outbox.ts';
import type { PeriodAction, PeriodRecord, PeriodState } from '../../ports/period.ts';
import type { Writer } from '../../ports/store.ts';

/** A period after a step, as the caller is told. Moments are ISO texts. */
export interface MovedPeriod {
  readonly period: string;
  readonly state: PeriodState;
  readonly deadlineAt: string;
  readonly changedAt: string;
  readonly resultVersion: number;
  readonly publishedVersion: number;
}

interface Step {
  readonly from: readonly (PeriodState | 'none')[];
  readonly to: PeriodState;
  readonly log: LogAction;
  /** Which workbooks show something else afterwards. */
  readonly workbooks: readonly OutboxId[];
}

/** The life of a period. Reopening marks the published version as being corrected. */
export const STEPS: Readonly<Record<PeriodAction, Step>> = {
  open: { from: ['none'], to: 'open', log: 'period_opened', workbooks: ['office', 'units'] },
  close: { from: ['open'], to: 'closed', log: 'period_closed', workbooks: ['office'] },
  evaluate: { from: ['closed'], to: 'evaluated', log: 'period_evaluated', workbooks: ['office'] },
  publish: {
    from: ['evaluated', 'voted'],
    to: 'published',
    log: 'period_published',
    workbooks: ['summary', 'office', 'units'],
  },
  reopen: {
    from: ['closed', 'evaluated', 'voted', 'published'],
    to: 'open',
    log: 'period_reopened',
    workbooks: ['summary', 'office', 'units'],
  },
};

/** Throws AppError period_wrong_state with who took the last step and when: what a second press runs into. */
export function requireStep(
  period: Period,
  record: PeriodRecord | undefined,
  action: PeriodAction,
): asserts record is PeriodRecord {
  const state = record?.state ?? 'none';
  if (!STEPS[action].from.includes(state)) throw wrongState(period, record, action);
}

export function wrongState(period: Period, record: PeriodRecord | undefined, action: string): AppError {
  const last: Record<string, string> =
    record === undefined ? {} : { changedBy: record.changedBy, changedAt: record.changedAt.toISOString() };
  const state = record?.state ?? 'none';
  return new AppError('period_wrong_state', { period: period.id, state, action, ...last });
}

/** Writes the step's record, its log entry and its requests for workbooks. */
export function saveStep(
  transaction: Writer,
  record: PeriodRecord,
  action: PeriodAction,
  more: { readonly reason?: string; readonly details?: Readonly<Record<string, string | number>> } = {},
): MovedPeriod {
  const { period, state, deadlineAt, changedAt: at, changedBy: by, resultVersion, publishedVersion } = record;
  transaction.putPeriod(record);
  transaction.appendLog({ at, by, action: STEPS[action].log, period, ...more });
  for (const id of STEPS[action].workbooks) transaction.enqueue(id, at);
  return {
    period,
    state,
    deadlineAt: deadlineAt.toISOString(),
    changedAt: at.toISOString(),
    resultVersion,
    publishedVersion,
  };
}
