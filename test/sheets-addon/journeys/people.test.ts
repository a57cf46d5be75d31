import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { COUNCIL, EDITOR_A, EDITOR_B, LEADER, NOBODY, OFFICER } from '../../http/small-campaign.ts';
import { ADMIN } from '../../http/test-office.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD, startAddOnOffice } from '../add-on-office.ts';
import { AddOnWindow } from '../add-on-window.ts';

let addOn: AddOnOffice;
let t: AddOnCampaign;

beforeAll(async () => {
  addOn = await startAddOnOffice();
  t = await addOn.campaign('PEOPLE');
  await t.move('open');
  await t.post('/provision');
  await t.deliver();
});
afterAll(() => addOn.stop());

/** Somebody passed the link on: Google lets them in, the functions know better. */
async function sharedWith(person: string, workbook: 'unit:A' | 'office' | 'summary'): Promise<AddOnWindow> {
  const { drive } = await addOn.as('functions@x.example');
  await drive.permissions.create({
    fileId: await t.idOf(workbook),
    requestBody: { type: 'user', role: 'writer', emailAddress: person },
  });
  return t.open(person, workbook);
}

describe('somebody else in a workbook', () => {
  it('is told that this account is no member, and which account it is', async () => {
    const window = await sharedWith(NOBODY, 'unit:A');
    for (const item of ['Kiểm tra phiếu', 'Nộp phiếu', 'Mở lại phiếu để sửa', 'Kết quả của đơn vị']) {
      await window.choose(item);
      expect(window.screen?.title).toBe('Chưa làm được');
      expect(window.said).toMatch(/Tài khoản này không được phép/);
      expect(window.said).toContain(`Bạn đang dùng tài khoản ${NOBODY}.`);
      expect(window.screen?.account).toEqual({ email: NOBODY, verified: true });
    }
    await window.choose('Trợ giúp');
    expect(window.said).toMatch(/Tài khoản này không được phép/);
    expect(window.block('help').of).toBe('unit');
  });

  it('is told so in another unit’s workbook, whatever it looks like', async () => {
    const window = await sharedWith(EDITOR_B, 'unit:A');
    await window.choose('Kiểm tra phiếu');
    expect(window.said).toContain(`Bạn đang dùng tài khoản ${EDITOR_B}.`);
    expect(window.said).not.toContain('Xã An Bình');
  });

  it.each([
    [EDITOR_A, /không được phép/],
    [LEADER, /Mục này nằm trong sổ Điều hành/],
    [COUNCIL, /Mục này nằm trong sổ Điều hành/],
  ])('cannot run the office: %s', async (person, told) => {
    const window = await sharedWith(person, 'office');
    for (const item of [
      'Theo dõi nộp phiếu',
      'Chốt tháng',
      'Công bố',
      'Mở lại tháng',
      'Thẩm định',
      'Nhật ký',
    ]) {
      await window.choose(item);
      expect([item, window.said]).toEqual([item, expect.stringMatching(told)]);
    }
  });

  it('may look after the workbooks as an admin, and not after the months', async () => {
    const window = await sharedWith(ADMIN, 'office');
    await window.choose('Chốt tháng');
    expect(window.said).toMatch(/dành cho cán bộ thi đua khen thưởng.*\n.*quản trị viên/);
    await window.choose('Lập, cập nhật các sổ');
    expect(window.said).toContain('Lập, cập nhật các sổ?');
  });
});

describe('a copy of a workbook', () => {
  it('looks like the original and works for nothing', async () => {
    const { drive } = await addOn.as(EDITOR_A);
    const { data } = await drive.files.copy({
      fileId: await t.idOf('unit:A'),
      requestBody: { name: 'Bản sao của Sổ thi đua' },
    });
    const window = await AddOnWindow.open(addOn.host, EDITOR_A, data.id!);
    expect(window.menu[0]).toBe('Kiểm tra phiếu');
    for (const item of [
      'Kiểm tra phiếu',
      'Nộp phiếu',
      'Mở lại phiếu để sửa',
      'Kết quả của đơn vị',
      'Vì sao?',
    ]) {
      await window.choose(item);
      expect(window.said).toMatch(/có thể là một bản sao/);
    }
    expect(await t.store.submissions(PERIOD as never)).toEqual([]);
  });
});

describe('a spreadsheet that is no workbook', () => {
  it('has help in its menu, and says where to go', async () => {
    const { sheets } = await addOn.as(EDITOR_A);
    const { data } = await sheets.spreadsheets.create({ requestBody: { properties: { title: 'Của tôi' } } });
    const window = await AddOnWindow.open(addOn.host, EDITOR_A, data.spreadsheetId!);
    expect(window.menu).toEqual(['Trợ giúp']);
    await window.choose('Trợ giúp');
    expect(window.said).toMatch(/không phải là sổ của một phong trào/);
    await window.ask({ do: 'check' });
    expect(window.said).toMatch(/không phải là sổ của một phong trào/);
  });
});

describe('help', () => {
  it.each([
    [EDITOR_A, 'unit:A', 'cán bộ đơn vị'],
    [OFFICER, 'office', 'cán bộ thi đua khen thưởng'],
    [LEADER, 'summary', 'lãnh đạo'],
  ] as const)('says what %s does in %s', async (person, workbook, role) => {
    const window = await t.open(person, workbook);
    await window.choose('Trợ giúp');
    expect(window.said).toContain(`Vai trò của bạn: ${role}.`);
    expect(window.block('help').of).toBe(workbook.split(':')[0]);
  });
});

describe('an add-on that was not set up', () => {
  it('says what is missing', async () => {
    const host = await addOn.hostBefore(addOn.office.functions.url, { scriptProperties: {} });
    const window = await t.open(EDITOR_A, 'unit:A', host);
    await window.choose('Nộp phiếu');
    expect(window.said).toMatch(/chưa được cài đặt địa chỉ máy chủ.*BACKEND_URL/);
  });
});
