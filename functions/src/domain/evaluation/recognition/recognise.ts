import type { RecognitionRule } from '../../campaign/settings.ts';
import { wholeShare } from '../../numbers/whole-share.ts';
import { type Candidate, type Contest, candidateOf, compareFurther, type Standing } from '../contest.ts';
import { type Cut, cutAt } from '../grading/cut.ts';
import { gradeCode, indexOfGrade } from '../grading/grades.ts';
import type { PlaceOutcome, Recognition, RecognitionReason } from '../period-result.ts';
import { comparedPoints, rankingOrder } from '../ranking/key-values.ts';
import { compareContenders } from '../ranking/order.ts';
import { inOrder } from '../ranking/place-units.ts';

/**
 * Who is recognised by one rule in one scope, each with reasons. A unit that may not be recognised (a gate, too
 * low a grade, too few points) is out of the running (decision 4): the cut counts those that may, in the order
 * of the ranking, so the place it would have had goes to the next. A share is of all ranked units.
 */
export function recognise(
  rule: RecognitionRule,
  contest: Contest,
  places: ReadonlyMap<string, PlaceOutcome>,
): Recognition {
  const { track, scopeKind, scope, standings } = contest;
  const keys = rankingOrder(track.ranking);
  const further = rule.nextKeys ?? [];
  const ranked = inOrder(
    standings.map((standing) => candidateOf(standing, keys, further, contest)),
    keys,
  );
  const allowed =
    rule.first ?? (rule.share ? wholeShare(rule.share.ratio, ranked.length, rule.share.rounding) : 0);
  const obstacles = new Map(ranked.map((each) => [each.unitId, obstaclesTo(rule, each.standing, contest)]));
  const cut = cutAt(
    ranked.filter(({ unitId }) => obstacles.get(unitId)!.length === 0),
    allowed,
    rule.tieAtCut,
    (a, b) => compareContenders(a, b, keys),
    compareFurther(further),
  );
  const entry = (
    candidate: Candidate,
    reasons: readonly RecognitionReason[],
  ): Recognition['chosen'][number] => ({
    unitId: candidate.unitId,
    place: placeOf(candidate, places),
    reasons,
  });
  const atCut = tieReason(cut);
  const isNear = (each: Candidate): boolean =>
    obstacles.get(each.unitId)!.length > 0 && placeOf(each, places) <= allowed;
  return {
    rule: rule.code,
    outcome: rule.outcome,
    track: track.code,
    scopeKind,
    scope,
    allowed,
    chosen: cut.kept.map((each) =>
      entry(each, [
        { code: 'place_in_cut', place: placeOf(each, places), allowed },
        ...gradeReached(rule, each.standing, contest),
        ...atCut(each),
      ]),
    ),
    passedOver: passedOver(ranked, cut, isNear).map((each) =>
      entry(each, [...obstacles.get(each.unitId)!, ...atCut(each)]),
    ),
  };
}

/** What bars a unit: every reason, not only the first. */
function obstaclesTo(
  { leastGrade, leastPoints }: RecognitionRule,
  { scored, gates, grade }: Standing,
  { track }: Contest,
): readonly RecognitionReason[] {
  const barring = gates.filter(({ code }) => track.gates.find((gate) => gate.code === code)?.barsRecognition);
  const total = comparedPoints(scored.total, track.ranking);
  const isGradeTooLow = leastGrade !== undefined && grade > indexOfGrade(leastGrade, track.grades);
  return [
    ...barring.map(({ code, raisedBy }) => ({ code: 'barred_by_gate' as const, gate: code, raisedBy })),
    ...(isGradeTooLow
      ? [{ code: 'grade_too_low' as const, grade: gradeCode(grade, track.grades), least: leastGrade }]
      : []),
    ...(leastPoints !== undefined && total < leastPoints
      ? [{ code: 'points_too_low' as const, total, least: leastPoints }]
      : []),
  ];
}

function gradeReached(
  { leastGrade }: RecognitionRule,
  { grade }: Standing,
  { track }: Contest,
): readonly RecognitionReason[] {
  if (leastGrade === undefined) return [];
  return [{ code: 'grade_reached', grade: gradeCode(grade, track.grades), least: leastGrade }];
}

/**
 * Those whom the list would have had but for something: units before the last one chosen, units whose place
 * alone was good enough, and those a tie at the cut cost it. Not everybody further down.
 */
function passedOver(
  ranked: readonly Candidate[],
  cut: Cut<Candidate>,
  isNear: (candidate: Candidate) => boolean,
): readonly Candidate[] {
  const chosen = new Set(cut.kept);
  const tied = new Set(cut.tie?.tied);
  const last = ranked.findLastIndex((each) => chosen.has(each));
  return ranked.filter((each, i) => !chosen.has(each) && (i < last || tied.has(each) || isNear(each)));
}

function tieReason({ tie }: Cut<Candidate>): (candidate: Candidate) => readonly RecognitionReason[] {
  if (tie === undefined) return () => [];
  const tied = new Set(tie.tied);
  const units = tie.tied.map(({ unitId }) => unitId);
  return (candidate) => (tied.has(candidate) ? [{ code: 'tie_at_cut', outcome: tie.outcome, units }] : []);
}

function placeOf({ unitId }: Candidate, places: ReadonlyMap<string, PlaceOutcome>): number {
  return places.get(unitId)?.place ?? 0;
}
