import type { TableTab, WantedChart } from './wanted.ts';

export const CHART_WIDTH_PIXELS = 560;
const LEAST_HEIGHT_PIXELS = 380;
/** Enough for a name beside each lying bar, and for title and legend. */
const BAR_PIXELS = 24;
const FRAME_PIXELS = 130;
/** A row's height unless somebody changed it. */
const ROW_PIXELS = 21;

export function chartHeightPixels({ shape, rows }: WantedChart): number {
  const drawn = rows.reduce((sum, { from, to }) => sum + to - from, 0);
  return shape === 'stacked_bars'
    ? Math.max(LEAST_HEIGHT_PIXELS, FRAME_PIXELS + drawn * BAR_PIXELS)
    : LEAST_HEIGHT_PIXELS;
}

/** Rows below a table that its charts cover. */
export function chartRows({ charts = [] }: Pick<TableTab, 'charts'>): number {
  return Math.ceil(Math.max(0, ...charts.map(chartHeightPixels)) / ROW_PIXELS);
}
