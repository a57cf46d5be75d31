import type { Unit } from '../campaign/campaign.ts';
import type { Quota, Scope } from '../campaign/settings.ts';
import { type Contest, candidateOf, type Standing } from './contest.ts';
import { raisedGates } from './grading/gates.ts';
import { capGrade, gradeByPoints, gradedPoints, indexOfGrade } from './grading/grades.ts';
import { applyQuota } from './grading/quotas.ts';
import type { TrackRules } from './period-inputs.ts';
import type { PlaceOutcome, QuotaOutcome, Recognition, UnitResult } from './period-result.ts';
import { comparedPoints, rankingOrder } from './ranking/key-values.ts';
import { placeUnits } from './ranking/place-units.ts';
import { recognise } from './recognition/recognise.ts';
import type { ScoredUnit } from './scoring/scored-unit.ts';
import { type Previous, unitResult } from './unit-result.ts';

export interface TrackResult {
  readonly units: readonly UnitResult[];
  readonly quotas: readonly QuotaOutcome[];
  readonly recognitions: readonly Recognition[];
}

/** From points to grades, then places, then recognitions: each step looks only at those before it. */
export function evaluateTrack(
  track: TrackRules,
  units: readonly Unit[],
  scored: readonly ScoredUnit[],
  previous: Previous,
): TrackResult {
  const ungraded = scored.map((each) => standingOf(each, track, previous));
  const { standings, quotas } = applyQuotas(track, units, ungraded);
  const contests = {
    track: contestsOf(track, units, standings, 'track'),
    cluster: contestsOf(track, units, standings, 'cluster'),
  };
  const places = { track: placesOf(contests.track), cluster: placesOf(contests.cluster) };
  const byUnit = new Map(standings.map((standing) => [standing.scored.unit.id, standing]));
  return {
    units: units.map((unit) =>
      unitResult(
        unit,
        byUnit.get(unit.id),
        track,
        { track: places.track.get(track.code)!, cluster: places.cluster.get(unit.cluster)! },
        previous,
      ),
    ),
    quotas,
    recognitions: track.recognitions.flatMap((rule) =>
      contests[rule.scope].map((contest) => recognise(rule, contest, places[rule.scope].get(contest.scope)!)),
    ),
  };
}

function standingOf(
  scored: ScoredUnit,
  { criteria, gates, grades, totals, ranking }: TrackRules,
  previous: Previous,
): Standing {
  const raised = raisedGates(scored, criteria, gates, ranking);
  const graded = gradedPoints(comparedPoints(scored.total, ranking), totals);
  const byPoints = gradeByPoints(graded, grades);
  const { grade, cappedBy } = capGrade(byPoints, raised, gates, grades);
  const past = previous.units.get(scored.unit.id);
  return {
    scored,
    gates: raised,
    graded,
    byPoints,
    cappedBy,
    beforeQuota: grade,
    grade,
    previous: { track: past?.place, cluster: past?.clusterPlace },
  };
}

/** Quotas of better grades come first: whom they push down takes part in the next grade's. */
function applyQuotas(
  track: TrackRules,
  units: readonly Unit[],
  ungraded: readonly Standing[],
): { readonly standings: readonly Standing[]; readonly quotas: readonly QuotaOutcome[] } {
  const rank = (quota: Quota): number => indexOfGrade(quota.grade, track.grades);
  let standings = ungraded;
  const quotas: QuotaOutcome[] = [];
  for (const quota of track.quotas.toSorted((a, b) => rank(a) - rank(b))) {
    const applied = contestsOf(track, units, standings, quota.scope).map((contest) =>
      applyQuota(quota, contest),
    );
    const lost = new Set(applied.flatMap((each) => [...each.lost]));
    const next = Math.min(rank(quota) + 1, track.grades.length - 1);
    standings = standings.map((standing) =>
      lost.has(standing.scored.unit.id) ? { ...standing, grade: next } : standing,
    );
    quotas.push(...applied.map(({ outcome }) => outcome));
  }
  return { standings, quotas };
}

/** The track's one contest, or that of each cluster, by name; clusters where nobody reported are there too. */
function contestsOf(
  track: TrackRules,
  units: readonly Unit[],
  standings: readonly Standing[],
  scopeKind: Scope,
): readonly Contest[] {
  const scopes = new Map<string, { units: Unit[]; standings: Standing[] }>();
  const scopeOf = (unit: Unit): { units: Unit[]; standings: Standing[] } => {
    const scope = scopeKind === 'track' ? track.code : unit.cluster;
    const known = scopes.get(scope) ?? { units: [], standings: [] };
    scopes.set(scope, known);
    return known;
  };
  for (const unit of units) scopeOf(unit).units.push(unit);
  for (const standing of standings) scopeOf(standing.scored.unit).standings.push(standing);
  return [...scopes.keys()].sort().map((scope) => ({ track, scopeKind, scope, ...scopes.get(scope)! }));
}

function placesOf(contests: readonly Contest[]): ReadonlyMap<string, ReadonlyMap<string, PlaceOutcome>> {
  return new Map(contests.map((contest) => [contest.scope, placesIn(contest)]));
}

function placesIn(contest: Contest): ReadonlyMap<string, PlaceOutcome> {
  const { ranking, grades } = contest.track;
  const keys = rankingOrder(ranking);
  const contenders = contest.standings.map((standing) => candidateOf(standing, keys, [], contest));
  return placeUnits(contenders, { keys, places: ranking.places, gradeCodes: grades.map(({ code }) => code) });
}
