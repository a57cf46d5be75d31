import { http } from '@google-cloud/functions-framework';
import { openFirestore } from './adapters/firestore/client.ts';
import { openStore } from './adapters/firestore/store.ts';
import { untilOver } from './adapters/firestore/until-over.ts';
import { openVersionGate } from './adapters/firestore/version-gate.ts';
import { readConfig } from './config.ts';
import { keepBodiesForUs } from './http/body.ts';
import { doors } from './http/doors.ts';
import { openIdentity } from './http/identity.ts';
import { handlersOf, routed } from './http/router.ts';
import { DATA_VERSION } from './migrations/migrations.ts';

/**
 * What is deployed: every endpoint as a function of its own, and `api`, which has them all behind one address
 * and is what the add-on calls (docs/decisions). Google's libraries are loaded by the first call that needs them.
 */
keepBodiesForUs();

const config = readConfig(process.env);
const gate = openVersionGate(DATA_VERSION, () => performance.now());
let client: ReturnType<typeof openFirestore> | undefined;
const handlers = handlersOf(doors, {
  config,
  identity: openIdentity(config),
  async openStore(campaign, signal) {
    client ??= openFirestore(config.projectId, config.firestoreDatabase);
    const opened = await client;
    await untilOver(gate.pass(opened, campaign), signal);
    return openStore(opened, campaign, signal);
  },
});

for (const [name, handler] of handlers) http(name, handler);
http('api', routed(handlers));
