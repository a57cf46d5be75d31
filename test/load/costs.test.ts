import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCounts } from '../../bench/cost/counts.ts';
import { type FirestoreClient, openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { startTestOffice, type TestOffice } from '../http/test-office.ts';
import { type FirestoreMeter, startFirestoreMeter } from '../support/firestore-meter.ts';
import { type Cost, countCosts, tableOf } from './costs.ts';

let meter: FirestoreMeter;
let office: TestOffice;
let client: FirestoreClient;
let costs: readonly Cost[];

beforeAll(async () => {
  meter = await startFirestoreMeter(process.env.FIRESTORE_EMULATOR_HOST!);
  office = await startTestOffice({ env: { FIRESTORE_EMULATOR_HOST: meter.host } });
  client = await openFirestore(office.projectId);
  costs = await countCosts(office, meter, client);
});
afterAll(async () => {
  await office.stop();
  await client.firestore.terminate();
  await meter.stop();
});

/** What a call read and wrote. */
function costOf(name: string): Pick<Cost, 'reads' | 'writes'> {
  const found = costs.find(({ call }) => call === name);
  if (found === undefined) throw new Error(`not counted: ${name}\n${tableOf(costs)}`);
  const { reads, writes } = found;
  return { reads, writes };
}

it('counts calls of which none fails', () => {
  expect(costs.filter(({ status }) => status >= 500)).toEqual([]);
});

describe('a form that is sent', () => {
  it('costs four documents read and four written', () => {
    expect(costOf('submit-form')).toEqual({
      reads: ['members/a@x.example', 'periods/2024-03', 'periods/2024-03/submissions/A', 'workbooks/unit:A'],
      writes: ['log/*', 'outbox/unit:A', 'periods/2024-03/submissions/A', 'requests/*'],
    });
  });

  it('is what docs/cost.md multiplies', () => {
    const { reads, writes } = costOf('submit-form');
    for (const { work } of readCounts())
      expect(work.submit).toMatchObject({ reads: reads.length, writes: writes.length });
  });

  it('costs one more written where it takes the place of another', () => {
    const { reads, writes } = costOf('submit-form, opened again');
    expect(reads).toEqual(costOf('submit-form').reads);
    expect(writes).toEqual([
      ...['log/*', 'outbox/unit:A', 'periods/2024-03/submissions/A'],
      ...['periods/2024-03/submissions/A/revisions/1', 'requests/*'],
    ]);
  });

  it('costs no more where nothing comes of it', () => {
    for (const name of [
      'submit-form, check only',
      'submit-form, the same answers again',
      'submit-form, locked',
    ])
      expect(costOf(name).reads.length, name).toBeLessThanOrEqual(5);
    expect(costOf('submit-form, check only').writes).toEqual([]);
  });

  it('has its request looked up only where it is not new', () => {
    const looksUp = (name: string) => costOf(name).reads.includes('requests/*');
    expect(['submit-form', 'submit-form, opened again'].map(looksUp)).toEqual([false, false]);
    expect(looksUp('submit-form, the same request again')).toBe(true);
  });

  it('writes nothing of refusals', () => {
    for (const name of ['submit-form', 'submit-form, opened again', 'submit-form, the same answers again'])
      expect(costOf(name).writes.filter((path) => path.includes('refusals'))).toEqual([]);
  });
});
