import type { SyncAnswer } from '../sync-call.ts';
import { thrown } from './errors.ts';

/** The way out of this world, given once by the thread that runs it. */
type Native = (operation: string, request: string) => string;
let native: Native | undefined;

export function setNative(given: Native): void {
  native = given;
}

/**
 * Asks for what this world cannot do itself, and waits.
 * @throws what the answer says, with its name and message
 */
export function call<T>(operation: string, request: object = {}): T {
  const answer = JSON.parse(native!(operation, JSON.stringify(request))) as SyncAnswer;
  if ('error' in answer) throw thrown(answer.error);
  return answer.value as T;
}
