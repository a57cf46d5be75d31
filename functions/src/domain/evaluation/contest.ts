import type { Unit } from '../campaign/campaign.ts';
import type { Ranking, RankKey, Scope, TieBreak } from '../campaign/settings.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import type { GradeIndex } from './grading/grades.ts';
import type { TrackRules } from './period-inputs.ts';
import type { RaisedGate } from './period-result.ts';
import { keyValue } from './ranking/key-values.ts';
import { type Contender, compareContenders, type OrderKey } from './ranking/order.ts';
import type { ScoredUnit } from './scoring/scored-unit.ts';

/** A unit that reported, on its way from points to a place. */
export interface Standing {
  readonly scored: ScoredUnit;
  readonly gates: readonly RaisedGate[];
  /** The points the grade looked at. */
  readonly graded: Micropoints;
  readonly byPoints: GradeIndex;
  readonly cappedBy: readonly string[];
  /** After gates, before quotas. */
  readonly beforeQuota: GradeIndex;
  readonly grade: GradeIndex;
  /** Last period's place in each scope. */
  readonly previous: { readonly [S in Scope]?: number };
}

/** Units that are held against one another: a whole track, or one cluster of it. */
export interface Contest {
  readonly track: TrackRules;
  readonly scopeKind: Scope;
  /** The cluster's name, or the track's code. */
  readonly scope: string;
  /** Every unit of it that is valid, reporting or not. */
  readonly units: readonly Unit[];
  /** Those that reported. */
  readonly standings: readonly Standing[];
}

/** A standing as a contender by some order, with further keys to part those the order leaves equal. */
export interface Candidate extends Contender {
  readonly standing: Standing;
  readonly further: Contender;
}

export function candidateOf(
  standing: Standing,
  keys: readonly OrderKey[],
  furtherKeys: readonly TieBreak[],
  { track: { ranking }, scopeKind }: Contest,
): Candidate {
  const unitId = standing.scored.unit.id;
  const valuesOf = (some: readonly OrderKey[]): Contender['values'] =>
    some.map(({ key }) => valueAt(standing, key, ranking, scopeKind));
  return { unitId, standing, values: valuesOf(keys), further: { unitId, values: valuesOf(furtherKeys) } };
}

export function compareFurther(furtherKeys: readonly TieBreak[]): (a: Candidate, b: Candidate) => number {
  return (a, b) => compareContenders(a.further, b.further, furtherKeys);
}

function valueAt(
  { scored, grade, previous }: Standing,
  key: RankKey | 'grade',
  ranking: Ranking,
  scopeKind: Scope,
): ReturnType<typeof keyValue> {
  return keyValue(scored, key, ranking, { grade, previousPlace: previous[scopeKind] });
}
