import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { EDITOR, OTHER_EDITOR, OWNER, openPageOffice, type PageOffice, RESULT } from './page-office.ts';
import { type OfficeWindow, openWindow } from './window.ts';

let office: PageOffice;
let chromium: Awaited<ReturnType<typeof openChromium>>;
let mine: OfficeWindow;
let theirs: OfficeWindow;

beforeAll(async () => {
  [office, chromium] = await Promise.all([openPageOffice(), openChromium()]);
  mine = await openWindow(chromium.context, office, EDITOR);
  theirs = await openWindow(chromium.context, office, OTHER_EDITOR);
  await mine.page.bringToFront();
});
afterAll(async () => {
  await chromium?.end();
  await office?.end();
});

const FORM_TITLE = 'Phiếu 04-2024';
const titles = () => theirs.titles();

/** Right-clicks a column's header and chooses. Some entries hold a number box, so they are pressed at their end. */
async function onColumn(a1: string, entry: string): Promise<void> {
  const { left, width } = await mine.place(a1);
  const header = (await mine.place('A1')).top - 10;
  await choose(entry, () => mine.page.mouse.click(left + width / 2, header, { button: 'right' }));
}

/** Right-clicks a tab and chooses. */
async function onTab(nth: number, entry: string): Promise<void> {
  const tab = mine.page.locator('[data-u-comp=slide-tab-item]').nth(nth);
  await choose(entry, () => tab.click({ button: 'right' }));
}

/** Chooses from a menu. A change that comes in meanwhile may close it: then it is opened again. */
async function choose(entry: string, open: () => Promise<void>): Promise<void> {
  const found = mine.page.getByText(entry, { exact: entry === 'Xóa' }).first();
  await until(`“${entry}” is chosen`, async () => {
    await open();
    const box = await found.boundingBox({ timeout: 6000 }).catch(() => null);
    if (box === null) return false;
    return found.click({ position: { x: box.width - 6, y: box.height / 2 }, timeout: 6000 }).then(
      () => true,
      () => false,
    );
  });
}

describe('a workbook’s structure in a browser', () => {
  it('gives cells a look that others see, and takes it back', async () => {
    await mine.click('E4');
    await mine.page.keyboard.press('Control+b');
    const style = async () => {
      const tab = await theirs.tab(FORM_TITLE);
      return tab.styles[tab.cells[3]?.[4]?.style ?? ''];
    };
    await until('the cell is bold', async () => (await style())?.bl === 1);
    await mine.page.keyboard.press('Control+z');
    await until('the cell is not bold', async () => (await style())?.bl === undefined);
  });

  it('inserts a column, and takes it back', async () => {
    await mine.page.getByText('Kết quả', { exact: true }).click();
    await mine.untilTab('Kết quả');
    await mine.begin('gõ ngay');
    await mine.page.keyboard.press('Enter');
    await until(
      'what was typed is there',
      async () => (await theirs.tab('Kết quả')).cells[0]?.[0]?.shown === 'gõ ngay',
    );
    await mine.type('E3', 'đi theo');
    await onColumn('E3', 'cột sang trái');
    const place = async () =>
      (await theirs.tab('Kết quả')).cells[2]?.findIndex((cell) => cell?.shown === 'đi theo');
    await until('the text went along', async () => (await place()) === 5);
    expect((await theirs.tab('Kết quả')).columnCount).toBe(7);
    await mine.page.keyboard.press('Control+z');
    await until('the text came back', async () => (await place()) === 4);
    expect((await theirs.tab('Kết quả')).columnCount).toBe(6);
  });

  it('shows a column again that may not be deleted', async () => {
    await mine.page.getByText(FORM_TITLE, { exact: true }).click();
    await mine.untilTab(FORM_TITLE);
    await onColumn('D3', 'Xóa cột đã chọn');
    await until('it says so', async () => (await mine.toast()).startsWith('Chỗ này được bảo vệ'));
    await mine.untilShown('D2', 'Kết quả');
    await mine.untilShown('E2', 'Ghi chú');
    expect((await mine.tab(FORM_TITLE)).columnCount).toBe(8);
  });

  it('hides and widens columns', async () => {
    await onColumn('G3', 'Ẩn cột đã chọn');
    const columns = async () => (await theirs.tab(FORM_TITLE)).columns;
    await until('the column is hidden', async () => (await columns())[6]?.hidden === true);
    await mine.page.keyboard.press('Control+z');
    await until('the column is seen', async () => (await columns())[6] === undefined);
    const { left, width } = await mine.place('F3');
    const header = (await mine.place('A1')).top - 10;
    await mine.page.mouse.move(left + width - 1, header, { steps: 3 });
    await mine.page.mouse.down();
    await mine.page.mouse.move(left + width + 60, header, { steps: 5 });
    await mine.page.mouse.up();
    await until('the column is wider', async () => ((await columns())[5]?.size ?? 0) > 140);
  });

  it('says why when the server refuses a change of a protected part, and shows what it has', async () => {
    await mine.click('E3');
    await mine.page.getByRole('button', { name: /giảm dần/ }).click();
    await until('it says so', async () => (await mine.toast()).startsWith('Chỗ này được bảo vệ'));
    expect(await mine.shown('A3')).toBe('M1-01');
  });

  it('gives a tab its name back when the server refuses the change', async () => {
    const { sheets } = office.sheets.as(OWNER);
    const change = (request: object) =>
      sheets.spreadsheets.batchUpdate({
        spreadsheetId: office.formId,
        requestBody: { requests: [request] },
      });
    const protectedRange = { protectedRangeId: 77, range: { sheetId: RESULT }, editors: { users: [OWNER] } };
    await change({ addProtectedRange: { protectedRange } });
    const tab = mine.page.locator('[data-u-comp=slide-tab-item]').nth(1);
    await tab.click();
    await mine.untilTab('Kết quả');
    await until('the tab is known to be closed', async () => (await mine.tab('Kết quả')).closed.length > 0);
    await onTab(1, 'Đổi tên');
    await until('its name is edited', () => tab.locator('[contenteditable=true]').count().then(Boolean));
    await mine.page.keyboard.press('Control+a');
    await mine.page.keyboard.type('Của tôi');
    await mine.page.keyboard.press('Enter');
    await until('it says so', async () => (await mine.toast()).startsWith('Chỗ này được bảo vệ'));
    await until('it has its name', async () => (await tab.innerText()).trim() === 'Kết quả');
    await change({ deleteProtectedRange: { protectedRangeId: 77 } });
    await until('the tab is open again', async () => (await mine.tab('Kết quả')).closed.length === 0);
    await mine.goTo(0, FORM_TITLE);
  });

  it('adds, renames and deletes a tab', async () => {
    await mine.page.locator('[data-u-comp=sheet-bar-append-button]').first().click();
    await until('the tab is there', async () => (await titles()).length === 3);
    const item = mine.page.locator('[data-u-comp=slide-tab-item]').nth(2);
    await item.waitFor();
    await mine.untilTab('Trang tính 3');
    await mine.type('B2', '7,5');
    await until(
      'the value is there',
      async () => (await theirs.tab('Trang tính 3')).cells[1]?.[1]?.shown === '7,5',
    );
    await item.dblclick();
    await mine.page.keyboard.press('Control+a');
    await mine.page.keyboard.type('Nháp');
    await mine.page.keyboard.press('Enter');
    await until('the tab has its name', async () => (await titles())[2] === 'Nháp');
    await onTab(2, 'Xóa');
    await mine.page.getByRole('button', { name: 'Xác nhận' }).click();
    await until('the tab is gone', async () => (await titles()).length === 2);
  });

  it('follows tabs that the server renames, hides and adds', async () => {
    await office.sheets.as(OWNER).sheets.spreadsheets.batchUpdate({
      spreadsheetId: office.formId,
      requestBody: {
        requests: [
          {
            updateSheetProperties: {
              properties: { sheetId: RESULT, title: 'Kết quả tháng 4' },
              fields: 'title',
            },
          },
          { addSheet: { properties: { sheetId: 33, title: 'Trước tiên', index: 0 } } },
        ],
      },
    });
    await until('the bar has them', async () => {
      const shown = await mine.page.locator('[data-u-comp=slide-tab-item]').allInnerTexts();
      return JSON.stringify(shown) === JSON.stringify(['Trước tiên', FORM_TITLE, 'Kết quả tháng 4']);
    });
  });

  it('moves a column that is dragged by its header, and takes it back', async () => {
    await mine.page.getByText('Kết quả tháng 4', { exact: true }).click();
    await mine.untilTab('Kết quả tháng 4');
    const header = (await mine.place('A1')).top - 10;
    const middle = async (a1: string) => (await mine.place(a1)).left + 50;
    const [from, to] = [await middle('E1'), await middle('B1')];
    await mine.page.mouse.click(from, header);
    await mine.page.mouse.move(from, header);
    await mine.page.mouse.down();
    await mine.page.mouse.move(to - 40, header, { steps: 12 });
    await mine.page.mouse.up();
    const place = async () =>
      (await theirs.tab('Kết quả tháng 4')).cells[2]?.findIndex((cell) => cell?.shown === 'đi theo');
    await until('the column is there', async () => (await place()) === 1);
    await mine.page.keyboard.press('Control+z');
    await until('the column is back', async () => (await place()) === 4);
  });

  it('makes room for a pasted block, and fills what is dragged', async () => {
    await mine.copy({ 'text/plain': Array.from({ length: 25 }, (_, i) => `${i}\tx`).join('\n') });
    await mine.click('F5');
    await mine.page.keyboard.press('Control+v');
    const shown = async (row: number, column: number) =>
      (await theirs.tab('Kết quả tháng 4')).cells[row]?.[column]?.shown;
    await until('the block is there', async () => (await shown(28, 6)) === 'x');
    const { rowCount, columnCount } = await theirs.tab('Kết quả tháng 4');
    expect([rowCount, columnCount]).toEqual([29, 7]);
    await mine.click('F5');
    await mine.page.keyboard.press('Shift+ArrowDown');
    const corner = await mine.place('F6');
    await mine.page.mouse.move(corner.left + corner.width - 1, corner.top + corner.height - 1, { steps: 3 });
    await mine.page.mouse.down();
    await mine.page.mouse.move(corner.left + 90, corner.top + 3 * corner.height + 8, { steps: 6 });
    await mine.page.mouse.up();
    await until('the series goes on', async () => (await shown(7, 5)) === '3');
  });

  it('says that the line is lost, keeps what is typed, and goes on when the office is back', async () => {
    await mine.page.getByText(FORM_TITLE, { exact: true }).click();
    await mine.untilTab(FORM_TITLE);
    await office.stopPage();
    await mine.page.getByText('Mất kết nối, đang nối lại…').waitFor();
    await mine.type('E4', 'ghi khi mất nối');
    await office.sheets.as(OWNER).sheets.spreadsheets.values.update({
      spreadsheetId: office.formId,
      range: `'${FORM_TITLE}'!E5`,
      valueInputOption: 'RAW',
      requestBody: { values: [['ghi ở nơi khác']] },
    });
    expect(await mine.shown('E4')).toBe('ghi khi mất nối');
    await office.startPage();
    await mine.untilShown('E5', 'ghi ở nơi khác');
    await until(
      'the others have it',
      async () => (await theirs.tab(FORM_TITLE)).cells[3]?.[4]?.shown === 'ghi khi mất nối',
    );
    await until('the line is back', async () => (await mine.page.getByText('Mất kết nối').count()) === 0);
  });

  it('told nobody of trouble', () => {
    const own = [...mine.troubles, ...theirs.troubles].filter(
      (text) => !text.startsWith('WebSocket connection'),
    );
    expect(own).toEqual([]);
  });
});
