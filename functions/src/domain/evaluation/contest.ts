import type { Scope, TieBreak } from '../campaign/settings.ts';
import type { Unit } from '../campaign/unit.ts';
import type { TrackGrades } from './grading/grade-track.ts';
import type { TrackRules } from './period-inputs.ts';
import { keyReader } from './ranking/key-reader.ts';
import type { Compare, Line } from './ranking/line.ts';
import { compareContenders, type KeyValue, type OrderKey } from './ranking/order.ts';
import type { TrackScores } from './scoring/score-track.ts';
import type { Previous } from './unit-result.ts';

/** Units that are held against one another: a whole track, or one cluster of it. */
export interface Contest {
  readonly track: TrackRules;
  readonly scopeKind: Scope;
  /** The cluster's name, or the track's code. */
  readonly scope: string;
  /** Every unit of it that is valid, reporting or not. */
  readonly units: readonly Unit[];
  /** Those that reported, by index, in order. */
  readonly line: Line;
  readonly graded: GradedTrack;
}

/** Points and grades of a track's units that reported, as columns, and where they stood the period before. */
export interface GradedTrack {
  readonly scores: TrackScores;
  readonly grades: TrackGrades;
  readonly previous: Previous;
}

/** A unit's value at each of the keys, in one kind of scope. */
export function keyReaders(
  { scores, grades, previous }: GradedTrack,
  keys: readonly OrderKey[],
  scopeKind: Scope,
): readonly ((u: number) => KeyValue)[] {
  const placeKey = scopeKind === 'track' ? 'place' : 'clusterPlace';
  const outside = {
    grade: (u: number) => grades.grade[u]!,
    previousPlace: (u: number) => previous.units.get(scores.reporting[u]!.unit.id)?.[placeKey],
  };
  return keys.map(({ key }) => keyReader(scores, key, outside));
}

/** By further keys, for the few whom the order left equal at a cut. */
export function compareFurther({ graded, scopeKind }: Contest, furtherKeys: readonly TieBreak[]): Compare {
  const readers = keyReaders(graded, furtherKeys, scopeKind);
  const contender = (u: number) => ({ unitId: '', values: readers.map((valueAt) => valueAt(u)) });
  return (a, b) => compareContenders(contender(a), contender(b), furtherKeys);
}

export const unitIdOf = ({ scores }: GradedTrack, u: number): string => scores.reporting[u]!.unit.id;
