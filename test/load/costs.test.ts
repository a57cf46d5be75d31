import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
