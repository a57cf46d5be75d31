import type { Criterion } from '../../campaign/criterion.ts';
import type { Gate } from '../../campaign/settings.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import type { RaisedGate } from '../period-result.ts';
import { pointsReader } from '../ranking/key-reader.ts';
import { comparedPoints } from '../ranking/key-values.ts';
import { INFORMATION, MEASURED } from '../scoring/figures.ts';
import { measureRow } from '../scoring/measure-row.ts';
import type { TrackScores } from '../scoring/score-track.ts';
import { capGrade, gradeByPoints, gradedPoints } from './grades.ts';

/** The grades of a track's units that reported, as columns. */
export interface TrackGrades {
  /** The points the grade looked at. */
  readonly graded: Float64Array;
  readonly byPoints: Int16Array;
  readonly gates: readonly (readonly RaisedGate[])[];
  readonly cappedBy: readonly (readonly string[])[];
  /** After gates, before quotas. */
  readonly beforeQuota: Int16Array;
  /** Quotas lower it. */
  readonly grade: Int16Array;
}

/** From points to grades, by thresholds and gates; each unit looks only at itself. */
export function gradeTrack(scores: TrackScores): TrackGrades {
  const { ranking, totals, grades, gates } = scores.context.track;
  const units = scores.total.length;
  const [graded, byPoints] = [new Float64Array(units), new Int16Array(units)];
  const beforeQuota = new Int16Array(units);
  const raisedBy = gateReader(scores);
  const raised: (readonly RaisedGate[])[] = [];
  const cappedBy: (readonly string[])[] = [];
  for (let u = 0; u < units; u++) {
    const points = gradedPoints(comparedPoints(scores.total[u] as Micropoints, ranking), totals);
    graded[u] = points;
    byPoints[u] = gradeByPoints(points, grades);
    raised[u] = raisedBy(u);
    const capped = capGrade(byPoints[u]!, raised[u]!, gates, grades);
    beforeQuota[u] = capped.grade;
    cappedBy[u] = capped.cappedBy;
  }
  return { graded, byPoints, gates: raised, cappedBy, beforeQuota, grade: beforeQuota.slice() };
}

/** The gates a unit raised, in the order of the rules, each with everything that raised it. */
function gateReader(scores: TrackScores): (u: number) => readonly RaisedGate[] {
  const gates = scores.context.track.gates.map((gate) => ({
    code: gate.code,
    reasons: reasonsFor(gate, scores),
  }));
  return (u) => {
    const raised: RaisedGate[] = [];
    for (const { code, reasons } of gates) {
      const raisedBy = reasons.filter(({ holds }) => holds(u)).map((reason) => reason.code);
      if (raisedBy.length > 0) raised.push({ code, raisedBy });
    }
    return raised.length > 0 ? raised : NONE; // one list for the many that raised none
  };
}

const NONE: readonly RaisedGate[] = [];

interface Reason {
  /** A criterion, "late" or a points key. */
  readonly code: string;
  readonly holds: (u: number) => boolean;
}

function reasonsFor(gate: Gate, scores: TrackScores): readonly Reason[] {
  const { reporting, context } = scores;
  const { criteria, ranking } = context.track;
  return [
    ...criteria.flatMap((criterion, i) =>
      criterion.gate === gate.code
        ? [{ code: criterion.code, holds: raisedByCriterion(criterion, scores, i) }]
        : [],
    ),
    ...(gate.whenLate ? [{ code: 'late', holds: (u: number) => reporting[u]!.input.late }] : []),
    ...(gate.whenBelow ?? []).map(({ key, min }) => {
      const points = pointsReader(scores, key);
      // A group that is not applicable is not below anything.
      const holds = (u: number): boolean => {
        const of = points(u);
        return of !== undefined && comparedPoints(of, ranking) < min;
      };
      return { code: key, holds };
    }),
  ];
}

/**
 * "No" to a yes/no question, a deduction that was counted, no points for anything else that was scored. What is
 * blank or not applicable raises nothing: it is no answer.
 */
function raisedByCriterion(
  criterion: Criterion,
  { context, reporting, figures, earned }: TrackScores,
  i: number,
): (u: number) => boolean {
  const { status, value } = figures[i]!;
  const exactly = (u: number): bigint | undefined =>
    measureRow(context, criterion, reporting[u]!.unit, reporting[u]!.input).figure?.value;
  switch (criterion.scoring.kind) {
    case 'information':
      return (u) => status[u] === INFORMATION && value[u] === 0;
    case 'yes_no':
      return (u) => status[u] === MEASURED && value[u] === 0;
    case 'deduction':
      return (u) => status[u] === MEASURED && (Number.isNaN(value[u]) ? exactly(u) !== 0n : value[u] !== 0);
    default:
      return (u) => status[u] === MEASURED && earned[i]![u] === 0;
  }
}
