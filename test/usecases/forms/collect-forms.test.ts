import { describe, expect, it } from 'vitest';
import { collectForms } from '../../../functions/src/usecases/forms/collect-forms.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { fill, MARCH, open } from '../publishing/delivering-office.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';

publishingOffice();

describe('collectForms', () => {
  it('takes filled forms that were not submitted, refuses wrong ones cell by cell, and leaves untouched ones missing', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    await fill(t, 'B', MARCH, [80, 'Đâu có']);
    const collection = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(collection).toEqual({
      period: MARCH,
      remaining: 0,
      units: [
        { unitId: 'A', outcome: 'accepted', late: false },
        {
          unitId: 'B',
          outcome: 'refused',
          issues: [
            expect.objectContaining({ code: 'value_above_max', at: expect.objectContaining({ cell: 'G4' }) }),
            expect.objectContaining({ code: 'not_yes_no', at: expect.objectContaining({ cell: 'G5' }) }),
          ],
        },
        { unitId: 'C', outcome: 'missing' },
      ],
    });
    expect(
      (await t.store.submissions('2024-03' as never)).map(({ unitId, source }) => [unitId, source]),
    ).toEqual([['A', 'collected']]);
    const again = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(again.units.map(({ unitId, outcome }) => [unitId, outcome])).toEqual([
      ['B', 'refused'],
      ['C', 'missing'],
    ]);
    await t.deliver();
    const tracking = (await t.look('office'))['Theo dõi']!;
    expect(tracking.slice(3).map((row) => [row[1], row[4], row[9] ?? null])).toEqual([
      ['Xã An Bình', 'đúng hạn', null],
      ['Xã Bảo Thạnh', 'bị trả lại', 'G4: vượt mức tối đa; G5: không phải Có hay Không'],
      ['Xã Châu Bình', 'chưa nộp', null],
    ]);
  });

  it('finds the form after the unit renamed its tab and moved its columns', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const { sheets } = office.local.google();
    const id = await t.spreadsheetId('unit:A');
    const { sheetId } = (await sheets.read(id, PATIENT)).tabs[0]!;
    const vandal = {
      requests: [
        { updateSheetProperties: { properties: { sheetId, title: 'Bản nháp' }, fields: 'title' } },
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: 6, endIndex: 7 },
            destinationIndex: 0,
          },
        },
      ],
    };
    await sheets.apply(id, vandal as never, PATIENT);
    const { units } = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(units[0]).toEqual({ unitId: 'A', outcome: 'accepted', late: false });
  });

  it('gives the same answer to the same request, and does not keep what stood in cells', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, ['nhiều lắm', 'Có']);
    const request = { key: 'once-0001', fingerprint: 'f' };
    const collect = () => collectForms({ ...t.acting(), request }, office.local.google(), { period: MARCH });
    expect((await collect()).units[0]).toMatchObject({ unitId: 'A', outcome: 'refused' });
    expect(await t.store.request('once-0001')).toBeUndefined();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const collected = await collect();
    expect(collected.units[0]).toEqual({ unitId: 'A', outcome: 'accepted', late: false });
    expect(await collect()).toEqual(collected);
  });

  it('goes on when one workbook cannot be read, and refuses a period that is not open', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    office.local.faults.push({ status: 403, only: /^GET \/v4/ });
    const order = { period: MARCH, concurrency: 1 };
    const { units } = await collectForms(t.acting(), office.local.google(), order);
    expect(units.map(({ outcome }) => outcome)).toEqual(['unavailable', 'missing', 'missing']);
    await t.move(MARCH, 'close');
    await expect(collectForms(t.acting(), office.local.google(), order)).rejects.toMatchObject({
      code: 'period_not_open',
    });
  });
});
