import type { TrackRules } from '../domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../domain/evaluation/period-result.ts';
import type { CellValue } from '../domain/form/form.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import { byName, countColumn, readOnlyTable, wordColumn } from './column.ts';
import { type PublishedResult, unitsOf, versionLines } from './published.ts';
import { WHOLE_TRACK } from './words.ts';

/** Tổng quan: per track and cluster how many units, how many forms on time, how many of each grade, how many recognised. */
export function overviewTab(title: string, published: PublishedResult): TableTab {
  const { rules, result } = published;
  const grades = [...new Set(rules.tracks.flatMap((track) => track.grades.map(({ name }) => name)))];
  const recognised = new Set(result.recognitions.flatMap(({ chosen }) => chosen.map(({ unitId }) => unitId)));
  return readOnlyTable({
    key: 'overview',
    title: 'Tổng quan',
    banner: [title, ...versionLines(published)],
    columns: [
      wordColumn('track', 'Đối tượng', 90),
      wordColumn('cluster', 'Cụm, khối', 150),
      countColumn('units', 'Số đơn vị'),
      countColumn('onTime', 'Nộp đúng hạn'),
      countColumn('late', 'Nộp trễ'),
      countColumn('missing', 'Chưa báo cáo'),
      ...grades.map((name) => ({ ...countColumn(`grade:${name}`, name), widthPixels: 120 })),
      countColumn('recognised', 'Được ghi nhận'),
    ],
    rows: rules.tracks.flatMap((track) => {
      const units = unitsOf(published, track);
      const clusters = [...new Set(units.map(({ cluster }) => cluster))].sort(byName);
      return [
        ...clusters.map((cluster) =>
          row(
            track,
            cluster,
            units.filter((unit) => unit.cluster === cluster),
            grades,
            recognised,
          ),
        ),
        row(track, WHOLE_TRACK, units, grades, recognised),
      ];
    }),
  });
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
