import { openChromium } from '../../test/support/chromium.ts';

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
      `typeof dienHinh !== 'undefined' && (dienHinh.place('${CELL}')?.width ?? 0) > 0`,
    );
    const drawnMs = since();
    const revision = await page.evaluate<number>('dienHinh.book().revision');
    const place = await page.evaluate<{ left: number; top: number }>(`dienHinh.place('${CELL}')`);
    await page.mouse.click(place.left + 8, place.top + 8);
    await page.keyboard.type('1');
    await page.keyboard.press('Enter');
    await page.waitForFunction(`dienHinh.book().revision > ${revision}`);
    return { peopleMs, drawnMs, interactiveMs: since() };
  } finally {
    await end();
  }
}
