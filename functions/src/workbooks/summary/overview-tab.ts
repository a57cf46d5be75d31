import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { SOME_LATE, SOME_MISSING } from '../colours.ts';
import { byName, countColumn, readOnlyTable, wordColumn } from '../column.ts';
import { type PublishedResult, unitsOf, versionLines } from '../published.ts';
import { WHOLE_TRACK } from '../words.ts';
import { overviewCharts } from './charts.ts';

/** Tổng quan: per track and cluster how many units, how many forms on time, how many of each grade, how many recognised. */
export function overviewTab(title: string, published: PublishedResult): TableTab {
  const { rules, result } = published;
  const grades = [...new Set(rules.tracks.flatMap((track) => track.grades.map(({ name }) => name)))];
  const recognised = new Set(result.recognitions.flatMap(({ chosen }) => chosen.map(({ unitId }) => unitId)));
  const lines = rules.tracks.flatMap((track) => linesOf(published, track, grades, recognised));
  return readOnlyTable({
    key: 'overview',
    title: 'Tổng quan',
    banner: [title, ...versionLines(published)],
    columns: [
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      countColumn('units', 'Số đơn vị'),
      countColumn('onTime', 'Nộp đúng hạn'),
      { ...countColumn('late', 'Nộp trễ'), colours: SOME_LATE },
      { ...countColumn('missing', 'Chưa báo cáo'), colours: SOME_MISSING },
      ...grades.map((name) => ({ ...countColumn(`grade:${name}`, name), widthPixels: 120 })),
      countColumn('recognised', 'Được ghi nhận'),
    ],
    rows: lines.map(({ cells }) => cells),
    charts: overviewCharts(clusterRows(lines), grades),
  });
}

interface Line {
  readonly scope: 'cluster' | 'track';
  readonly cells: CellValue[];
}

/** A line for each cluster, and one for the whole track. */
function linesOf(
  published: PublishedResult,
  track: TrackRules,
  grades: readonly string[],
  recognised: ReadonlySet<string>,
): Line[] {
  const units = unitsOf(published, track);
  const clusters = [...new Set(units.map(({ cluster }) => cluster))].sort(byName);
  const count = (name: string, some: readonly UnitResult[]) => row(track, name, some, grades, recognised);
  return [
    ...clusters.map(
      (name): Line => ({
        scope: 'cluster',
        cells: count(
          name,
          units.filter(({ cluster }) => cluster === name),
        ),
      }),
    ),
    { scope: 'track', cells: count(WHOLE_TRACK, units) },
  ];
}

/** Runs of lines that are about single clusters. */
function clusterRows(lines: readonly Line[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [at, { scope }] of lines.entries()) {
    if (scope === 'track') continue;
    const last = runs.at(-1);
    if (last?.to === at) last.to++;
    else runs.push({ from: at, to: at + 1 });
  }
  return runs;
}

function row(
  track: TrackRules,
  scope: string,
  units: readonly UnitResult[],
  grades: readonly string[],
  recognised: ReadonlySet<string>,
): CellValue[] {
  const count = (is: (unit: UnitResult) => boolean) => units.filter(is).length;
  const ranked = units.filter(({ status }) => status === 'ranked');
  const codeOf = new Map(track.grades.map(({ name, code }) => [name, code]));
  return [
    track.code,
    scope,
    units.length,
    ranked.filter(({ late }) => !late).length,
    count(({ late }) => late),
    count(({ status }) => status === 'not_reported'),
    ...grades.map((name) => ranked.filter(({ grade }) => grade.final === codeOf.get(name)).length),
    count(({ unitId }) => recognised.has(unitId)),
  ];
}
