import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { OFFICER } from '../../http/small-campaign.ts';
import { openSharedChromium, type SharedChromium } from '../../support/chromium.ts';
import { type AddOnCampaign, type AddOnOffice, startAddOnOffice } from '../add-on-office.ts';
import { councilRooms, PERSONS } from '../council-rooms.ts';
import { openSidebarPage, type SidebarPage } from '../sidebar-page.ts';

/** What is looked for in a page, as a script that runs in it. */
const FAULTS = readFileSync(join(import.meta.dirname, '../faults-of-page.js'), 'utf8');
const [C1, C2, C3] = PERSONS;
let addOn: AddOnOffice;
let chromium: SharedChromium;

beforeAll(async () => {
  [addOn, chromium] = await Promise.all([startAddOnOffice(), openSharedChromium()]);
});
afterEach(() => chromium.closeAll());
afterAll(async () => {
  await chromium?.end();
  await addOn?.stop();
});

async function sidebar(
  t: AddOnCampaign,
  person: string,
  workbook: WorkbookId,
  look: { readonly dark?: boolean } = {},
): Promise<SidebarPage> {
  const context = await chromium.context({ width: 300, height: 800, ...look });
  return openSidebarPage(context, addOn.host, { person, spreadsheetId: await t.idOf(workbook) });
}

const faultsOf = async (page: SidebarPage): Promise<readonly string[]> => {
  await page.frame.locator('main:not([aria-busy]) h1').waitFor();
  return page.inFrame<string[]>(FAULTS);
};

describe('the council in the sidebar', () => {
  it('votes by the keyboard alone, and is told which candidate is left out', async () => {
    const t = await councilRooms(addOn, 'KEYS');
    await t.post('/open-ballot', { period: '2024-03', purpose: 'nomination' });
    const page = await sidebar(t, C1, 'summary');
    const { frame, runs } = page;
    const main = frame.locator('main');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.page.keyboard.press(key);
    };
    await page.choose('menuBallots');
    await main.getByRole('button', { name: 'Bỏ phiếu' }).waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await press('Tab', 'Enter');
    await main.getByRole('group', { name: 'Xã An Bình – Biểu dương' }).waitFor();
    const before = runs();
    expect(await faultsOf(page)).toEqual([]);
    await press('Tab', 'Space', 'Tab', 'Space', 'ArrowDown', 'Tab', 'Tab', 'Enter');
    const last = main.getByRole('group', { name: 'Xã Bảo Thạnh – Biểu dương' });
    await last.getByText('Hãy chọn ở mục này.').waitFor();
    expect(await page.inFrame('document.activeElement?.labels?.[0]?.textContent')).toBe('Đồng ý');
    await press('Space', 'ArrowDown', 'ArrowDown', 'Tab', 'Enter');
    await main.getByText('Bỏ phiếu như sau?').waitFor();
    const said = ['Xã An Bình – Biểu dương', 'Đồng ý', 'Xã An Bình – Khen thưởng', 'Không đồng ý'];
    expect(await main.locator('dl.said > *').allInnerTexts()).toEqual([
      ...said,
      'Xã Bảo Thạnh – Biểu dương',
      'Phiếu trắng',
    ]);
    expect(await page.inFrame('document.activeElement?.textContent')).toBe('Bỏ phiếu như sau?');
    await press('Tab', 'Tab', 'Enter');
    await last.waitFor();
    await main.getByRole('button', { name: 'Xem lại phiếu' }).click();
    expect(runs()).toBe(before);
    expect(await faultsOf(page)).toEqual([]);
    await main.getByRole('button', { name: 'Bỏ phiếu ngay' }).dblclick();
    await main.getByText('Phiếu của bạn đã được nhận.').waitFor();
    expect((await t.store.ballotBox('BC-2024-03-1')) as object).toMatchObject({ voted: [C1] });
  });

  it('is written down by an officer: boxes to tick, numbers to count, and what is wrong with them', async () => {
    const t = await councilRooms(addOn, 'WRITTEN');
    await t.post('/open-ballot', { period: '2024-03', purpose: 'nomination', only: ['praise-A'] });
    const page = await sidebar(t, OFFICER, 'office', { dark: true });
    const main = page.frame.locator('main');
    await page.choose('menuWritten');
    const send = main.getByRole('button', { name: 'Ghi phiếu' });
    await send.click();
    await main.getByText('Hãy chọn ở mục này.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await main.getByRole('checkbox', { name: C2 }).check();
    await main.getByRole('checkbox', { name: C3 }).check();
    const counts = main.getByRole('group', { name: 'Xã An Bình – Biểu dương' });
    await counts.getByLabel('Đồng ý', { exact: true }).fill('hai');
    await send.click();
    await counts.getByText('Hãy ghi số nguyên, từ 0 trở lên.').waitFor();
    await counts.getByLabel('Đồng ý', { exact: true }).fill(' 2 ');
    await send.click();
    await main.getByText('Đã ghi phiếu bằng văn bản của 2 thành viên.').waitFor();
  });

  it('is followed by a decision that somebody keeps as a file', async () => {
    const t = await councilRooms(addOn, 'FILE');
    await t.post('/open-ballot', { period: '2024-03', purpose: 'nomination', only: ['praise-A'] });
    for (const as of PERSONS)
      await t.post('/cast-vote', { ballot: 'BC-2024-03-1', votes: { 'praise-A': 'yes' } }, as);
    await t.post('/close-ballot', { ballot: 'BC-2024-03-1', minutes: 'số 5' });
    const page = await sidebar(t, OFFICER, 'office');
    const main = page.frame.locator('main');
    await page.choose('menuDecide');
    await main.getByLabel('Lĩnh vực của Xã An Bình').selectOption('NN');
    expect(await faultsOf(page)).toEqual([]);
    await main.getByRole('button', { name: 'Ban hành quyết định' }).click();
    await main.getByText('Đã ban hành Quyết định số 01/QĐ-BCĐ').waitFor();
    await main.getByRole('button', { name: 'Tải quyết định (.docx)' }).click();
    const link = main.getByRole('link', { name: 'Lưu quyet-dinh-2024-1.docx' });
    await link.waitFor();
    expect(await faultsOf(page)).toEqual([]);
    const saving = page.page.waitForEvent('download');
    await link.press('Enter');
    const download = await saving;
    expect(download.suggestedFilename()).toBe('quyet-dinh-2024-1.docx');
    const files = unzipSync(readFileSync(await download.path()));
    expect(new TextDecoder().decode(files['word/document.xml'])).toContain('Xã An Bình');
  });
});
