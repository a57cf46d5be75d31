import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { EDITOR, FORM, LEADER, OTHER_EDITOR, OWNER, openPageOffice, type PageOffice } from './page-office.ts';
import { type OfficeWindow, openWindow } from './window.ts';

let office: PageOffice;
let chromium: Awaited<ReturnType<typeof openChromium>>;
let mine: OfficeWindow;
let theirs: OfficeWindow;

beforeAll(async () => {
  [office, chromium] = await Promise.all([openPageOffice(), openChromium()]);
  mine = await openWindow(chromium.context, office, EDITOR);
  theirs = await openWindow(chromium.context, office, OTHER_EDITOR);
});
afterAll(async () => {
  await chromium?.end();
  await office?.end();
});

/** The values that the server has, as one would type them. */
async function served(range: string): Promise<unknown[][]> {
  const { data } = await office.sheets.as(OWNER).sheets.spreadsheets.values.get({
    spreadsheetId: office.formId,
    range: `'Phiếu 04-2024'!${range}`,
    valueRenderOption: 'FORMULA',
  });
  return data.values ?? [];
}

describe('a workbook in a browser', () => {
  it('takes what is typed as it is typed, and shows what the server makes of it, in every window', async () => {
    await mine.type('D3', '1.234,5');
    await mine.untilShown('D3', '1.234,50');
    await theirs.untilShown('D3', '1.234,50');
    await mine.type('E3', "'0042");
    await theirs.untilShown('E3', '0042');
    expect(await served('D3:E3')).toEqual([[1234.5, '0042']]);
    expect(mine.troubles).toEqual([]);
  });

  it('works formulas out on the server, and lets one go on with what was typed', async () => {
    await mine.type('D4', '=D3*2');
    await mine.untilShown('D4', '2469');
    await mine.click('D4');
    await mine.page.keyboard.press('F2');
    await mine.page.keyboard.type('+1');
    await mine.page.keyboard.press('Enter');
    await mine.untilShown('D4', '2470');
    expect(await served('D4')).toEqual([['=D3*2+1']]);
  });

  it('takes back and does again', async () => {
    await mine.type('D3', '7');
    await theirs.untilShown('D4', '15');
    await mine.page.keyboard.press('Control+z');
    await theirs.untilShown('D3', '1.234,50');
    await mine.page.keyboard.press('Control+y');
    await theirs.untilShown('D3', '7,00');
    await mine.untilShown('D3', '7,00');
  });

  it('pastes a block that another program copied, once as plain text and once as HTML', async () => {
    await mine.copy({ 'text/plain': '12\t"hai dòng\nliền nhau"\r\n0042\t\'0042\r\n' });
    await mine.click('D3');
    await mine.page.keyboard.press('Control+v');
    await theirs.untilShown('E4', '0042');
    expect(await served('D3:E4')).toEqual([
      [12, 'hai dòng\nliền nhau'],
      [42, '0042'],
    ]);
    const table =
      '<html><body><table><tr><td>1,5</td><td rowspan="2">gộp<br>hai hàng</td></tr><tr><td>85%</td></tr></table></body></html>';
    await mine.copy({ 'text/html': table, 'text/plain': 'không dùng' });
    await mine.click('D5');
    await mine.page.keyboard.press('Control+v');
    await theirs.untilShown('D6', '85%');
    expect(await served('D5:E6')).toEqual([[1.5, 'gộp\nhai hàng'], [0.85]]);
  });

  it('copies formulas so that they go along', async () => {
    await mine.type('D3', '=C3+1');
    await mine.untilShown('D3', '4,00');
    await mine.click('D3');
    await mine.page.keyboard.press('Control+c');
    await until('the copy is on the clipboard', async () => (await mine.clipboard()) === '4,00');
    await mine.click('D4');
    await mine.page.keyboard.press('Control+v');
    await theirs.untilShown('D4', '9');
    expect(await served('D4')).toEqual([['=C4+1']]);
  });

  it('offers the list of a cell, by mouse and by keyboard', async () => {
    await mine.click('D5');
    await mine.page.keyboard.press('Alt+ArrowDown');
    await mine.page.keyboard.press('ArrowDown');
    await mine.page.keyboard.press('Enter');
    await theirs.untilShown('D5', 'Không');
    const { left, top, width, height } = await mine.place('D5');
    await mine.page.mouse.click(left + width - 9, top + height / 2);
    await mine.page.getByRole('option', { name: 'Có' }).click();
    await theirs.untilShown('D5', 'Có');
  });

  it('takes only what a strict list has', async () => {
    const values = ['Tốt', 'Khá'].map((userEnteredValue) => ({ userEnteredValue }));
    await office.sheets.as(OWNER).sheets.spreadsheets.batchUpdate({
      spreadsheetId: office.formId,
      requestBody: {
        requests: [
          {
            setDataValidation: {
              range: {
                sheetId: FORM,
                startRowIndex: 6,
                endRowIndex: 7,
                startColumnIndex: 4,
                endColumnIndex: 5,
              },
              rule: { condition: { type: 'ONE_OF_LIST', values }, strict: true, showCustomUi: true },
            },
          },
        ],
      },
    });
    await until(
      'the list is there',
      async () => (await mine.tab('Phiếu 04-2024')).cells[6]?.[4]?.choices !== undefined,
    );
    await mine.type('E7', 'Giỏi');
    expect(await mine.toast()).toBe('Ô này chỉ nhận một trong các giá trị: Tốt, Khá.');
    await mine.type('E7', 'Khá');
    await theirs.untilShown('E7', 'Khá');
  });

  it('refuses kindly what is typed into a protected cell', async () => {
    await mine.type('C3', '99');
    expect(await mine.toast()).toBe('Ô này được bảo vệ nên không ghi được. Chỉ ghi vào các ô nền vàng.');
    expect([await mine.shown('C3'), await served('C3')]).toEqual(['3', [[3]]]);
    await mine.copy({ 'text/plain': '1\t2\t3' });
    await mine.click('C3');
    await mine.page.keyboard.press('Control+v');
    await mine.click('D3');
    await mine.page.keyboard.press('Delete');
    await theirs.untilShown('D3', '');
    expect(await served('C3:E3')).toEqual([[3, '', 'hai dòng\nliền nhau']]);
  });

  it('shows again what the server has when the server refuses, and says why', async () => {
    await mine.type('D3', '=QUERY(A1:B2)');
    await until('it says so', async () => (await mine.toast()).includes('=QUERY(A1:B2)'));
    await mine.untilShown('D3', '');
    await mine.type('D3', '6');
    await theirs.untilShown('D3', '6,00');
  });

  it('shows what the server writes while somebody is typing, and leaves the editor open', async () => {
    await mine.click('E6');
    await mine.begin('một ');
    const values = { range: "'Phiếu 04-2024'!E3", values: [['từ máy chủ']] };
    await office.sheets.as(OWNER).sheets.spreadsheets.values.update({
      spreadsheetId: office.formId,
      range: values.range,
      valueInputOption: 'RAW',
      requestBody: values,
    });
    await mine.untilShown('E3', 'từ máy chủ');
    await mine.page.keyboard.type('hai');
    await mine.page.keyboard.press('Enter');
    await theirs.untilShown('E6', 'một hai');
  });

  it('keeps an open editor at its row when rows come in above it', async () => {
    await mine.click('E6');
    await mine.begin('vẫn hàng ấy');
    await office.sheets.as(OWNER).sheets.spreadsheets.batchUpdate({
      spreadsheetId: office.formId,
      requestBody: {
        requests: [
          {
            insertDimension: {
              range: { sheetId: FORM, dimension: 'ROWS', startIndex: 3, endIndex: 5 },
              inheritFromBefore: true,
            },
          },
        ],
      },
    });
    await mine.untilShown('A6', 'M1-02');
    await mine.page.keyboard.press('Enter');
    await theirs.untilShown('E8', 'vẫn hàng ấy');
    expect(await served('A8:E8')).toEqual([
      ['M2-01', 'Thu ngân sách trên địa bàn so với dự toán', 675.5, 0.85, 'vẫn hàng ấy'],
    ]);
  });

  it('shows notes when one points at a cell', async () => {
    const { left, top } = await mine.place('D2');
    await mine.page.mouse.move(left + 10, top + 8, { steps: 4 });
    await mine.page.getByRole('tooltip').waitFor();
    expect(await mine.page.getByRole('tooltip').innerText()).toBe('Ghi con số, ví dụ 12 hoặc 12,5.');
  });

  it('lets leaders read and nothing else', async () => {
    const leader = await openWindow(chromium.context, office, LEADER);
    await leader.type('D3', '1');
    expect(await leader.toast()).toBe('Bạn chỉ được xem sổ này, không sửa được.');
    expect([await leader.shown('D3'), await served('D3')]).toEqual(['6,00', [[6]]]);
    expect(await leader.page.locator('.badge').first().innerText()).toBe('Chỉ xem');
  });

  it('is left for the list of workbooks, and opened again', async () => {
    const { page } = theirs;
    await page.bringToFront();
    await page.getByRole('button', { name: 'Tất cả các sổ' }).click();
    await page.getByRole('button', { name: /Sổ thi đua – Xã An Bình/ }).click();
    await theirs.untilShown('A1', 'Phiếu tự chấm tháng 04/2024 – Xã An Bình');
    await theirs.type('E3', 'mở lại');
    await mine.untilShown('E3', 'mở lại');
  });

  it('told nobody of trouble', () => {
    expect([mine.troubles, theirs.troubles]).toEqual([[], []]);
  });
});
