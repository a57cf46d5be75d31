import { stringify } from 'csv-stringify/sync';
import type { TrackRules } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { UnitResult } from '../../functions/src/domain/evaluation/period-result.ts';
import { comparedPoints } from '../../functions/src/domain/evaluation/ranking/key-values.ts';
import type { UnitStanding } from '../../functions/src/domain/evaluation/standings.ts';
import { pointsOf } from '../../functions/src/domain/numbers/micropoints.ts';
import { defused } from './csv-cell.ts';
import { inOrder, type RankedPeriod, recognisedBy, unitsOf } from './ranked.ts';

/** The columns other programs may rely on; docs/campaign.md tells what each means. New ones come at the end. */
export const CSV_COLUMNS = [
  'period',
  'track',
  'cluster',
  'unit_id',
  'name',
  'status',
  'late',
  'place',
  'cluster_place',
  'points',
  'total',
  'base',
  'bonus',
  'deductions',
  'grade',
  'grade_by_points',
  'recognised',
  'gates',
  'year_place',
  'year_points',
] as const;

/** One row per unit, ranked ones by place, track by track. Numbers are plain, with a point. */
export function formatCsv({ rules, result, standings }: RankedPeriod): string {
  const recognised = recognisedBy(result);
  const year = new Map(standings.year?.units.map((unit) => [unit.unitId, unit]));
  const rows = rules.tracks.flatMap((track) =>
    inOrder(unitsOf(result, track)).map(
      (unit): CsvRow => ({
        period: defused(result.period),
        recognised: defused((recognised.get(unit.unitId) ?? []).join(';')),
        ...identity(unit),
        ...scores(unit, track),
        ...yearSoFar(year.get(unit.unitId), track),
      }),
    ),
  );
  return stringify([CSV_COLUMNS, ...rows.map((row) => CSV_COLUMNS.map((column) => row[column] ?? ''))]);
}

type CsvRow = Readonly<Partial<Record<(typeof CSV_COLUMNS)[number], string>>>;

function identity(unit: UnitResult): CsvRow {
  return {
    track: defused(unit.track),
    cluster: defused(unit.cluster),
    unit_id: defused(unit.unitId),
    name: defused(unit.name),
    status: unit.status,
    late: unit.late ? 'yes' : 'no',
  };
}

/** A unit that sent nothing has no points: neither 0 nor anything else. */
function scores(unit: UnitResult, { ranking }: TrackRules): CsvRow {
  if (unit.status === 'not_reported') return {};
  return {
    place: String(unit.place.place ?? ''),
    cluster_place: String(unit.clusterPlace.place ?? ''),
    points: pointsOf(comparedPoints(unit.total, ranking)),
    total: pointsOf(unit.total),
    base: pointsOf(unit.base),
    bonus: pointsOf(unit.bonus),
    deductions: pointsOf(unit.deductions),
    grade: defused(unit.grade.final),
    grade_by_points: defused(unit.grade.byPoints),
    gates: defused(unit.gates.map(({ code }) => code).join(';')),
  };
}

function yearSoFar(unit: UnitStanding | undefined, { ranking }: TrackRules): CsvRow {
  if (unit?.status !== 'ranked') return {};
  return {
    year_place: String(unit.place.place ?? ''),
    year_points: pointsOf(comparedPoints(unit.total, ranking)),
  };
}
