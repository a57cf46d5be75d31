import { parsePeriod, previousPeriod, yearOf } from '../campaign/calendar.ts';
import type { Calendar, Period } from '../campaign/period.ts';
import { present } from '../present.ts';
import type { PastPeriod, PastUnit } from './period-inputs.ts';
import type { CriterionResult, PeriodResult, UnitResult } from './period-result.ts';

/**
 * What the results of earlier periods (the newest version of each, in any order) give to a period's evaluation:
 * those of its year, and the one just before it even when that lies in the year before.
 */
export function historyFor(
  period: Period,
  calendar: Calendar,
  results: Iterable<PeriodResult>,
): readonly PastPeriod[] {
  const cut = Array.from(results, (result) => ({
    period: result.period,
    units: result.units.map(pastUnitOf),
  }));
  return historyOf(period, calendar, cut);
}

/** The same of results that were cut down while they were read. */
export function historyOf(
  period: Period,
  calendar: Calendar,
  results: Iterable<Pick<PastPeriod, 'period' | 'units'>>,
): readonly PastPeriod[] {
  const previous = previousPeriod(period, calendar)?.id;
  const earlier: { readonly from: string; readonly past: PastPeriod }[] = [];
  for (const { period: id, units } of results) {
    const of = parsePeriod(id, calendar);
    if (of === undefined || of.from >= period.from) continue;
    const isPrevious = of.id === previous;
    const isSameYear = yearOf(of) === yearOf(period);
    if (!isPrevious && !isSameYear) continue;
    const past: PastPeriod = { isPrevious, period: id, units };
    earlier.push({ from: of.from, past: isSameYear ? past : { ...past, otherYear: true } });
  }
  return earlier.sort((a, b) => (a.from < b.from ? -1 : 1)).map(({ past }) => past);
}

/** One result cut down to what later periods look at. */
export function pastPeriodOf(result: PeriodResult, isPrevious: boolean): PastPeriod {
  return { period: result.period, isPrevious, units: result.units.map(pastUnitOf) };
}

export function pastUnitOf(unit: UnitResult): PastUnit {
  if (unit.status === 'not_reported') return { unitId: unit.unitId, criteria: [] };
  return present<PastUnit>({
    clusterPlace: unit.clusterPlace.place,
    criteria: unit.criteria.map((result) =>
      present<PastUnit['criteria'][number]>({
        counted: result.counted,
        criterion: result.code,
        ...(MAY_BE_CUMULATIVE.has(result.kind) && result.status === 'scored' ? ownFigure(result) : {}),
      }),
    ),
    place: unit.place.place,
    total: unit.total,
    unitId: unit.unitId,
  });
}

const MAY_BE_CUMULATIVE: ReadonlySet<string> = new Set(['percent', 'tiered', 'peer_relative']);

function ownFigure({ value, target, working }: CriterionResult): Pick<CriterionResult, 'value' | 'target'> {
  const isCumulative = working?.ownValue !== undefined;
  return isCumulative ? { target: working.ownTarget, value: working.ownValue } : { target, value };
}
