// Runs the compiled add-on unchanged, as Apps Script would: each run in a thread and a JavaScript world of its own,
// with Google's services in it. What the services cannot do there they ask of this thread (desk/) and wait.
//
//   const host = openAppsScriptHost({ bundleDir, sheetsUrl, issuer, audience, scriptProperties, now });
//   await host.run({ person, spreadsheetId, functionName: 'onOpen', kind: 'open', window });
//   await host.close();

import { setMaxListeners } from 'node:events';
import { SORRY } from './desk/answers.ts';
import { Caches } from './desk/caches.ts';
import type { Stores } from './desk/desk.ts';
import { Locks } from './desk/locks.ts';
import { Properties } from './desk/properties.ts';
import { Pool } from './pool.ts';
import { readProject } from './project.ts';
import { performRun } from './run.ts';
import type { AppsScriptHost, HostOptions, RunOutcome } from './types.ts';

export { CLIENT_SHIM, withClientShim } from './client-shim.ts';
export type * from './types.ts';

/** Google's limit of runs at once, for one person. */
const MOST_RUNS = 30;

/** @throws Error for a bundle or a manifest that Apps Script, or this host, would not take */
export function openAppsScriptHost(options: HostOptions): AppsScriptHost {
  const project = readProject(options.bundleDir);
  const stores: Stores = {
    properties: new Properties(options.propertiesFile, options.scriptProperties),
    caches: new Caches(options.now),
    locks: new Locks(),
  };
  const pool = new Pool(project);
  const closing = new AbortController();
  setMaxListeners(0, closing.signal);
  const setting = { options, manifest: project.manifest, stores, closing: closing.signal };
  const running = new Map<Promise<RunOutcome>, string>();

  return {
    run: (order) => {
      const person = order.person.toLowerCase();
      if (closing.signal.aborted) return Promise.resolve(refused('The script was cancelled.'));
      if ([...running.values()].filter((one) => one === person).length >= MOST_RUNS)
        return Promise.resolve(
          refused('There are too many scripts running simultaneously for this Google user account.'),
        );
      const outcome = pool
        .take()
        .then((runner) => performRun(order, runner, setting))
        .catch((error) => {
          console.error(error); // no thread could be started
          return refused(SORRY);
        })
        .finally(() => {
          running.delete(outcome);
          pool.refill();
        });
      running.set(outcome, person);
      return outcome;
    },
    close: async () => {
      closing.abort();
      await Promise.allSettled(running.keys());
      await pool.close();
      await stores.properties.close();
    },
  };
}

const refused = (message: string): RunOutcome => ({ ok: false, name: 'Exception', message, calls: {} });
