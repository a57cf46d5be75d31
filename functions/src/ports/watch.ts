import type { FileHome } from '../domain/watch/check-workbook.ts';
import type { KeptFinding } from '../domain/watch/finding.ts';
import type { Operations } from '../domain/watch/operations.ts';
import type { WorkbookId } from './workbook.ts';

/** What the watch knows of one workbook's file. */
export interface Watched {
  readonly id: WorkbookId;
  /** Absent before the first look. */
  readonly checkedAt?: Date;
  readonly dueAt: Date;
  /** As it was found first. */
  readonly home?: FileHome;
  /** What is wrong with it now; what is gone is gone from here, and stands in the log. */
  readonly findings: readonly KeptFinding[];
}

/** Somebody stood in a spreadsheet that is not ours and asked for something as if it were. */
export interface CopyUse {
  /** Of the account and the workbook it was taken for, so that there are few of them whatever anybody sends. */
  readonly key: string;
  readonly by: string;
  readonly spreadsheetId: string;
  /** What it was taken for; absent where the call did not say. */
  readonly workbook?: WorkbookId;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** What the scheduler calls, each by an entry of its own. */
export type Door = 'run-jobs' | 'deliver' | 'watch';

/** When the scheduler last called each. */
export type Heartbeats = Readonly<Partial<Record<Door, Date>>>;

/** Vận hành as its tab shows it: see Operations. It is replaced when figures changed, never because it was written. */
export interface KeptOperations {
  readonly at: Date;
  /** Of what is shown, moments aside. */
  readonly digest: string;
  /** Of that which somebody has to do something about. */
  readonly urgentDigest: string;
  readonly operations: Operations;
}

/** Whether everything runs and every file is as it should be: what an officer looks after. */
export interface WatchReader {
  watched(id: WorkbookId): Promise<Watched | undefined>;
  /** Those whose turn it is to be looked at, the one that waits longest first. */
  dueWatched(now: Date, most: number): Promise<readonly Watched[]>;
  /** Those with something to find in them. */
  watchedWithFindings(most: number): Promise<readonly Watched[]>;
  copyUse(key: string): Promise<CopyUse | undefined>;
  /** Newest use first. */
  copyUses(since: Date, most: number): Promise<readonly CopyUse[]>;
  heartbeats(): Promise<Heartbeats>;
  /** What the office's tab shows of all this; undefined before it was first looked at. */
  operations(): Promise<KeptOperations | undefined>;
}

export interface WatchWriter {
  putWatched(watched: Watched): void;
  putCopyUse(use: CopyUse): void;
  putHeartbeat(door: Door, at: Date): void;
  putOperations(operations: KeptOperations): void;
}
