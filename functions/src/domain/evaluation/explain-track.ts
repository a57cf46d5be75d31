import type { Scope } from '../campaign/settings.ts';
import { type Contest, type GradedTrack, unitIdOf } from './contest.ts';
import type { Contests } from './contests-of.ts';
import type { PlaceOutcome, UnitResult } from './period-result.ts';
import { decidingColumn } from './ranking/order-columns.ts';
import { type Lined, placeAt } from './ranking/place-units.ts';
import { unitScorer } from './scoring/score-unit.ts';
import type { TrackColumns } from './track-columns.ts';
import { unitResult } from './unit-result.ts';

/**
 * What explains one unit of a track, by its index among the track's: made when asked for, so that of a hundred
 * thousand explanations none has to be kept. It is worked out anew and exactly; that it comes to the points that were
 * decided on is looked at each time.
 */
export function explainTrack(
  { context, units, reporting, leaders }: TrackColumns,
  graded: GradedTrack,
  contests: Contests,
): (unit: number) => UnitResult {
  const { track } = context;
  const score = unitScorer(context, leaders);
  const inTrack = places('track', graded, contests);
  const inCluster = places('cluster', graded, contests);
  const indexes = indexesOf(units, reporting);
  return (i) => {
    const unit = units[i]!;
    const u = indexes[i]!;
    const both = { place: inTrack(track.code, u), clusterPlace: inCluster(unit.cluster, u) };
    if (u === -1) return unitResult(unit, undefined, track, both, graded.previous);
    const scored = score(reporting[u]!);
    if (scored.total !== graded.scores.total[u])
      throw new Error(
        `unit ${unit.id}: decided on ${graded.scores.total[u]} points, explained ${scored.total}`,
      );
    const { graded: points, byPoints, gates, cappedBy, beforeQuota, grade } = graded.grades;
    const standing = {
      scored,
      gates: gates[u]!,
      graded: points[u] as UnitResult['graded'],
      byPoints: byPoints[u]!,
      cappedBy: cappedBy[u]!,
      beforeQuota: beforeQuota[u]!,
      grade: grade[u]!,
    };
    return unitResult(unit, standing, track, both, graded.previous);
  };
}

/** Among those that reported; −1: it did not. Both are in the order of the ids. */
function indexesOf(units: TrackColumns['units'], reporting: TrackColumns['reporting']): Int32Array {
  let u = 0;
  return Int32Array.from(units, (unit) => (reporting[u]?.unit === unit ? u++ : -1));
}

/** A unit's place in the scope of a name; one that did not report (−1) has none. */
function places(
  kind: Scope,
  graded: GradedTrack,
  { keys, columns, readers, contests }: Contests,
): (scope: string, u: number) => PlaceOutcome {
  const { ranking, grades } = graded.scores.context.track;
  const order = { keys, places: ranking.places, gradeCodes: grades.map(({ code }) => code) };
  const lined = (contest: Contest): Lined => ({
    line: contest.line,
    order,
    unitId: (u) => unitIdOf(graded, u),
    decidingKey: (a, b) => decidingColumn(columns[kind], a, b),
    valueAt: (u, key) => readers[kind][key]!(u),
  });
  const byScope = new Map(contests[kind].map((contest) => [contest.scope, lined(contest)]));
  const positions = new Int32Array(graded.scores.reporting.length);
  for (const { line } of contests[kind])
    line.ordered.forEach((u, position) => {
      positions[u] = position;
    });
  return (scope, u) => {
    const of = byScope.get(scope)!;
    return u === -1 ? { of: of.line.ordered.length, sharedWith: [] } : placeAt(positions[u]!, of);
  };
}
