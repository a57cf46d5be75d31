import type { Tag } from '../../domain/campaign/tag.ts';
import type { Colour, WantedChart } from '../../domain/publishing/wanted.ts';

/** More bars or lines than these nobody reads; the table is there. */
const MOST_BARS = 60;
const MOST_LINES = 10;

const GREEN: Colour = { red: 0.42, green: 0.66, blue: 0.31 };
const YELLOW: Colour = { red: 0.95, green: 0.76, blue: 0.2 };
const RED: Colour = { red: 0.8, green: 0.25, blue: 0.2 };
/** From the best grade to the worst. */
const GRADE_SCALE: readonly Colour[] = [
  { red: 0.22, green: 0.46, blue: 0.11 },
  GREEN,
  YELLOW,
  { red: 0.9, green: 0.57, blue: 0.22 },
  RED,
];

type Rows = WantedChart['rows'];

/** Shares of forms, and grades, by cluster. `clusters`: the overview's rows of single clusters. */
export function overviewCharts(clusters: Rows, grades: readonly string[]): WantedChart[] {
  const bars = { rows: clusters, names: 'cluster' };
  const last = Math.max(1, grades.length - 1);
  const forms: WantedChart = {
    ...bars,
    key: 'forms',
    title: 'Tỷ lệ nộp phiếu đúng hạn, trễ, thiếu theo cụm, khối',
    shape: 'share_columns',
    parts: [
      { column: 'onTime', colour: GREEN },
      { column: 'late', colour: YELLOW },
      { column: 'missing', colour: RED },
    ],
  };
  const graded: WantedChart = {
    ...bars,
    key: 'grades',
    title: 'Xếp loại theo cụm, khối',
    shape: 'stacked_columns',
    parts: grades.map((name, i) => ({
      column: `grade:${name}`,
      colour: GRADE_SCALE[Math.round((i * (GRADE_SCALE.length - 1)) / last)]!,
    })),
  };
  if (clusters.length === 0) return [];
  return grades.length === 0 ? [forms] : [forms, graded];
}

/** Points by prong, one lying bar for each unit. */
export function prongCharts(prongs: readonly Tag[], units: number): WantedChart[] {
  if (prongs.length === 0 || units === 0 || units > MOST_BARS) return [];
  return [
    {
      key: 'prongs',
      title: 'Điểm theo mũi',
      shape: 'stacked_bars',
      rows: [{ from: 0, to: units }],
      names: 'unit',
      parts: prongs.map(({ code }) => ({ column: `prongs:${code}` })),
    },
  ];
}

/** Places period by period, of the units that stand first in the year. */
export function placeCharts(periods: readonly string[], units: number): WantedChart[] {
  if (periods.length < 2 || units === 0) return [];
  const lines = Math.min(units, MOST_LINES);
  return [
    {
      key: 'places',
      title: `Hạng qua các kỳ của ${lines} đơn vị dẫn đầu năm (hạng 1 ở dưới cùng)`,
      shape: 'lines',
      rows: [{ from: 0, to: lines }],
      names: 'unit',
      points: periods.map((id) => `place:${id}`),
    },
  ];
}

/** How far the breakthrough tasks have come. `tasks`: the table's rows of all units together, one for each task. */
export function breakthroughCharts(tasks: Rows, periods: readonly string[]): WantedChart[] {
  if (tasks.length === 0 || tasks.length > MOST_LINES) return [];
  return [
    {
      key: 'breakthroughs',
      title: 'Tiến độ các nhiệm vụ đột phá, mọi đơn vị (% điểm có thể đạt)',
      // One point makes no line.
      shape: periods.length < 2 ? 'columns' : 'lines',
      rows: tasks,
      names: 'task',
      points: periods.map((id) => `share:${id}`),
      axis: { from: 0, to: 100 },
    },
  ];
}

/** Percent of forms on time period by period. `tracks`: the table's rows of whole tracks. */
export function onTimeCharts(tracks: Rows, periods: readonly string[]): WantedChart[] {
  if (tracks.length === 0 || periods.length === 0) return [];
  return [
    {
      key: 'onTime',
      title: 'Tỷ lệ phiếu nộp đúng hạn qua các kỳ (%)',
      shape: 'columns',
      rows: tracks,
      names: 'track',
      points: periods.map((id) => `share:${id}`),
      axis: { from: 0, to: 100 },
    },
  ];
}
