import { CHART_WIDTH_PIXELS, chartHeightPixels, chartPlace, chartRows } from '../chart-size.ts';
import type { PlacedChart } from '../current.ts';
import type { Draft } from '../draft.ts';
import type {
  AnchorCell,
  ChartData,
  ChartSpec,
  NewChart,
  SheetRange,
  SheetRequest,
} from '../sheet-request.ts';
import { fingerprintOf, stableId } from '../stable-id.ts';
import type { TableTab, WantedChart } from '../wanted.ts';

const GAP_PIXELS = 20;

/**
 * Charts are known by their ids. One is made when it is not there, drawn anew when its title, its cells or its
 * colours are others than the last time (`drawn`, from the tab's state), and otherwise left where people put it,
 * unless the table grew into it.
 */
export function planCharts(
  draft: Draft,
  tab: TableTab,
  drawn: Readonly<Record<string, string>>,
): SheetRequest[] {
  const charts = tab.charts ?? [];
  const idOf = (key: string) => chartIdOf(draft, key);
  const wanted = new Set(charts.map(({ key }) => key));
  const gone = Object.keys(drawn).filter((key) => !wanted.has(key) && draft.charts.has(idOf(key)));
  const now = chartPrints(draft, tab);
  const reached = isReached(draft, tab);
  return [
    ...gone.map((key): SheetRequest => ({ deleteEmbeddedObject: { objectId: idOf(key) } })),
    ...charts.flatMap((chart, i): SheetRequest[] => {
      const chartId = idOf(chart.key);
      const spec = specOf(draft, chart);
      if (!draft.charts.has(chartId))
        return [{ addChart: { chart: { chartId, spec, position: positionOf(draft, tab, chart, i) } } }];
      const moved = reached ? movedDown(draft, tab, chartId, i) : [];
      return drawn[chart.key] === now[chart.key] ? moved : [{ updateChartSpec: { chartId, spec } }, ...moved];
    }),
  ];
}

/** Rows that charts need below the table: where one has to be made or to move. */
export function roomForCharts(draft: Draft, tab: TableTab): number {
  const { charts = [] } = tab;
  const isMissing = charts.some(({ key }) => !draft.charts.has(chartIdOf(draft, key)));
  return isMissing || isReached(draft, tab) ? chartRows(tab) + 1 : 0;
}

/** Whether rows of the table stand below one of our charts now. */
function isReached(draft: Draft, tab: TableTab): boolean {
  const below = firstRowBelow(draft, tab);
  return (tab.charts ?? []).some(({ key }) => {
    const chart = draft.charts.get(chartIdOf(draft, key));
    return chart !== undefined && chart.row < below && isOverTable(draft, tab, chart);
  });
}

/** Not put to the right of it, or further down, by somebody. */
function isOverTable(draft: Draft, { columns }: TableTab, { column }: PlacedChart): boolean {
  return column <= Math.max(...columns.map(({ key }) => draft.positionOf(key)!));
}

function movedDown(draft: Draft, tab: TableTab, chartId: number, nth: number): SheetRequest[] {
  const chart = draft.charts.get(chartId)!;
  const { rowIndex } = anchorOf(draft, tab, nth);
  if (chart.row >= rowIndex || !isOverTable(draft, tab, chart)) return [];
  const anchorCell = { sheetId: draft.sheetId, rowIndex, columnIndex: chart.column };
  const newPosition = { overlayPosition: { anchorCell } };
  return [{ updateEmbeddedObjectPosition: { objectId: chartId, newPosition, fields: 'anchorCell' } }];
}

const chartIdOf = ({ sheetId }: Draft, key: string): number => stableId(`chart/${sheetId}/${key}`);

/** What each chart was drawn from, to be kept in the tab's state. */
export function chartPrints(draft: Draft, tab: TableTab): Readonly<Record<string, string>> {
  return Object.fromEntries(
    (tab.charts ?? []).map((chart) => [chart.key, fingerprintOf(specOf(draft, chart))]),
  );
}

function specOf(draft: Draft, chart: WantedChart): ChartSpec {
  return {
    title: chart.title,
    basicChart: 'points' in chart ? acrossOf(draft, chart) : barsOf(draft, chart),
  };
}

type Bars = Extract<WantedChart, { parts: unknown }>;
type Across = Extract<WantedChart, { points: unknown }>;

function barsOf(draft: Draft, { shape, names, parts, rows }: Bars): ChartSpec['basicChart'] {
  const lying = shape === 'stacked_bars';
  const down = (column: string) => columnCells(draft, column, rows);
  return {
    chartType: lying ? 'BAR' : 'COLUMN',
    stackedType: shape === 'share_columns' ? 'PERCENT_STACKED' : 'STACKED',
    legendPosition: 'BOTTOM_LEGEND',
    headerCount: 1,
    domains: [{ domain: down(names) }],
    series: parts.map(({ column, colour }) => ({
      series: down(column),
      targetAxis: lying ? 'BOTTOM_AXIS' : 'LEFT_AXIS',
      ...(colour && { colorStyle: { rgbColor: colour } }),
    })),
  };
}

function acrossOf(draft: Draft, { shape, names, points, rows, axis }: Across): ChartSpec['basicChart'] {
  const header = draft.headerRow!;
  const across = (row: number) => rowCells(draft, [names, ...points], row);
  return {
    chartType: shape === 'lines' ? 'LINE' : 'COLUMN',
    legendPosition: shape === 'lines' ? 'RIGHT_LEGEND' : 'BOTTOM_LEGEND',
    ...(axis && { axis: [leftAxis(axis)] }),
    headerCount: 1,
    domains: [{ domain: across(header) }],
    series: rows
      .flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => header + 1 + from + i))
      .map((row) => ({ series: across(row), targetAxis: 'LEFT_AXIS' })),
  };
}

function leftAxis({ from, to }: NonNullable<Across['axis']>) {
  const viewWindowOptions = {
    viewWindowMin: from,
    viewWindowMax: to,
    viewWindowMode: 'EXPLICIT',
  } as const;
  return { position: 'LEFT_AXIS', viewWindowOptions } as const;
}

/** A column's header and its cells in the rows. The header goes with the first cells, as one range where they touch. */
function columnCells(draft: Draft, column: string, rows: WantedChart['rows']): ChartData {
  const at = draft.positionOf(column)!;
  const header = draft.headerRow!;
  const spans = [{ start: header, end: header + 1 }];
  for (const { from, to } of rows) {
    const last = spans.at(-1)!;
    if (last.end === header + 1 + from) last.end = header + 1 + to;
    else spans.push({ start: header + 1 + from, end: header + 1 + to });
  }
  return data(
    spans.map(({ start, end }) => ({
      sheetId: draft.sheetId,
      startRowIndex: start,
      endRowIndex: end,
      startColumnIndex: at,
      endColumnIndex: at + 1,
    })),
  );
}

/** One row's cells in the columns, neighbours as one range. */
function rowCells(draft: Draft, columns: readonly string[], row: number): ChartData {
  const spans: { start: number; end: number }[] = [];
  for (const column of columns) {
    const at = draft.positionOf(column)!;
    const last = spans.at(-1);
    if (last?.end === at) last.end++;
    else spans.push({ start: at, end: at + 1 });
  }
  return data(
    spans.map(({ start, end }) => ({
      sheetId: draft.sheetId,
      startRowIndex: row,
      endRowIndex: row + 1,
      startColumnIndex: start,
      endColumnIndex: end,
    })),
  );
}

const data = (sources: readonly SheetRange[]): ChartData => ({ sourceRange: { sources } });

/** Side by side below the table, and the others below those. */
function positionOf(draft: Draft, tab: TableTab, chart: WantedChart, nth: number): NewChart['position'] {
  const { left } = chartPlace(tab, nth);
  return {
    overlayPosition: {
      anchorCell: anchorOf(draft, tab, nth),
      offsetXPixels: GAP_PIXELS + left * (CHART_WIDTH_PIXELS + GAP_PIXELS),
      widthPixels: CHART_WIDTH_PIXELS,
      heightPixels: chartHeightPixels(chart),
    },
  };
}

/** In the first column that is not frozen: what stands over both would be cut in two as soon as somebody scrolls. */
function anchorOf(draft: Draft, tab: TableTab, nth: number): AnchorCell {
  const row = firstRowBelow(draft, tab) + 1 + chartPlace(tab, nth).rows;
  return {
    sheetId: draft.sheetId,
    rowIndex: Math.min(row, draft.rowCount - 1),
    columnIndex: Math.min(tab.frozenColumns ?? 0, draft.columnCount - 1),
  };
}

const firstRowBelow = (draft: Draft, { rows }: TableTab): number => draft.headerRow! + 1 + rows.length;
