import { AppError } from '../../domain/app-error.ts';

/** Waits for a call as long as the request that made it has time. Throws AppError unavailable after that. */
export function untilOver<T>(call: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (signal === undefined) return call;
  return new Promise((resolve, reject) => {
    const onOver = () => reject(over());
    if (signal.aborted) onOver();
    else signal.addEventListener('abort', onOver, { once: true });
    call.then(resolve, reject).finally(() => signal.removeEventListener('abort', onOver));
  });
}

/** Before something is begun that nobody waits for any more. Throws AppError unavailable. */
export function requireTime(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw over();
}

const over = () => new AppError('unavailable', { what: 'deadline' });
