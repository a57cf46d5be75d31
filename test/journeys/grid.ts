import type { Curious, OfficeWindow } from '../local/page/window.ts';
import { until } from '../support/until.ts';

/** What a person does in the grid and with the tabs below it. */

/** Presses a tab below the grid. */
export async function showTab(window: OfficeWindow, title: string): Promise<void> {
  const tabs = window.page.locator('[data-u-comp=slide-tab-item]');
  await tabs.filter({ has: window.page.getByText(title, { exact: true }) }).click();
  await window.untilTab(title);
  const shown = tabs.and(window.page.locator('[aria-selected=true]'));
  await until('the tab is in sight', async () => {
    const [tab, bar] = await Promise.all([shown.boundingBox(), shown.locator('..').boundingBox()]);
    return tab !== null && bar !== null && tab.x >= bar.x && tab.x + tab.width <= bar.x + bar.width;
  });
}

/** Types an address into the name box: wherever the cell is, it is scrolled to and selected. */
export async function goTo(window: OfficeWindow, a1: string): Promise<void> {
  const box = window.page.locator('[data-u-comp=defined-name] input');
  await box.fill(a1);
  await box.press('Enter');
  await until(`${a1} is selected`, async () => (await window.selection()) === a1);
}

/** Until a cell is the selected one, and seen beside the sidebar. */
export async function untilInSight(window: OfficeWindow, a1: string): Promise<void> {
  await until(`${a1} is selected and in sight`, async () => {
    const [{ left, width }, side] = await Promise.all([
      window.place(a1),
      window.page.locator('aside.side').boundingBox(),
    ]);
    return (await window.selection()) === a1 && side !== null && left >= 0 && left + width <= side.x;
  });
}

/** The row, from 1, of a tab that has a cell for each of these texts, once it is there; a name may have its unit behind it. */
export async function rowOf(window: OfficeWindow, title: string, texts: readonly string[]): Promise<number> {
  let row = 0;
  await until(`${title} has a row with ${texts}`, async () => {
    row = await window.page.evaluate(findRow, { title, texts });
    return row > 0;
  });
  return row;
}

declare const dienHinh: Curious;

/** Runs in the browser: the row, or 0. */
function findRow({ title, texts }: { title: string; texts: readonly string[] }): number {
  const cells = dienHinh.book().tabs.find((tab) => tab.title === title)?.cells ?? [];
  const says = (shown = '', text: string) => shown === text || shown.startsWith(`${text} (`);
  return 1 + cells.findIndex((line) => texts.every((text) => line?.some((cell) => says(cell?.shown, text))));
}

/** Pastes rows that another program copied below the rows of a register, from its second column on. Gives the first row. */
export async function addRows(
  window: OfficeWindow,
  title: string,
  rows: readonly (readonly string[])[],
): Promise<number> {
  await showTab(window, title);
  const header = await rowOf(window, title, ['Mã']);
  const { cells } = await window.tab(title);
  const filled = cells.slice(header).findIndex((line) => (line?.[1]?.shown ?? '') === '');
  const row = header + (filled === -1 ? cells.length - header : filled) + 1;
  await window.copy({ 'text/plain': rows.map((each) => `${each.join('\t')}\r\n`).join('') });
  await goTo(window, `B${row}`);
  await window.page.keyboard.press('Control+v');
  const [first = ''] = rows[0] ?? [];
  await window.untilShown(`B${row}`, first);
  return row;
}
