import type { AppErrorCode } from '../app-error.ts';
import { digestOf } from '../digest.ts';
import type { Finding } from './finding.ts';

/**
 * What an officer looks after, row by row, as plain JSON: moments are ISO texts. The same rows are shown in the office's
 * tab and in the sidebar; messages/ have the words.
 */
export interface Operations {
  readonly rows: readonly OperationRow[];
}

export type OperationRow =
  | { readonly about: 'scheduler'; readonly state: SchedulerState; readonly at?: string }
  /** Workbooks that do not show yet what is stored, and since when the first of them waits. */
  | { readonly about: 'pending'; readonly count: number; readonly at?: string; readonly isLong: boolean }
  | { readonly about: 'delivered'; readonly at: string }
  | {
      readonly about: 'failing';
      readonly workbook: string;
      readonly at: string;
      readonly times: number;
      readonly code: string;
      readonly trace?: string;
    }
  | {
      readonly about: 'dropped';
      readonly workbook: string;
      readonly at: string;
      readonly reason: string;
      readonly code: string;
      /** Asked for anew since. */
      readonly isWaiting: boolean;
    }
  | {
      readonly about: 'job';
      readonly kind: string;
      readonly period?: string;
      readonly state: 'waiting' | 'running' | 'failed';
      readonly at: string;
      readonly isLong: boolean;
      readonly code?: AppErrorCode;
      readonly details?: Readonly<Record<string, string | number>>;
      readonly trace?: string;
    }
  | ({ readonly about: 'finding'; readonly workbook: string; readonly at: string } & Finding)
  | {
      readonly about: 'copy';
      readonly workbook?: string;
      readonly spreadsheetId: string;
      readonly by: string;
      readonly at: string;
    }
  /** The log's last seal. */
  | { readonly about: 'log'; readonly number: number; readonly at: string };

/** silent: it has called before, and not for a while. */
export type SchedulerState = 'never' | 'alive' | 'silent';

/** good: as it should be. note: nobody has to do anything yet. act: somebody has. */
export type Level = 'good' | 'note' | 'act';

export function levelOf(row: OperationRow): Level {
  switch (row.about) {
    case 'scheduler':
      return row.state === 'alive' ? 'good' : 'act';
    case 'pending':
      return row.count === 0 ? 'good' : row.isLong ? 'act' : 'note';
    case 'delivered':
    case 'log':
      return 'good';
    case 'failing':
    case 'finding':
    case 'copy':
      return 'act';
    case 'dropped':
      return row.isWaiting ? 'note' : 'act';
    case 'job':
      return row.state === 'failed' || row.isLong ? 'act' : 'note';
  }
}

/**
 * How often the scheduler is kept to have called, at most, and how long it may be silent: Cloud Scheduler calls every
 * minute, and a call may take some.
 */
export const HEARTBEAT_EVERY_MS = 60_000;
const SILENT_AFTER_MS = 10 * 60_000;
/** What is put off is tried again within a quarter of an hour; what waits longer waits for somebody. */
export const LONG_MS = 20 * 60_000;

export function schedulerState(calls: readonly (Date | undefined)[], now: Date): SchedulerState {
  const known = calls.filter((at) => at !== undefined);
  if (known.length === 0) return 'never';
  const isSilent = calls.some((at) => at === undefined || now.getTime() - at.getTime() > SILENT_AFTER_MS);
  return isSilent ? 'silent' : 'alive';
}

/** At most so often is the tab written anew for figures that nobody has to do anything about. */
const SHOWN_EVERY_MS = 15 * 60_000;

export interface Shown {
  readonly at: Date;
  readonly digest: string;
  readonly urgentDigest: string;
}

/**
 * Whether the tab shall show these rows instead of those: at once where somebody has to do something else than before,
 * after a quarter of an hour where other figures changed, once a day in any case, so that an old day in its banner means
 * that nothing runs. Moments alone are no reason: writing the tab is itself a delivery.
 */
export function isWorthShowing(
  operations: Operations,
  shown: Shown | undefined,
  { now, isNewDay }: { readonly now: Date; readonly isNewDay: boolean },
): boolean {
  if (shown === undefined || isNewDay) return true;
  const { digest, urgentDigest } = digestsOf(operations);
  if (urgentDigest !== shown.urgentDigest) return true;
  return digest !== shown.digest && now.getTime() - shown.at.getTime() >= SHOWN_EVERY_MS;
}

export function digestsOf({ rows }: Operations): Pick<Shown, 'digest' | 'urgentDigest'> {
  const figures = rows.filter(({ about }) => about !== 'log').map(withoutMoments);
  const urgent = rows.filter((row) => levelOf(row) === 'act').map(withoutFigures);
  return { digest: digestOf(figures), urgentDigest: digestOf(urgent) };
}

/** Of a scheduler and of what waits the moment moves by itself, of what fails the trace. */
function withoutMoments(row: OperationRow): object {
  const { at: _, trace: __, ...rest } = { trace: undefined, ...row };
  return rest;
}

function withoutFigures(row: OperationRow): object {
  if (row.about === 'pending') return { about: row.about };
  if (row.about !== 'failing') return withoutMoments(row);
  const { about, workbook, code } = row;
  return { about, workbook, code };
}
