import { digestOf } from '../../functions/src/domain/digest.ts';
import { canonicalInputs } from '../../functions/src/domain/evaluation/canonical-inputs.ts';
import {
  type DecidedPeriod,
  decidePeriod,
  evaluatePeriod,
  explained,
  type PeriodColumns,
  readPeriod,
} from '../../functions/src/domain/evaluation/evaluate-period.ts';
import type { PeriodInputs } from '../../functions/src/domain/evaluation/period-inputs.ts';
import type { PeriodResult } from '../../functions/src/domain/evaluation/period-result.ts';
import type { RankedRow } from './ranked-row.ts';

/** The whole evaluation: points, places, grades, and every number they were worked with. */
export const evaluate = (inputs: PeriodInputs): PeriodResult => evaluatePeriod(inputs);

/** What it is made of, step by step. */
export const steps = {
  order: (inputs: PeriodInputs): PeriodInputs => canonicalInputs(inputs),
  read: (inputs: PeriodInputs): PeriodColumns => readPeriod(inputs),
  decide: (columns: PeriodColumns): DecidedPeriod => decidePeriod(columns),
  /** Each unit's explanation is made, and forgotten, as when it is written into pages. */
  explain(decided: DecidedPeriod): number {
    let units = 0;
    for (const _ of explained(decided, '').units) units += 1;
    return units;
  },
  digest: (inputs: PeriodInputs): string => digestOf(inputs),
};

/** What was decided, before anybody's explanation. */
export function rowsOfDecided({ tracks }: DecidedPeriod): readonly RankedRow[] {
  return tracks.flatMap(({ graded, contests }) => {
    const { scores, grades } = graded;
    const { track } = scores.context;
    const places = { track: placesIn(contests.track), cluster: placesIn(contests.cluster) };
    return scores.reporting.map(({ unit }, u) => ({
      unit: unit.id,
      total: hundredths(scores.total[u]!),
      place: places.track.get(u)!,
      clusterPlace: places.cluster.get(u)!,
      grade: track.grades[grades.grade[u]!]!.code,
    }));
  });
}

/** As it is explained, and stored. */
export function rowsOf(result: Pick<PeriodResult, 'units'>): readonly RankedRow[] {
  return result.units.map(({ unitId, total, place, clusterPlace, grade }) => ({
    unit: unitId,
    total: hundredths(total),
    place: place.place!,
    clusterPlace: clusterPlace.place!,
    grade: grade.final,
  }));
}

type Contests = DecidedPeriod['tracks'][number]['contests']['track'];

function placesIn(contests: Contests): ReadonlyMap<number, number> {
  const places = new Map<number, number>();
  for (const { line } of contests)
    line.starts.forEach((start, run) => {
      for (const u of line.ordered.subarray(start, line.starts[run + 1])) places.set(u, start + 1);
    });
  return places;
}

const hundredths = (micropoints: number): number =>
  Math.sign(micropoints) * Math.round(Math.abs(micropoints) / 10_000);
