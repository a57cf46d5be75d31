import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

/** A folder, from the root of the project: what steps of a journey look like is kept there, for the guides. */
const FOLDER = process.env.PICTURES;
const FULL_HD = { width: 1920, height: 1080 };

/** Keeps the window as it is, where pictures are wanted at all. */
export async function keep(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const folder = join(import.meta.dirname, '../..', FOLDER);
  mkdirSync(folder, { recursive: true });
  await page.bringToFront();
  await Promise.all(page.frames().map((frame) => frame.evaluate(PAINTED).catch(() => undefined)));
  await page.screenshot({ path: join(folder, `${name}.png`) });
}

/** The same on a large screen, light and dark. */
export async function keepLarge(page: Page, name: string): Promise<void> {
  if (FOLDER === undefined) return;
  const size = page.viewportSize()!;
  await page.setViewportSize(FULL_HD);
  await keep(page, `${name}-1920`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await keep(page, `${name}-1920-toi`);
  await page.setViewportSize(size);
  await keep(page, `${name}-toi`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** A sidebar is a frame of its own, painted apart from the page: two pictures later it is in the screenshot too. */
const PAINTED = `new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))`;
