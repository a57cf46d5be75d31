// One run of a script, in a thread of its own: a fresh JavaScript world with nothing in it but the language and
// Google's services. Prepared ahead, used once, then thrown away.

import { createHash, randomUUID } from 'node:crypto';
import { constants, createContext, Script } from 'node:vm';
import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import type { Compiled, NamedScript } from './project.ts';
import { askThrough, type SyncAnswer, type SyncLine } from './sync-call.ts';

export interface WorkerData {
  readonly services: Compiled;
  readonly scripts: readonly NamedScript[];
  readonly pages: Readonly<Record<string, string>>;
  readonly line: SyncLine;
}

/** Given by services/install.ts: takes a StartOrder and answers a RunResult (services/state.ts), both as JSON. */
type RunFunction = (order: string, evaluate: () => void, settle: () => void) => string;

const { services, scripts, pages, line } = workerData as WorkerData;
const ask = askThrough(line);
const naps = new Int32Array(new SharedArrayBuffer(4));

/** What needs no other thread. */
const HERE: Readonly<Record<string, (request: never) => unknown>> = {
  uuid: () => randomUUID(),
  sleep: ({ ms }: { ms: number }) => void Atomics.wait(naps, 0, 0, ms),
  page: ({ name }: { name: string }) => (Object.hasOwn(pages, name) ? pages[name] : undefined),
  digest: ({ algorithm, bytes }: { algorithm: string; bytes: number[] }) => [
    ...createHash(algorithm).update(Uint8Array.from(bytes)).digest(),
  ],
};

/** The only function of this world that the script's world holds; the services keep it to themselves. */
function native(operation: string, request: string): string {
  const here = HERE[operation];
  if (!here) return ask(operation, request);
  return JSON.stringify({ value: here(JSON.parse(request) as never) } satisfies SyncAnswer);
}

// Not contextified: the script's global object is its own world's, not a mirror of one of ours.
const context = createContext(constants.DONT_CONTEXTIFY, { microtaskMode: 'afterEvaluate' });
const load = ({ text, cache }: Compiled, filename: string) =>
  new Script(text, { filename, cachedData: cache as Buffer });
const install = load(services, 'services.js').runInContext(context) as (give: typeof native) => RunFunction;
const run = install(native);
const loaded = scripts.map((script) => load(script, script.name));
/** Evaluating anything lets what the script promised happen. */
const nothing = new Script('');

const main = parentPort as MessagePort;
main.once('message', (order: string) => {
  main.postMessage(
    run(
      order,
      () => {
        for (const script of loaded) script.runInContext(context);
      },
      () => void nothing.runInContext(context),
    ),
  );
});
main.postMessage('ready');
