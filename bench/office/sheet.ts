import type { Curious } from '../../test/local/page/window.ts';
import { openChromium } from '../../test/support/chromium.ts';

/** In the page: these functions run there. */
declare const dienHinh: Curious;

/** Milliseconds since the browser was told the address. */
export interface Seen {
  /** One can say who one is. */
  readonly peopleMs: number;
  /** One has said so, chosen a workbook, and its cells are drawn. */
  readonly drawnMs: number;
  /** A cell was typed into, and what the server made of it has come back. */
  readonly interactiveMs: number;
}

const PERSON = /Xã Bảo Thạnh/;
const CELL = 'G4'; // where that commune's form of April is filled in

/** What a person does first, as fast as a machine does it, in a browser that has never seen the page. */
export async function openSheet(url: string): Promise<Seen> {
  const { context, end } = await openChromium();
  try {
    const page = await context.newPage();
    const startedAt = performance.now();
    const since = () => performance.now() - startedAt;
    await page.goto(url);
    const person = page.getByRole('button', { name: PERSON });
    await person.waitFor();
    const peopleMs = since();
    await person.click();
    await page
      .getByRole('button', { name: /Được sửa/ })
      .first()
      .click();
    await page.waitForFunction(
      (cell) => typeof dienHinh !== 'undefined' && (dienHinh.place(cell)?.width ?? 0) > 0,
      CELL,
    );
    const drawnMs = since();
    const revision = await page.evaluate(() => dienHinh.book().revision);
    const { left, top } = await page.evaluate((cell) => dienHinh.place(cell), CELL);
    await page.mouse.click(left + 8, top + 8);
    const other = (await page.evaluate((cell) => dienHinh.shown(cell), CELL)) === '1' ? '2' : '1';
    await page.keyboard.type(other);
    await page.keyboard.press('Enter');
    await page.waitForFunction((before) => dienHinh.book().revision > before, revision);
    return { peopleMs, drawnMs, interactiveMs: since() };
  } finally {
    await end();
  }
}
