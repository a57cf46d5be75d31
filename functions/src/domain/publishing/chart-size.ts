import type { TableTab, WantedChart } from './wanted.ts';

export const CHART_WIDTH_PIXELS = 560;
const LEAST_HEIGHT_PIXELS = 380;
/** Enough for a name beside each lying bar, and for title and legend. */
const BAR_PIXELS = 24;
const FRAME_PIXELS = 130;
/** A row's height unless somebody changed it. */
const ROW_PIXELS = 21;
/** Side by side; as many as a screen is wide. The others stand below. */
const CHARTS_IN_LINE = 2;

export function chartHeightPixels({ shape, rows }: WantedChart): number {
  const drawn = rows.reduce((sum, { from, to }) => sum + to - from, 0);
  return shape === 'stacked_bars'
    ? Math.max(LEAST_HEIGHT_PIXELS, FRAME_PIXELS + drawn * BAR_PIXELS)
    : LEAST_HEIGHT_PIXELS;
}

/** Rows below a table that its charts cover. */
export function chartRows({ charts = [] }: Pick<TableTab, 'charts'>): number {
  return lineRows(charts).reduce((sum, rows) => sum + rows, 0);
}

/** Where the nth chart stands: rows below the first line of charts, and how many stand to its left. */
export function chartPlace(
  { charts = [] }: Pick<TableTab, 'charts'>,
  nth: number,
): { readonly rows: number; readonly left: number } {
  const line = Math.floor(nth / CHARTS_IN_LINE);
  const above = lineRows(charts).slice(0, line);
  return { rows: above.reduce((sum, rows) => sum + rows, 0), left: nth % CHARTS_IN_LINE };
}

/** The rows that each line of charts covers; below each but the last stays a little room. */
function lineRows(charts: readonly WantedChart[]): readonly number[] {
  const lines = Array.from({ length: Math.ceil(charts.length / CHARTS_IN_LINE) }, (_, i) =>
    charts.slice(i * CHARTS_IN_LINE, (i + 1) * CHARTS_IN_LINE),
  );
  return lines.map((line, i) => {
    const rows = Math.ceil(Math.max(...line.map(chartHeightPixels)) / ROW_PIXELS);
    return i === lines.length - 1 ? rows : rows + 1;
  });
}
