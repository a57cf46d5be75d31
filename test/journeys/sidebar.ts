import type { Page } from 'playwright-core';
import type { OfficeWindow } from '../local/page/window.ts';
import { until } from '../support/until.ts';

/** What a person does with the menu Thi đua and what it opens beside the sheet. */

export async function chooseItem(page: Page, label: string): Promise<void> {
  await page.bringToFront();
  await page.getByRole('menuitem', { name: 'Thi đua', exact: true }).click();
  await page.getByRole('menuitem', { name: label, exact: true }).click();
}

/** Presses a button or a link of the sidebar. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const sidebar = page.frameLocator('iframe').last();
  const exact = typeof name === 'string';
  await sidebar
    .getByRole('button', { name, exact })
    .or(sidebar.getByRole('link', { name, exact }))
    .first()
    .click();
}

/** What the sidebar says, once it says what is waited for. */
export async function sidebarText(page: Page, expected: RegExp): Promise<string> {
  let said = '';
  await until(`the sidebar says ${expected}`, async () => {
    const frame = page.frames().findLast((each) => each !== page.mainFrame());
    said =
      (await frame
        ?.locator('body')
        .innerText()
        .catch(() => '')) ?? '';
    return expected.test(said);
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it said:\n${said}`);
  });
  return said;
}

/** Presses a tab below the grid. */
export async function showTab(window: OfficeWindow, title: string): Promise<void> {
  const tabs = window.page.locator('[data-u-comp=slide-tab-item]');
  await tabs.filter({ has: window.page.getByText(title, { exact: true }) }).click();
  await window.untilTab(title);
}

/** Types an address into the name box: wherever the cell is, it is scrolled to and selected. */
export async function goTo(window: OfficeWindow, a1: string): Promise<void> {
  const box = window.page.locator('[data-u-comp=defined-name] input');
  await box.fill(a1);
  await box.press('Enter');
  await until(`${a1} is selected`, async () => (await window.selection()) === a1);
}

/** The row, from 1, whose first cells with text in a tab are these, once it is there. */
export async function rowOf(window: OfficeWindow, title: string, texts: readonly string[]): Promise<number> {
  let row = 0;
  await until(`${title} has a row with ${texts}`, async () => {
    const { cells } = await window.tab(title);
    row = 1 + cells.findIndex((line) => texts.every((text) => line?.some((cell) => cell?.shown === text)));
    return row > 0;
  });
  return row;
}
