import { AppError } from '../domain/app-error.ts';
import type { Reader, Store, StoredRequest, Writer } from '../ports.ts';

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
 */
export function once<T extends object>(
  { store, now, request }: Acting,
  work: (transaction: Reader & Writer) => Promise<T>,
  isDone: (answer: T) => boolean = () => true,
): Promise<T> {
  return store.transact(async (transaction) => {
    const earlier = request && storedAnswer<T>(await transaction.request(request.key), request);
    if (earlier !== undefined) return earlier;
    const answer = await work(transaction);
    if (request && isDone(answer))
      transaction.putRequest({ ...request, status: 200, body: answer, at: now() });
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
