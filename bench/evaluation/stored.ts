import { readFileSync, writeFileSync } from 'node:fs';
import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { ADMIN, startTestOffice, type TestOffice } from '../../test/http/test-office.ts';
import { type FirestoreMeter, startFirestoreMeter } from '../../test/support/firestore-meter.ts';
import { markdown } from '../table.ts';
import { type ContestRow, contestOf, filesOf, inputsOf, submissionOf } from './contest.ts';
import { evaluate, rowsOf } from './ours.ts';
import { requireEqual } from './ranked-row.ts';

const CODE = 'BENCH';
const MARCH = '2024-03' as PeriodId;
const IN_MARCH = '2024-03-20T03:00:00.000Z';
const IN_APRIL = '2024-04-20T03:00:00.000Z';
const OFFICER = 'officer@x.example';
/** Half of the container's 512 MiB: what Node gives itself there. */
const HEAP_MIB = 256;

/** From the officer's call to the answer: forms read, evaluated, the result and its inputs stored. */
interface Evaluated {
  readonly units: number;
  readonly firstMs: number;
  readonly againMs: number;
  readonly peakMiB: number;
  readonly documentsRead: number;
  readonly documentsWritten: number;
}

/**
 * The functions in a process of their own with as much heap as they have when deployed, the emulator in another. What
 * is stored is held against the evaluation without a store after the first time; then it is evaluated again.
 */
export async function benchStored(sizes: readonly number[]): Promise<string> {
  const emulator = await startFirestoreEmulator();
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  const meter = await startFirestoreMeter(emulator.host);
  try {
    const all: Evaluated[] = [];
    for (const units of sizes) all.push(await measure(units, emulator.host, meter));
    return table(all);
  } finally {
    await meter.stop();
    await emulator.stop();
  }
}

async function measure(units: number, emulatorHost: string, meter: FirestoreMeter): Promise<Evaluated> {
  const contest = contestOf(units);
  const timed = await withClosedMarch(contest, emulatorHost, async (march) => {
    forgetPeak(march.pid);
    const firstMs = await march.evaluate();
    requireEqual(
      'what is stored',
      rowsOf((await march.store.result(MARCH))!.result),
      rowsOf(evaluate(inputsOf(contest))),
    );
    await march.reopen();
    const againMs = await march.evaluate();
    return { units, firstMs, againMs, peakMiB: peakMiB(march.pid) };
  });
  const counted = await withClosedMarch(contest, meter.host, async (march) => {
    meter.take();
    await march.evaluate();
    const calls = meter.take();
    return {
      documentsRead: calls.reduce((sum, { reads }) => sum + reads.length, 0),
      documentsWritten: calls.reduce((sum, { writes }) => sum + writes.length, 0),
    };
  });
  return { ...timed, ...counted };
}

interface ClosedMarch {
  readonly pid: number;
  readonly store: Store;
  /** Milliseconds. */
  evaluate(): Promise<number>;
  /** So that it can be evaluated again. */
  reopen(): Promise<void>;
}

/** `host`: where the functions find Firestore; forms are put there by the emulator's own address. */
async function withClosedMarch<T>(
  contest: readonly ContestRow[],
  host: string,
  work: (march: ClosedMarch) => Promise<T>,
): Promise<T> {
  const env = { FIRESTORE_EMULATOR_HOST: host, NODE_OPTIONS: `--max-old-space-size=${HEAP_MIB}` };
  const office = await startTestOffice({ env });
  const client = await openFirestore(office.projectId);
  const store = openStore(client, CODE);
  const move = (action: string, at: string, more: object = {}) =>
    call(office, '/move-period', OFFICER, at, { period: MARCH, action, ...more });
  try {
    const members = `email,roles,unit_ids\n${ADMIN},admin,\n${OFFICER},officer,\n`;
    await call(office, '/load-campaign', ADMIN, IN_MARCH, {
      files: { ...filesOf(CODE, contest), 'members.csv': members },
    });
    await move('open', IN_MARCH);
    await putForms(store, contest);
    await move('close', IN_APRIL);
    return await work({
      pid: office.functions.pid,
      store,
      async evaluate() {
        const startedAt = performance.now();
        await move('evaluate', IN_APRIL);
        return performance.now() - startedAt;
      },
      async reopen() {
        await move('reopen', IN_APRIL, { reason: 'again' });
        await move('close', IN_APRIL);
      },
    });
  } finally {
    await office.stop();
    await client.firestore.terminate();
  }
}

async function call(office: TestOffice, path: string, as: string, at: string, body: object): Promise<void> {
  const reply = await office.call(path, { as, at, body: { campaign: CODE, ...body } });
  if (reply.status >= 300) throw new Error(`${path}: ${JSON.stringify(reply.body)}`);
}

const FORMS_AT_ONCE = 400;

async function putForms(store: Store, contest: readonly ContestRow[]): Promise<void> {
  for (let start = 0; start < contest.length; start += FORMS_AT_ONCE)
    await store.transact(async (transaction) => {
      for (const row of contest.slice(start, start + FORMS_AT_ONCE)) {
        const { unitId, revision, late, answers } = submissionOf(row);
        transaction.putSubmission({
          ...{ period: MARCH, unitId, revision, late, answers, reopenings: 0, source: 'submitted' },
          ...{ submittedAt: new Date(IN_MARCH), submittedBy: OFFICER },
        });
      }
    });
}

/** Linux's own account of the process's memory: from here on, and the most since. */
const forgetPeak = (pid: number): void => writeFileSync(`/proc/${pid}/clear_refs`, '5');
const peakMiB = (pid: number): number =>
  Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

function table(all: readonly Evaluated[]): string {
  return markdown(
    'Evaluation end to end: from the officer’s call to the answer, on the emulator',
    ['units', 'first in its process', 'again', 'most memory (RSS)', 'documents read', 'written'],
    all.map(({ units, firstMs, againMs, peakMiB, documentsRead, documentsWritten }) => [
      units.toLocaleString('en'),
      `${(firstMs / 1000).toFixed(2)} s`,
      `${(againMs / 1000).toFixed(2)} s`,
      `${peakMiB.toFixed(0)} MiB`,
      documentsRead.toLocaleString('en'),
      documentsWritten.toLocaleString('en'),
    ]),
    [
      `The functions have a process of their own and a heap of ${HEAP_MIB} MiB, which is what Node takes in the container of 512 MiB they are deployed to; the most memory is that of both evaluations. Documents are counted on the wire of another evaluation. 100,000 units are left out: the emulator alone takes minutes to store and to hand out their forms.`,
    ],
  );
}
