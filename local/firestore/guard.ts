// The process between us and Java. Its parent may end in any way, SIGKILL included: the closed channel tells the
// guard, which takes a last snapshot and ends Java. It obeys orders that come over the channel and nothing else.

import { rmSync } from 'node:fs';
import { freePort } from '../office/ports.ts';
import { markOf, ownMark } from '../office/process-mark.mjs';
import { Trouble } from '../office/trouble.ts';
import { hiddenLoopback } from './hidden-loopback.ts';
import { type JavaEmulator, type JavaOptions, startJava } from './java.ts';
import { writeNote } from './leftover.ts';
import { startRelay } from './relay.ts';
import { latestSnapshots, type Snapshot, Snapshots } from './snapshots.ts';

export type GuardOrder =
  | {
      do: 'start';
      java: Omit<JavaOptions, 'host' | 'port' | 'seedFile' | 'onSpawn'>;
      port: number;
      keep: { folder: string; noteFile: string; projectId: string; everyMs: number } | undefined;
    }
  | { do: 'flush'; id: number }
  | { do: 'stop' };

export type GuardReport =
  | { tell: 'ready'; javaPid: number }
  | { tell: 'failed'; vi: string; en: string }
  | { tell: 'snapshot'; snapshot: Snapshot }
  | { tell: 'flushed'; id: number; snapshot: Snapshot | undefined; error?: string };

type Start = GuardOrder & { do: 'start' };

let java: JavaEmulator | undefined;
let snapshots: Snapshots | undefined;
let noteFile: string | undefined;
let finishing = false;

process.on('message', (order: GuardOrder) => {
  if (order.do === 'start') void start(order).catch(fail);
  else if (order.do === 'flush') void flush(order.id);
  else void finish();
});
process.on('disconnect', () => void finish());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void finish());

async function start({ java: options, port, keep }: Start): Promise<void> {
  if (!keep) {
    java = await startJava({ ...options, port });
  } else {
    const target = { host: await hiddenLoopback(), port: await freePort() };
    const onSpawn = (pid: number) =>
      writeNote(keep.noteFile, { guard: ownMark(), java: markOf(pid) ?? '', port });
    java = await startSeeded({ ...options, ...target, onSpawn }, keep.folder);
    const kept = new Snapshots({ ...keep, host: `${target.host}:${target.port}` });
    kept.on('completed', (snapshot) => tell({ tell: 'snapshot', snapshot }));
    await startRelay({ port, target, onAnswer: () => kept.touch() });
    snapshots = kept;
    noteFile = keep.noteFile;
  }
  void java.ended.then(() => finish());
  if (process.connected) tell({ tell: 'ready', javaPid: java.pid });
  else await finish(); // the parent ended while Java was starting
}

/** From the newest snapshot; from the one before when the newest cannot be read. */
async function startSeeded(options: JavaOptions, folder: string): Promise<JavaEmulator> {
  const seeds = latestSnapshots(folder);
  for (const [i, seed] of seeds.entries()) {
    try {
      return await startJava({ ...options, seedFile: seed.seedFile });
    } catch (error) {
      if (i === seeds.length - 1) throw error;
      console.error(`snapshot ${seed.number} cannot be read; trying the one before: ${error}`);
    }
  }
  return startJava(options);
}

async function flush(id: number): Promise<void> {
  try {
    tell({ tell: 'flushed', id, snapshot: await snapshots?.flush() });
  } catch (error) {
    tell({ tell: 'flushed', id, snapshot: undefined, error: String(error) });
  }
}

function fail(error: unknown): void {
  const trouble =
    error instanceof Trouble ? error : new Trouble('Lỗi khi khởi động Firestore.', String(error));
  tell({ tell: 'failed', vi: trouble.vi, en: trouble.en });
  void finish();
}

async function finish(): Promise<void> {
  if (finishing) return;
  finishing = true;
  await snapshots?.close().catch((error) => console.error(`the last snapshot failed: ${error}`));
  await java?.end();
  if (noteFile) rmSync(noteFile, { force: true });
  process.exit(0);
}

function tell(report: GuardReport): void {
  if (process.connected) process.send?.(report, undefined, {}, () => {});
}
