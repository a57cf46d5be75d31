import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles, EDITOR_A, OFFICER } from '../../http/small-campaign.ts';
import { ADMIN } from '../../http/test-office.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD, startAddOnOffice } from '../add-on-office.ts';
import type { AddOnWindow } from '../add-on-window.ts';
import { evaluateMonth } from '../council-rooms.ts';

let addOn: AddOnOffice;
beforeAll(async () => {
  addOn = await startAddOnOffice();
});
afterAll(() => addOn.stop());

/** March is evaluated, A before B; the officer is an admin too. */
async function provisioned(code: string): Promise<AddOnCampaign> {
  addOn.at = new Date('2024-03-20T03:00:00Z');
  const files = campaignFiles(code);
  files['members.csv'] = files['members.csv']!.replace(`${OFFICER},officer,`, `${OFFICER},officer;admin,`);
  const t = await addOn.campaign(code, files);
  await evaluateMonth(t, PERIOD, { A: 9, B: 8 });
  await t.post('/provision');
  await t.deliver();
  return t;
}

async function openAt(t: AddOnCampaign, person: string, tabKey: string): Promise<AddOnWindow> {
  const window = await t.open(person, 'office');
  window.selection = { sheetId: (await t.tab('office', tabKey)).sheetId, range: 'A1' };
  return window;
}

/** The cell of a row and a column of a configuration's tab: "F7". */
async function cellOf(t: AddOnCampaign, tabKey: string, code: string, header: string): Promise<string> {
  const values = await t.values('office', tabKey);
  const head = values.findIndex((line) => line.length > 2 && line.includes(header));
  const row = values.findIndex((line, i) => i > head && line.includes(code));
  return `${String.fromCharCode(65 + values[head]!.indexOf(header))}${row + 1}`;
}

describe('the configuration in its tabs', () => {
  it('is previewed from whichever of them is in front, saved, and then stored', async () => {
    const t = await provisioned('SETUP');
    const window = await openAt(t, OFFICER, 'units');
    await window.choose('Gửi biểu đang mở');
    expect(window.screen?.title).toBe('Xem trước thay đổi');
    expect(window.said).toBe('Không có gì khác với cấu hình đang dùng.');

    const cell = await cellOf(t, 'criteria', 'C1', 'Điểm tối đa');
    await t.type(OFFICER, 'office', 'criteria', cell, [[8]]);
    await t.type(OFFICER, 'office', 'units', await cellOf(t, 'units', 'C', 'Đơn vị'), [['Xã Châu Bình Mới']]);
    await window.choose('Xem trước thay đổi');
    expect(window.said).toContain('Đơn vị: đổi 1');
    expect(window.said).toContain('Tiêu chí: đổi 1 (C1 – Tuyên truyền).');
    expect(window.said).toMatch(
      /^Tháng 03\/2024 \(đã đánh giá; đây là nếu mở lại và đánh giá lại, 2 phiếu\)/,
    );
    expect((await t.store.setup())?.version).toBe(1);

    const save = window.button('Lưu cấu hình').call;
    await t.type(OFFICER, 'office', 'criteria', cell, [[7]]);
    await window.ask(save);
    expect(window.said).toMatch(/đã thay đổi từ lần xem trước, nên chưa lưu gì/);
    expect((await t.store.setup())?.version).toBe(1);
    await window.press('Lưu cấu hình');
    expect(window.said).toContain('Đã lưu cấu hình, bản 2.');
    const { campaign } = (await t.store.setup())!;
    expect(campaign.units.map(({ name }) => name)).toContain('Xã Châu Bình Mới');
  });

  it('is told what is wrong, by tab and cell, with a way there', async () => {
    const t = await provisioned('WRONG');
    const cell = await cellOf(t, 'members', EDITOR_A, 'Vai trò');
    await t.type(OFFICER, 'office', 'members', cell, [['thủ quỹ']]);
    const window = await openAt(t, OFFICER, 'settings');
    await window.choose('Xem trước thay đổi');
    expect(window.said).toMatch(/^Chưa lưu được: có \d+ chỗ cần sửa/);
    const [issue] = window.block('issues').issues;
    expect(issue?.place).toBe(`Thành viên · ${cell} · Vai trò`);
    await window.ask(issue!.select!);
    const { sheetId } = await t.tab('office', 'members');
    expect(window.selection).toEqual({ sheetId, range: cell });
  });

  it('is saved by an administrator alone: an officer is told so', async () => {
    addOn.at = new Date('2024-03-20T03:00:00Z');
    const t = await addOn.campaign('OFFICER');
    await t.post('/provision');
    await t.deliver();
    await t.type(OFFICER, 'office', 'units', await cellOf(t, 'units', 'C', 'Đơn vị'), [['Xã Khác']]);
    const window = await openAt(t, OFFICER, 'units');
    await window.choose('Xem trước thay đổi');
    expect(window.said).toContain('Chỉ quản trị viên lưu được cấu hình.');
    expect(window.buttons).toEqual([]);
    const admin = await openAt(t, ADMIN, 'units');
    await admin.choose('Xem trước thay đổi');
    await admin.press('Lưu cấu hình');
    expect(admin.said).toContain('Đã lưu cấu hình, bản 2.');
  });
});

describe('other tabs of the office', () => {
  it('are sent, or shown, from where they are', async () => {
    const t = await provisioned('OTHERS');
    const window = await openAt(t, OFFICER, 'appraisal');
    await window.choose('Gửi biểu đang mở');
    expect(window.screen?.title).toBe('Thẩm định');
    await window.choose('Nhắc việc');
    expect(window.said).toMatch(/Đã mở trang Nhắc việc/);
    expect(window.selection?.sheetId).toBe((await t.tab('office', 'reminders')).sheetId);
    window.selection = { sheetId: (await t.tab('office', 'log')).sheetId, range: 'A1' };
    await window.choose('Gửi biểu đang mở');
    expect(window.said).toMatch(/^Trang đang mở không phải là sổ để gửi/);
    expect(window.buttons.map(({ label }) => label)).toEqual(['Xem trước thay đổi']);
  });
});
