import type { PeriodId } from '../domain/campaign/period.ts';
import type { ChainedEntry } from '../domain/log-chain/chained-entry.ts';
import type { Seal } from '../domain/log-chain/seal.ts';

export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  /** The verified account. */
  readonly by: string;
  readonly action: LogAction;
  readonly period?: PeriodId;
  readonly unitId?: string;
  readonly reason?: string;
  /** Numbers and codes: revision, version, digest, counts. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** Of the click; the store writes it by itself. */
  readonly trace?: string;
}

export type LogAction =
  | 'campaign_loaded'
  | 'workbooks_requested'
  | 'period_opened'
  | 'period_closed'
  | 'period_evaluated'
  | 'period_published'
  | 'period_reopened'
  | 'form_submitted'
  | 'form_refused'
  | 'form_collected'
  | 'form_unlocked'
  | 'form_appraised'
  | 'row_added'
  | 'row_amended'
  | 'ballot_opened'
  | 'vote_cast' // of an open ballot alone: a secret vote leaves no entry, for an entry has a moment
  | 'written_votes_recorded'
  | 'ballot_closed'
  | 'ballot_voided'
  | 'decision_issued'
  | 'decision_revoked'
  | 'delivery_retried'
  | 'delivery_dropped'
  | 'watch_found' // something wrong with a workbook's file; details: workbook, kind
  | 'watch_gone' // it is right again
  | 'sharing_restored' // by a delivery, without being asked; details: workbook, taken, given
  | 'campaign_restored' // from an export
  | 'person_removed'; // whose data were removed is not said

export interface LogReader {
  /** Newest first; of one period alone where it is named. */
  log(most: number, period?: PeriodId): Promise<readonly LogEntry[]>;
  lastSeal(): Promise<Seal | undefined>;
  /** Entries in no seal yet, at most so many, in no order. */
  unsealedEntries(most: number): Promise<readonly ChainedEntry[]>;
  /** The entry, if it is in no seal yet. */
  unsealedEntry(id: string): Promise<ChainedEntry | undefined>;
}

export interface LogWriter {
  appendLog(entry: Omit<LogEntry, 'id'>): void;
  /** Its entries are in a seal from here on. Fails where the number is taken. */
  putSeal(seal: Seal): void;
}
