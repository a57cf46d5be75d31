import type { RecognitionRule } from '../../campaign/settings.ts';
import type { Micropoints } from '../../numbers/micropoints.ts';
import { wholeShare } from '../../numbers/whole-share.ts';
import { type Contest, compareFurther, unitIdOf } from '../contest.ts';
import { type Cut, cutAt } from '../grading/cut.ts';
import { gradeCode, indexOfGrade } from '../grading/grades.ts';
import type { Recognition, RecognitionReason } from '../period-result.ts';
import { comparedPoints } from '../ranking/key-values.ts';
import type { Compare } from '../ranking/line.ts';
import { placeNumber } from '../ranking/place-units.ts';

/**
 * Who is recognised by one rule in one scope, each with reasons. A unit that may not be recognised (a gate, too
 * low a grade, too few points) is out of the running (decision 4): the cut counts those that may, in the order
 * of the ranking, so the place it would have had goes to the next. A share is of all ranked units.
 */
export function recognise(rule: RecognitionRule, contest: Contest, compare: Compare): Recognition {
  const { track, scopeKind, scope, line, graded } = contest;
  const ranked = Array.from(line.ordered);
  const allowed =
    rule.first ?? (rule.share ? wholeShare(rule.share.ratio, ranked.length, rule.share.rounding) : 0);
  const obstacles = obstaclesTo(rule, contest);
  const cut = cutAt(
    ranked.filter((u) => obstacles(u).length === 0),
    allowed,
    rule.tieAtCut,
    compare,
    compareFurther(contest, rule.nextKeys ?? []),
  );
  const places = new Map(ranked.map((u, position) => [u, placeNumber(line, position, track.ranking.places)]));
  const entry = (u: number, reasons: readonly RecognitionReason[]): Recognition['chosen'][number] => ({
    unitId: unitIdOf(graded, u),
    place: places.get(u)!,
    reasons,
  });
  const atCut = tieReason(cut, contest);
  const isNear = (u: number): boolean => places.get(u)! <= allowed && obstacles(u).length > 0;
  return {
    rule: rule.code,
    outcome: rule.outcome,
    track: track.code,
    scopeKind,
    scope,
    allowed,
    chosen: cut.kept.map((u) =>
      entry(u, [
        { code: 'place_in_cut', place: places.get(u)!, allowed },
        ...gradeReached(rule, u, contest),
        ...atCut(u),
      ]),
    ),
    passedOver: passedOver(ranked, cut, isNear).map((u) => entry(u, [...obstacles(u), ...atCut(u)])),
  };
}

/** What bars a unit: every reason, not only the first. */
function obstaclesTo(
  { leastGrade, leastPoints }: RecognitionRule,
  { track, graded: { scores, grades } }: Contest,
): (u: number) => readonly RecognitionReason[] {
  const bars = new Set(track.gates.filter((gate) => gate.barsRecognition).map(({ code }) => code));
  const least = leastGrade === undefined ? Number.POSITIVE_INFINITY : indexOfGrade(leastGrade, track.grades);
  return (u) => {
    const reasons: RecognitionReason[] = [];
    for (const { code, raisedBy } of grades.gates[u]!)
      if (bars.has(code)) reasons.push({ code: 'barred_by_gate', gate: code, raisedBy });
    const grade = grades.grade[u]!;
    if (leastGrade !== undefined && grade > least)
      reasons.push({ code: 'grade_too_low', grade: gradeCode(grade, track.grades), least: leastGrade });
    const total = comparedPoints(scores.total[u] as Micropoints, track.ranking);
    if (leastPoints !== undefined && total < leastPoints)
      reasons.push({ code: 'points_too_low', total, least: leastPoints });
    return reasons;
  };
}

function gradeReached(
  { leastGrade }: RecognitionRule,
  u: number,
  { track, graded }: Contest,
): readonly RecognitionReason[] {
  if (leastGrade === undefined) return [];
  const grade = gradeCode(graded.grades.grade[u]!, track.grades);
  return [{ code: 'grade_reached', grade, least: leastGrade }];
}

/**
 * Those whom the list would have had but for something: units before the last one chosen, units whose place
 * alone was good enough, and those a tie at the cut cost it. Not everybody further down.
 */
function passedOver(
  ranked: readonly number[],
  cut: Cut<number>,
  isNear: (u: number) => boolean,
): readonly number[] {
  const chosen = new Set(cut.kept);
  const tied = new Set(cut.tie?.tied);
  const last = ranked.findLastIndex((u) => chosen.has(u));
  return ranked.filter((u, i) => !chosen.has(u) && (i < last || tied.has(u) || isNear(u)));
}

function tieReason({ tie }: Cut<number>, { graded }: Contest): (u: number) => readonly RecognitionReason[] {
  if (tie === undefined) return () => [];
  const tied = new Set(tie.tied);
  const units = tie.tied.map((u) => unitIdOf(graded, u));
  return (u) => (tied.has(u) ? [{ code: 'tie_at_cut', outcome: tie.outcome, units }] : []);
}
