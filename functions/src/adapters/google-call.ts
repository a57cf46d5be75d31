import { AppError } from '../domain/app-error.ts';

/** How a call to Google is tried again. Everything that a test would have to wait for is passed in. */
export interface Patience {
  /** Milliseconds left in which another attempt may begin. */
  readonly leftMs: () => number;
  readonly sleep: (ms: number) => Promise<void>;
  /** From 0 up to, not including, 1. */
  readonly random: () => number;
}

const FIRST_DELAY_MS = 500;
const LONGEST_DELAY_MS = 32_000;

/**
 * Calls Google, again after 429, 5xx and broken connections, with full jitter and never before Retry-After is over.
 * googleapis repeats GET but never POST, so its own repeating is switched off and this one is used for both: our
 * POSTs carry ids of our own and a repeated one is refused or changes nothing.
 * @throws AppError unavailable when the time is up; not_found (details: what); internal (details: what, status) for
 * whatever else Google refuses
 */
export async function callGoogle<T>(what: string, patience: Patience, call: () => Promise<T>): Promise<T> {
  for (let attempt = 0; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      if (error instanceof AppError) throw error; // of a call of its own inside this one
      const { status, retryAfterMs } = troubleOf(error);
      if (!isPassing(status)) throw refusal(what, status, error);
      const jitter = patience.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** attempt);
      const delay = Math.max(jitter, retryAfterMs ?? 0);
      if (delay >= patience.leftMs()) throw refusal(what, status, error);
      await patience.sleep(delay);
    }
  }
}

/**
 * What came with 200 and is not what Google answers: a page of something in between, half an answer. It passes, and
 * nobody knows what was done. `isWhole` looks at what must be there.
 */
export function whole<T>(data: T, isWhole: (data: T) => boolean): T {
  if (typeof data === 'object' && data !== null && isWhole(data)) return data;
  throw new GarbledAnswer();
}

class GarbledAnswer extends Error {
  readonly code = 'garbled';
}

/** Whether Google may have done it all the same. Before its quota it says so before it does anything. */
export function mayBeDone(error: unknown): boolean {
  return error instanceof Error && troubleOf(error).status !== 429;
}

/** status 0: no answer at all. */
function troubleOf(error: unknown): { status: number; retryAfterMs?: number } {
  if (!isGoogleError(error)) throw error;
  const header = error.response?.headers?.get?.('retry-after') ?? undefined;
  const answered = error.response?.status ?? Number(error.status ?? 0);
  const status = answered === 403 && isRateLimit(error) ? 429 : answered;
  return { status, ...(header !== undefined && { retryAfterMs: retryAfter(header) }) };
}

interface GoogleError {
  readonly status?: number;
  readonly response?: {
    readonly status: number;
    readonly headers?: Headers;
    readonly data?: {
      readonly error?: { readonly errors?: readonly { readonly reason?: string }[] } | string;
    };
  };
}

/** Drive says 403 where Sheets says 429 (developers.google.com/workspace/drive/api/guides/handle-errors). */
function isRateLimit({ response }: GoogleError): boolean {
  const said = response?.data?.error;
  const reasons = typeof said === 'object' ? said.errors : undefined;
  return (
    Array.isArray(reasons) &&
    reasons.some(({ reason }) => reason === 'rateLimitExceeded' || reason === 'userRateLimitExceeded')
  );
}

/** Gaxios' errors, and what fetch and the sockets below it throw. A mistake of our own is none of these. */
function isGoogleError(error: unknown): error is GoogleError {
  return (
    error instanceof Error &&
    ('response' in error || 'config' in error || 'code' in error || 'errno' in error)
  );
}

/** Seconds or an HTTP date. */
function retryAfter(header: string): number {
  const seconds = Number(header);
  const ms = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(header) - Date.now();
  return Number.isFinite(ms) ? Math.max(0, ms) : 0;
}

function isPassing(status: number): boolean {
  return status === 0 || status === 408 || status === 429 || (status >= 500 && status !== 501);
}

/** Google's messages may quote what stands in cells: they are dropped, only the status stays. */
function refusal(what: string, status: number, error: unknown): AppError {
  const cause = error instanceof Error ? new Error(`${error.name} ${status}`) : undefined;
  if (isPassing(status)) return new AppError('unavailable', { what, status }, { cause });
  if (status === 404) return new AppError('not_found', { what }, { cause });
  return new AppError('internal', { what, status }, { cause });
}
