import type { WorkbookId } from './workbook.ts';

/** "Bring this workbook up to what is stored." What to write is computed at delivery, so entries never go stale. */
export interface OutboxEntry {
  readonly id: OutboxId;
  readonly state: 'pending' | 'delivered' | 'dropped';
  /** Goes up with each request; a delivery that started before a newer request leaves the entry pending. */
  readonly request: number;
  readonly requestedAt: Date;
  readonly notBefore: Date;
  readonly attempts: number;
  readonly leaseUntil?: Date;
  readonly lastErrorCode?: string;
  readonly deliveredAt?: Date;
  /** Of the clicks that asked for it since it was last delivered. */
  readonly traces?: readonly string[];
  /**
   * What it was asked for is shown in these workbooks too, and whoever takes the entry asks for them. So what ten
   * thousand units do in one hour writes their own entries and not ten thousand times the office's, of which Firestore
   * takes about one write a second.
   */
  readonly alsoIn?: readonly WorkbookId[];
  /** Since it was last delivered: that trying failed, how often, why, and under which trace last. */
  readonly failing?: {
    readonly since: Date;
    readonly times: number;
    readonly code: string;
    readonly trace?: string;
  };
  /** An officer gave it up. Stays until the workbook is written again, also where it was asked for anew. */
  readonly dropped?: {
    readonly at: Date;
    readonly by: string;
    readonly reason: string;
    readonly code: string;
  };
}

/**
 * "units" stands for the workbook of every unit of the newest setup: one write inside a transaction asks for all of
 * them, and delivering it enqueues them one by one, in batches. So opening a period with 10,000 units stays one small
 * transaction.
 */
export type OutboxId = WorkbookId | 'units';

export interface OutboxReader {
  outboxEntry(id: OutboxId): Promise<OutboxEntry | undefined>;
  /** Entries due at `now` and not leased, oldest request first. */
  dueOutbox(now: Date, most: number): Promise<readonly OutboxEntry[]>;
  /** Whether an entry that nobody has taken yet asks for this one besides. */
  isAskedForBesides(id: WorkbookId): Promise<boolean>;
  /** Entries not yet delivered, due or not. */
  pendingOutboxCount(): Promise<number>;
  /** Those of them whose last try failed: they are put off. */
  failingOutboxCount(): Promise<number>;
  /** Entries whose last try failed, the one that fails longest first. */
  failingOutbox(most: number): Promise<readonly OutboxEntry[]>;
  /** Entries that an officer gave up, and that were not written since. */
  droppedOutbox(most: number): Promise<readonly OutboxEntry[]>;
  /** The pending entry that waits longest. */
  oldestPending(): Promise<OutboxEntry | undefined>;
  /** The entry that was delivered last. */
  lastDelivered(): Promise<OutboxEntry | undefined>;
}

export interface OutboxWriter {
  /** Asks for a workbook to be brought up to date; asking again while pending is asking once. */
  enqueue(id: OutboxId, at: Date, more?: AskedBesides): void;
  putOutboxEntry(entry: OutboxEntry): void;
}

export interface AskedBesides extends Pick<OutboxEntry, 'alsoIn'> {
  /** Of whom it is asked for; the current one if absent. */
  readonly traces?: readonly string[];
}
