import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OfficeWindow } from '../local/page/window.ts';
import {
  type BrowserOffice,
  COUNCIL,
  EDITOR,
  LEADER,
  OFFICER,
  OTHER_EDITOR,
  openBrowserOffice,
} from './browser-office.ts';
import { addRows, goTo, rowOf, showTab, untilInSight } from './grid.ts';
import { keep } from './pictures.ts';
import { chooseItem, press, sidebarOf, sidebarText } from './sidebar.ts';

let browser: BrowserOffice;
beforeAll(async () => {
  browser = await openBrowserOffice();
}, 240_000);
afterAll(() => browser?.end());

const MAI = 'Nguyễn Thị Mai';
const BAY = 'Trần Văn Bảy';
const NOMINATION = 'Bình chọn điển hình tháng 04/2024';
const REVIEW = 'Bình xét bắt kịp, vượt qua điển hình tháng 04/2024';
const CODE = /^[A-Z]+-[0-9A-Z]{6}$/;

/** One exemplar from its registration to the one who surpasses it, each step by the person whose part it is. */
describe('an exemplar in the browser', { timeout: 300_000 }, () => {
  let unit: OfficeWindow;
  let learner: OfficeWindow;
  let office: OfficeWindow;
  let exemplar = '';
  let learning = '';

  it('is registered by its unit, after a mistake is mended: step 1', async () => {
    unit = await browser.open(EDITOR, 'unit:X29125');
    const row = await addRows(unit, 'Đăng ký', [
      [
        ...[
          'Cá nhân',
          MAI,
          'Nông dân, ấp Thạnh Thọ',
          'NN',
          'Nuôi tôm càng xanh xen lúa, giúp mười hộ cùng làm',
        ],
        ...['10 hộ cùng làm trong tháng 4', 'Nhóm hộ góp vốn mua giống', '31/04/2024', 'Đang phấn đấu'],
      ],
    ]);
    await chooseItem(unit.page, 'Gửi sổ đang mở');
    const said = await sidebarText(unit.page, /Chưa gửi: còn 1 chỗ cần sửa/);
    expect(said).toContain(`I${row}`);
    await press(unit.page, new RegExp(`^I${row} · `));
    await untilInSight(unit, `I${row}`);
    await keep(unit.page, 'don-vi-dang-ky');
    await goTo(unit, `I${row}`);
    await unit.page.keyboard.type('15/04/2024');
    await unit.page.keyboard.press('Enter');
    await press(unit.page, 'Kiểm tra lại');
    await sidebarText(unit.page, /Đúng quy định: 1 dòng mới/);
    await press(unit.page, 'Gửi');
    await sidebarText(unit.page, /Đã gửi: 1 dòng mới/);
    expect(await unit.shown(`A${row}`)).toMatch(CODE);
  });

  it('is voted on inside its unit, and proposed to the district', async () => {
    const registered = await rowOf(unit, 'Đăng ký', [MAI]);
    const code = await unit.shown(`A${registered}`);
    await addRows(unit, 'Bình chọn tại đơn vị', [
      [
        ...['2024-04', code, 'Hoàn thành xuất sắc', '20', '18', '17', 'Biểu dương', ''],
        ...['Mười hộ cùng nuôi tôm càng xanh xen lúa', 'Có', '03/05/2024', 'Số 04/BB'],
      ],
    ]);
    await chooseItem(unit.page, 'Gửi sổ đang mở');
    await sidebarText(unit.page, /Đúng quy định: 1 dòng mới/);
    await press(unit.page, 'Gửi');
    await sidebarText(unit.page, /Đã gửi: 1 dòng mới/);
    await keep(unit.page, 'don-vi-binh-chon');
    await closed(unit);
  });

  it('is put to the council’s vote with the month’s best', async () => {
    office = await browser.open(OFFICER, 'office');
    await chooseItem(office.page, 'Chốt tháng');
    await sidebarText(office.page, /Chốt tháng 04\/2024\?/);
    await press(office.page, 'Chốt kỳ');
    await sidebarText(office.page, /đã chốt/i);
    await chooseItem(office.page, 'Đánh giá tháng');
    await sidebarText(office.page, /Đánh giá tháng 04\/2024\?/);
    await press(office.page, /^Đánh giá/);
    await sidebarText(office.page, /Đã đánh giá xong tháng 04\/2024/);
    await chooseItem(office.page, 'Bình chọn, bình xét', 'Mở bình chọn');
    const said = await sidebarText(office.page, /Mở bình chọn/);
    expect(said).toContain(`${MAI} (Xã Bảo Thạnh)`);
    expect(said).toContain('Xã Bảo Thạnh đề nghị: 17 phiếu thuận trên 18 người dự họp, biên bản Số 04/BB');
    await keep(office.page, 'can-bo-mo-binh-chon');
    await press(office.page, 'Mở bình chọn');
    await sidebarText(office.page, /Đã mở bình chọn/);
  });

  it('is voted on by three members, secretly and once', async () => {
    for (const [i, member] of COUNCIL.entries()) {
      await closed(await voteYes(member, NOMINATION, i === 0));
    }
  });

  it('is praised by a numbered decision, which can be kept as a document', async () => {
    await closeBallot(NOMINATION, 'Số 06/BB-HĐ ngày 04/05/2024');
    await keep(office.page, 'can-bo-ket-thuc-binh-chon');
    await press(office.page, 'Ban hành quyết định');
    await chooseGroup(/^Biểu dương/);
    await keep(office.page, 'can-bo-ban-hanh');
    await press(office.page, 'Ban hành quyết định');
    const said = await sidebarText(office.page, /Đã ban hành Quyết định số/);
    expect(said).toMatch(/Điển hình mới: DH-2024-\d{3}/);
    await press(office.page, 'Tải quyết định (.docx)');
    await sidebarText(office.page, /Văn bản đã sẵn sàng/);
    await keep(office.page, 'can-bo-van-ban');
    const download = office.page.waitForEvent('download');
    await press(office.page, /^Lưu /);
    const parts = unzipSync(await readFile(await (await download).path()));
    const text = strFromU8(parts['word/document.xml']!).replace(/<[^>]+>/g, '');
    expect(text).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(text).toContain(MAI);
    await rowOf(office, 'Quyết định', ['Biểu dương']);
  });

  it('is made known: step 2', async () => {
    exemplar = await exemplarOf(MAI);
    await addRows(office, 'Tuyên truyền', [
      [exemplar, 'Chị Mai và mười hộ nuôi tôm', 'Đài truyền thanh', '04/05/2024', '', '1200'],
    ]);
    await chooseItem(office.page, 'Gửi biểu đang mở');
    await sidebarText(office.page, /Đúng quy định: 1 dòng mới/);
    await press(office.page, 'Gửi');
    await sidebarText(office.page, /Đã gửi: 1 dòng mới/);
    await keep(office.page, 'can-bo-tuyen-truyen');
  });

  it('is learned from by somebody of another unit: step 3', async () => {
    learner = await browser.open(OTHER_EDITOR, 'unit:X29179');
    const row = await addRows(learner, 'Đăng ký', [
      [
        ...['Cá nhân', BAY, 'Nông dân, khu phố 2', 'NN', 'Học cách nuôi tôm càng xanh xen lúa'],
        ...['15 hộ cùng làm', '', '04/05/2024', 'Đang phấn đấu'],
      ],
    ]);
    await send(learner);
    const code = await learner.shown(`A${row}`);
    const learns = await addRows(learner, 'Học tập', [
      [code, exemplar, '', '', 'Mười lăm hộ cùng làm', '04/05/2024', '', 'Đã có 15 hộ', 'Đang học'],
    ]);
    await send(learner);
    learning = await learner.shown(`A${learns}`);
    await keep(learner.page, 'don-vi-hoc-tap');
    await closed(learner);
  });

  it('is surpassed in the council’s review: step 4', async () => {
    await chooseItem(office.page, 'Bình chọn, bình xét', 'Mở bình chọn');
    await sidebarText(office.page, /Bình xét bắt kịp, vượt qua/);
    await press(office.page, 'Bình xét bắt kịp, vượt qua');
    await sidebarText(office.page, new RegExp(`${BAY} học ${MAI}`));
    const stand = sidebarOf(office.page).getByRole('group', { name: new RegExp(`^${BAY} học`) });
    await stand.getByRole('radio', { name: 'Vượt qua' }).check();
    await sidebarOf(office.page)
      .getByLabel(new RegExp(`Minh chứng của ${BAY}`))
      .fill('Biên bản kiểm tra ngày 03/05/2024: 15 hộ');
    await keep(office.page, 'can-bo-binh-xet');
    await press(office.page, 'Mở bình chọn');
    await sidebarText(office.page, /Đã mở bình xét/);
    for (const member of COUNCIL) await closed(await voteYes(member, REVIEW, false));
    await closeBallot(REVIEW, 'Số 07/BB-HĐ ngày 04/05/2024');
  });

  it('is followed by the next exemplar, and the leader sees the whole of it: step 5', async () => {
    await press(office.page, 'Ban hành quyết định');
    await chooseGroup(/^Công nhận vượt qua/);
    const subjects = sidebarOf(office.page).getByRole('group', { name: 'Đối tượng' }).getByRole('checkbox');
    for (const subject of await subjects.all())
      await subject.setChecked((await subject.getAttribute('value')) === learning);
    await sidebarOf(office.page)
      .getByLabel(new RegExp(`${BAY}.* trở thành điển hình mới\\?`))
      .selectOption({ label: 'Có, chu trình bắt đầu lại' });
    await press(office.page, 'Ban hành quyết định');
    await sidebarText(office.page, /Điển hình mới: DH-2024-\d{3}/);
    const leader = await browser.open(LEADER, 'summary');
    const next = await rowOf(leader, 'Điển hình', [BAY]);
    await showTab(leader, 'Điển hình');
    const { cells } = await leader.tab('Điển hình');
    const texts = (row: number) => cells[row - 1]?.map((cell) => cell?.shown ?? '').join(' · ') ?? '';
    expect(texts(next)).toContain(exemplar);
    expect(texts(await rowOf(leader, 'Điển hình', [MAI]))).toContain('04/05/2024');
    await keep(leader.page, 'lanh-dao-dien-hinh');
    expect([...leader.troubles, ...office.troubles]).toEqual([]);
  });

  /** A window whose part is over goes on drawing sixty times a second. */
  async function closed(window: OfficeWindow): Promise<void> {
    expect(window.troubles).toEqual([]);
    await window.page.close();
  }

  async function send(window: OfficeWindow): Promise<void> {
    await chooseItem(window.page, 'Gửi sổ đang mở');
    await sidebarText(window.page, /Đúng quy định: 1 dòng mới/);
    await press(window.page, 'Gửi');
    await sidebarText(window.page, /Đã gửi: 1 dòng mới/);
  }

  /** In the leaders’ workbook, where members find what they vote on. */
  async function voteYes(member: string, ballot: string, pictured: boolean): Promise<OfficeWindow> {
    const window = await browser.open(member, 'summary');
    const picture = (name: string) => (pictured ? keep(window.page, name) : Promise.resolve());
    await chooseItem(window.page, 'Bình chọn');
    await sidebarText(window.page, new RegExp(ballot));
    await picture('hoi-dong-binh-chon');
    await sidebarOf(window.page)
      .getByRole('heading', { name: ballot, exact: true })
      .locator('xpath=following::button[normalize-space()="Bỏ phiếu"][1]')
      .click();
    await sidebarText(window.page, /Phiếu kín/);
    for (const paper of await sidebarOf(window.page)
      .getByRole('radio', { name: 'Đồng ý', exact: true })
      .all())
      await paper.check();
    await picture('hoi-dong-phieu');
    await press(window.page, 'Xem lại phiếu');
    await sidebarText(window.page, /Bỏ phiếu như sau\?/);
    await picture('hoi-dong-xem-lai');
    await press(window.page, 'Bỏ phiếu ngay');
    await sidebarText(window.page, /Phiếu của bạn đã được nhận/);
    await picture('hoi-dong-da-nhan');
    return window;
  }

  /** One of several that are open. */
  async function closeBallot(ballot: string, minutes: string): Promise<void> {
    await chooseItem(office.page, 'Bình chọn, bình xét', 'Kết thúc bình chọn');
    await sidebarText(office.page, /Hãy chọn:/);
    await press(office.page, ballot);
    await sidebarText(office.page, /Kết thúc bình [^?]+\?/);
    await sidebarOf(office.page)
      .getByLabel(/^Biên bản/)
      .fill(minutes);
    await press(office.page, 'Kết thúc bình chọn');
    const said = await sidebarText(office.page, /Đã kết thúc bình chọn/);
    expect(said).toContain('Hợp lệ: 3/3 thành viên bỏ phiếu');
  }

  /** Of several decisions that may be issued; with one alone it is asked for at once. */
  async function chooseGroup(kind: RegExp): Promise<void> {
    const said = await sidebarText(office.page, /Ban hành quyết định(: | cho:)/);
    if (said.includes('Ban hành quyết định cho:')) await press(office.page, kind);
    await sidebarText(office.page, /Người ký/);
  }

  /** "DH-2024-004", as the drop-down of Tuyên truyền offers it. */
  async function exemplarOf(name: string): Promise<string> {
    const summary = await browser.open(LEADER, 'summary');
    const row = await rowOf(summary, 'Điển hình', [name]);
    const { cells } = await summary.tab('Điển hình');
    await summary.page.close();
    return cells[row - 1]!.map((cell) => cell?.shown ?? '').find((text) => text.startsWith('DH-'))!;
  }
});
