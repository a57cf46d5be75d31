import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { boxOf } from './box.ts';
import type { Grid } from './grid.ts';
import { hexOf } from './style.ts';
import type { ChartSeries, ChartView } from './types.ts';

/** The charts of a tab with the cells they draw, which may stand on other tabs. */
export function viewCharts(sheet: api.Schema$Sheet, grids: ReadonlyMap<number, Grid>): ChartView[] {
  return (sheet.charts ?? []).map((chart) => viewChart(chart, grids));
}

function viewChart({ chartId, spec, position }: api.Schema$EmbeddedChart, grids: ReadonlyMap<number, Grid>) {
  const { basicChart, title = '', ...otherSpec } = spec ?? {};
  const { anchorCell, offsetXPixels, offsetYPixels, widthPixels, heightPixels } =
    position?.overlayPosition ?? {};
  const notShown = new Set(unknownKeys(otherSpec, SPEC_IGNORED));
  return {
    chartId: chartId ?? 0,
    title: title ?? '',
    ...viewBasic(basicChart, grids, notShown),
    anchor: {
      row: anchorCell?.rowIndex ?? 0,
      column: anchorCell?.columnIndex ?? 0,
      dx: offsetXPixels ?? 0,
      dy: offsetYPixels ?? 0,
    },
    width: widthPixels ?? 600,
    height: heightPixels ?? 371,
    notShown: [...notShown],
  } satisfies ChartView;
}

type Basic = Pick<ChartView, 'shape' | 'stacked' | 'legend' | 'reversed' | 'names' | 'series' | 'axes'>;

/** Looks that change nothing in what a chart says. */
const SPEC_IGNORED = [
  'fontName',
  'titleTextFormat',
  'titleTextPosition',
  'maximized',
  'hiddenDimensionStrategy',
];
const BASIC_KNOWN = [
  ...['chartType', 'stackedType', 'legendPosition', 'headerCount', 'domains', 'series', 'axis'],
  ...['lineSmoothing', 'compareMode', 'interpolateNulls'],
];

const SHAPES: Readonly<Record<string, ChartView['shape']>> = {
  COLUMN: 'columns',
  BAR: 'bars',
  LINE: 'lines',
  AREA: 'area',
};
const STACKED: Readonly<Record<string, ChartView['stacked']>> = {
  STACKED: 'yes',
  PERCENT_STACKED: 'percent',
};
const LEGENDS: Readonly<Record<string, ChartView['legend']>> = {
  BOTTOM_LEGEND: 'bottom',
  RIGHT_LEGEND: 'right',
  TOP_LEGEND: 'top',
  LEFT_LEGEND: 'left',
  NO_LEGEND: 'none',
};

function viewBasic(
  given: api.Schema$BasicChartSpec | undefined,
  grids: ReadonlyMap<number, Grid>,
  notShown: Set<string>,
): Basic {
  const shape = SHAPES[given?.chartType ?? ''];
  if (given === undefined || shape === undefined) {
    notShown.add(given ? `basicChart ${given.chartType ?? '?'}` : 'spec');
    return { shape: 'columns', stacked: 'no', legend: 'none', names: [], series: [], axes: {} };
  }
  for (const key of unknownKeys(given, BASIC_KNOWN)) notShown.add(key);
  const headers = given.headerCount ?? 0;
  const domain = given.domains?.[0];
  if ((given.domains?.length ?? 0) > 1) notShown.add('basicChart.domains[1]');
  const names = readCells(domain?.domain, grids).slice(headers);
  const series = (given.series ?? []).map(({ series: data, colorStyle, color, ...rest }): ChartSeries => {
    for (const key of unknownKeys(rest, ['targetAxis', 'type'])) notShown.add(`series.${key}`);
    if (rest.type && rest.type !== given.chartType) notShown.add(`series.type ${rest.type}`);
    const cells = readCells(data, grids);
    const body = cells.slice(headers);
    const colour = hexOf(colorStyle?.rgbColor ?? color);
    return {
      name: cells
        .slice(0, headers)
        .map(({ shown }) => shown)
        .join(' '),
      values: body.map(({ number }) => number),
      shown: body.map(({ shown }) => shown),
      ...(colour && { colour }),
    };
  });
  const axes = given.axis ?? [];
  const title = (position: string) => axes.find((axis) => axis.position === position)?.title || undefined;
  const [alongNames, alongValues] = [title('BOTTOM_AXIS'), title('LEFT_AXIS')];
  const reversed = axes.some(
    (axis) => axis.position === 'LEFT_AXIS' && isReversed(axis as api.Schema$BasicChartAxis & Reversible),
  );
  return {
    shape,
    stacked: STACKED[given.stackedType ?? ''] ?? 'no',
    legend: LEGENDS[given.legendPosition ?? 'RIGHT_LEGEND'] ?? 'right',
    ...(reversed && { reversed }),
    names: names.map(({ shown }) => shown),
    series,
    axes: {
      ...(alongNames && { names: alongNames }),
      ...(alongValues && { values: alongValues }),
    },
  };
}

/** The API has no reversed axis; a window from the largest to the smallest says the same. */
interface Reversible {
  readonly viewWindowOptions?: {
    readonly viewWindowMin?: number | null;
    readonly viewWindowMax?: number | null;
  };
}
const isReversed = ({ viewWindowOptions: window }: Reversible): boolean =>
  typeof window?.viewWindowMin === 'number' &&
  typeof window.viewWindowMax === 'number' &&
  window.viewWindowMin > window.viewWindowMax;

function readCells(data: api.Schema$ChartData | undefined, grids: ReadonlyMap<number, Grid>) {
  return (data?.sourceRange?.sources ?? []).flatMap((source) => {
    const grid = grids.get(source.sheetId ?? 0);
    if (grid === undefined) return [];
    const box = boxOf(source, grid.rowCount, grid.columnCount);
    const cells: { shown: string; number: number | null }[] = [];
    for (let row = box.top; row < box.bottom; row++)
      for (let column = box.left; column < box.right; column++) {
        const cell = grid.cell(row, column);
        cells.push({ shown: cell?.formattedValue ?? '', number: cell?.effectiveValue?.numberValue ?? null });
      }
    return cells;
  });
}

const unknownKeys = (given: object, known: readonly string[]): string[] =>
  Object.entries(given)
    .filter(([key, value]) => value !== undefined && value !== null && !known.includes(key))
    .map(([key]) => key);
