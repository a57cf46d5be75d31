import { setMaxListeners } from 'node:events';
import { answerCall, SORRY } from './desk/answers.ts';
import type { RunUnderWay, Stores } from './desk/desk.ts';
import type { Manifest } from './manifest.ts';
import type { Runner } from './pool.ts';
import type { RunResult, StartOrder } from './services/state.ts';
import { answerThrough } from './sync-call.ts';
import type { HostOptions, Limits, RunOrder, RunOutcome } from './types.ts';

const LIMITS: Limits = { runMs: 6 * 60_000, simpleTriggerMs: 30_000 };

export interface RunSetting {
  readonly options: HostOptions;
  readonly manifest: Manifest;
  readonly stores: Stores;
  /** Aborted when the host closes. */
  readonly closing: AbortSignal;
}

/** Runs one order on one thread, to its end or to its limit, and ends the thread. */
export async function performRun(order: RunOrder, runner: Runner, setting: RunSetting): Promise<RunOutcome> {
  const { options, closing } = setting;
  const ending = new AbortController();
  setMaxListeners(0, ending.signal);
  const run: RunUnderWay = { ...setting, order, ended: ending.signal, calls: {} };
  const { worker, line } = runner;
  answerThrough(line, (operation, request) => answerCall(run, operation, request));
  const isTrigger = order.kind === 'open' || order.kind === 'edit';
  const limits = { ...LIMITS, ...options.limits };
  const result = await new Promise<RunResult>((resolve) => {
    const fail = (message: string) => resolve({ ok: false, name: 'Exception', message });
    const timer = setTimeout(
      () => fail('Exceeded maximum execution time'),
      isTrigger ? limits.simpleTriggerMs : limits.runMs,
    );
    ending.signal.addEventListener('abort', () => clearTimeout(timer));
    const cancel = () => fail('The script was cancelled.');
    closing.addEventListener('abort', cancel, { signal: ending.signal });
    if (closing.aborted) cancel();
    worker.once('message', (text: string) => resolve(JSON.parse(text)));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      const outOfMemory = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      if (!outOfMemory) console.error(error);
      fail(outOfMemory ? 'Out of memory error.' : SORRY);
    });
    worker.once('exit', () => fail(SORRY));
    worker.postMessage(JSON.stringify(startOrder(order, setting)));
  });
  ending.abort();
  setting.stores.locks.releaseAll(run);
  line.port.close();
  await worker.terminate();
  return { ...result, calls: { ...run.calls } };
}

function startOrder(order: RunOrder, { options, manifest }: RunSetting): StartOrder {
  const { person, spreadsheetId, selection, functionName, kind, event, args = [] } = order;
  return {
    ...{ person, spreadsheetId, selection, functionName, kind, event },
    args,
    scopes: manifest.oauthScopes,
    timeZone: manifest.timeZone,
    userLocale: options.userLocale ?? 'vi',
    addOnName: manifest.name,
    clockAheadMs: options.now().getTime() - Date.now(),
  };
}
