import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { campaignFiles, EDITOR_A, filledForm, OFFICER } from '../../http/small-campaign.ts';
import { openSharedChromium, type SharedChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { type AddOnCampaign, type AddOnOffice, PERIOD, startAddOnOffice } from '../add-on-office.ts';
import { openSidebarPage, type SidebarPage } from '../sidebar-page.ts';

/** What is looked for in a page, as a script that runs in it. */
const FAULTS = readFileSync(join(import.meta.dirname, '../faults-of-page.js'), 'utf8');
const FORM = `form:${PERIOD}`;
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

async function opened(code: string, files?: Record<string, string>): Promise<AddOnCampaign> {
  const t = await addOn.campaign(code, files);
  await t.move('open');
  await t.deliver();
  return t;
}

async function sidebar(
  t: AddOnCampaign,
  person: string,
  workbook: 'unit:A' | 'office',
  look: { readonly host?: AddOnOffice['host'] } = {},
): Promise<SidebarPage> {
  const context = await chromium.context({ width: 300, height: 800 });
  const spreadsheetId = await t.idOf(workbook);
  return openSidebarPage(context, look.host ?? addOn.host, { person, spreadsheetId });
}

describe('the sidebar', () => {
  it('is worked by the keyboard alone: check, go to a cell, mend, submit, open again', async () => {
    const t = await opened('KEYBOARD');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G5', [['nhiều'], ['Có']]);
    const { sheetId } = await t.tab('unit:A', FORM);
    const window = await sidebar(t, EDITOR_A, 'unit:A');
    const { page, frame, choose, effects } = window;
    const main = frame.locator('main');
    const press = async (...keys: string[]) => {
      for (const key of keys) await page.keyboard.press(key);
    };
    await choose('menuCheck');
    await main.getByText('Có 1 chỗ cần sửa.').waitFor();
    expect(await focused(window)).toBe('Kiểm tra phiếu');
    expect(await frame.locator('h1').getAttribute('aria-describedby')).toBe('verdict');
    expect(await frame.locator('#account').textContent()).toBe(`Đang làm việc với tài khoản${EDITOR_A}`);

    await press('Tab', 'Enter');
    const selected = { kind: 'activate', sheetId, range: 'G4' };
    await until('the cell is selected', () => isDeepStrictEqual(effects.at(-1), selected));
    await until('what is typed goes into it', async () => (await window.wishes()).includes('focusEditor'));

    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [[8]]);
    await press('Tab');
    expect(await focused(window)).toBe('Kiểm tra lại');
    await press('Enter');
    await main.getByText('Phiếu đúng quy định').waitFor();
    await press('Tab');
    expect(await focused(window)).toBe('Nộp phiếu');
    await press('Enter');
    await main.getByText('Nộp phiếu tháng 03/2024?').waitFor();
    await press('Tab', 'Enter');
    await main.getByText('Đã nhận phiếu.').waitFor();
    expect(await t.store.submissions(PERIOD as never)).toHaveLength(1);

    await press('Tab', 'Enter');
    await main.getByText('Mở lại phiếu tháng 03/2024 của Xã An Bình?').waitFor();
    await press('Tab', 'Tab', 'Enter');
    await main.getByText('Hãy ghi nội dung này.').waitFor();
    expect(await frame.getByLabel('Lý do mở lại').getAttribute('aria-invalid')).toBe('true');
    await page.keyboard.type('Ghi nhầm');
    await press('Tab', 'Enter');
    await main.getByText('Đã mở lại phiếu.').waitFor();
  });

  it('says that it waits, and shuts its buttons: two clicks are one', async () => {
    const t = await opened('CLICKS');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4:G5', [[8], ['Có']]);
    const { frame, choose, hold } = await sidebar(t, EDITOR_A, 'unit:A');
    await choose('menuSubmit');
    const button = frame.getByRole('button', { name: 'Nộp ngay' });
    await button.waitFor();
    const release = hold();
    await button.dblclick();
    const status = frame.getByRole('status');
    await status.getByText('Đang gửi phiếu').waitFor();
    expect(await status.getByRole('progressbar').getAttribute('aria-label')).toMatch(/Đang gửi phiếu/);
    expect(await button.isDisabled()).toBe(true);
    release();
    await frame.locator('main').getByText('Đã nhận phiếu.').waitFor();
    expect(await status.textContent()).toBe('');
    expect((await t.store.submissions(PERIOD as never)).map(({ revision }) => revision)).toEqual([1]);
  });

  it('says so when Google brings no answer, and asks again', async () => {
    const t = await opened('NO-ANSWER');
    let isBroken = true;
    const host: AddOnOffice['host'] = {
      close: addOn.host.close,
      run: async (order) =>
        isBroken && order.kind === 'client'
          ? { ok: false, name: 'Exception', message: 'Exceeded maximum execution time', calls: {} }
          : addOn.host.run(order),
    };
    const { frame, choose } = await sidebar(t, EDITOR_A, 'unit:A', { host });
    await choose('menuHelp');
    await frame.getByText('Chưa nhận được câu trả lời từ Google').waitFor();
    isBroken = false;
    await frame.getByRole('button', { name: 'Thử lại' }).click();
    await frame.getByRole('heading', { name: 'Trợ giúp' }).waitFor();
  });

  it('shows how far long work is, found again after it was closed', async () => {
    const t = await opened('PROGRESS');
    const { frame, choose } = await sidebar(t, OFFICER, 'office');
    await choose('menuProvision');
    await frame.locator('main').getByRole('button', { name: 'Lập, cập nhật các sổ' }).click();
    const bar = frame.getByRole('progressbar', { name: 'Đang lập, cập nhật các sổ' });
    await bar.waitFor();
    expect(await bar.getAttribute('aria-valuemax')).toBe('5');
    await until('the work is done', async () => (await t.post('/run-jobs')).body.remaining === 0);
    await choose('menuProvision');
    await frame.locator('main').getByText('Lập, cập nhật các sổ?').waitFor();
    expect((await t.post('/start-job', { kind: 'provision' })).status).toBe(202);
    await choose('menuProvision');
    await bar.waitFor();
  });

  it('takes texts from people for texts, whatever is in them', async () => {
    const evil = '<img src=x onerror="document.title=1"><b>Xã</b>';
    const files = campaignFiles('EVIL');
    files['units.csv'] = files['units.csv']!.replace('Xã An Bình', `"${evil.replaceAll('"', '""')}"`);
    const t = await opened('EVIL', files);
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [['<script>alert(1)</script>']]);
    const { page, frame, choose } = await sidebar(t, EDITOR_A, 'unit:A');
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await choose('menuCheck');
    await frame.locator('main').getByText('chỗ cần sửa').first().waitFor();
    const text = await frame.locator('main').innerText();
    expect(text).toContain(evil);
    expect(text).toContain('“<script>alert(1)</script>”');
    expect(await frame.locator('main img, main b, main script').count()).toBe(0);
    expect(asked.filter((url) => !url.startsWith('about:'))).toEqual([]);
  });

  it('changes its language, and looks for units in it', async () => {
    const t = await opened('LANGUAGE');
    await t.post('/submit-form', { period: PERIOD, unitId: 'A', cells: filledForm({ C1: 8, C2: 'Có' }) });
    const { frame, choose } = await sidebar(t, OFFICER, 'office');
    await choose('menuTracking');
    await frame.getByRole('heading', { name: 'Theo dõi nộp phiếu' }).waitFor();
    await frame.getByLabel('Tìm đơn vị').fill('bao thanh');
    await frame.getByText('1 trong 3 đơn vị').waitFor();
    expect(await frame.getByRole('listitem').allInnerTexts()).toEqual([
      expect.stringContaining('Xã Bảo Thạnh'),
    ]);
    await frame.getByRole('button', { name: /^English/ }).click();
    await frame.getByRole('heading', { name: 'Who has submitted' }).waitFor();
    expect(await frame.locator('html').getAttribute('lang')).toBe('en');
    await frame.getByRole('radio', { name: 'Submitted 1' }).check();
    await frame.getByText('1 of 3 units').waitFor();
    await choose('menuTracking');
    await frame.getByRole('heading', { name: 'Who has submitted' }).waitFor();
    await frame.getByRole('button', { name: /^Tiếng Việt/ }).click();
    await frame.getByRole('heading', { name: 'Theo dõi nộp phiếu' }).waitFor();
  });

  it('can be read by everybody, light and dark, and fits into 300 pixels', async () => {
    const t = await opened('LOOKS');
    await t.type(EDITOR_A, 'unit:A', FORM, 'G4', [['nhiều']]);
    const unit = await sidebar(t, EDITOR_A, 'unit:A');
    const office = await sidebar(t, OFFICER, 'office');
    const looked = [
      [unit, ['menuCheck', 'menuResult', 'menuHelp']],
      [office, ['menuTracking', 'menuClose', 'menuPublish', 'menuProvision', 'menuLog', 'menuHelp']],
    ] as const;
    for (const [{ page, frame, choose, inFrame }, items] of looked)
      for (const item of items) {
        await choose(item);
        await frame.locator('main:not([aria-busy]) h1').waitFor();
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          const faults = await inFrame<string[]>(FAULTS);
          expect([item, colorScheme, faults]).toEqual([item, colorScheme, []]);
        }
      }
  });
});

function focused({ inFrame }: SidebarPage): Promise<string> {
  return inFrame('document.activeElement?.textContent ?? ""');
}
