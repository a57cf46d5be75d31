import type { Campaign } from '../../domain/campaign/campaign.ts';
import type { Period } from '../../domain/campaign/period.ts';
import type { TrackRules } from '../../domain/evaluation/period-inputs.ts';
import {
  quarterToDate,
  type StandingsResult,
  type UnitStanding,
  yearToDate,
} from '../../domain/evaluation/standings.ts';
import type { CellValue } from '../../domain/form/form.ts';
import type { TableTab } from '../../domain/publishing/wanted.ts';
import { formatPeriod } from '../../messages/vi/format.ts';
import { showPeriodId } from '../../messages/vi/period-id.ts';
import { FIRST, FIRST_THREE, PLACES, TOTALS } from '../colours.ts';
import {
  byName,
  countColumn,
  pointsCell,
  pointsColumn,
  readOnlyTable,
  textColumn,
  wordColumn,
} from '../column.ts';
import { type PublishedResult, versionLines } from '../published.ts';
import { NOT_REPORTED } from '../words.ts';
import { placeCharts } from './charts.ts';

export interface Standings {
  readonly year: StandingsResult;
  readonly quarter: StandingsResult | undefined;
}

/** Year and quarter to date, out of the published periods. */
export function standingsOf(campaign: Campaign, periods: readonly PublishedResult[]): Standings {
  const last = periods.at(-1)!;
  const results = periods.map(({ result }) => result);
  return {
    year: yearToDate(last.period, campaign.calendar, results, last.rules),
    quarter: quarterToDate(last.period, campaign.calendar, results, last.rules),
  };
}

/** Qua các kỳ: each unit's place period by period, and where it stands in the quarter and the year. */
export function monthsTab(
  { year, quarter }: Standings,
  track: TrackRules,
  periods: readonly PublishedResult[],
): TableTab {
  const last = periods.at(-1)!;
  const shown = periods.map(({ period }) => period).filter(({ id }) => year.periods.includes(id));
  const inQuarter = new Map(quarter?.units.map((unit) => [unit.unitId, unit]));
  const units = year.units
    .filter((unit) => unit.track === track.code)
    .sort((a, b) => placeOf(a) - placeOf(b) || byName(a.name, b.name));
  return readOnlyTable({
    key: `months:${track.code}`,
    title: `Qua các kỳ ${track.code}`,
    banner: [`Hạng qua các kỳ, lũy kế quý và năm: ${track.name}`, ...versionLines(last)],
    frozenColumns: 1,
    columns: [
      textColumn('unit', 'Đơn vị', 240),
      wordColumn('cluster', 'Cụm, khối', 150),
      ...shown.map((period) => ({
        ...countColumn(`place:${period.id}`, `Hạng ${formatPeriod(period).toLowerCase()}`),
        colours: PLACES,
      })),
      ...(quarter ? spanColumns('quarter', quarter, track) : []),
      ...spanColumns('year', year, track),
      textColumn('remark', 'Lưu ý', 220),
    ],
    charts: placeCharts(
      shown.map(({ id }) => id),
      units.filter(({ status }) => status === 'ranked').length,
    ),
    rows: units.map((unit) =>
      row(unit, { shown, track, quarter: quarter && inQuarter.get(unit.unitId), year }),
    ),
  });
}

function spanColumns(key: string, { span }: StandingsResult, track: TrackRules) {
  const name = showPeriodId(span).toLowerCase();
  return [
    { ...countColumn(`${key}:place`, `Hạng ${name}`), colours: FIRST_THREE },
    { ...countColumn(`${key}:clusterPlace`, `Hạng trong cụm ${name}`), colours: FIRST },
    { ...pointsColumn(`${key}:total`, `Điểm ${name}`, track), colours: TOTALS },
  ];
}

interface RowContext {
  readonly shown: readonly Period[];
  readonly track: TrackRules;
  readonly year: StandingsResult;
  readonly quarter: UnitStanding | undefined;
}

function row(unit: UnitStanding, { shown, track, quarter, year }: RowContext): CellValue[] {
  const months = new Map(unit.periods.map((month) => [month.period, month]));
  const names = new Map(year.units.map(({ unitId, name }) => [unitId, name]));
  const span = (standing: UnitStanding): CellValue[] => [
    standing.place.place ?? null,
    standing.clusterPlace.place ?? null,
    standing.reported === 0 ? null : pointsCell(standing.total, track),
  ];
  return [
    unit.name,
    unit.cluster,
    ...shown.map(({ id }) => months.get(id)?.place ?? null),
    ...(quarter ? span(quarter) : []),
    ...span(unit),
    remark(unit, names),
  ];
}

function remark({ status, into }: UnitStanding, names: ReadonlyMap<string, string>): string | null {
  if (status === 'not_reported') return NOT_REPORTED;
  if (status === 'ranked') return null;
  return into === undefined ? 'không còn là đơn vị của kỳ này' : `đã sáp nhập vào ${names.get(into) ?? into}`;
}

function placeOf({ place }: UnitStanding): number {
  return place.place ?? Number.MAX_SAFE_INTEGER;
}
