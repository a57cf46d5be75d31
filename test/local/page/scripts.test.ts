import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AppsScriptHost, openAppsScriptHost } from '../../../local/apps-script/host.ts';
import { openChromium } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { MANIFEST } from '../apps-script/run-script.ts';
import { EDITOR, NOON, OTHER_EDITOR, openPageOffice, type PageOffice } from './page-office.ts';
import { type OfficeWindow, openWindow } from './window.ts';

declare const self: { origin: string };

let bundleDir: string;
let host: AppsScriptHost | undefined;
let office: PageOffice;
let chromium: Awaited<ReturnType<typeof openChromium>>;
let mine: OfficeWindow;
let theirs: OfficeWindow;

beforeAll(async () => {
  bundleDir = await mkdtemp(join(tmpdir(), 'script-'));
  await cp(join(import.meta.dirname, 'script.gs'), join(bundleDir, 'Code.js'));
  await writeFile(join(bundleDir, 'appsscript.json'), JSON.stringify(MANIFEST));
  // The host wants the Sheets server's address, the page wants the host.
  const later: AppsScriptHost = {
    run: (order) => host!.run(order),
    close: async () => {},
  };
  [office, chromium] = await Promise.all([openPageOffice({ host: later }), openChromium()]);
  host = openAppsScriptHost({
    bundleDir,
    sheetsUrl: office.sheets.url,
    issuer: { accessTokenFor: async (email) => email, issueIdToken: async () => 'unused' },
    audience: 'unused',
    scriptProperties: {},
    now: () => NOON,
  });
  mine = await openWindow(chromium.context, office, EDITOR);
  theirs = await openWindow(chromium.context, office, OTHER_EDITOR);
});
afterAll(async () => {
  await chromium?.end();
  await host?.close();
  await office?.end();
  await rm(bundleDir, { recursive: true, force: true });
});

async function choose(window: OfficeWindow, ...labels: string[]): Promise<void> {
  const { page } = window;
  await page.bringToFront();
  await page.getByRole('menuitem', { name: 'Thi đua' }).click();
  for (const label of labels) await page.getByRole('menuitem', { name: label, exact: true }).click();
}

describe('the add-on in a window', () => {
  it('has its menu above the grid', async () => {
    await mine.page.bringToFront();
    await mine.page.getByRole('menuitem', { name: 'Thi đua' }).focus();
    await mine.page.keyboard.press('ArrowDown');
    const labels = await mine.page
      .locator('.menu > [role=menuitem], .menu > .submenu > [role=menuitem]')
      .allInnerTexts();
    expect(labels).toEqual(['Kiểm tra phiếu', 'Hỏi tên', 'Thêm', 'Báo tin', 'Hộp thoại', 'Hỏng']);
    await mine.page.keyboard.press('Escape');
    expect(await mine.page.getByRole('menu').count()).toBe(0);
  });

  it('opens a sidebar that calls back, knows what is selected, and selects a cell', async () => {
    await mine.click('E4');
    await choose(mine, 'Kiểm tra phiếu');
    const frame = mine.page.frameLocator('.side iframe');
    await frame.getByRole('button', { name: 'Ai?' }).click();
    await until('the call is answered', async () => (await frame.locator('#said').innerText()) === 'ô E4');
    await frame.getByRole('button', { name: 'Đi tới ô' }).click();
    await until('the cell is selected', async () => (await mine.selection()) === 'D5');
    expect(await theirs.page.locator('.side').isVisible()).toBe(false);
    await mine.page.getByRole('button', { name: 'Đóng ngăn bên' }).click();
    expect(await mine.page.locator('.side').isVisible()).toBe(false);
  });

  it('is reached from the sheet by F6, and left for it again', async () => {
    await choose(mine, 'Kiểm tra phiếu');
    const { page } = mine;
    await page.frameLocator('.side iframe').getByRole('button', { name: 'Ai?' }).waitFor();
    await mine.click('D6');
    const focused = (): Promise<string> =>
      page.evaluate<string>(
        `['.menus', '.sheet', '.side iframe'].find((one) => document.querySelector(one).contains(document.activeElement))`,
      );
    const walked: string[] = [];
    for (const key of ['F6', 'Shift+F6', 'F6', 'F6', 'F6']) {
      await page.keyboard.press(key);
      walked.push(await focused());
      if (walked.at(-1) === '.side iframe') await page.getByRole('button', { name: 'Đóng ngăn bên' }).focus();
    }
    expect(walked).toEqual(['.side iframe', '.sheet', '.side iframe', '.menus', '.sheet']);
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await mine.untilShown('D6', '7');
    await page.getByRole('button', { name: 'Đóng ngăn bên' }).click();
  });

  it('asks in the window that runs it and in no other, and goes on with the answer', async () => {
    await choose(mine, 'Hỏi tên');
    const dialog = mine.page.getByRole('dialog', { name: 'Xác nhận' });
    await dialog.waitFor();
    expect(await mine.page.locator('.running').innerText()).toContain('Đang chạy');
    expect(await theirs.page.getByRole('dialog').count()).toBe(0);
    await dialog.getByRole('textbox').fill('Nguyễn Thị A');
    await dialog.getByRole('button', { name: 'Đồng ý' }).click();
    await until('the cell has the name', async () => (await theirs.shown('E3')) === 'Nguyễn Thị A');
    await until('nothing runs', async () => (await mine.page.locator('.running').innerText()) === '');
  });

  it('is told that a question was closed', async () => {
    await choose(mine, 'Hỏi tên');
    await mine.page.getByRole('dialog', { name: 'Xác nhận' }).waitFor();
    await mine.page.keyboard.press('Escape');
    await until('nothing runs', async () => (await mine.page.locator('.running').innerText()) === '');
  });

  it('shows toasts as text, and what a function throws', async () => {
    await choose(mine, 'Thêm', 'Báo tin');
    await until('it is told', async () => (await mine.toast()) === 'Đã xong <b>mọi việc</b>.');
    await choose(mine, 'Hỏng');
    await until('the trouble is told', async () => (await mine.toast()) === 'Chỗ này hỏng.');
  });

  it('opens a dialog of its own size, which its page closes', async () => {
    await choose(mine, 'Hộp thoại');
    const dialog = mine.page.getByRole('dialog', { name: 'Chọn một việc' });
    const box = await dialog.locator('iframe').boundingBox();
    expect([box?.width, box?.height]).toEqual([320, 180]);
    await dialog.frameLocator('iframe').getByRole('button', { name: 'Xong' }).click();
    await until('it is gone', async () => (await mine.page.getByRole('dialog').count()) === 0);
  });

  it('is run after an edit', async () => {
    await mine.type('D6', '12,5');
    await theirs.untilShown('E6', 'vừa ghi 12,5');
  });

  it('gives its pages no origin and no way out', async () => {
    await choose(mine, 'Kiểm tra phiếu');
    await mine.page.frameLocator('.side iframe').getByRole('heading').waitFor();
    const frame = mine.page.frames().find((one) => one.url().includes('/frames/'))!;
    const tried = await frame.evaluate(async () => ({
      origin: self.origin,
      storage: await Promise.resolve()
        .then(() => localStorage.length)
        .catch((error) => error.name),
      fetched: await fetch('/api/office').then(
        () => 'done',
        (error) => error.name,
      ),
    }));
    expect(tried).toEqual({ origin: 'null', storage: 'SecurityError', fetched: 'TypeError' });
  });

  it('runs no script in them but what was there when they were opened', async () => {
    const frame = mine.page.frames().find((one) => one.url().includes('/frames/'))!;
    const ran = await frame.evaluate<string[]>(`new Promise((resolve) => {
      globalThis.ran = [];
      const place = document.createElement('div');
      place.innerHTML = '<img src="data:," onerror="ran.push(\\'attribute\\')"><a href="javascript:ran.push(\\'link\\')">x</a>';
      document.body.append(place);
      const script = document.createElement('script');
      script.textContent = 'ran.push("element")';
      place.append(script);
      place.querySelector('a').click();
      place.querySelector('img').addEventListener('error', () => setTimeout(() => {
        try { eval('ran.push("eval")'); } catch {}
        resolve(globalThis.ran);
      }));
    })`);
    expect(ran).toEqual([]);
  });
});
