import type { CellValue } from '../domain/form/form.ts';
import type { TrackRules } from '../domain/period-inputs.ts';
import type { PlaceOutcome, UnitResult } from '../domain/period-result.ts';
import type { TableTab } from '../domain/publishing/wanted.ts';
import {
  byName,
  countColumn,
  pointsCell,
  pointsColumn,
  readOnlyTable,
  textColumn,
  wordColumn,
} from './column.ts';
import { gradeColours } from './grade-colours.ts';
import { type PublishedResult, unitsOf, versionLines } from './published.ts';
import { gateNames, gradeName, LATE, NOT_REPORTED, OUTCOME_WORDS } from './words.ts';

/** Bảng xếp hạng of one track: by place, and below without a place those who sent nothing. */
export function rankingTab(published: PublishedResult, track: TrackRules): TableTab {
  return table(published, track, {
    key: `ranking:${track.code}`,
    title: `Xếp hạng ${track.code}`,
    heading: 'Bảng xếp hạng',
    order: (a, b) => byPlace(a.place, b.place) || byName(a.name, b.name),
  });
}

/** The same units cluster by cluster. */
export function clusterRankingTab(published: PublishedResult, track: TrackRules): TableTab {
  return table(published, track, {
    key: `clusters:${track.code}`,
    title: `Xếp hạng theo cụm ${track.code}`,
    heading: 'Bảng xếp hạng theo cụm',
    order: (a, b) =>
      byName(a.cluster, b.cluster) || byPlace(a.clusterPlace, b.clusterPlace) || byName(a.name, b.name),
  });
}

interface Arrangement {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  readonly order: (a: UnitResult, b: UnitResult) => number;
}

function table(
  published: PublishedResult,
  track: TrackRules,
  { key, title, heading, order }: Arrangement,
): TableTab {
  const recognised = recognitionsByUnit(published);
  return readOnlyTable({
    key,
    title,
    banner: [`${heading}: ${track.name}`, ...versionLines(published)],
    frozenColumns: 2,
    columns: [
      countColumn('place', 'Hạng'),
      textColumn('unit', 'Đơn vị', 240),
      wordColumn('cluster', 'Cụm, khối', 120),
      countColumn('clusterPlace', 'Hạng trong cụm'),
      pointsColumn('total', 'Tổng điểm', track),
      { ...wordColumn('grade', 'Xếp loại', 190), colours: gradeColours(track) },
      wordColumn('recognised', 'Ghi nhận', 130),
      countColumn('placeChange', 'Tăng, giảm hạng', 'Số dương: lên hạng so với kỳ trước; số âm: xuống hạng.'),
      pointsColumn('totalChange', 'Tăng, giảm điểm', track, 'So với tổng điểm kỳ trước.'),
      textColumn('remark', 'Lưu ý', 260),
    ],
    rows: [...unitsOf(published, track)]
      .sort(order)
      .map((unit) => row(unit, track, recognised.get(unit.unitId))),
  });
}

function row(unit: UnitResult, track: TrackRules, recognised: string | undefined): CellValue[] {
  if (unit.status === 'not_reported')
    return [null, unit.name, unit.cluster, null, null, NOT_REPORTED, null, null, null, null];
  const { change, place } = unit;
  return [
    place.place ?? null,
    unit.name,
    unit.cluster,
    unit.clusterPlace.place ?? null,
    pointsCell(unit.total, track),
    gradeName(unit.grade.final, track),
    recognised ?? null,
    change?.place === undefined || place.place === undefined ? null : change.place - place.place,
    change?.total === undefined
      ? null
      : pointsCell((unit.total - change.total) as UnitResult['total'], track),
    remark(unit, track) || null,
  ];
}

function remark(unit: UnitResult, track: TrackRules): string {
  const { byPoints, overQuota } = unit.grade;
  return [
    unit.late ? LATE : '',
    gateNames(unit.gates, track),
    overQuota ? `đủ điểm “${gradeName(byPoints, track)}” nhưng vượt tỷ lệ cho phép` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

function recognitionsByUnit({ result }: PublishedResult): ReadonlyMap<string, string> {
  const words = new Map<string, Set<string>>();
  for (const { outcome, chosen } of result.recognitions)
    for (const { unitId } of chosen)
      words.set(unitId, (words.get(unitId) ?? new Set()).add(OUTCOME_WORDS[outcome]));
  return new Map([...words].map(([unitId, some]) => [unitId, [...some].join(', ')]));
}

function byPlace(a: PlaceOutcome, b: PlaceOutcome): number {
  return (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER);
}
