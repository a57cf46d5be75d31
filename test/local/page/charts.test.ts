import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/index.js';
import { describe, expect, it } from 'vitest';
import { drawChart } from '../../../local/page/chart/draw-chart.ts';
import { ticks } from '../../../local/page/chart/scale.ts';
import { type SvgNode, svgText } from '../../../local/page/chart/svg.ts';
import type { ChartView } from '../../../local/page/view/types.ts';
import { viewWorkbook } from '../../../local/page/view/workbook.ts';

const ROWS = [
  ['Cụm', 'Đúng hạn', 'Trễ', 'Thiếu'],
  ['Cụm 1', 6, 1, 1],
  ['Cụm 2', 7, '', 0],
] as const;

function chartOf(basicChart: api.Schema$BasicChartSpec, more: api.Schema$ChartSpec = {}): ChartView {
  const rowData = ROWS.map((row) => ({
    values: row.map((value) => ({
      formattedValue: String(value),
      effectiveValue: typeof value === 'number' ? { numberValue: value } : { stringValue: value },
    })),
  }));
  const data = { sheetId: 5, title: 'Số liệu', gridProperties: { rowCount: 9, columnCount: 9 } };
  const chart = {
    chartId: 1,
    spec: { title: 'Nộp phiếu', basicChart, ...more },
    position: {
      overlayPosition: {
        anchorCell: { rowIndex: 4, columnIndex: 1 },
        offsetXPixels: 20,
        widthPixels: 500,
        heightPixels: 300,
      },
    },
  };
  const { tabs } = viewWorkbook(
    {
      sheets: [
        { properties: data, data: [{ rowData }] },
        { properties: { ...data, sheetId: 6, title: 'Biểu đồ', index: 1 }, charts: [chart] },
      ],
    },
    true,
  );
  return tabs[1]!.charts[0]!;
}
const column = (at: number) => ({
  sourceRange: {
    sources: [{ sheetId: 5, startRowIndex: 0, endRowIndex: 3, startColumnIndex: at, endColumnIndex: at + 1 }],
  },
});
const STACKED = {
  chartType: 'COLUMN',
  stackedType: 'STACKED',
  legendPosition: 'BOTTOM_LEGEND',
  headerCount: 1,
  domains: [{ domain: column(0) }],
  series: [
    { series: column(1), targetAxis: 'LEFT_AXIS', colorStyle: { rgbColor: { green: 0.5 } } },
    { series: column(2), targetAxis: 'LEFT_AXIS' },
    { series: column(3), targetAxis: 'LEFT_AXIS' },
  ],
};

describe('a chart', () => {
  it('has its cells, wherever they stand, and its place', () => {
    expect(chartOf(STACKED)).toEqual({
      chartId: 1,
      title: 'Nộp phiếu',
      shape: 'columns',
      stacked: 'yes',
      legend: 'bottom',
      names: ['Cụm 1', 'Cụm 2'],
      series: [
        { name: 'Đúng hạn', values: [6, 7], shown: ['6', '7'], colour: '#008000' },
        { name: 'Trễ', values: [1, null], shown: ['1', ''] },
        { name: 'Thiếu', values: [1, 0], shown: ['1', '0'] },
      ],
      anchor: { row: 4, column: 1, dx: 20, dy: 0 },
      width: 500,
      height: 300,
      axes: {},
      notShown: [],
    });
  });

  it('names what is not drawn', () => {
    const { notShown } = chartOf(
      { ...STACKED, threeDimensional: true, series: [{ ...STACKED.series[0], lineStyle: { width: 3 } }] },
      { subtitle: 'phụ', fontName: 'Roboto' },
    );
    expect(notShown).toEqual(['subtitle', 'threeDimensional', 'series.lineStyle']);
    const pie = chartOf({}, { basicChart: undefined as never, pieChart: {} });
    expect([pie.series, pie.notShown]).toEqual([[], ['pieChart', 'spec']]);
  });
});

/** Every element of a drawing. */
const all = (drawing: SvgNode): SvgNode[] => [
  drawing,
  ...drawing.children.flatMap((child) => (typeof child === 'string' ? [] : all(child))),
];
const bars = (chart: ChartView) =>
  all(drawChart(chart, 'vi_VN')).filter(({ tag, children }) => tag === 'rect' && children.length > 0);

describe('a drawing', () => {
  it('tells its title and its numbers to whoever cannot see it', () => {
    const [svg] = all(drawChart(chartOf(STACKED), 'vi_VN'));
    expect([
      svg!.attributes.role,
      svg!.children.slice(0, 2).map((child) => (child as SvgNode).children[0]),
    ]).toEqual([
      'img',
      ['Nộp phiếu', 'Đúng hạn – Cụm 1: 6, Cụm 2: 7; Trễ – Cụm 1: 1, Cụm 2: –; Thiếu – Cụm 1: 1, Cụm 2: 0'],
    ]);
  });

  it('stacks parts on one another, each as high as its number', () => {
    const [a, b, c, d] = bars(chartOf(STACKED)).map(({ attributes }) => attributes as Record<string, number>);
    expect([a!.height! / b!.height!, d!.height! / b!.height!].map(Math.round)).toEqual([6, 7]);
    expect([b!.y! + b!.height!, c!.y! + c!.height!].map(Math.round)).toEqual(
      [a!.y, b!.y].map((y) => Math.round(y!)),
    );
  });

  it('makes shares of the whole fill it', () => {
    const shares = bars(chartOf({ ...STACKED, stackedType: 'PERCENT_STACKED' }));
    const heights = shares.map(({ attributes }) => attributes.height as number);
    expect(Math.round(heights[0]! + heights[1]! + heights[2]!)).toBe(Math.round(heights[3]!));
  });

  it('leaves a gap in a line where there is no number', () => {
    const line = {
      ...STACKED,
      chartType: 'LINE',
      stackedType: undefined as never,
      series: [{ series: column(2) }],
    };
    const points = all(drawChart(chartOf(line), 'vi_VN')).filter(({ tag }) => tag === 'circle');
    expect(points).toHaveLength(1);
  });

  it('keeps people’s texts texts', () => {
    const chart = { ...chartOf(STACKED), title: '<script>alert(1)</script>' };
    expect(svgText(drawChart(chart, 'vi_VN'))).not.toContain('<script');
  });

  it('stays within its frame, however many bars it has', () => {
    const names = Array.from({ length: 40 }, (_, i) => `Xã rất dài tên số ${i}`);
    const many: ChartView = {
      ...chartOf({ ...STACKED, chartType: 'BAR' }),
      names,
      series: [{ name: 'Điểm', values: names.map((_, i) => i), shown: names.map((_, i) => `${i}`) }],
    };
    for (const { attributes } of bars(many)) {
      const { x, y, width, height } = attributes as Record<string, number>;
      expect(x! >= 0 && y! >= 0 && x! + width! <= 500 && y! + height! <= 300).toBe(true);
    }
  });
});

describe('an axis', () => {
  it.each([
    [0, 10, [0, 2, 4, 6, 8, 10]],
    [0, 7, [0, 2, 4, 6, 8]],
    [0, 0.3, [0, 0.1, 0.2, 0.3]],
    [-3, 3, [-4, -2, 0, 2, 4]],
    [5, 5, [5, 6]],
  ])('from %d to %d has round numbers', (least, most, expected) => {
    expect(ticks(least, most)).toEqual(expected);
  });
});
