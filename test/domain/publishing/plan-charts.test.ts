import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CurrentCell } from '../../../functions/src/domain/publishing/current.ts';
import { planEdits } from '../../../functions/src/domain/publishing/plan/plan-edits.ts';
import type { ChartData, ChartSpec } from '../../../functions/src/domain/publishing/sheet-request.ts';
import type {
  TableTab,
  WantedChart,
  WantedColumn,
  WantedWorkbook,
} from '../../../functions/src/domain/publishing/wanted.ts';
import { type TinyTab, TinyWorkbook } from './tiny-sheet.ts';

const ROWS = [
  ['Cụm 1', 3, 1, 2],
  ['Cụm 2', 4, 0, 0],
  ['cả bảng', 7, 1, 2],
  ['Khối Đảng', 5, 2, 1],
] as const;

const FORMS: Extract<WantedChart, { parts: unknown }> = {
  key: 'forms',
  title: 'Nộp phiếu',
  shape: 'stacked_columns',
  rows: [
    { from: 0, to: 2 },
    { from: 3, to: 4 },
  ],
  names: 'cluster',
  parts: [{ column: 'onTime', colour: { red: 0, green: 1, blue: 0 } }, { column: 'late' }],
};
const LINES: Extract<WantedChart, { points: unknown }> = {
  key: 'lines',
  title: 'Diễn biến',
  shape: 'lines',
  rows: [{ from: 1, to: 3 }],
  names: 'cluster',
  points: ['onTime', 'missing'],
};

describe('planCharts', () => {
  it('draws shares of a hundred percent, and columns side by side on an axis that does not move', () => {
    const shares: WantedChart = { ...FORMS, shape: 'share_columns' };
    const columns: WantedChart = { ...LINES, shape: 'columns', axis: { from: 0, to: 100 } };
    const sheet = published([shares, columns]);
    const specs = [...theTab(sheet).charts.values()].map(({ basicChart }) => {
      const { chartType, stackedType, axis, series } = basicChart;
      return { chartType, stackedType, axis, series: series.length };
    });
    expect(specs).toEqual([
      { chartType: 'COLUMN', stackedType: 'PERCENT_STACKED', axis: undefined, series: 2 },
      {
        chartType: 'COLUMN',
        stackedType: undefined,
        axis: [
          {
            position: 'LEFT_AXIS',
            viewWindowOptions: { viewWindowMin: 0, viewWindowMax: 100, viewWindowMode: 'EXPLICIT' },
          },
        ],
        series: 2,
      },
    ]);
    expect(drawn(sheet)).toEqual(drawn(published([FORMS, LINES])));
    expect(planEdits(sheet.current(), wanted([shares, columns])).requests).toEqual([]);
  });

  it('draws the cells of the table that were asked for, under the names they have there', () => {
    const sheet = published([FORMS, LINES]);
    expect(drawn(sheet)).toEqual({
      'Nộp phiếu': {
        names: ['Cụm 1', 'Cụm 2', 'Khối Đảng'],
        series: [
          ['Đúng hạn', 3, 4, 5],
          ['Trễ', 1, 0, 2],
        ],
      },
      'Diễn biến': {
        names: ['Đúng hạn', 'Thiếu'],
        series: [
          ['Cụm 2', 4, 0],
          ['cả bảng', 7, 2],
        ],
      },
    });
    expect(planEdits(sheet.current(), wanted([FORMS, LINES])).requests).toEqual([]);
  });

  it('draws anew what changed and nothing else, makes what somebody deleted, takes away what is not wanted', () => {
    const sheet = published([FORMS, LINES]);
    const renamed = { ...FORMS, title: 'Phiếu theo cụm' };
    const requests = planEdits(sheet.current(), wanted([renamed, LINES])).requests;
    expect(requests.map((request) => Object.keys(request)[0])).toEqual([
      'updateDeveloperMetadata',
      'updateChartSpec',
    ]);
    sheet.apply(requests);
    theTab(sheet).charts.clear();
    sheet.apply(planEdits(sheet.current(), wanted([renamed, LINES])).requests);
    expect(Object.keys(drawn(sheet))).toEqual(['Phiếu theo cụm', 'Diễn biến']);
    sheet.apply(planEdits(sheet.current(), wanted([LINES])).requests);
    expect(Object.keys(drawn(sheet))).toEqual(['Diễn biến']);
    expect(planEdits(sheet.current(), wanted([LINES])).requests).toEqual([]);
  });

  it('makes room below a table that grew into its charts, and leaves alone what people put elsewhere', () => {
    const many = [FORMS, LINES, { ...FORMS, key: 'third' }];
    const sheet = published(many);
    const [first, second, third] = [...theTab(sheet).anchors.keys()] as [number, number, number];
    const at = () => [first, second, third].map((id) => theTab(sheet).anchors.get(id));
    expect(at()).toEqual([
      { row: 7, column: 1 }, // beside the frozen column
      { row: 7, column: 1 },
      { row: 27, column: 1 }, // two side by side, the third below them
    ]);
    theTab(sheet).anchors.set(second, { row: 2, column: 9 });
    const more = wanted(many, [...ROWS, ...ROWS, ...ROWS]);
    sheet.apply(planEdits(sheet.current(), more).requests);
    expect(at()).toEqual([
      { row: 15, column: 1 },
      { row: 2, column: 9 },
      { row: 35, column: 1 },
    ]);
    expect(theTab(sheet).rows.length).toBeGreaterThanOrEqual(35 + 19);
    expect(planEdits(sheet.current(), more).requests).toEqual([]);
    expect(planEdits(sheet.current(), wanted(many)).requests.map((each) => Object.keys(each)[0])).toEqual([
      'updateCells', // a shorter table leaves them where they are
    ]);
  });

  it('draws the same whatever people did to the columns', () => {
    const acts = fc.array(
      fc.record({ act: fc.constantFrom('insert', 'move', 'remove'), at: fc.nat(8), to: fc.nat(8) }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(acts, (all) => {
        const sheet = published([FORMS, LINES]);
        const before = drawn(sheet);
        for (const { act, at, to } of all) {
          const tab = theTab(sheet);
          const last = tab.columns.length - 1;
          if (act === 'insert') tab.insert('COLUMNS', Math.min(at, last));
          else if (act === 'move') tab.moveColumn(Math.min(at, last), Math.min(to, last));
          else if (last > 0) tab.remove('COLUMNS', Math.min(at, last));
        }
        sheet.apply(planEdits(sheet.current(), wanted([FORMS, LINES])).requests);
        expect(drawn(sheet)).toEqual(before);
        expect(planEdits(sheet.current(), wanted([FORMS, LINES])).requests).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });
});

function wanted(charts: readonly WantedChart[], rows: TableTab['rows'] = ROWS): WantedWorkbook {
  const column = (key: string, header: string): WantedColumn => ({
    key,
    header,
    widthPixels: 100,
    entry: 'given',
  });
  const tab: TableTab = {
    kind: 'table',
    key: 'overview',
    title: 'Tổng quan',
    banner: ['Tổng quan'],
    frozenColumns: 1,
    columns: [
      column('cluster', 'Cụm'),
      column('onTime', 'Đúng hạn'),
      column('late', 'Trễ'),
      column('missing', 'Thiếu'),
    ],
    rows,
    protection: 'given',
    charts,
  };
  return { title: 'Tổng hợp', locale: 'vi_VN', timeZone: 'Asia/Ho_Chi_Minh', tabs: [tab] };
}

function published(charts: readonly WantedChart[]): TinyWorkbook {
  const sheet = new TinyWorkbook();
  sheet.apply(planEdits(sheet.current(), wanted(charts)).requests);
  return sheet;
}

const theTab = (sheet: TinyWorkbook): TinyTab => sheet.tabs[0]!;

/** What each chart shows: the cells its ranges cover, the first of a series being its name. */
function drawn(sheet: TinyWorkbook): Record<string, { names: CurrentCell[]; series: CurrentCell[][] }> {
  const tab = theTab(sheet);
  const cells = ({ sourceRange }: ChartData) =>
    sourceRange.sources.flatMap((range) =>
      tab.cells
        .slice(range.startRowIndex, range.endRowIndex)
        .flatMap((row) => row.slice(range.startColumnIndex, range.endColumnIndex)),
    );
  const shown = ({ basicChart }: ChartSpec) => ({
    names: cells(basicChart.domains[0].domain).slice(1),
    series: basicChart.series.map(({ series }) => cells(series)),
  });
  return Object.fromEntries([...tab.charts.values()].map((spec) => [spec.title, shown(spec)]));
}
