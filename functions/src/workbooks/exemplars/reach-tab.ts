import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab, WantedChart } from '../../domain/publishing/wanted.ts';
import type { RegisterColumn, RegisterRow } from '../../domain/register/register.ts';
import { propagation } from '../../domain/register/registers/propagation.ts';
import { byName, countColumn, dayColumn, peopleColumn, readOnlyTable, textColumn } from '../column.ts';
import { NOT_IN_FORCE } from '../words.ts';
import { countOf, dayOf, lastDay, sumOf, textOf } from './cells.ts';
import type { ExemplarView } from './exemplar-view.ts';

/** More bars than these nobody reads. */
const MOST_BARS = 30;

/** Tuyên truyền: how many people each exemplar reached by which channel. */
export function reachTab(view: ExemplarView): TableTab {
  const lines = [...Map.groupBy(view.rows('propagation'), ({ values }) => String(values.exemplar))]
    .map(([exemplar, items]) => ({ exemplar, items, reach: reachOf(items) }))
    .sort((a, b) => b.reach - a.reach || byName(a.exemplar, b.exemplar));
  return readOnlyTable({
    key: 'reach',
    title: 'Tuyên truyền',
    banner: ['Tuyên truyền, nhân rộng: lượt tiếp cận theo điển hình và kênh'],
    frozenColumns: 1,
    columns: [
      textColumn('exemplar', 'Điển hình', 260),
      countColumn('items', 'Tin, bài'),
      ...CHANNELS.map((channel) => peopleColumn(channelKey(channel), channel, 'Lượt tiếp cận.')),
      peopleColumn('reach', 'Tổng lượt tiếp cận', 'Tin, bài không ghi lượt tiếp cận thì không tính.'),
      dayColumn('last', 'Tin, bài gần nhất'),
      textColumn('title', 'Tên tin, bài gần nhất', 320),
      textColumn('remark', 'Lưu ý', 200),
    ],
    rows: lines.map((line) => row(line, view)),
    charts: chartOf(lines),
  });
}

interface Line {
  readonly exemplar: string;
  readonly items: readonly RegisterRow[];
  readonly reach: number;
}

const COLUMNS: readonly RegisterColumn[] = propagation.columns;
const CHANNELS = COLUMNS.find(({ key }) => key === 'channel')!.choices!;
const channelKey = (channel: string): string => `channel:${channel}`;

const reachOf = (items: readonly RegisterRow[]): number => sumOf(items.map(({ values }) => values.reach));
const through = (items: readonly RegisterRow[], channel: string) =>
  items.filter(({ values }) => values.channel === channel);

function row({ exemplar, items, reach }: Line, { exemplarName, inForce }: ExemplarView): CellValue[] {
  const last = lastDay(items.map(({ values }) => values.publishedOn));
  const newest = items.findLast(({ values }) => values.publishedOn === last);
  return [
    exemplarName(exemplar),
    countOf(items.length),
    ...CHANNELS.map((channel) => countOf(reachOf(through(items, channel)))),
    countOf(reach),
    dayOf(last),
    textOf(newest?.values.title),
    inForce(exemplar) === undefined ? `quyết định ghi nhận ${NOT_IN_FORCE}` : null,
  ];
}

/** One lying bar for each exemplar that reached anybody, cut by channel. */
function chartOf(lines: readonly Line[]): readonly WantedChart[] {
  const reached = lines.filter(({ reach }) => reach > 0).slice(0, MOST_BARS);
  const used = CHANNELS.filter((channel) =>
    reached.some(({ items }) => reachOf(through(items, channel)) > 0),
  );
  if (reached.length === 0) return [];
  return [
    {
      key: 'reach',
      title: 'Lượt tiếp cận theo kênh',
      shape: 'stacked_bars',
      rows: [{ from: 0, to: reached.length }],
      names: 'exemplar',
      parts: used.map((channel) => ({ column: channelKey(channel) })),
    },
  ];
}
