import type { PeriodId } from '../../campaign/period.ts';
import { toScaled } from '../../numbers/decimal.ts';
import type { MergedUnit, PastPeriod } from '../period-inputs.ts';

/** What earlier periods of the year add to a cumulative figure. */
export interface PastFigure {
  value: bigint;
  target: bigint;
  readonly periods: PeriodId[];
}

export type PastFigures = (unitId: string, criterion: string) => PastFigure | undefined;

/**
 * Figures and targets of the same year's earlier periods, added up by unit and criterion. What a merged unit
 * did is added to its successor, both figure and target, so that neither is lost.
 */
export function pastFigures(history: readonly PastPeriod[], merged: readonly MergedUnit[]): PastFigures {
  const successors = new Map(merged.map(({ unitId, into }) => [unitId, into]));
  const units = new Map<string, Map<string, PastFigure>>();
  for (const { period, otherYear, units: pastUnits } of history) {
    if (otherYear) continue;
    for (const past of pastUnits) {
      const figures = entry(units, successors.get(past.unitId) ?? past.unitId, newFigures);
      for (const { criterion, value, target } of past.criteria) {
        if (value === undefined) continue;
        const sum = entry(figures, criterion, newFigure);
        sum.value += toScaled(value);
        if (target !== undefined) sum.target += toScaled(target);
        if (sum.periods.at(-1) !== period) sum.periods.push(period);
      }
    }
  }
  return (unitId, criterion) => units.get(unitId)?.get(criterion);
}

const newFigures = (): Map<string, PastFigure> => new Map();
const newFigure = (): PastFigure => ({ value: 0n, target: 0n, periods: [] });

function entry<V>(map: Map<string, V>, key: string, create: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = create();
    map.set(key, value);
  }
  return value;
}
