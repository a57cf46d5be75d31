import type { PropertyChange } from '../services/properties-service.ts';
import type { SheetsRequest } from '../services/spreadsheet/sheets-api.ts';
import type { FetchRequest } from '../services/url-fetch-app.ts';
import type { SyncAnswer } from '../sync-call.ts';
import type { Answer, Effect, LogLine, Question } from '../types.ts';
import { type Desk, ownerOf, type RunUnderWay } from './desk.ts';
import { fetchUrls } from './fetch-url.ts';
import { ScriptFailure } from './script-failure.ts';
import { askSheets } from './sheets.ts';

interface Stored {
  readonly store: string;
}

/** Every operation that services/ ask for. */
const DESK: Desk = {
  sheets: (run, request: SheetsRequest) => askSheets(run, request),
  fetch: (run, request: { requests: FetchRequest[] }) => fetchUrls(run, request),
  'identity-token': ({ options, order }) =>
    options.issuer.issueIdToken({ email: order.person, audience: options.audience }),
  'window.show': ({ order }, effect: Effect) => order.window.show(effect),
  'window.ask': ask,
  log: ({ options, order }, line: LogLine) => options.onLog?.({ ...line, functionName: order.functionName }),

  'properties.get': (run, { store }: Stored) => run.stores.properties.get(ownerOf(run, store)),
  'properties.change': (run, { store, ...change }: Stored & PropertyChange) =>
    run.stores.properties.change(ownerOf(run, store), change),
  'cache.get': (run, { store, keys }: Stored & { keys: string[] }) =>
    run.stores.caches.get(ownerOf(run, store), keys),
  'cache.put': (
    run,
    { store, values, seconds }: Stored & { values: Record<string, string>; seconds: number },
  ) => run.stores.caches.put(ownerOf(run, store), values, seconds),
  'cache.remove': (run, { store, keys }: Stored & { keys: string[] }) =>
    run.stores.caches.remove(ownerOf(run, store), keys),
  'lock.try': (run, { store, timeoutMs }: Stored & { timeoutMs: number }) =>
    run.stores.locks.take(ownerOf(run, store), run, timeoutMs),
  'lock.has': (run, { store }: Stored) => run.stores.locks.has(ownerOf(run, store), run),
  'lock.release': (run, { store }: Stored) => run.stores.locks.release(ownerOf(run, store), run),
};

/** What Google says when something on its own side fails. */
export const SORRY = "We're sorry, a server error occurred. Please wait a bit and try again.";

/** Google suspends a script while a dialog is open, and its locks do not outlast that. */
async function ask(run: RunUnderWay, question: Question): Promise<Answer> {
  run.stores.locks.releaseAll(run);
  try {
    return await run.order.window.ask(question);
  } catch {
    throw new ScriptFailure('The window was closed while the script waited for an answer.');
  }
}

/** Answers one call of a script. What goes wrong here is told as Google tells it, without its cause. */
export async function answerCall(run: RunUnderWay, operation: string, request: unknown): Promise<SyncAnswer> {
  try {
    const value = await DESK[operation]!(run, request as never);
    run.options.onAsked?.({ operation, sentBytes: bytesOf(request), receivedBytes: bytesOf(value) });
    return { value };
  } catch (error) {
    if (error instanceof ScriptFailure) return { error: { name: error.name, message: error.message } };
    if (!run.ended.aborted) console.error(error);
    return { error: { name: 'Exception', message: SORRY } };
  }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '');
