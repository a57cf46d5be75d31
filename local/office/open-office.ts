import { join } from 'node:path';
import { buildFunctions } from '../../functions/build.ts';
import { type FirestoreEmulator, startFirestoreEmulator } from '../firestore/emulator.ts';
import { type Identity, startIdentity } from '../identity/server.ts';
import { type SheetsServer, startSheetsServer } from '../sheets/server.ts';
import { loadBallotKey } from './ballot-key.ts';
import type { Closing } from './closing.ts';
import type { DataFolder } from './data-folder.ts';
import { type FunctionsServer, startFunctions } from './functions-server.ts';
import { freePort, requirePort } from './ports.ts';
import { removeAddresses, writeAddresses } from './running-office.ts';

export interface OpenOffice {
  readonly functions: FunctionsServer;
  readonly sheets: Pick<SheetsServer, 'url' | 'onChange'>;
  readonly identity: Identity;
  readonly firestore: FirestoreEmulator;
  /** In which Firestore keeps what the functions write. */
  readonly projectId: string;
}

export interface OfficePlan {
  readonly folder: DataFolder;
  readonly closing: Closing;
  /** The functions listen here, Sheets and Drive on the next port; the page, opened later, on the one after it. */
  readonly port: number;
  readonly audience: string;
  readonly firstAdmin: string;
  /** The functions as somebody built them already; without it they are built anew. */
  readonly built?: string | undefined;
}

const PROJECT = 'dien-hinh-office';
const SERVICE_ACCOUNT = 'dien-hinh@dien-hinh-office.iam.gserviceaccount.com';
const ROOT = join(import.meta.dirname, '../..');

/**
 * Opens the office on 127.0.0.1: Firestore's emulator, Sheets and Drive, the token issuer, and the functions'
 * bundle on the framework's own server. Each is closed by `closing`, the last opened first.
 * @throws Trouble for a busy port, a missing emulator or Java.
 */
export async function openOffice(plan: OfficePlan): Promise<OpenOffice> {
  const functionsPort = await requirePort(plan.port);
  const sheetsPort = await requirePort(plan.port + 1);
  await requirePort(plan.port + 2);
  const firestorePort = await freePort();
  const firestoreHost = process.env.FIRESTORE_EMULATOR_HOST || `127.0.0.1:${firestorePort}`;
  const [firestore, others] = await Promise.all([
    openFirestore(plan, firestorePort),
    openSheets(plan, sheetsPort).then(async (sheets) => ({
      ...sheets,
      // They ask Firestore for nothing before the first call, so Java may still be on its way.
      functions: await openFunctions(plan, functionsPort, firestoreHost, sheets),
    })),
  ]);
  writeAddresses(plan.folder.root, {
    ...others.identity.functionsEnv,
    FIRESTORE_EMULATOR_HOST: firestoreHost,
    SHEETS_ROOT_URL: others.sheets.url,
  });
  plan.closing.add('addresses', () => removeAddresses(plan.folder.root));
  return { firestore, projectId: PROJECT, ...others };
}

/** Registered before it is up, so that it is closed after everything that was opened meanwhile. */
function openFirestore({ folder, closing }: OfficePlan, port: number): Promise<FirestoreEmulator> {
  const opening = startFirestoreEmulator({
    port,
    rulesFile: join(ROOT, 'firestore.rules'),
    logFile: folder.path('logs/firestore.log'),
    keep: { dataDir: folder.root, projectId: PROJECT },
  });
  closing.add('firestore', () =>
    opening.then(
      (firestore) => firestore.stop(),
      () => undefined, // it never opened
    ),
  );
  return opening;
}

async function openFunctions(
  { folder, closing, audience, firstAdmin, built }: OfficePlan,
  port: number,
  firestoreHost: string,
  { identity, sheets }: Pick<OpenOffice, 'identity' | 'sheets'>,
): Promise<FunctionsServer> {
  const dist = folder.path('functions');
  if (built === undefined) await buildFunctions(dist);
  const functions = await startFunctions({
    source: built ?? dist,
    target: 'api',
    port,
    logFile: folder.path('logs/functions.log'),
    env: {
      ...identity.functionsEnv,
      NODE_ENV: 'production',
      NODE_PATH: join(ROOT, 'node_modules'), // the bundle leaves the framework to whoever runs it
      FIRESTORE_EMULATOR_HOST: firestoreHost,
      TOKEN_AUDIENCE: audience,
      TOKEN_CERTS_URL: identity.certsUrl,
      SHEETS_ROOT_URL: sheets.url,
      FIRST_ADMIN: firstAdmin,
      BALLOT_KEY: loadBallotKey(folder.path('ballot.key')),
      ALLOW_CLOCK_HEADER: '1',
    },
  });
  closing.add('functions', () => functions.stop());
  return functions;
}

async function openSheets({ folder, closing }: OfficePlan, port: number) {
  const identity = await startIdentity({
    keyFile: folder.path('identity.json'),
    projectId: PROJECT,
    serviceAccountEmail: SERVICE_ACCOUNT,
  });
  closing.add('identity', () => identity.stop());
  const sheets = await startSheetsServer({
    dir: folder.path('sheets'),
    port,
    callerOf: (token) => identity.callerOf(token),
    now: () => new Date(),
  });
  closing.add('sheets', () => sheets.close());
  return { identity, sheets };
}
