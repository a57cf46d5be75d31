import type { PeriodId } from '../campaign/period.ts';
import type { Unit } from '../campaign/unit.ts';
import type { Decimal } from '../numbers/decimal.ts';
import { type Micropoints, ZERO_POINTS } from '../numbers/micropoints.ts';
import { present } from '../present.ts';
import { type GradeIndex, gradeCode } from './grading/grades.ts';
import type { PastUnit, TrackRules } from './period-inputs.ts';
import type { Change, CriterionResult, RaisedGate, UnitResult } from './period-result.ts';
import type { ScoredUnit } from './scoring/scored-unit.ts';

/** The period before, where it was evaluated. */
export interface Previous {
  readonly period?: PeriodId;
  readonly units: ReadonlyMap<string, PastUnit>;
}

/** A unit that reported: its points, gates and grade. */
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
}

/** Everything about one unit, put together; without a standing it sent nothing. */
export function unitResult(
  unit: Unit,
  standing: Standing | undefined,
  track: TrackRules,
  places: Pick<UnitResult, 'place' | 'clusterPlace'>,
  previous: Previous,
): UnitResult {
  const { id: unitId, name, cluster } = unit;
  if (standing === undefined)
    return { ...NOTHING_REPORTED, cluster, name, track: track.code, unitId, ...places };
  const { scored, gates, graded, byPoints, cappedBy, beforeQuota, grade } = standing;
  const { base, bonus, breakthroughs, criteria, deductionCount, deductions, groups, input } = scored;
  return present<UnitResult>({
    base,
    bonus,
    breakthroughs,
    change: changeSince(previous, unitId, criteria),
    cluster,
    clusterPlace: places.clusterPlace,
    criteria,
    deductionCount,
    deductions,
    gates,
    grade: {
      byPoints: gradeCode(byPoints, track.grades),
      cappedBy,
      final: gradeCode(grade, track.grades),
      overQuota: grade !== beforeQuota,
    },
    graded,
    groups,
    late: input.late,
    legs: scored.legs,
    name,
    place: places.place,
    prongs: scored.prongs,
    revision: input.revision,
    status: 'ranked',
    total: scored.total,
    track: track.code,
    unitId,
  });
}

const NOTHING_REPORTED: Omit<UnitResult, 'unitId' | 'name' | 'track' | 'cluster' | 'place' | 'clusterPlace'> =
  {
    status: 'not_reported',
    late: false,
    revision: 0,
    criteria: [],
    groups: [],
    legs: [],
    prongs: [],
    breakthroughs: [],
    base: ZERO_POINTS,
    bonus: ZERO_POINTS,
    deductions: ZERO_POINTS,
    deductionCount: '0' as Decimal,
    total: ZERO_POINTS,
    graded: ZERO_POINTS,
    grade: { byPoints: '', final: '', cappedBy: [], overQuota: false },
    gates: [],
  };

/** What changed since the period before; criteria that were not there then are not compared. */
function changeSince(
  { period, units }: Previous,
  unitId: string,
  now: readonly CriterionResult[],
): Change | undefined {
  const past = units.get(unitId);
  if (period === undefined || past === undefined) return undefined;
  const then = new Map(past.criteria.map(({ criterion, counted }) => [criterion, counted]));
  return present<Change>({
    clusterPlace: past.clusterPlace,
    criteria: now.flatMap(({ code, counted }) => {
      const earlier = then.get(code);
      return earlier === undefined || earlier === counted ? [] : [{ before: earlier, code, now: counted }];
    }),
    period,
    place: past.place,
    total: past.total,
  });
}
