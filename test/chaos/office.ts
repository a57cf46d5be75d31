// The office whose processes are killed: the functions' bundle on the framework's own server, Sheets and Drive in a
// process of their own, Firestore's emulator behind a relay, the token issuer. Firestore is the one that stays: what it
// has acknowledged it keeps.

import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Identity, startIdentity } from '../../local/identity/server.ts';
import { type FunctionsServer, startFunctions } from '../../local/office/functions-server.ts';
import { freePorts } from '../../local/office/ports.ts';
import { builtFunctions } from '../support/built-functions.ts';
import { startFirestoreRelay } from './firestore-relay.ts';
import { openForwardClock } from './forward-clock.ts';
import { startGoogleRelay } from './google-relay.ts';
import { type KillPoint, Trigger, type Victim } from './kill-point.ts';
import { endNow, startSheets } from './sheets-process.ts';

export const AUDIENCE = 'dien-hinh-test.apps.example';
/** The functions' own account. */
export const SERVICE_ACCOUNT = 'functions@x.example';
/** A killed process's leases are over after it (publishing/lease.ts). */
const LEASE_IS_OVER_MS = 31_000;

export interface ChaosOffice {
  readonly identity: Identity;
  /** Firestore's emulator itself, without the relay. */
  readonly firestoreHost: string;
  /** Where the functions are; the same over all restarts. */
  readonly functionsUrl: string;
  readonly sheetsUrl: string;
  /** Starts the functions on a project of its own. */
  open(projectId: string): Promise<void>;
  /** Resolves when nothing is being started. */
  up(): Promise<void>;
  /** Processes die at the points, one after the other: each is armed when what the one before killed is up again. */
  arm(points: readonly KillPoint[], settings: { readonly leaseIsOver: boolean }): Armed;
  /** Moves the functions' clock, and that of tokens. */
  wait(ms: number): void;
  /** What the functions have printed since `open`. */
  printed(): string;
  stop(): Promise<void>;
}

export interface Armed {
  /** To be called when what it was armed for is over. Which points were met. */
  disarm(): readonly KillPoint[];
}

export async function startChaosOffice(firestoreHost: string): Promise<ChaosOffice> {
  // Below node_modules, where the bundle finds the framework as it does when deployed.
  mkdirSync('node_modules/.cache', { recursive: true });
  const folder = mkdtempSync(join(process.cwd(), 'node_modules/.cache/chaos-'));
  const clock = openForwardClock(join(folder, 'ahead'));
  const identity = await startIdentity({
    keyFile: join(folder, 'key.pem'),
    projectId: 'chaos',
    serviceAccountEmail: SERVICE_ACCOUNT,
    now: clock.now,
  });
  const source = await builtFunctions(join(folder, 'dist'));
  const port = await freePorts(2);
  const trigger = new Trigger();
  let kill: (victim: Victim) => Promise<void> = async () => {};
  let onMet = async () => false;
  const door = { kill: () => onMet() };
  const firestore = await startFirestoreRelay({
    ...door,
    target: firestoreHost,
    fateOf: () => trigger.fateOf('commit'),
  });
  let sheets = await startSheets(folder, port + 1);
  const google = await startGoogleRelay({
    ...door,
    target: () => sheets.url,
    fateOf: () => trigger.fateOf('google'),
  });
  const logFile = join(folder, 'functions.log');
  const ballotKey = randomBytes(32).toString('base64');
  let projectId = '';
  const start = () =>
    startFunctions({
      source,
      target: 'api',
      port,
      logFile,
      deadlineMs: 60_000,
      env: {
        NODE_ENV: 'production',
        NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'later-clock.mjs')).href}`,
        NODE_COMPILE_CACHE: join(folder, 'compiled'),
        CHAOS_CLOCK_FILE: clock.file,
        ...identity.functionsEnv,
        GOOGLE_CLOUD_PROJECT: projectId,
        FIRESTORE_EMULATOR_HOST: firestore.host,
        TOKEN_AUDIENCE: AUDIENCE,
        TOKEN_CERTS_URL: identity.certsUrl,
        FIRST_ADMIN: 'admin@x.example',
        ALLOW_CLOCK_HEADER: '1',
        BALLOT_KEY: ballotKey,
        SHEETS_ROOT_URL: google.url,
      },
    });
  let functions: FunctionsServer | undefined;
  let ready: Promise<void> = Promise.resolve();

  const endFunctions = async () => {
    if (functions === undefined) return;
    const ended = new Promise<void>((resolve) => functions!.onLost(() => resolve()));
    process.kill(functions.pid, 'SIGKILL');
    await ended;
    functions = undefined;
    await firestore.endAbandoned();
  };
  kill = (victim) => {
    const ends = [
      ...(victim === 'sheets' ? [] : [endFunctions()]),
      ...(victim === 'functions' ? [] : [endNow(sheets.child)]),
    ];
    const dead = Promise.all(ends).then(() => {});
    ready = dead.then(async () => {
      const [again, booksAgain] = await Promise.all([
        functions ?? start(),
        victim === 'functions' ? sheets : startSheets(folder, sheets.port),
      ]);
      functions = again;
      sheets = booksAgain;
    });
    ready.catch(() => {}); // whoever waits for it hears of it
    return dead;
  };
  return {
    identity,
    firestoreHost,
    functionsUrl: `http://127.0.0.1:${port}`,
    get sheetsUrl() {
      return sheets.url;
    },
    async open(project) {
      projectId = project;
      await functions?.stop();
      writeFileSync(logFile, '');
      functions = await start();
    },
    up: async () => {
      for (let seen: unknown; seen !== ready; ) {
        seen = ready;
        await ready;
      }
    },
    arm(points, { leaseIsOver }) {
      const waiting = [...points];
      const met: KillPoint[] = [];
      let timer: NodeJS.Timeout | undefined;
      const armNext = () => {
        const point = waiting.shift();
        if (point === undefined) return;
        onMet = async () => {
          met.push(point);
          if (leaseIsOver && point.victim !== 'sheets') clock.forward(LEASE_IS_OVER_MS);
          await kill(point.victim);
          void ready.then(armNext, () => {});
          return point.victim !== 'sheets';
        };
        trigger.arm(point);
        if (point.kind === 'time') timer = setTimeout(() => void onMet(), point.afterMs);
      };
      armNext();
      return {
        disarm() {
          waiting.length = 0;
          clearTimeout(timer);
          trigger.disarm();
          return met;
        },
      };
    },
    wait: (ms) => clock.forward(ms),
    printed: () => readFileSync(logFile, 'utf8'),
    async stop() {
      await functions?.stop();
      await endNow(sheets.child);
      await google.stop();
      await firestore.stop();
      await identity.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
