import type { Page } from 'playwright-core';
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
