import type { FrameLocator, Page } from 'playwright-core';
import { until } from '../support/until.ts';
import { keep } from './pictures.ts';

/** What a person does with the menu Thi đua and what it opens beside the sheet. */

/** An item of the menu, or of a menu in it. */
export async function chooseItem(page: Page, ...labels: readonly string[]): Promise<void> {
  await page.bringToFront();
  for (const name of ['Thi đua', ...labels]) await page.getByRole('menuitem', { name, exact: true }).click();
}

/** What the menu offers, and closes it again. */
export async function menuItems(page: Page, picture: string): Promise<string[]> {
  await page.bringToFront();
  await page.getByRole('menuitem', { name: 'Thi đua', exact: true }).click();
  const items = page.getByRole('menu').getByRole('menuitem');
  await items.first().waitFor();
  const labels = await items.allInnerTexts();
  await keep(page, picture);
  await page.keyboard.press('Escape');
  return labels.map((label) => label.trim());
}

export const sidebarOf = (page: Page): FrameLocator => page.frameLocator('iframe').last();

/** Presses a button or a link of the sidebar. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  const sidebar = sidebarOf(page);
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
