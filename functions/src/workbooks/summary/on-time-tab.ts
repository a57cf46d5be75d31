import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { SHARES } from '../colours.ts';
import { byName, readOnlyTable, wordColumn } from '../column.ts';
import { type PublishedResult, unitsOf, versionLines } from '../published.ts';
import { WHOLE_TRACK } from '../words.ts';
import { onTimeCharts } from './charts.ts';

/** Nộp đúng hạn qua các kỳ: of each cluster and each track, how many percent of the forms came in on time. */
export function onTimeTab(periods: readonly PublishedResult[]): TableTab {
  const last = periods.at(-1)!;
  const { tracks } = last.rules;
  const lines = tracks.flatMap((track) => scopesOf(last, track).map((scope) => ({ track, scope })));
  return readOnlyTable({
    key: 'onTime',
    title: 'Nộp đúng hạn qua các kỳ',
    banner: ['Tỷ lệ phiếu nộp đúng hạn qua các kỳ', ...versionLines(last)],
    frozenColumns: 2,
    columns: [
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 160),
      ...periods.map(({ period }) => ({
        ...wordColumn(`share:${period.id}`, formatPeriod(period), 90, 'Phần trăm số đơn vị nộp đúng hạn.'),
        format: PERCENT,
        colours: SHARES,
      })),
    ],
    rows: lines.map(({ track, scope }) => [
      track.code,
      scope ?? WHOLE_TRACK,
      ...periods.map((published) => shareCell(published, track, scope)),
    ]),
    charts: onTimeCharts(
      lines.flatMap(({ scope }, at) => (scope === undefined ? [{ from: at, to: at + 1 }] : [])),
      periods.map(({ period }) => period.id),
    ),
  });
}

/** The number is 95.8 and not 0.958, so that colours can be told in whole numbers. */
const PERCENT = { kind: 'number', pattern: '0.0"%"' } as const;

/** The clusters of a track, then undefined: all of it. */
function scopesOf(published: PublishedResult, track: TrackRules): (string | undefined)[] {
  const clusters = new Set(unitsOf(published, track).map(({ cluster }) => cluster));
  return [...[...clusters].sort(byName), undefined];
}

/** In percent, to a tenth; down, so that only all are a hundred. Nothing where there was no such cluster then. */
function shareCell(published: PublishedResult, track: TrackRules, cluster: string | undefined): CellValue {
  const units = unitsOf(published, track).filter((unit) => cluster === undefined || unit.cluster === cluster);
  const onTime = units.filter(({ status, late }) => status === 'ranked' && !late);
  return units.length === 0 ? null : Math.floor((1000 * onTime.length) / units.length) / 10;
}
