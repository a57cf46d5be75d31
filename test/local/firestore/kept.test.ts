import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Firestore } from '@google-cloud/firestore';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { endLeftover } from '../../../local/firestore/leftover.ts';
import { latestSnapshots } from '../../../local/firestore/snapshots.ts';
import { isAlive, markOf, ownMark, type ProcessMark } from '../../../local/office/process-mark.mjs';
import { seededRandom } from '../../support/seeded-random.ts';
import { until } from '../../support/until.ts';

const NEVER = 600_000;

const offices: Office[] = [];
afterEach(async () => {
  for (const office of offices.splice(0)) await office.end();
  vi.unstubAllEnvs();
});

// Starting Java is what takes the time here, so one office goes through several ends.
const LONG_MS = 180_000;

describe('a kept emulator', () => {
  it('has what it promised after a stop and after each kind of kill', { timeout: LONG_MS }, async () => {
    const dataDir = freshFolder();
    let office = await open(dataDir, { everyMs: NEVER });
    await office.writeUnits(1, 10);
    await office.stop();

    office = await open(dataDir, { everyMs: NEVER });
    expect(await office.units(), 'after a stop in good order').toEqual(range(1, 10));
    await office.writeUnits(11, 10);
    office.kill('office');

    const killed = office.marks;
    office = await open(dataDir, { everyMs: NEVER }); // at once: it waits for the guard's last snapshot
    expect(await office.units(), 'when only the parent is killed').toEqual(range(1, 20));
    expect([isAlive(killed.guard), isAlive(killed.java)], 'no orphan').toEqual([false, false]);
    await office.writeUnits(21, 10);
    await office.flush();
    office.kill('office', 'guard');

    const left = office.marks.java;
    expect(isAlive(left), 'a Java left alone').toBe(true);
    office = await open(dataDir, { everyMs: NEVER });
    expect(isAlive(left), 'the next start ends it').toBe(false);
    expect(await office.units(), 'flushed before the kill').toEqual(range(1, 30));
    await office.writeUnits(31, 5);
    await office.flush();
    await office.writeUnits(36, 5);
    office.kill('office', 'guard', 'java');

    office = await open(dataDir, { everyMs: NEVER });
    expect(await office.units(), 'flushed before everything is killed').toEqual(range(1, 35));
    await office.writeUnits(36, 5);
    await office.flush();
    office.kill('office', 'guard', 'java');
    truncateSync(latestSnapshots(join(dataDir, 'firestore'))[0]!.seedFile, 3);

    office = await open(dataDir, { everyMs: NEVER });
    expect(await office.units(), 'from the one before, when the newest is spoilt').toEqual(range(1, 35));
  });

  it('has what was acknowledged before the newest snapshot began, though everything is killed at work', {
    timeout: LONG_MS,
  }, async () => {
    const random = seededRandom(20240331);
    const dataDir = freshFolder();
    let office = await open(dataDir, { everyMs: 20 });
    for (const round of [1, 2]) {
      // Acknowledged when a snapshot ends means: before the next one begins.
      const acknowledgedAt: number[] = [];
      office.onSnapshot = () => acknowledgedAt.push(office.acknowledged);
      const wanted = 2 + Math.floor(random() * 4);
      while (acknowledgedAt.length < wanted) await office.writeUnits(office.acknowledged + 1, 1);
      await office.writeUnits(office.acknowledged + 1, Math.floor(random() * 60));
      const cutOff = office.writeUnits(office.acknowledged + 1, 10_000).catch(() => 'cut off');
      const safe = acknowledgedAt.at(-2)!;
      office.kill('office', 'guard', 'java');
      await office.forget();
      await cutOff;

      office = await open(dataDir, { everyMs: 20 });
      const found = await office.units();
      expect(found, `round ${round}: no hole`).toEqual(range(1, found.length));
      expect(found.length, `round ${round}`).toBeGreaterThanOrEqual(safe);
      expect(safe).toBeGreaterThan(0);
      office.acknowledged = found.length;
    }
  });

  it('keeps two snapshots, takes none while nobody asks anything, and tells when it is lost', {
    timeout: LONG_MS,
  }, async () => {
    const folder = freshFolder();
    const office = await open(folder, { everyMs: 1 });
    const numbers = () => latestSnapshots(join(folder, 'firestore')).map(({ number }) => number);
    await office.writeUnits(1, 60);
    await office.flush();
    const [newest, before] = numbers();
    expect(before).toBe(newest! - 1);
    await office.flush();
    await office.flush();
    expect(numbers()).toEqual([newest, before]);

    office.kill('guard');
    await until('Java has ended', () => !isAlive(office.marks.java));
    await until('the office knows', () => office.isLost);
  });
});

describe('endLeftover', () => {
  it('never ends a process that only has the same number', async () => {
    const note = join(freshFolder(), 'firestore.json');
    const bystander = fork(join(import.meta.dirname, 'bystander.ts'));
    await once(bystander, 'message');
    const [pid] = markOf(bystander.pid!)!.split('@');
    writeFileSync(note, JSON.stringify({ guard: `${pid}@1-earlier`, java: `${pid}@2-earlier`, port: 1 }));
    await endLeftover(note);
    expect(isAlive(markOf(bystander.pid!) ?? '')).toBe(true);
    bystander.kill('SIGKILL');
  });

  it('takes a note cut short for no note', async () => {
    const note = join(freshFolder(), 'firestore.json');
    writeFileSync(note, JSON.stringify({ guard: ownMark() }).slice(0, 12));
    await endLeftover(note);
    expect(readFileSync(note, 'utf8')).toHaveLength(12);
  });
});

/** An office in a process of its own, and a client that writes units 1, 2, 3 … into it. */
class Office {
  readonly #child: ChildProcess;
  readonly #firestore: Firestore;
  readonly marks: { office: ProcessMark; guard: ProcessMark; java: ProcessMark };
  acknowledged = 0;
  isLost = false;
  onSnapshot: () => void = () => {};

  constructor(child: ChildProcess, { host, pids }: { host: string; pids: { guard: number; java: number } }) {
    this.#child = child;
    vi.stubEnv('FIRESTORE_EMULATOR_HOST', host);
    this.#firestore = new Firestore({ projectId: 'kept' });
    this.marks = { office: markOf(child.pid!)!, guard: markOf(pids.guard)!, java: markOf(pids.java)! };
    child.on('message', (message: { snapshot?: number; lost?: boolean }) => {
      if (message.snapshot) this.onSnapshot();
      if (message.lost) this.isLost = true;
    });
  }

  async writeUnits(from: number, count: number): Promise<void> {
    for (let i = from; i < from + count; i++) {
      await this.#firestore.doc(`units/${i}`).set({ i, name: `Xã số ${i}` });
      this.acknowledged = i;
    }
  }

  async units(): Promise<number[]> {
    const found = await this.#firestore.collection('units').orderBy('i').get();
    return found.docs.map((unit) => unit.get('i'));
  }

  async flush(): Promise<void> {
    const flushed = new Promise<void>((resolve) => {
      this.#child.on('message', (message: object) => 'flushed' in message && resolve());
    });
    this.#child.send('flush');
    await flushed;
  }

  async stop(): Promise<void> {
    this.#child.send('stop');
    await once(this.#child, 'exit');
  }

  kill(...names: (keyof Office['marks'])[]): void {
    for (const name of names) process.kill(Number.parseInt(this.marks[name], 10), 'SIGKILL');
  }

  /** Closes the client, so that what is under way fails at once. */
  async forget(): Promise<void> {
    await this.#firestore.terminate();
  }

  async end(): Promise<void> {
    await this.forget();
    this.#child.kill('SIGKILL');
    await until('its processes have ended', () => !Object.values(this.marks).some(isAlive));
  }
}

async function open(dataDir: string, { everyMs = 50 } = {}): Promise<Office> {
  const child = fork(join(import.meta.dirname, 'kept-office.ts'), [dataDir, String(everyMs)]);
  const [ready] = await once(child, 'message');
  const office = new Office(child, ready as { host: string; pids: { guard: number; java: number } });
  offices.push(office);
  return office;
}

const freshFolder = () => mkdtempSync(join(tmpdir(), 'kept-'));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
