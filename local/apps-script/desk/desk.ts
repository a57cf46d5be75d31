import type { Manifest } from '../manifest.ts';
import type { HostOptions, RunOrder } from '../types.ts';
import type { Caches } from './caches.ts';
import type { Locks } from './locks.ts';
import type { Properties } from './properties.ts';

/** What a script may ask of the thread that runs it, by name. Each gives a JSON value or throws. */
export type Desk = Readonly<Record<string, (run: RunUnderWay, request: never) => unknown>>;

/** What outlives a run. */
export interface Stores {
  readonly properties: Properties;
  readonly caches: Caches;
  readonly locks: Locks;
}

/** One run, as those who serve it see it. */
export interface RunUnderWay {
  readonly order: RunOrder;
  readonly options: HostOptions;
  readonly manifest: Manifest;
  readonly stores: Stores;
  /** Aborted when the run ends, however it ends. */
  readonly ended: AbortSignal;
  /** Round trips to the spreadsheet so far. */
  readonly calls: Record<string, number>;
}

/** Script, document and user stores are told apart by whom they belong to. */
export function ownerOf({ order }: RunUnderWay, store: string): string {
  if (store === 'document') return `document:${order.spreadsheetId}`;
  if (store === 'user') return `user:${order.person.toLowerCase()}`;
  return 'script';
}
