import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeWindow } from '../local/page/window.ts';
import { until } from '../support/until.ts';
import { type BrowserOffice, EDITOR, LEADER, OFFICER, openBrowserOffice } from './browser-office.ts';
import { goTo, rowOf, showTab, untilInSight } from './grid.ts';
import { keep, keepLarge } from './pictures.ts';
import { chooseItem, menuItems, press, sidebarText } from './sidebar.ts';

let browser: BrowserOffice;
beforeAll(async () => {
  browser = await openBrowserOffice();
}, 240_000);
afterAll(() => browser?.end());

const LEADERS_TABS = {
  'Xếp hạng XA': 'lanh-dao-xep-hang',
  'Ghi nhận': 'lanh-dao-ghi-nhan',
  'Chân, mũi, đột phá XA': 'lanh-dao-mui',
  'Đột phá': 'lanh-dao-dot-pha',
  'Qua các kỳ XA': 'lanh-dao-qua-cac-ky',
  'Trang in XA': 'lanh-dao-trang-in',
  'Bắt kịp – vượt qua': 'lanh-dao-bat-kip',
};

/** By mouse and keyboard, each as the person whose part it is, with the compiled add-on. */
describe('a month in the browser', { timeout: 240_000 }, () => {
  let unit: OfficeWindow;
  let office: OfficeWindow;

  it('lets one choose who to be, and shows the workbooks that are theirs', async () => {
    const page = await browser.context.newPage();
    await page.goto(browser.url);
    await page.getByRole('button', { name: /Xã Bảo Thạnh/ }).waitFor();
    await keepLarge(page, 'chon-nguoi');
    await keep(page, 'chon-nguoi');
    await page.getByRole('button', { name: /Xã Bảo Thạnh/ }).click();
    const books = page.getByRole('button', { name: /Được sửa|Chỉ xem/ });
    await books.first().waitFor();
    await keep(page, 'cac-so');
    expect((await books.allInnerTexts()).map((text) => text.replace(/\s*\n\s*/g, ' · '))).toEqual([
      'Sổ thi đua – Xã Bảo Thạnh · Được sửa',
      expect.stringMatching(/^Tổng hợp – .* · Chỉ xem$/),
    ]);
    await books.first().click();
    await page.getByText('Phiếu 04-2024', { exact: true }).waitFor();
    await page.close();
  });

  it('shows a unit its three broken cells, each with its sentence, and goes to them', async () => {
    unit = await browser.open(EDITOR, 'unit:X29125');
    const typed = {
      ...{ G4: '1', G5: '9O', G6: '97', G7: 'Có', G8: '210', G9: 'hai' },
      ...{ G10: '5', G11: '90', G12: '20', G13: '4', G14: '3', G15: '12' },
    };
    await keep(unit.page, 'don-vi-phieu');
    expect(await menuItems(unit.page, 'don-vi-trinh-don')).toEqual([
      'Kiểm tra phiếu',
      'Nộp phiếu',
      'Mở lại phiếu để sửa',
      'Gửi sổ đang mở',
      'Kết quả của đơn vị',
      'Vì sao?',
      'Trợ giúp',
    ]);
    for (const [cell, text] of Object.entries(typed)) await unit.type(cell, text);
    await chooseItem(unit.page, 'Kiểm tra phiếu');
    const said = await sidebarText(unit.page, /Có 3 chỗ cần sửa/);
    expect(said.match(/[A-Z]\d+ · .+\n+.+/g)).toEqual([
      'G5 · Kết quả / tự chấm\n\n“9O” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
      'G9 · Kết quả / tự chấm\n\n“hai” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
      'G15 · Kết quả / tự chấm\n\nGiá trị vượt mức tối đa 10. Hãy ghi không quá 10.',
    ]);
    expect(said).toContain(EDITOR);
    await press(unit.page, /^G9 · /);
    await untilInSight(unit, 'G9');
    await keep(unit.page, 'don-vi-kiem-tra');
  });

  it('takes the mended form, and locks it', async () => {
    for (const [cell, text] of Object.entries({ G5: '95', G9: '2', G15: '9' })) await unit.type(cell, text);
    await press(unit.page, 'Kiểm tra lại');
    await sidebarText(unit.page, /Phiếu đúng quy định/);
    await chooseItem(unit.page, 'Nộp phiếu');
    await sidebarText(unit.page, /Nộp phiếu tháng 04\/2024\?/);
    await keep(unit.page, 'don-vi-hoi-truoc-khi-nop');
    await press(unit.page, 'Nộp ngay');
    const said = await sidebarText(unit.page, /Đã nhận phiếu/);
    expect(said).toMatch(/Lần nộp\s+1[\s\S]*Hạn nộp\s+đúng hạn/);
    await until('the form says that it is locked', async () =>
      /^Đã nộp lúc 08:\d\d ngày 04\/05\/2024; phiếu đang khóa\./.test(await unit.shown('A2')),
    );
    await unit.type('G4', '7');
    await until('typing is refused', async () => (await unit.toast()).includes('đã khóa'));
    expect(await unit.shown('G4')).toBe('1');
    await keep(unit.page, 'don-vi-da-nop');
  });

  it('reminds the officer of who has not sent it', async () => {
    office = await browser.open(OFFICER, 'office');
    await chooseItem(office.page, 'Nhắc việc');
    await office.untilTab('Nhắc việc');
    await sidebarText(office.page, /Đã mở trang Nhắc việc/);
    await rowOf(office, 'Nhắc việc', ['Nộp phiếu tháng 04/2024', 'Thị trấn Tiệm Tôm', 'Soạn thư']);
    await keep(office.page, 'can-bo-nhac-viec');
  });

  it('would come out otherwise under another configuration, which is said before anything is kept', async () => {
    const row = await rowOf(office, 'Thiết lập', ['Xếp loại', 'TOT', 'Từ điểm']);
    await showTab(office, 'Thiết lập');
    await goTo(office, `E${row}`);
    const before = await office.shown(`E${row}`);
    await office.page.keyboard.type('85');
    await office.page.keyboard.press('Enter');
    await chooseItem(office.page, 'Gửi biểu đang mở');
    const said = await sidebarText(
      office.page,
      /Tháng 04\/2024 \(tạm tính với \d+ phiếu\): \d+ đơn vị đổi xếp loại/,
    );
    expect(said).toContain('Chỉ quản trị viên lưu được cấu hình');
    await keep(office.page, 'can-bo-xem-truoc');
    await goTo(office, `E${row}`);
    await office.page.keyboard.type(before);
    await office.page.keyboard.press('Enter');
    await chooseItem(office.page, 'Xem trước thay đổi');
    await sidebarText(office.page, /Không có gì khác với cấu hình đang dùng/);
  });

  it('is followed, collected and closed by the officer, who is asked each time', async () => {
    await showTab(office, 'Theo dõi');
    await chooseItem(office.page, 'Theo dõi nộp phiếu');
    await sidebarText(office.page, /Đã nộp/);
    await keep(office.page, 'can-bo-theo-doi');
    await chooseItem(office.page, 'Đánh giá tháng');
    await sidebarText(office.page, /Hãy Chốt tháng, rồi mới đánh giá/);

    await chooseItem(office.page, 'Thu phiếu');
    await sidebarText(office.page, /Thu phiếu tháng 04\/2024\?/);
    await press(office.page, 'Thu phiếu');
    await sidebarText(office.page, /Đã thu phiếu/);
    await keep(office.page, 'can-bo-thu-phieu');

    await chooseItem(office.page, 'Chốt tháng');
    await sidebarText(office.page, /Chốt tháng 04\/2024\?/);
    await press(office.page, 'Chốt kỳ');
    await sidebarText(office.page, /đã chốt/i);
  });

  it('is appraised, and a difference without its reason is refused', async () => {
    const row = await rowOf(office, 'Thẩm định', ['X29125', 'XA-M3-03']);
    await showTab(office, 'Thẩm định');
    await goTo(office, `I${row}`);
    await office.page.keyboard.type('8');
    await office.page.keyboard.press('Enter');
    await chooseItem(office.page, 'Thẩm định');
    await sidebarText(office.page, /Gửi thẩm định tháng 04\/2024\?/);
    await press(office.page, 'Gửi thẩm định');
    const said = await sidebarText(office.page, /chỗ cần sửa/);
    expect(said).toContain('chưa có lý do');
    await press(office.page, new RegExp(`^J${row} · `));
    await untilInSight(office, `J${row}`);
    await keep(office.page, 'can-bo-tham-dinh');
    await goTo(office, `J${row}`);
    await office.page.keyboard.type('Một hộ chưa bàn giao mặt bằng');
    await office.page.keyboard.press('Enter');
    await press(office.page, 'Gửi thẩm định');
    await sidebarText(office.page, /Đã ghi nhận: 1 đơn vị có thay đổi/);
  });

  it('is evaluated and published', async () => {
    await showTab(office, 'Theo dõi');
    await chooseItem(office.page, 'Đánh giá tháng');
    await sidebarText(office.page, /Đánh giá tháng 04\/2024\?/);
    await press(office.page, /^Đánh giá/);
    await sidebarText(office.page, /Đã đánh giá xong tháng 04\/2024/);
    await keep(office.page, 'can-bo-danh-gia');

    await chooseItem(office.page, 'Công bố');
    await sidebarText(office.page, /Công bố .*04\/2024\?/);
    await press(office.page, /^Công bố/);
    await sidebarText(office.page, /Đã công bố/);
    await keep(office.page, 'can-bo-cong-bo');
    expect(office.troubles).toEqual([]);
  });

  it('shows the unit its place and why', async () => {
    await chooseItem(unit.page, 'Kết quả của đơn vị');
    const said = await sidebarText(unit.page, /Kết quả của đơn vị[\s\S]*Hạng/);
    expect(said).toContain('Tháng 04/2024');
    await keep(unit.page, 'don-vi-ket-qua');
    await chooseItem(unit.page, 'Vì sao?');
    expect(await sidebarText(unit.page, /XA-M1-01/)).toContain('Một hộ chưa bàn giao mặt bằng');
    await keep(unit.page, 'don-vi-vi-sao');
    await showTab(unit, 'Bắt kịp – vượt qua');
    await rowOf(unit, 'Bắt kịp – vượt qua', ['DH-2024-007 – Thị trấn Ba Tri']);
    await keep(unit.page, 'don-vi-bat-kip');
    expect(unit.troubles).toEqual([]);
  });

  it('is read by the leader, who can change nothing', async () => {
    const summary = await browser.open(LEADER, 'summary');
    await until('April is in the summary', async () =>
      JSON.stringify(await summary.tab('Tổng quan')).includes('04/2024'),
    );
    await keep(summary.page, 'lanh-dao-tong-quan');
    await keepLarge(summary.page, 'lanh-dao-tong-quan');
    for (const [title, name] of Object.entries(LEADERS_TABS)) {
      await showTab(summary, title);
      await keep(summary.page, name);
    }
    await showTab(summary, 'Tổng quan');
    await summary.click('B6');
    await summary.page.keyboard.type('x');
    await summary.page.keyboard.press('Enter');
    await until('a reader is told', async () => (await summary.toast()) !== '');
    expect(summary.troubles).toEqual([]);
  });
});
