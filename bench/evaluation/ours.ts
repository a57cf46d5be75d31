import { evaluatePeriod } from '../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodInputs } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { RankedRow } from './ranked-row.ts';

/** The whole evaluation: points, places, grades, and every number they were worked with. */
export const evaluate = (inputs: PeriodInputs): PeriodResult => evaluatePeriod(inputs);

export function rowsOf(result: PeriodResult): readonly RankedRow[] {
  return result.units.map(({ unitId, total, place, clusterPlace, grade }) => ({
    unit: unitId,
    total: Math.sign(total) * Math.round(Math.abs(total) / 10_000),
    place: place.place!,
    clusterPlace: clusterPlace.place!,
    grade: grade.final,
  }));
}
