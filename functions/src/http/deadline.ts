import { AppError } from '../domain/app-error.ts';

/** The time a request has. */
export interface Deadline {
  /** Aborted when the time is up: whatever is asked or begun after that is for nobody. */
  readonly signal: AbortSignal;
  /** For work that was asked to go on for so long. */
  extend(ms: number): void;
}

/**
 * Answers within `ms`, whatever happens: a service that takes our call and never answers must not hold a person
 * until Cloud Run or Apps Script gives up with a page of their own. What was begun may still be done by whoever has
 * it; the request's key makes asking again safe. Throws AppError unavailable when the time is up.
 */
export async function withinDeadline<T>(ms: number, work: (deadline: Deadline) => Promise<T>): Promise<T> {
  const end = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let endsAt = performance.now();
  const over = new Promise<never>((_, reject) => {
    end.signal.addEventListener('abort', () => reject(new AppError('unavailable', { what: 'deadline' })));
  });
  const extend = (more: number) => {
    clearTimeout(timer);
    endsAt += more;
    timer = setTimeout(() => end.abort(), Math.max(0, endsAt - performance.now()));
  };
  extend(ms);
  try {
    return await Promise.race([work({ signal: end.signal, extend }), over]);
  } finally {
    clearTimeout(timer);
  }
}
