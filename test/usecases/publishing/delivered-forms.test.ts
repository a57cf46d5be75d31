import { describe, expect, it } from 'vitest';
import { collectForms } from '../../../functions/src/usecases/forms/collect-forms.ts';
import { unlockForm } from '../../../functions/src/usecases/forms/unlock-form.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { fill, MARCH, open, publishMarch } from './delivering-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

publishingOffice();

describe('the workbooks', () => {
  it('says in the summary why a published version replaces another, and that one is being corrected', async () => {
    const t = await open();
    await publishMarch(t);
    await t.move(MARCH, 'reopen', 'Xã An Bình báo cáo nhầm');
    await t.deliver();
    expect((await t.look('summary'))['Xếp hạng XA']!.slice(0, 3).map((row) => row[0])).toEqual([
      'Bảng xếp hạng: Xã',
      'Tháng 03/2024',
      'Kỳ này đã mở lại để chỉnh sửa, số liệu dưới đây có thể thay đổi. Lý do: Xã An Bình báo cáo nhầm',
    ]);
    await t.submit(MARCH, 'A', { C1: 9, C2: 'Có' });
    for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
    await t.deliver();
    const ranking = (await t.look('summary'))['Xếp hạng XA']!;
    expect(ranking.slice(0, 3).map((row) => row[0] ?? null)).toEqual([
      'Bảng xếp hạng: Xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Xã An Bình báo cáo nhầm',
      'Hạng', // the line above it went with its text
    ]);
    expect(ranking.slice(3).map((row) => row.slice(0, 5))).toEqual([
      [1, 'Xã An Bình', 'Cụm 1', 1, 14],
      [2, 'Xã Bảo Thạnh', 'Cụm 1', 2, 9.5],
      [null, 'Xã Châu Bình', 'Cụm 1', null, null],
    ]);
  });

  it('keeps what a unit filled in a past form, and closes it', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const before = (await t.look('unit:A'))['Phiếu 03-2024'];
    await t.move(MARCH, 'close');
    t.at = new Date('2024-04-08T03:00:00Z');
    await t.move('2024-04', 'open');
    await t.deliver();
    const tabs = await t.look('unit:A');
    expect(Object.keys(tabs)).toEqual(['Phiếu 04-2024', 'Phiếu 03-2024', 'Kết quả']);
    const closed = 'Tháng 03/2024 đã chốt: phiếu không nhận thêm, không sửa được nữa.';
    expect(tabs['Phiếu 03-2024']).toEqual(before!.with(1, before![1]!.with(0, closed)));
    expect(await t.deliver()).toMatchObject({ delivered: 0, remaining: 0 });
  });
});

describe('a form that is submitted', () => {
  it('is closed as a whole, says so, and opens when it is opened again', async () => {
    const t = await open();
    const form = async () => {
      const spreadsheetId = await t.spreadsheetId('unit:A');
      const { tabs } = await office.local.google().sheets.read(spreadsheetId, PATIENT);
      const tab = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${MARCH}`))!;
      return {
        says: tab.values[1]![0],
        protected: tab.protections.map(({ range }) => range),
        rows: tab.values.slice(2),
      };
    };
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const before = await form();
    expect(before.says).toMatch(/^Chỉ ghi vào các ô nền vàng/);
    await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
    await t.deliver();
    expect(await form()).toEqual({
      says: 'Đã nộp lúc 10:00 ngày 20/03/2024; phiếu đang khóa. Muốn sửa, chọn Thi đua ▸ Mở lại phiếu để sửa và ghi lý do.',
      protected: [{}],
      rows: before.rows,
    });
    await unlockForm(t.acting(), { period: MARCH, unitId: 'A', reason: 'Ghi nhầm' });
    await t.deliver();
    expect(await form()).toEqual({
      says: 'Phiếu đang mở để sửa; bản nộp lúc 10:00 ngày 20/03/2024 vẫn được tính đến khi nộp lại. Sửa xong, chọn Thi đua ▸ Nộp phiếu.',
      protected: before.protected,
      rows: before.rows,
    });
    const shown = (await t.look('office'))['Theo dõi']!.find(([id]) => id === 'A');
    expect(shown?.slice(0, 6)).toEqual(['A', 'Xã An Bình', 'XA', 'Cụm 1', 'đang sửa lại', 1]);
    await t.submit(MARCH, 'A', { C1: 9, C2: 'Có' });
    await t.deliver();
    expect((await form()).protected).toEqual([{}]);
    await t.move(MARCH, 'close');
    await t.move(MARCH, 'reopen', 'Bổ sung');
    await t.deliver();
    expect((await form()).protected).toEqual(before.protected);
  });

  it('is closed too when it was collected', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    await collectForms(t.acting(), office.local.google(), { period: MARCH });
    await t.deliver();
    const banner = (await t.look('unit:A'))['Phiếu 03-2024']![1]![0];
    expect(banner).toMatch(/^Đã nộp lúc 10:00 ngày 20\/03\/2024; phiếu đang khóa/);
  });
});
