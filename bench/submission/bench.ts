import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { OFFICER } from '../../test/http/small-campaign.ts';
import { startTestOffice } from '../../test/http/test-office.ts';
import { editorOf, someForm } from '../../test/load/campaign.ts';
import { type Cost, countCosts } from '../../test/load/costs.ts';
import { lostOrTwice, type Told } from '../../test/load/expected.ts';
import { inPool, type LoadOffice, openLoadOffice } from '../../test/load/load-office.ts';
import { startFirestoreMeter } from '../../test/support/firestore-meter.ts';
import { markdown } from '../table.ts';
import { type Beside, MARCH, openBeside, requestKeyOf } from './beside.ts';
import { type Pace, paceOf } from './pace.ts';

const AT = '2024-04-02T03:00:00.000Z';
const WARM = 40;
const ALONE = 200;
const TOGETHER = 400;
const AT_ONCE = 16;
const SEED = 6;

/**
 * A form sent to one process on the emulator, alone and many at once, beside what it cannot do without: an HTTP call of
 * the framework, and the same documents read and written by Firestore's client in one bare transaction. What was
 * answered stands in Firestore as it was sent, or nothing is printed.
 */
export async function benchSubmission(): Promise<string> {
  const emulator = await startFirestoreEmulator();
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  try {
    return [await benchPace(), costTable(await countOnWire(emulator.host))].join('\n');
  } finally {
    await emulator.stop();
  }
}

async function benchPace(): Promise<string> {
  const load = await openLoadOffice({ units: WARM + ALONE + TOGETHER, seed: SEED });
  try {
    await load.prepare('/move-period', OFFICER, { period: MARCH, action: 'open' }, AT);
    await makeWorkbooks(load);
    const told: Told[] = [];
    const waiting = load.unitIds.values();
    const submit = async () => void told.push(await submitOne(load, waiting.next().value!));
    const run = (count: number, atOnce: number, work: () => Promise<void>) => paceOf(count, atOnce, work);

    await inPool(Array.from({ length: WARM }), 4, submit);
    const beside = await openBeside(load, told[0]!.unitId);
    try {
      const passes: Passes = { alone: {}, together: {} };
      for (const [kind, count, atOnce] of [
        ['alone', ALONE, 1],
        ['together', TOGETHER, AT_ONCE],
      ] as const)
        for (const [name, work] of Object.entries({ submit, ...worksOf(beside) }))
          passes[kind][name] = await run(count, atOnce, work);

      const { client, store, campaign } = load;
      const faults = await lostOrTwice(client, { store, campaign, period: MARCH }, told);
      const refused = told.filter(({ reply }) => reply.status !== 200 || reply.body.changed !== true);
      if (faults.length > 0 || refused.length > 0)
        throw new Error(`seed ${SEED}: ${[...faults, ...refused.map(({ unitId }) => unitId)].join('\n')}`);
      return paceTable(passes, told.length);
    } finally {
      await beside.stop();
    }
  } finally {
    await load.stop();
  }
}

async function submitOne({ office, campaign, random }: LoadOffice, unitId: string): Promise<Told> {
  const cells = someForm(random);
  const requestKey = requestKeyOf(unitId);
  const body = { campaign, period: MARCH, unitId, cells, requestKey, spreadsheetId: sheetOf(unitId) };
  const reply = await office.call('/submit-form', { as: editorOf(unitId), at: AT, body });
  return { unitId, cells, requestKey, reply };
}

const sheetOf = (unitId: string): string => `sheet-of-${unitId}`;

/** A form has to come from its unit's own workbook, so each has one on record. */
async function makeWorkbooks({ store, unitIds }: LoadOffice): Promise<void> {
  for (let start = 0; start < unitIds.length; start += 200)
    await store.transact(async (transaction) => {
      for (const unitId of unitIds.slice(start, start + 200))
        transaction.putWorkbook({
          id: `unit:${unitId}`,
          spreadsheetId: sheetOf(unitId),
          createdAt: new Date(AT),
        });
    });
}

const NAMES: Readonly<Record<string, string>> = {
  submit: '`submit-form`: verified, checked, stored',
  empty: 'an empty function of the same framework',
  transaction: 'the same documents in one bare transaction',
  commit: 'the same documents written by one bare commit',
};

const worksOf = ({ empty, transaction, commit }: Beside) => ({ empty, transaction, commit });

type Passes = Readonly<Record<'alone' | 'together', Record<string, Pace>>>;

function paceTable({ alone, together }: Passes, stored: number): string {
  const floor = ({ empty, transaction }: Record<string, Pace>) => empty!.p50 + transaction!.p50;
  const rows = Object.entries(NAMES).map(([key, name]) => {
    const [one, many] = [alone[key]!, together[key]!];
    return [
      name,
      ...[one.p50, one.p99, many.p50, many.p99].map((ms) => ms.toFixed(1)),
      many.perSecond.toFixed(0),
    ];
  });
  const ratio = [alone, together].map((each) => (each.submit!.p50 / floor(each)).toFixed(2));
  return markdown(
    'A submission: one process, one emulator',
    ['', 'alone, p50 ms', 'p99 ms', `${AT_ONCE} at once, p50 ms`, 'p99 ms', 'a second'],
    rows,
    [
      `A form of 14 criteria takes ${ratio[0]} times as long as an empty call and a bare transaction together, ${ratio[1]} times with ${AT_ONCE} at once. All ${stored} acknowledged forms stand in Firestore as they were sent, each with its line in the log and its answer (seed ${SEED}). Whoever sends, the functions and the emulator share the machine.`,
    ],
  );
}

/** Of a month of three units, each call on a warm process. */
async function countOnWire(host: string): Promise<readonly Cost[]> {
  const meter = await startFirestoreMeter(host);
  const office = await startTestOffice({ env: { FIRESTORE_EMULATOR_HOST: meter.host } });
  const client = await openFirestore(office.projectId);
  try {
    return await countCosts(office, meter, client);
  } finally {
    await office.stop();
    await client.firestore.terminate();
    await meter.stop();
  }
}

function costTable(costs: readonly Cost[]): string {
  const rows = costs
    .filter(({ call }) => call.startsWith('submit-form'))
    .map(({ call, reads, writes, calls }) => [
      call,
      String(reads.length),
      String(writes.length),
      String(calls.length),
    ]);
  return markdown(
    'A submission: Firestore, counted on the wire',
    ['', 'documents read', 'written', 'calls'],
    rows,
    ['`npm run load -- --scenario costs` names the documents, for every call.'],
  );
}
