import { AppError } from '../domain/app-error.ts';
import type { StoredRequest } from '../ports/request.ts';
import type { Reader, Store, Writer } from '../ports/store.ts';

/** Who does something, when, and in which campaign: what every use case takes besides its order. */
export interface Acting {
  readonly store: Store;
  readonly now: () => Date;
  /** The verified account; goes into the log of the campaign, never into the process's log. */
  readonly by: string;
  /** Set when the caller sent a requestKey. */
  readonly request?: RequestStamp | undefined;
}

export type RequestStamp = Pick<StoredRequest, 'key' | 'fingerprint'>;

/**
 * Does `work` in one transaction, once per requestKey: the answer is stored beside what was done and given again
 * to whoever asks again with the same body. Without a key the work itself must be safe to repeat. The answer
 * must be plain JSON. `isDone` says which answers are final; the others are worked out again.
 *
 * Nearly every request is new, so none is looked up first: a stored answer can only be made, never replaced, and
 * where it is there already nothing of the transaction is kept. What fails in any way, or is not final, is looked up.
 */
export async function once<T extends object>(
  acting: Acting,
  work: (transaction: Reader & Writer) => Promise<T>,
  isDone: (answer: T) => boolean = () => true,
): Promise<T> {
  const { store, request, now } = acting;
  if (request === undefined) return store.transact(work);
  try {
    return await store.transact(async (transaction) => {
      const answer = await work(transaction);
      if (!isDone(answer)) throw new NotFinal();
      transaction.putRequest({ ...request, status: 200, body: answer, at: now() });
      return answer;
    });
  } catch (error) {
    if (error instanceof NotFinal) return onceLookedUp(acting, request, work, isDone);
    const earlier = error instanceof AppError ? await answeredBefore<T>(acting) : undefined;
    if (earlier !== undefined) return earlier;
    throw error;
  }
}

/** Nothing of the transaction is kept: what it would write may only be written by a request that is new. */
class NotFinal extends Error {}

function onceLookedUp<T extends object>(
  { store, now }: Acting,
  request: RequestStamp,
  work: (transaction: Reader & Writer) => Promise<T>,
  isDone: (answer: T) => boolean,
): Promise<T> {
  return store.transact(async (transaction) => {
    const earlier = storedAnswer<T>(await transaction.request(request.key), request);
    if (earlier !== undefined) return earlier;
    const answer = await work(transaction);
    if (isDone(answer)) transaction.putRequest({ ...request, status: 200, body: answer, at: now() });
    return answer;
  });
}

/** The stored answer, looked up before long work begins; undefined if the request is new. */
export async function answeredBefore<T extends object>({ store, request }: Acting): Promise<T | undefined> {
  return request && storedAnswer<T>(await store.request(request.key), request);
}

function storedAnswer<T>(stored: StoredRequest | undefined, request: RequestStamp): T | undefined {
  if (stored === undefined) return undefined;
  if (stored.fingerprint !== request.fingerprint) throw new AppError('request_reused');
  return stored.body as T;
}
