import { parsePeriod, quarterOf, yearOf } from '../campaign/calendar.ts';
import type { Calendar, Period, PeriodId } from '../campaign/period.ts';
import type { RankKey, Scope } from '../campaign/settings.ts';
import type { Unit } from '../campaign/unit.ts';
import { divideRounded } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import { present } from '../present.ts';
import type { Rules, TrackRules } from './period-inputs.ts';
import type { PeriodResult, PlaceOutcome, UnitResult } from './period-result.ts';
import { comparedPoints, keyValue, pointsOrder } from './ranking/key-values.ts';
import type { KeyValue, OrderKey } from './ranking/order.ts';
import { placeUnits } from './ranking/place-units.ts';

/** A ranking over several periods. */
export interface StandingsResult {
  /** "2024" or "2024-Q1". */
  readonly span: string;
  /** Evaluated periods that it is made of, in order. */
  readonly periods: readonly PeriodId[];
  /** By unit id: the units of the last period, and those of earlier ones that are gone. */
  readonly units: readonly UnitStanding[];
}

export interface UnitStanding {
  readonly unitId: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /**
   * ranked; not_reported: it sent nothing in any of the periods; gone: no unit of the last period any more, so
   * without a place. What a gone unit had stays on its own line and is given to nobody.
   */
  readonly status: 'ranked' | 'not_reported' | 'gone';
  /** Of a merged unit: the unit it went into. */
  readonly into?: string;
  /** One for each period of the span; without a total where it sent nothing, or was no unit then. */
  readonly periods: readonly {
    readonly period: PeriodId;
    readonly total?: Micropoints;
    readonly place?: number;
    readonly clusterPlace?: number;
  }[];
  /** Periods it reported in. */
  readonly reported: number;
  /** Sum or average, as the settings say. */
  readonly total: Micropoints;
  readonly place: PlaceOutcome;
  readonly clusterPlace: PlaceOutcome;
}

/** From the year's first period to `through`, by the rules of `through`. Results: the newest of each period. */
export function yearToDate(
  through: Period,
  calendar: Calendar,
  results: Iterable<PeriodResult>,
  rules: Rules,
): StandingsResult {
  const year = yearOf(through);
  const inSpan = (period: Period): boolean => yearOf(period) === year;
  return standings(String(year), resultsUpTo(through, calendar, results, inSpan), rules);
}

/** From the quarter's first period to `through`; undefined where periods are whole years. */
export function quarterToDate(
  through: Period,
  calendar: Calendar,
  results: Iterable<PeriodResult>,
  rules: Rules,
): StandingsResult | undefined {
  const year = yearOf(through);
  const quarter = quarterOf(through);
  if (quarter === undefined) return undefined;
  const inSpan = (period: Period): boolean => yearOf(period) === year && quarterOf(period) === quarter;
  return standings(`${year}-Q${quarter}`, resultsUpTo(through, calendar, results, inSpan), rules);
}

function resultsUpTo(
  through: Period,
  calendar: Calendar,
  results: Iterable<PeriodResult>,
  inSpan: (period: Period) => boolean,
): readonly PeriodResult[] {
  const found: { readonly period: Period; readonly result: PeriodResult }[] = [];
  for (const result of results) {
    const period = parsePeriod(result.period, calendar);
    if (period !== undefined && period.from <= through.from && inSpan(period)) found.push({ period, result });
  }
  return found.sort((a, b) => (a.period.from < b.period.from ? -1 : 1)).map(({ result }) => result);
}

function standings(span: string, results: readonly PeriodResult[], rules: Rules): StandingsResult {
  const months = results.map((result) => new Map(result.units.map((unit) => [unit.unitId, unit])));
  const valid = rules.tracks.flatMap((track) => trackStandings(track, results, months, rules));
  const known = new Set(valid.map(({ unitId }) => unitId));
  return {
    span,
    periods: results.map(({ period }) => period),
    units: [...valid, ...goneUnits(results, months, rules, known)].sort((a, b) =>
      a.unitId < b.unitId ? -1 : 1,
    ),
  };
}

type Month = ReadonlyMap<string, UnitResult>;

function trackStandings(
  track: TrackRules,
  results: readonly PeriodResult[],
  months: readonly Month[],
  rules: Rules,
): readonly UnitStanding[] {
  const units = rules.units.filter((unit) => unit.track === track.code);
  const reporting = units.filter((unit) => months.some((month) => month.get(unit.id)?.status === 'ranked'));
  const inTrack = placesAmong(reporting, track, months, 'track');
  const inCluster = new Map(
    [...Map.groupBy(reporting, ({ cluster }) => cluster)].map(([cluster, some]) => [
      cluster,
      placesAmong(some, track, months, 'cluster'),
    ]),
  );
  const placeIn = (places: ReadonlyMap<string, PlaceOutcome> | undefined, { id }: Unit): PlaceOutcome =>
    places?.get(id) ?? { of: places?.size ?? 0, sharedWith: [] };
  return units.map((unit) => ({
    ...unitMonths(unit, track, results, months),
    status: inTrack.has(unit.id) ? 'ranked' : 'not_reported',
    place: placeIn(inTrack, unit),
    clusterPlace: placeIn(inCluster.get(unit.cluster), unit),
  }));
}

/**
 * The ranking's own order over sums (or averages) of each key. Points lead even where a month's ranking is led by
 * the grade: several months have no one grade. Last period's place is the place in the span's last month.
 */
function placesAmong(
  units: readonly Unit[],
  track: TrackRules,
  months: readonly Month[],
  scope: Scope,
): ReadonlyMap<string, PlaceOutcome> {
  const keys = pointsOrder(track.ranking);
  const contenders = units.map(({ id }) => ({
    unitId: id,
    values: keys.map(({ key }) => valueOver(id, key, track, months, scope)),
  }));
  return placeUnits(contenders, { keys, places: track.ranking.places, gradeCodes: [] });
}

function valueOver(
  unitId: string,
  key: OrderKey['key'],
  track: TrackRules,
  months: readonly Month[],
  scope: Scope,
): KeyValue {
  if (key === 'previous_place') {
    const last = months.at(-1)?.get(unitId);
    return scope === 'track' ? last?.place.place : last?.clusterPlace.place;
  }
  const values = months.flatMap((month) => keyOf(month.get(unitId), key, track) ?? []);
  if (values.length === 0) return undefined;
  const sum = combined(unitId, values, track, months);
  return typeof sum === 'number' ? comparedPoints(sum as Micropoints, track.ranking) : sum;
}

/** Unrounded: what is compared is rounded once, after adding up. */
function keyOf(unit: UnitResult | undefined, key: RankKey | 'grade', { ranking }: TrackRules): KeyValue {
  if (unit?.status !== 'ranked') return undefined;
  return keyValue(unit, key, { ...ranking, decimals: undefined }, {});
}

/** Sum or average. A month in which it was no unit is never missing; one it sent nothing in is, by the setting. */
function combined(
  unitId: string,
  values: readonly (number | bigint)[],
  { standings: { method, missing } }: TrackRules,
  months: readonly Month[],
): number | bigint {
  const sum = values.reduce((total: bigint, value) => total + BigInt(value), 0n);
  const count = missing === 'skip' ? values.length : months.filter((month) => month.has(unitId)).length;
  const result = method === 'sum' ? sum : divideRounded(sum, BigInt(count));
  return typeof values[0] === 'bigint' ? result : Number(result);
}

function goneUnits(
  results: readonly PeriodResult[],
  months: readonly Month[],
  rules: Rules,
  known: ReadonlySet<string>,
): readonly UnitStanding[] {
  const gone = new Map<string, UnitResult>();
  for (const { units } of results)
    for (const unit of units) if (!known.has(unit.unitId)) gone.set(unit.unitId, unit);
  const into = new Map(rules.merged.map((merged) => [merged.unitId, merged.into]));
  const none: PlaceOutcome = { of: 0, sharedWith: [] };
  return [...gone.values()].flatMap(({ unitId, name, track, cluster }) => {
    const trackRules = rules.tracks.find(({ code }) => code === track);
    if (trackRules === undefined) return [];
    const unit: Unit = { id: unitId, name, track, cluster, attributes: {} };
    return present<UnitStanding>({
      ...unitMonths(unit, trackRules, results, months),
      status: 'gone',
      into: into.get(unitId),
      place: none,
      clusterPlace: none,
    });
  });
}

function unitMonths(
  unit: Unit,
  track: TrackRules,
  results: readonly PeriodResult[],
  months: readonly Month[],
): Omit<UnitStanding, 'status' | 'place' | 'clusterPlace'> {
  const totals = months.flatMap((month) => keyOf(month.get(unit.id), 'total', track) ?? []);
  return {
    unitId: unit.id,
    name: unit.name,
    track: unit.track,
    cluster: unit.cluster,
    periods: results.map(({ period }, i) => {
      const of = months[i]!.get(unit.id);
      return of?.status === 'ranked'
        ? present({ period, total: of.total, place: of.place.place, clusterPlace: of.clusterPlace.place })
        : { period };
    }),
    reported: totals.length,
    total: (totals.length === 0 ? 0 : combined(unit.id, totals, track, months)) as Micropoints,
  };
}
