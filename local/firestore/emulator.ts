// The project's Firestore: Google's own emulator, started, watched, kept and stopped.
//
//   const firestore = await startFirestoreEmulator({ rulesFile: 'firestore.rules' });
//   process.env.FIRESTORE_EMULATOR_HOST = firestore.host;
//   …
//   await firestore.stop();
//
// With `keep`, what was written survives the end of the processes, a kill included: see snapshots.ts.
// Java runs below a guard process (guard.ts), so that it never outlives us, however we end.

import { type ChildProcess, fork } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { freePort, requirePort } from '../office/ports.ts';
import { isAlive, markOf } from '../office/process-mark.mjs';
import { Trouble } from '../office/trouble.ts';
import { findEmulator } from './find-emulator.ts';
import type { GuardOrder, GuardReport } from './guard.ts';
import { endLeftover } from './leftover.ts';
import type { Snapshot } from './snapshots.ts';

export interface EmulatorOptions {
  /** A port of 127.0.0.1; a free one when left out. */
  port?: number | undefined;
  rulesFile?: string | undefined;
  /** The emulator's own output is appended here. */
  logFile?: string | undefined;
  /**
   * Keeps the data of one project below this folder (`firestore/` and `firestore.json`), with a snapshot at most
   * every `everyMs` (1000). Without it everything is gone when the emulator ends.
   */
  keep?: { dataDir: string; projectId: string; everyMs?: number } | undefined;
  env?: NodeJS.ProcessEnv | undefined;
}

export interface FirestoreEmulator {
  /** For FIRESTORE_EMULATOR_HOST, for example `127.0.0.1:8711`. */
  host: string;
  /** Our processes; undefined when FIRESTORE_EMULATOR_HOST named an emulator that ran already. */
  pids: { guard: number; java: number } | undefined;
  /**
   * Resolves when everything acknowledged before the call is on disk; with undefined when nothing is kept.
   * @throws when the snapshot cannot be written.
   */
  flush(): Promise<Snapshot | undefined>;
  /** Calls back with each completed snapshot. */
  onSnapshot(listener: (snapshot: Snapshot) => void): void;
  /** Calls back when the emulator ends without `stop`: nothing works any more then. */
  onLost(listener: () => void): void;
  /** Takes a last snapshot, then ends guard and Java. */
  stop(): Promise<void>;
}

/** @throws Trouble when there is no emulator, no Java, or it does not come up. */
export async function startFirestoreEmulator(options: EmulatorOptions = {}): Promise<FirestoreEmulator> {
  const source = findEmulator(options.env);
  if (source.kind === 'running') return notOurs(source.host);
  const { keep, rulesFile, logFile } = options;
  if (keep) {
    mkdirSync(keep.dataDir, { recursive: true });
    await endLeftover(noteFile(keep.dataDir));
  }
  if (logFile) mkdirSync(dirname(logFile), { recursive: true });

  const port = options.port === undefined ? await freePort() : await requirePort(options.port);
  const guard = forkGuard();
  await ready(guard, {
    do: 'start',
    java: { java: source.java, jar: source.jar, rulesFile, logFile },
    port,
    keep: keep && {
      folder: join(keep.dataDir, 'firestore'),
      noteFile: noteFile(keep.dataDir),
      projectId: keep.projectId,
      everyMs: keep.everyMs ?? 1000,
    },
  });
  return guarded(guard, `127.0.0.1:${port}`);
}

const noteFile = (dataDir: string) => join(dataDir, 'firestore.json');

interface Guard {
  child: ChildProcess;
  order(order: GuardOrder): void;
  /** One event per GuardReport, named as its `tell`. */
  reports: EventEmitter;
  javaPid: number;
}

/** In a process group of its own: Ctrl-C in a terminal then reaches us alone, and we stop the guard in good order. */
function forkGuard(): Guard {
  const child = fork(join(import.meta.dirname, 'guard.ts'), [], { detached: true, execArgv: [] });
  const reports = new EventEmitter();
  child.on('message', (report: GuardReport) => reports.emit(report.tell, report));
  return {
    child,
    reports,
    order: (order) => {
      if (child.connected) child.send(order, () => {}); // an end in between shows as 'exit'
    },
    javaPid: 0,
  };
}

function ready(guard: Guard, start: GuardOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    guard.reports.once('ready', ({ javaPid }: GuardReport & { tell: 'ready' }) => {
      guard.javaPid = javaPid;
      resolve();
    });
    guard.reports.once('failed', ({ vi, en }: GuardReport & { tell: 'failed' }) =>
      reject(new Trouble(vi, en)),
    );
    guard.child.once('exit', (code) => reject(new Error(`the emulator's guard ended with ${code}`)));
    guard.order(start);
  });
}

function guarded({ child, order, reports, javaPid }: Guard, host: string): FirestoreEmulator {
  const javaMark = markOf(javaPid);
  const gone = once(child, 'exit').then(() => {
    // A guard that was killed could not end Java: then we do.
    if (javaMark && isAlive(javaMark)) process.kill(javaPid, 'SIGKILL');
  });
  let stopping = false;
  let flushes = 0;
  return {
    host,
    pids: { guard: child.pid!, java: javaPid },
    flush: () => {
      const id = ++flushes;
      return new Promise((resolve, reject) => {
        const answer = (report: GuardReport & { tell: 'flushed' }) => {
          if (report.id !== id) return;
          reports.off('flushed', answer);
          if (report.error) reject(new Error(report.error));
          else resolve(report.snapshot);
        };
        reports.on('flushed', answer);
        void gone.then(() => reject(new Error('the emulator has ended')));
        order({ do: 'flush', id });
      });
    },
    onSnapshot: (listener) => {
      reports.on('snapshot', ({ snapshot }: GuardReport & { tell: 'snapshot' }) => listener(snapshot));
    },
    onLost: (listener) => {
      void gone.then(() => {
        if (!stopping) listener();
      });
    },
    stop: async () => {
      stopping = true;
      order({ do: 'stop' });
      await gone;
    },
  };
}

function notOurs(host: string): FirestoreEmulator {
  return {
    host,
    pids: undefined,
    flush: async () => undefined,
    onSnapshot: () => {},
    onLost: () => {},
    stop: async () => {},
  };
}
