import type { BrowserContext, Page } from 'playwright-core';
import type { TabView } from '../../../local/page/view/types.ts';
import { until } from '../../support/until.ts';
import type { PageOffice } from './page-office.ts';

/** One browser window with a workbook open in it, worked by mouse and keyboard. */
export interface OfficeWindow {
  readonly page: Page;
  /** What went wrong in the page so far. */
  readonly troubles: readonly string[];
  click(a1: string): Promise<void>;
  /** Where a cell is in the window, in pixels. */
  place(a1: string): Promise<{ left: number; top: number; width: number; height: number }>;
  /** Types into the selected cell and leaves its editor open. */
  begin(text: string): Promise<void>;
  /** Goes to the cell, types and leaves it with Enter. */
  type(a1: string, text: string): Promise<void>;
  /** What the grid shows, once there is one. */
  shown(a1: string): Promise<string>;
  /** What is selected: "D5". */
  selection(): Promise<string>;
  untilShown(a1: string, text: string): Promise<void>;
  tab(title: string): Promise<TabView>;
  titles(): Promise<string[]>;
  /** Until a tab is the one that is shown. */
  untilTab(title: string): Promise<void>;
  /** Presses a tab, once more where that met nobody: while the bar is drawn anew it does. */
  goTo(nth: number, title: string): Promise<void>;
  /** Puts something on the clipboard as another program would. */
  copy(parts: Readonly<Record<string, string>>): Promise<void>;
  clipboard(): Promise<string>;
  toast(): Promise<string>;
}

export interface Curious {
  selection(): { sheetId: number; range: string };
  editing(): boolean;
  book(): { revision: number; tabs: TabView[] };
  place(a1: string): { left: number; top: number; width: number; height: number };
  shown(a1: string): string;
}
declare const dienHinh: Curious;
/** As far as it is used here: these functions run in the browser, whose types are not the tests'. */
declare const navigator: {
  clipboard: { readText(): Promise<string>; write(items: readonly ClipboardItem[]): Promise<void> };
};
declare class ClipboardItem {
  constructor(parts: Readonly<Record<string, Blob>>);
}

export async function openWindow(
  context: BrowserContext,
  { page: { url }, formId }: Pick<PageOffice, 'page' | 'formId'>,
  person: string,
  address = `/?as=${person}#/so/${formId}`,
): Promise<OfficeWindow> {
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(error.stack ?? error.message));
  page.on('console', (message) => {
    // The browser notes every refusal; what the page makes of it is looked at elsewhere.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource'))
      troubles.push(message.text());
  });
  await page.goto(url + address);
  await page.waitForFunction(() => typeof dienHinh !== 'undefined' && (dienHinh.place('A1')?.width ?? 0) > 0);
  const place = async (a1: string) => {
    await page.waitForFunction((cell) => (dienHinh.place(cell)?.width ?? 0) > 0, a1); // drawn, that is
    return page.evaluate((cell) => dienHinh.place(cell), a1);
  };
  let presses = 0;
  const click = async (a1: string): Promise<void> => {
    await page.bringToFront();
    if ((await page.evaluate(() => dienHinh.selection().range)) === a1) return;
    const { left, top, width, height } = await place(a1);
    presses += 1;
    // Two presses on the same place within half a second are a double-click, and open the editor.
    const aside = (presses % 2) * 6;
    await page.mouse.click(left + Math.min(width / 2, 40) - aside, top + height / 2);
    await until(
      `${a1} is selected`,
      async () => (await page.evaluate(() => dienHinh.selection().range)) === a1,
    );
  };
  /** The first letter opens the editor; what came faster than that would be lost. */
  const begin = async (text: string): Promise<void> => {
    await page.keyboard.type(text[0]!);
    await page.waitForFunction(() => dienHinh.editing(), undefined, { timeout: 1500 }).catch(() => undefined);
    await page.keyboard.type(text.slice(1));
  };
  const shown = async (a1: string) => {
    await page.waitForFunction(() => typeof dienHinh !== 'undefined');
    return page.evaluate((cell) => dienHinh.shown(cell), a1);
  };
  return {
    page,
    troubles,
    click,
    place,
    shown,
    selection: () => page.evaluate(() => dienHinh.selection().range),
    type: async (a1, text) => {
      await click(a1);
      await begin(text);
      await page.keyboard.press('Enter');
    },
    begin,
    untilShown: (a1, text) => until(`${a1} shows “${text}”`, async () => (await shown(a1)) === text),
    // Looked up in the page: a whole workbook is megabytes to hand over.
    tab: (title) =>
      page.evaluate((wanted) => dienHinh.book().tabs.find((tab) => tab.title === wanted)!, title),
    titles: () => page.evaluate(() => dienHinh.book().tabs.map((tab) => tab.title)),
    untilTab: (title) => until(`${title} is shown`, () => page.evaluate(isShown, title)),
    goTo: (nth, title) =>
      until(`${title} is shown`, async () => {
        await page.locator('[data-u-comp=slide-tab-item]').nth(nth).click();
        // Two presses within half a second would be a double-click, and open the name.
        const seen = page.waitForFunction(isShown, title, { timeout: 1500 });
        return seen.then(
          () => true,
          () => false,
        );
      }),
    copy: async (parts) => {
      await page.bringToFront();
      await page.evaluate(async (given) => {
        const blobs = Object.entries(given).map(([type, text]) => [type, new Blob([text], { type })]);
        await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
      }, parts);
    },
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    toast: () => page.locator('.toast-text p').last().innerText(),
  };
}

/** In the page. */
function isShown(title: string): boolean {
  const { sheetId } = dienHinh.selection();
  return dienHinh.book().tabs.find((tab) => tab.sheetId === sheetId)?.title === title;
}
