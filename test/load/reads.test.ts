import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { readPeriodStatus } from '../../functions/src/usecases/periods/read-period-status.ts';
import { readUnitResult } from '../../functions/src/usecases/periods/read-unit-result.ts';
import {
  campaignOf,
  criterionOf,
  inputOf,
  inputsOf,
  periodId,
  points,
  unitOf,
} from '../domain/build/campaign.ts';
import { type FirestoreMeter, startFirestoreMeter } from '../support/firestore-meter.ts';
import { freshProjectId } from '../support/fresh-firestore.ts';

const MARCH = periodId('2024-03');
const AT = new Date('2024-04-05T09:00:00.000Z');
const PROJECT = freshProjectId();
let meter: FirestoreMeter;
const clients: FirestoreClient[] = [];

beforeAll(async () => {
  meter = await startFirestoreMeter(process.env.FIRESTORE_EMULATOR_HOST!);
  vi.stubEnv('FIRESTORE_EMULATOR_HOST', meter.host);
});
afterAll(async () => {
  await Promise.all(clients.map(({ firestore }) => firestore.terminate()));
  await meter.stop();
});

/** A process that has read nothing yet. */
async function coldStore(code: string): Promise<Store> {
  const client = await openFirestore(PROJECT);
  clients.push(client);
  return openStore(client, code);
}

const idOf = (i: number): string => `X${String(i).padStart(5, '0')}`;

/** A month of so many units in clusters of twenty, evaluated; each has fewer points than the one before. */
async function evaluatedMonth(code: string, units: number): Promise<{ store: Store; result: PeriodResult }> {
  const store = await coldStore(code);
  const codes = Array.from({ length: 12 }, (_, i) => `T${i + 1}`);
  const campaign = campaignOf({
    units: Array.from({ length: units }, (_, i) =>
      unitOf(idOf(i), { cluster: `Cụm ${Math.floor(i / 20) + 1}` }),
    ),
    criteria: codes.map((each) => criterionOf(each, { kind: 'direct' }, { max: points(20_000) })),
    settings: [
      {
        recognitions: [
          {
            ...{ code: 'BD', name: 'Dẫn đầu', outcome: 'praise', scope: 'cluster', first: 3 },
            tieAtCut: 'nobody',
          },
        ],
      },
    ],
  });
  const inputs = inputsOf(
    campaign,
    Array.from({ length: units }, (_, i) =>
      inputOf(idOf(i), Object.fromEntries(codes.map((each) => [each, units - ((i * 7) % units)]))),
    ),
  );
  const result = evaluatePeriod(inputs);
  const [setup, staged] = [
    await store.stageCampaign(campaign),
    await store.stageResult(result, await store.stageInputs(inputs)),
  ];
  await store.transact(async (tx) => {
    tx.putSetup({ version: 1, loadedAt: AT, loadedBy: 'admin@x.example' }, setup);
    tx.putPeriod({
      ...{
        period: MARCH,
        revision: 3,
        state: 'evaluated',
        ballot: 'not_held',
        deadlineAt: AT,
        changedAt: AT,
      },
      ...{
        changedBy: 'o@x.example',
        resultVersion: 1,
        publishedVersion: 0,
        publications: [],
        reopenings: [],
      },
    });
    const head = { version: 1, setupVersion: 1, evaluatedAt: AT, evaluatedBy: 'o@x.example' };
    tx.putResult(MARCH, head, staged);
  });
  return { store, result };
}

/** The documents that a call read, without the campaign's own path. */
async function readsOf(run: () => Promise<unknown>): Promise<readonly string[]> {
  await meter.takeAll();
  await run();
  const calls = await meter.takeAll();
  return calls.flatMap(({ reads }) => reads.map((path) => path.split('/').slice(2).join('/')));
}

describe("one unit's result", () => {
  const unitResult = (store: Store, unitId: string) =>
    readUnitResult(store, { period: MARCH, unitId, publishedOnly: false });

  it('takes a handful of documents, among seven hundred units as among forty-eight', async () => {
    const sizes = { 48: await evaluatedMonth('FEW', 48), 700: await evaluatedMonth('MANY', 700) };
    for (const [units, { result }] of Object.entries(sizes))
      for (const i of [0, 7, Number(units) - 1]) {
        const store = await coldStore(Number(units) === 48 ? 'FEW' : 'MANY');
        const reads = await readsOf(async () => {
          expect((await unitResult(store, idOf(i))).result).toEqual(result.units[i]);
        });
        expect(reads.length, `unit ${i} of ${units}: ${reads.join(' ')}`).toBeLessThanOrEqual(10);
      }
  });

  it('takes three where somebody asked for it before', async () => {
    const store = await coldStore('MANY');
    await unitResult(store, idOf(7));
    const reads = await readsOf(() => unitResult(store, idOf(7)));
    expect([...reads].sort()).toEqual([`periods/${MARCH}`, `periods/${MARCH}/results/1`, 'setups/1']);
  });

  it('is found the same where the result was kept before its parts were', async () => {
    const [{ firestore }] = clients as [FirestoreClient];
    const head = firestore.doc(`campaigns/FEW/periods/${MARCH}/results/1`);
    const now = await unitResult(await coldStore('FEW'), idOf(7));
    const { unitPages, ...before } = (await head.get()).data()!;
    expect(unitPages).toEqual(expect.any(String));
    await head.set(before);
    expect(await unitResult(await coldStore('FEW'), idOf(7))).toEqual(now);
    await expect(unitResult(await coldStore('FEW'), 'X99999')).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('where a period stands', () => {
  it("is told to a unit from its own forms, as they are told to the office from everybody's", async () => {
    const store = await coldStore('FEW');
    await store.transact(async (tx) => {
      for (let i = 0; i < 40; i++) {
        const form = { period: MARCH, unitId: idOf(i), revision: 1 };
        tx.putSubmission({
          ...form,
          ...{ submittedAt: AT, submittedBy: 'x@x.example', source: 'submitted', late: i % 5 === 0 },
          ...{ answers: [], reopenings: 0 },
        });
        if (i % 3 === 0)
          tx.putAppraisal({ ...form, appraisedAt: AT, appraisedBy: 'o@x.example', answers: [] });
        if (i % 4 === 0)
          tx.putRefusal({
            ...{
              period: MARCH,
              unitId: idOf(i + 8),
              refusedAt: new Date(AT.getTime() + 1),
              source: 'submitted',
            },
            issues: [{ code: 'answer_missing', cell: 'G3' }],
          });
      }
    });
    const whole = await readPeriodStatus(store, MARCH);
    for (const mine of [[idOf(0)], [idOf(8), idOf(39)], [idOf(44), idOf(47), 'X99999']]) {
      const reads = await readsOf(async () => {
        const status = await readPeriodStatus(store, MARCH, mine);
        expect(status.units).toEqual(whole.units.filter(({ unitId }) => mine.includes(unitId)));
      });
      const [forms, others] = [
        reads.filter((path) => path.includes('/X')),
        reads.filter((path) => !path.includes('/X')),
      ];
      expect(forms.every((path) => mine.some((unitId) => path.endsWith(unitId)))).toBe(true);
      expect(others.length).toBeLessThanOrEqual(3);
    }
  });
});
