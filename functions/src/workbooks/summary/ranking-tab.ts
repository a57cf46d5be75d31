import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import type { PlaceOutcome, UnitResult } from '../../domain/evaluation/period-result.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { Micropoints } from '../../domain/numbers/micropoints.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { FIRST, FIRST_THREE, gradeColours, TOTALS, UP_AND_DOWN } from '../colours.ts';
import {
  byName,
  countColumn,
  pointsCell,
  pointsColumn,
  readOnlyTable,
  textColumn,
  wordColumn,
} from '../column.ts';
import { type PublishedResult, unitsOf, versionLines } from '../published.ts';
import { gateNames, gradeName, LATE, NOT_REPORTED, OUTCOME_WORDS } from '../words.ts';

/** Bảng xếp hạng of one track: by place, and below without a place those who sent nothing. */
export function rankingTab(published: PublishedResult, track: TrackRules): TableTab {
  return table(published, track, {
    key: `ranking:${track.code}`,
    title: `Xếp hạng ${track.code}`,
    heading: 'Bảng xếp hạng',
    order: ['place', 'unit', 'cluster', 'clusterPlace', ...REST],
    compare: inOrder,
  });
}

/** By place, those who share one by name, those without one at the end. */
export function inOrder(a: UnitResult, b: UnitResult): number {
  return byPlace(a.place, b.place) || byName(a.name, b.name);
}

/** The same units cluster by cluster. */
export function clusterRankingTab(published: PublishedResult, track: TrackRules): TableTab {
  return table(published, track, {
    key: `clusters:${track.code}`,
    title: `Xếp hạng theo cụm ${track.code}`,
    heading: 'Bảng xếp hạng theo cụm',
    order: ['cluster', 'clusterPlace', 'unit', 'place', ...REST],
    compare: (a, b) =>
      byName(a.cluster, b.cluster) || byPlace(a.clusterPlace, b.clusterPlace) || byName(a.name, b.name),
  });
}

interface Arrangement {
  readonly key: string;
  readonly title: string;
  readonly heading: string;
  /** Of the columns. */
  readonly order: readonly ColumnKey[];
  /** Of the rows. */
  readonly compare: (a: UnitResult, b: UnitResult) => number;
}

const REST = ['total', 'grade', 'recognised', 'placeChange', 'totalChange', 'remark'] as const;

function table(
  published: PublishedResult,
  track: TrackRules,
  { key, title, heading, order, compare }: Arrangement,
): TableTab {
  const recognised = recognitionsByUnit(published);
  const columns = columnsOf(track);
  return readOnlyTable({
    key,
    title,
    banner: [`${heading}: ${track.name}`, ...versionLines(published)],
    frozenColumns: order.indexOf('unit') + 1,
    columns: order.map((key) => columns[key]),
    rows: [...unitsOf(published, track)]
      .sort(compare)
      .map((unit) => cells(unit, track, recognised.get(unit.unitId)))
      .map((row) => order.map((key) => row[key] ?? null)),
  });
}

type ColumnKey = keyof ReturnType<typeof columnsOf>;

function columnsOf(track: TrackRules) {
  return {
    place: { ...countColumn('place', 'Hạng'), colours: FIRST_THREE },
    unit: textColumn('unit', 'Đơn vị', 240),
    cluster: wordColumn('cluster', 'Cụm, khối', 150),
    clusterPlace: { ...countColumn('clusterPlace', 'Hạng trong cụm'), colours: FIRST },
    total: { ...pointsColumn('total', 'Tổng điểm', track), colours: TOTALS },
    grade: { ...wordColumn('grade', 'Xếp loại', 190), colours: gradeColours(track) },
    recognised: wordColumn('recognised', 'Ghi nhận', 130),
    placeChange: {
      ...countColumn(
        'placeChange',
        'Tăng, giảm hạng',
        'Số dương: lên hạng so với kỳ trước; số âm: xuống hạng.',
      ),
      colours: UP_AND_DOWN,
    },
    totalChange: pointsColumn('totalChange', 'Tăng, giảm điểm', track, 'So với tổng điểm kỳ trước.'),
    remark: textColumn('remark', 'Lưu ý', 260),
  };
}

function cells(
  unit: UnitResult,
  track: TrackRules,
  recognised: string | undefined,
): Partial<Record<ColumnKey, CellValue>> {
  const { change, place, cluster } = unit;
  if (unit.status === 'not_reported') return { unit: unit.name, cluster, grade: NOT_REPORTED };
  return {
    place: place.place,
    unit: unit.name,
    cluster,
    clusterPlace: unit.clusterPlace.place,
    total: pointsCell(unit.total, track),
    grade: gradeName(unit.grade.final, track),
    recognised,
    placeChange: change?.place === undefined || place.place === undefined ? null : change.place - place.place,
    totalChange:
      change?.total === undefined ? null : pointsCell((unit.total - change.total) as Micropoints, track),
    remark: remark(unit, track) || null,
  };
}

function remark(unit: UnitResult, track: TrackRules): string {
  const { byPoints, overQuota } = unit.grade;
  return [
    unit.late ? LATE : '',
    gateNames(unit.gates, track),
    overQuota ? `đủ điểm “${gradeName(byPoints, track)}” nhưng vượt tỷ lệ khống chế` : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** "Biểu dương, Khen thưởng" by unit. */
export function recognitionsByUnit({ result }: PublishedResult): ReadonlyMap<string, string> {
  const words = new Map<string, Set<string>>();
  for (const { outcome, chosen } of result.recognitions)
    for (const { unitId } of chosen)
      words.set(unitId, (words.get(unitId) ?? new Set()).add(OUTCOME_WORDS[outcome]));
  return new Map([...words].map(([unitId, some]) => [unitId, [...some].join(', ')]));
}

function byPlace(a: PlaceOutcome, b: PlaceOutcome): number {
  return (a.place ?? Number.MAX_SAFE_INTEGER) - (b.place ?? Number.MAX_SAFE_INTEGER);
}
