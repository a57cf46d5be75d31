import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles } from '../http/small-campaign.ts';
import { type PublishingOffice, startPublishingOffice } from '../usecases/publishing/publishing-office.ts';

let office: PublishingOffice;
beforeAll(async () => {
  office = await startPublishingOffice();
});
afterAll(() => office.stop());

describe('the summary', () => {
  it('costs one read and one write whatever the number of units', async () => {
    const [few, many] = [await sheetsCallsFor('FEW', 5), await sheetsCallsFor('MANY', 500)];
    expect(few).toEqual(['GET /v4/spreadsheets/*', 'POST /v4/spreadsheets/*:batchUpdate']);
    expect(many).toEqual(few);
  });
});

/** The Sheets calls of the first publication of a campaign with so many units, all of which are in the table. */
async function sheetsCallsFor(code: string, units: number): Promise<string[]> {
  const files = { ...campaignFiles(code), 'units.csv': unitsCsv(units) };
  const t = await office.campaign(code, {
    ...files,
    'members.csv': 'email,roles,unit_ids\nadmin@x.example,admin,\n',
  });
  await t.move('2024-03', 'open');
  await t.submit('2024-03', 'U0', { C1: 8, C2: 'Có' });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move('2024-03', action);
  office.local.calls.length = 0;
  // Opening and publishing ask for the units' workbooks too: only the summary's calls are counted.
  await t.store.transact(async (transaction) => {
    const entries = await Promise.all(
      (['office', 'units', 'unit:U0'] as const).map((id) => transaction.outboxEntry(id)),
    );
    for (const entry of entries) transaction.putOutboxEntry({ ...entry!, state: 'delivered' });
  });
  expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
  const calls = office.local.calls.filter((call) => call.includes('/v4/'));
  expect((await t.look('summary'))['Xếp hạng XA']).toHaveLength(3 + units);
  return calls;
}

function unitsCsv(count: number): string {
  const rows = Array.from({ length: count }, (_, i) => `U${i},Xã số ${i},XA,Cụm ${(i % 10) + 1}`);
  return ['unit_id,name,track,cluster', ...rows, ''].join('\n');
}
