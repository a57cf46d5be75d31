import { describe, expect, it } from 'vitest';
import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import type { PublishedCampaign } from './publishing-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

const MARCH = '2024-03' as PeriodId;
const BOOKS: readonly WorkbookId[] = ['office', 'summary', 'unit:A', 'unit:B'];
publishingOffice();

describe('when Google does what it was asked and the answer gets lost', () => {
  it('every workbook comes out as if nothing had happened, also where lines come and go', async () => {
    const well = await changedMonth('LOST1', () => {});
    const badly = await changedMonth('LOST2', () => {
      const cut = { cut: true, only: /batchUpdate/ } as const;
      office.local.faults.splice(0, Number.POSITIVE_INFINITY, ...Array(4).fill(cut));
    });
    for (const id of BOOKS) expect([id, await seen(badly, id)]).toEqual([id, await seen(well, id)]);
  });

  it('what would come or go twice is planned anew from what stands there', async () => {
    const { sheets, drive } = office.local.google();
    const name = { campaign: 'LINES', workbook: 'summary', title: 'Lines' };
    const id = await drive.ensureSpreadsheet(name, PATIENT);
    const rows = ['a', 'b', 'c'].map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] }));
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 0 };
    await sheets.apply(
      id,
      { requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] },
      PATIENT,
    );
    const range = { sheetId: 0, dimension: 'ROWS', startIndex: 0, endIndex: 1 } as const;
    const withoutA = async () => {
      const [first] = (await sheets.read(id, PATIENT)).tabs[0]!.values;
      return { requests: first?.[0] === 'a' ? [{ deleteDimension: { range } }] : [] };
    };
    office.local.faults.push({ cut: true, only: /batchUpdate/ });
    await sheets.apply(id, await withoutA(), PATIENT, withoutA);
    expect((await sheets.read(id, PATIENT)).tabs[0]!.values).toEqual([['b'], ['c']]);
  });

  it('somebody’s access that was taken away is away, and the workbook stays the same', async () => {
    const t = await office.campaign('LOST3', campaignFiles('LOST3'));
    await ask(t, 'unit:A');
    await t.deliver();
    const before = await t.store.workbook('unit:A');
    const members = ['admin@x.example,admin,', 'officer@x.example,officer,', 'new@x.example,unit_editor,A'];
    const files = campaignFiles('LOST3', { members });
    await loadCampaign(t.acting('admin@x.example'), { campaign: 'LOST3', files });
    office.local.calls.length = 0;
    office.local.faults.push({ cut: true, only: /^DELETE .*permissions/ });
    expect(await t.deliver({ workbooks: ['unit:A'] })).toMatchObject({ failed: 0 });
    const { shared: _, ...record } = before!;
    expect(await t.store.workbook('unit:A')).toMatchObject(record);
    expect(
      office.local.calls.filter((call) => call.startsWith('POST /drive/v3/files/*/permissions')),
    ).toHaveLength(1);
    expect(office.local.calls).not.toContain('GET /drive/v3/files');
  });
});

describe('two deliverers of a workbook that is not there yet', () => {
  it('agree on the file of whoever was quicker', async () => {
    const t = await office.campaign('TWICE', campaignFiles('TWICE'));
    await ask(t, 'unit:A');
    const { drive } = office.local.google();
    let quicker: Promise<unknown> | undefined;
    const slow: Partial<ReturnType<typeof office.local.google>> = {
      drive: {
        ...drive,
        async ensureSpreadsheet(name, patience) {
          t.at = new Date(t.at.getTime() + 31_000); // our lease is over
          quicker ??= t.deliver({ workbooks: ['unit:A'] });
          await quicker;
          // Drive's search does not find yet what the other one has just made.
          return drive.ensureSpreadsheet({ ...name, campaign: `${name.campaign}-UNSEEN` }, patience);
        },
      },
    };
    await t.deliver({ workbooks: ['unit:A'] }, slow);
    const kept = await t.store.workbook('unit:A');
    const ours = { campaign: 'TWICE', workbook: 'unit:A', title: 'x' };
    expect(kept!.spreadsheetId).toBe(await drive.ensureSpreadsheet(ours, PATIENT));
    await t.deliver();
    expect(await t.store.pendingOutboxCount()).toBe(0);
  });
});

/** A month is published; then again, with a unit and a criterion less. `before` is called before each delivery. */
async function changedMonth(code: string, before: () => void): Promise<PublishedCampaign> {
  const t = await office.campaign(code, campaignFiles(code));
  const deliver = async () => {
    before();
    expect(await t.deliver({ concurrency: 1 })).toMatchObject({ failed: 0, remaining: 0 });
  };
  await t.move(MARCH, 'open');
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await t.submit(MARCH, 'B', { C1: 9, C2: 'Có' });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
  await deliver();
  await t.move(MARCH, 'reopen', 'Sửa');
  await deliver();
  const files = campaignFiles(code);
  files['units.csv'] = files['units.csv']!.replace(/^C,.*\n/m, '');
  files['criteria.csv'] = files['criteria.csv']!.replace(/^XA,C2.*\n/m, '');
  await loadCampaign(t.acting('admin@x.example'), { campaign: code, files });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
  await deliver();
  return t;
}

/** Two campaigns that went the same way differ in their codes, and in the digests of what holds them. */
async function seen(t: PublishedCampaign, id: WorkbookId): Promise<unknown> {
  const text = JSON.stringify(await t.look(id));
  return JSON.parse(text.replaceAll(t.code, 'CODE').replaceAll(/[0-9a-f]{64}/g, 'DIGEST'));
}

function ask(t: PublishedCampaign, id: WorkbookId): Promise<void> {
  return t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
}
