import { AsyncLocalStorage } from 'node:async_hooks';

/** One click, or one call of the scheduler, through everything that is done because of it. */
export interface Trace {
  /** See isTraceId. */
  readonly id: string;
  /** The name under which Cloud Logging gathers it with the platform's own lines; absent elsewhere. */
  readonly cloudName?: string;
  /** Goes into log lines and never into the store: what a secret vote leaves behind has no moment and no maker. */
  readonly leavesNoMark?: true;
}

/**
 * The trace goes along by itself: a log line, an entry of the log or of the outbox that somebody adds later cannot
 * forget it.
 */
const ambient = new AsyncLocalStorage<Trace>();

export function traced<T>(trace: Trace | undefined, work: () => T): T {
  return trace === undefined ? work() : ambient.run(trace, work);
}

export function currentTrace(): Trace | undefined {
  return ambient.getStore();
}

/** What is stored with whatever is written now. */
export function storedTrace(): string | undefined {
  const trace = currentTrace();
  return trace?.leavesNoMark ? undefined : trace?.id;
}
