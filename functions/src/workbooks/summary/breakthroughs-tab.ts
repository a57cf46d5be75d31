import type { Tag } from '../../domain/campaign/tag.ts';
import type { Subtotal, UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import { divideRounded } from '../../domain/numbers/decimal.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { SHARES, UP_AND_DOWN } from '../colours.ts';
import { byName, pointsCell, pointsColumn, readOnlyTable, textColumn, wordColumn } from '../column.ts';
import { type PublishedResult, versionLines } from '../published.ts';
import { breakthroughCharts } from './charts.ts';

/**
 * Đột phá: how far each breakthrough task has come, period by period: of all units together, of each track, of each
 * unit. Criteria differ between tracks, so what is shown is the share of the points that could be had.
 */
export function breakthroughsTab(periods: readonly PublishedResult[]): TableTab[] {
  const last = periods.at(-1)!;
  const tasks = last.rules.breakthroughs;
  const lines = tasks.flatMap((task) => linesOf(task, periods));
  if (lines.length === 0) return [];
  const sums = lines.filter(({ unit }) => unit === undefined);
  const ordered = [...sums, ...lines.filter(({ unit }) => unit !== undefined)];
  return [
    readOnlyTable({
      key: 'breakthroughs',
      title: 'Đột phá',
      banner: ['Tiến độ các nhiệm vụ đột phá qua các kỳ, mọi đối tượng', ...versionLines(last), HOW_TO_READ],
      frozenColumns: 3,
      columns: [
        textColumn('task', 'Nhiệm vụ đột phá', 240),
        wordColumn('track', 'Đối tượng', 90),
        textColumn('unit', 'Đơn vị', 220),
        ...periods.map(({ period }) => ({
          ...wordColumn(`share:${period.id}`, formatPeriod(period), 90, 'Phần trăm số điểm có thể đạt.'),
          format: PERCENT,
          colours: SHARES,
        })),
        {
          ...wordColumn('change', 'Tăng, giảm', 90, 'So với kỳ trước đó, tính bằng điểm phần trăm.'),
          format: { kind: 'number', pattern: '+0.0;-0.0;0.0' },
          colours: UP_AND_DOWN,
        },
        { ...pointsColumn('points', 'Điểm kỳ này'), format: TWO_DECIMALS },
        { ...pointsColumn('max', 'Có thể đạt'), format: TWO_DECIMALS },
      ],
      rows: ordered.map((line) => row(line, periods)),
      charts: breakthroughCharts(
        ordered.flatMap(({ unit, track }, at) => (unit || track ? [] : [{ from: at, to: at + 1 }])),
        periods.map(({ period }) => period.id),
      ),
    }),
  ];
}

const HOW_TO_READ =
  'Phần trăm: điểm đạt được trên điểm có thể đạt của các tiêu chí gắn với nhiệm vụ. Trống: chưa báo cáo, hoặc không có tiêu chí nào áp dụng.';

/** The number is 95.8 and not 0.958, so that colours can be told in whole numbers. */
const PERCENT = { kind: 'number', pattern: '0.0"%"' } as const;
/** Sums of both tracks, whatever each of them compares: nobody is ranked by them. */
const TWO_DECIMALS = { kind: 'number', pattern: '0.00' } as const;

/** Of all units, of a track, or of one unit: what was reached in each period, where anything could be. */
interface Line {
  readonly task: Tag;
  readonly track?: string;
  readonly unit?: string;
  readonly reached: readonly (Reached | undefined)[];
}

type Reached = Pick<Subtotal, 'micropoints' | 'max'>;

function linesOf(task: Tag, periods: readonly PublishedResult[]): Line[] {
  const { tracks } = periods.at(-1)!.rules;
  const units = new Map<string, UnitResult>();
  for (const { result } of periods) for (const unit of result.units) units.set(unit.unitId, unit);
  const own = [...units.values()]
    .map((unit) => ({ unit, reached: periods.map((period) => reachedBy(unit.unitId, task, period)) }))
    .filter(({ reached }) => reached.some((each) => each !== undefined));
  const together = (of: typeof own) => periods.map((_, i) => sum(of.map(({ reached }) => reached[i])));
  if (own.length === 0) return [];
  return [
    { task, reached: together(own) },
    ...tracks.flatMap(({ code }) => {
      const inTrack = own.filter(({ unit }) => unit.track === code);
      if (inTrack.length === 0) return [];
      return [
        ...(tracks.length > 1 ? [{ task, track: code, reached: together(inTrack) }] : []),
        ...inTrack
          .sort((a, b) => byName(a.unit.name, b.unit.name))
          .map(({ unit, reached }) => ({ task, track: code, unit: unit.name, reached })),
      ];
    }),
  ];
}

/** Undefined where it sent nothing, was no unit, or no criterion of the task applied to it. */
function reachedBy(unitId: string, task: Tag, { result }: PublishedResult): Reached | undefined {
  const unit = result.units.find((each) => each.unitId === unitId);
  if (unit?.status !== 'ranked') return undefined;
  const subtotal = unit.breakthroughs.find(({ code }) => code === task.code);
  return subtotal !== undefined && subtotal.max > 0 ? subtotal : undefined;
}

function sum(all: readonly (Reached | undefined)[]): Reached | undefined {
  const some = all.filter((each) => each !== undefined);
  if (some.length === 0) return undefined;
  return some.reduce((a, b) => ({
    micropoints: (a.micropoints + b.micropoints) as Reached['micropoints'],
    max: (a.max + b.max) as Reached['max'],
  }));
}

const ALL_UNITS = 'Chung';

function row({ task, track, unit, reached }: Line, periods: readonly PublishedResult[]): CellValue[] {
  const last = reached.at(-1);
  const tenths = reached.map(tenthsOf);
  const [before, now] = [tenths.at(-2), tenths.at(-1)];
  const rules = periods.at(-1)!.rules.tracks.find(({ code }) => code === track);
  return [
    `${task.code}: ${task.name}`,
    track ?? ALL_UNITS,
    unit ?? (track === undefined ? 'Mọi đơn vị' : 'Cả đối tượng'),
    ...tenths.map((each) => (each === undefined ? null : each / 10)),
    before === undefined || now === undefined ? null : (now - before) / 10,
    pointsCell(last?.micropoints, rules),
    pointsCell(last?.max, rules),
  ];
}

/** In tenths of a percent, half away from zero. */
function tenthsOf(reached: Reached | undefined): number | undefined {
  if (reached === undefined) return undefined;
  return Number(divideRounded(BigInt(reached.micropoints) * 1000n, BigInt(reached.max)));
}
