import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { printDocument } from '../../../local/page/print/print-document.ts';
import { printTable } from '../../../local/page/print/print-table.ts';
import type { CellView, TabView } from '../../../local/page/view/types.ts';
import { openChromium } from '../../support/chromium.ts';
import { EDITOR, FORM, openPageOffice, type PageOffice } from './page-office.ts';

let office: PageOffice;
let chromium: Awaited<ReturnType<typeof openChromium>>;
beforeAll(async () => {
  [office, chromium] = await Promise.all([openPageOffice(), openChromium()]);
});
afterAll(async () => {
  await chromium?.end();
  await office?.end();
});

function tab(rows: readonly (readonly string[])[], more: Partial<TabView> = {}): TabView {
  return {
    sheetId: 1,
    title: 'Xếp hạng <XA>',
    rowCount: 200,
    columnCount: 20,
    frozenRows: 1,
    frozenColumns: 0,
    gridlines: true,
    rows: {},
    columns: {},
    merges: [],
    cells: rows.map((row) => row.map((shown): CellView | null => (shown === '' ? null : { shown }))),
    styles: {},
    dropDowns: {},
    closed: [],
    charts: [],
    notShown: [],
    ...more,
  };
}

describe('a printed tab', () => {
  it('is a plain table: header rows to repeat, hidden lines left out, merges and long texts over several columns', () => {
    const { html, shares } = printTable(
      tab([['Tên'], ['Một dòng dài hơn ô của nó', '', '', 'x'], ['ẩn'], ['a', '<b>', '1\n2']], {
        rows: { 2: { hidden: true } },
        columns: { 0: { size: 300 }, 1: { hidden: true } },
        merges: [{ top: 0, left: 0, bottom: 1, right: 4 }],
      }),
    );
    expect(shares).toEqual([0.6, 0.2, 0.2]);
    expect(html).toBe(
      [
        '<table>',
        '<colgroup><col class="c0"><col class="c1"><col class="c2"></colgroup>',
        '<thead><tr><td colspan="3">Tên</td></tr></thead>',
        '<tbody><tr><td colspan="2">Một dòng dài hơn ô của nó</td><td>x</td></tr>',
        '<tr><td>a</td><td colspan="2">1<br>2</td></tr></tbody>',
        '</table>',
      ].join('\n'),
    );
  });

  it('keeps people’s texts texts, also in its styles', () => {
    const evil = { ff: 'x"; } body { display: none', bg: { rgb: 'red; }' } };
    const { html, policy } = printDocument('Sổ <1>', tab([['<script>']], { styles: { k: evil as never } }));
    expect(html).not.toMatch(/<script|body \{ display|red;/);
    expect(policy).toMatch(/^default-src 'none'; style-src 'nonce-/);
  });

  it('stands upright when it is narrow, lies when it is wide', () => {
    const narrow = printDocument('', tab([['a', 'b']])).html;
    const wide = printDocument('', tab([Array.from({ length: 18 }, () => 'x')])).html;
    expect([narrow, wide].map((html) => /size: A4 (\w+)/.exec(html)?.[1])).toEqual(['portrait', 'landscape']);
  });

  it('is served to whoever may read it', async () => {
    const page = await chromium.context.newPage();
    const opened = await fetch(`${office.page.url}/api/windows`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ person: EDITOR }),
    });
    const { window } = (await opened.json()) as { window: string };
    await page.goto(`${office.page.url}/print/${office.formId}/${FORM}?window=${window}`);
    expect(await page.title()).toBe('Phiếu 04-2024 – Sổ thi đua – Xã An Bình');
    expect(await page.locator('td').nth(1).innerText()).toBe('Mã tiêu chí');
  });

  it('is as wide as one page, header rows on every page', async () => {
    const page = await chromium.context.newPage();
    const rows = Array.from({ length: 90 }, (_, i) => [
      `${i}`,
      'Một nội dung khá dài của tiêu chí thi đua trong tháng',
      'Cụm 1',
      '97,5',
    ]);
    const { html } = printDocument(
      'Sổ',
      tab([['Hạng', 'Đơn vị', 'Cụm', 'Điểm'], ...rows], { columns: { 1: { size: 420 } } }),
    );
    await page.setContent(html);
    await page.emulateMedia({ media: 'print' });
    // What A4 leaves between its margins.
    await page.setViewportSize({ width: 718, height: 1047 });
    const [needs, has] = await page.evaluate<[number, number]>(
      '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
    );
    expect(needs).toBeLessThanOrEqual(has);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    const boxes = [...pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)].map(([, width, height]) => [
      Math.round(+width!),
      Math.round(+height!),
    ]);
    expect(boxes.length).toBeGreaterThan(1);
    expect(new Set(boxes.map(String))).toEqual(new Set(['595,842']));
    const display = 'getComputedStyle(document.querySelector("thead")).display';
    expect(await page.evaluate(display)).toBe('table-header-group');
  });
});
