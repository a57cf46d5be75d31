import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page as BrowserPage } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { setClock } from '../../local/office/clock.ts';
import { openPage } from '../../local/office/open-page.ts';
import { freePort } from '../../local/office/ports.ts';
import { startScheduler } from '../../local/office/scheduler.ts';
import type { Page } from '../../local/page/server.ts';
import { pagePeople } from '../../local/sample/page-people.ts';
import { readSample, SAMPLE_ADDRESS, SCHEDULER } from '../../local/sample/run-sample.ts';
import { READY_AT } from '../../local/sample/story.ts';
import { type OfficeWindow, openWindow } from '../local/page/window.ts';
import { openChromium } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import { findBooks } from './find-books.ts';
import { openSample } from './open-sample.ts';
import { chooseItem, press, sidebarText } from './sidebar.ts';

/** Set it to keep what each step looks like, for the guides. */
const PICTURES = process.env.PICTURES;

const EDITOR = 'x29125@ba-tri.example';
const OFFICER = 'can-bo-1@ba-tri.example';
const LEADER = 'lanh-dao-1@ba-tri.example';

let sample: Awaited<ReturnType<typeof openSample>>;
let chromium: Awaited<ReturnType<typeof openChromium>>;
let address: { readonly page: Page; readonly books: ReadonlyMap<string, string> };

beforeAll(async () => {
  [sample, chromium] = await Promise.all([openSample(), openChromium()]);
  await sample.run();
  const { office, folder, closing } = sample;
  const { campaign, members } = await readSample();
  const clock = setClock(folder.path('clock.json'), READY_AT);
  const { functions, identity: issuer } = office;
  const { audience } = SAMPLE_ADDRESS;
  const logFile = folder.path('logs/scheduler.log');
  const scheduler = startScheduler({
    functions,
    issuer,
    audience,
    campaign: campaign.code,
    account: SCHEDULER,
    clock,
    logFile,
  });
  closing.add('scheduler', () => scheduler.stop());
  const people = pagePeople(campaign, members);
  const page = await openPage({
    office,
    folder,
    closing,
    port: await freePort(),
    audience,
    clock,
    people,
    campaign,
  });
  address = { page, books: await findBooks(office, campaign.code, OFFICER) };
}, 240_000);
afterAll(async () => {
  await chromium?.end();
  await sample?.close();
});

const open = (person: string, book: string): Promise<OfficeWindow> =>
  openWindow(chromium.context, { page: address.page, formId: address.books.get(book)! }, person);

async function keep(page: BrowserPage, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  const folder = join(import.meta.dirname, '../..', PICTURES);
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** By mouse and keyboard, each as the person whose part it is, with the compiled add-on. */
describe('a month in the browser', { timeout: 240_000 }, () => {
  let unit: OfficeWindow;
  let office: OfficeWindow;

  it('shows a unit its three broken cells, each with its sentence, and goes to them', async () => {
    unit = await open(EDITOR, 'unit:X29125');
    const typed = {
      ...{ G4: '1', G5: '9O', G6: '97', G7: 'Có', G8: '210', G9: 'hai' },
      ...{ G10: '5', G11: '90', G12: '20', G13: '4', G14: '3', G15: '12' },
    };
    await keep(unit.page, 'don-vi-1-phieu');
    for (const [cell, text] of Object.entries(typed)) await unit.type(cell, text);
    await chooseItem(unit.page, 'Kiểm tra phiếu');
    const said = await sidebarText(unit.page, /Có 3 chỗ cần sửa/);
    expect(said.match(/[A-Z]\d+ · .+\n+.+/g)).toEqual([
      'G5 · Kết quả / tự chấm\n\n“9O” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
      'G9 · Kết quả / tự chấm\n\n“hai” không phải là số. Hãy chỉ ghi con số, ví dụ 12 hoặc 12,5.',
      'G15 · Kết quả / tự chấm\n\nGiá trị vượt mức tối đa 10. Hãy ghi không quá 10.',
    ]);
    expect(said).toContain(EDITOR);
    await keep(unit.page, 'don-vi-2-kiem-tra');
    await press(unit.page, /^G9 · /);
    await until('G9 is selected', async () => (await selection(unit)) === 'G9');
  });

  it('takes the mended form, and locks it', async () => {
    for (const [cell, text] of Object.entries({ G5: '95', G9: '2', G15: '9' })) await unit.type(cell, text);
    await press(unit.page, 'Kiểm tra lại');
    await sidebarText(unit.page, /Phiếu đúng quy định/);
    await chooseItem(unit.page, 'Nộp phiếu');
    await sidebarText(unit.page, /Nộp phiếu tháng 04\/2024\?/);
    await keep(unit.page, 'don-vi-3-hoi-truoc-khi-nop');
    await press(unit.page, 'Nộp ngay');
    const said = await sidebarText(unit.page, /Đã nhận phiếu/);
    expect(said).toMatch(/Lần nộp\s+1[\s\S]*Hạn nộp\s+đúng hạn/);
    await unit
      .untilShown(
        'A2',
        'Đã nộp lúc 08:00 ngày 04/05/2024; phiếu đang khóa. Muốn sửa, chọn Thi đua ▸ Mở lại phiếu để sửa và ghi lý do.',
      )
      .catch(() => undefined);
    await until('the form says that it is locked', async () =>
      (await unit.shown('A2')).includes('phiếu đang khóa'),
    );
    await unit.type('G4', '7');
    await until('typing is refused', async () => (await unit.toast()).includes('đã khóa'));
    expect(await unit.shown('G4')).toBe('1');
    await keep(unit.page, 'don-vi-4-da-nop');
  });

  it('is closed, evaluated and published by the officer, who is asked each time', async () => {
    office = await open(OFFICER, 'office');
    await chooseItem(office.page, 'Theo dõi nộp phiếu');
    await sidebarText(office.page, /Đã nộp/);
    await keep(office.page, 'can-bo-1-theo-doi');
    await chooseItem(office.page, 'Đánh giá tháng');
    await sidebarText(office.page, /Hãy Chốt tháng, rồi mới đánh giá/);

    await chooseItem(office.page, 'Thu phiếu');
    await sidebarText(office.page, /Thu phiếu tháng 04\/2024\?/);
    await press(office.page, 'Thu phiếu');
    await sidebarText(office.page, /Đã thu phiếu/);
    await keep(office.page, 'can-bo-2-thu-phieu');

    await chooseItem(office.page, 'Chốt tháng');
    await sidebarText(office.page, /Chốt tháng 04\/2024\?/);
    await press(office.page, 'Chốt kỳ');
    await sidebarText(office.page, /đã chốt/i);

    await chooseItem(office.page, 'Đánh giá tháng');
    await sidebarText(office.page, /Đánh giá tháng 04\/2024\?/);
    await press(office.page, /^Đánh giá/);
    await sidebarText(office.page, /Đã đánh giá xong tháng 04\/2024/);
    await keep(office.page, 'can-bo-3-danh-gia');

    await chooseItem(office.page, 'Công bố');
    await sidebarText(office.page, /Công bố .*04\/2024\?/);
    await press(office.page, /^Công bố/);
    await sidebarText(office.page, /Đã công bố/);
    await keep(office.page, 'can-bo-4-cong-bo');
    expect(office.troubles).toEqual([]);
  });

  it('shows the unit its place and why', async () => {
    await chooseItem(unit.page, 'Kết quả của đơn vị');
    const said = await sidebarText(unit.page, /Kết quả của đơn vị[\s\S]*Hạng/);
    expect(said).toContain('Tháng 04/2024');
    await keep(unit.page, 'don-vi-5-ket-qua');
    await chooseItem(unit.page, 'Vì sao?');
    await sidebarText(unit.page, /XA-M1-01/);
    await keep(unit.page, 'don-vi-6-vi-sao');
    expect(unit.troubles).toEqual([]);
  });

  it('is read by the leader, who can change nothing', async () => {
    const summary = await open(LEADER, 'summary');
    await until('April is in the summary', async () =>
      JSON.stringify(await summary.tab('Tổng quan')).includes('04/2024'),
    );
    await keep(summary.page, 'lanh-dao-1-tong-quan');
    await summary.click('B6');
    await summary.page.keyboard.type('x');
    await summary.page.keyboard.press('Enter');
    await until('a reader is told', async () => (await summary.toast()) !== '');
    expect(summary.troubles).toEqual([]);
  });
});

async function selection({ page }: OfficeWindow): Promise<string> {
  return page.evaluate(
    () =>
      (globalThis as unknown as { dienHinh: { selection(): { range: string } } }).dienHinh.selection().range,
  );
}
