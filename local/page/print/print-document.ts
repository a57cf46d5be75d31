import { randomBytes } from 'node:crypto';
import { drawChart } from '../chart/draw-chart.ts';
import { svgText } from '../chart/svg.ts';
import { escapeHtml } from '../escape-html.ts';
import type { TabView } from '../view/types.ts';
import { printCss } from './print-css.ts';
import { printTable } from './print-table.ts';

/** What A4 leaves between margins of 10 mm, in CSS pixels. */
const PORTRAIT_PIXELS = 718;
const LANDSCAPE_PIXELS = 1047;
/** Smaller than this nobody reads. */
const LEAST_SCALE = 0.62;

/**
 * A tab as a plain page to print on A4: upright when it fits, else lying; always one page wide, the header rows
 * repeated on each. Returns the policy that lets its one style element through.
 */
export function printDocument(
  book: string,
  tab: TabView,
  locale = 'vi_VN',
): { html: string; policy: string } {
  const table = printTable(tab);
  const portrait = table.width * LEAST_SCALE * 1.1 <= PORTRAIT_PIXELS;
  const room = portrait ? PORTRAIT_PIXELS : LANDSCAPE_PIXELS;
  const scale = Math.max(LEAST_SCALE, Math.min(1, room / table.width));
  const charts = tab.charts.map((chart) => {
    // Two beside one another where the page lies.
    const width = portrait ? Math.min(chart.width, room) : Math.min(chart.width, room / 2 - 8);
    return `<figure>${svgText(drawChart({ ...chart, width }, locale))}</figure>`;
  });
  const nonce = randomBytes(16).toString('base64');
  const html = `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${tab.title} – ${book}`)}</title>
<style nonce="${nonce}">${printCss(tab.styles, { portrait, scale, shares: table.shares, gridlines: tab.gridlines })}</style>
</head>
<body>
<p class="hint">Bấm Ctrl+P để in trang này trên giấy A4. <small lang="en">Press Ctrl+P to print.</small></p>
<main>
${table.html}
<div class="charts">
${charts.join('\n')}
</div>
</main>
</body>
</html>
`;
  const policy = `default-src 'none'; style-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
  return { html, policy };
}
