import type { Quota, Scope } from '../campaign/settings.ts';
import type { Contest, GradedTrack } from './contest.ts';
import { contestsOf } from './contests-of.ts';
import { explainTrack } from './explain-track.ts';
import { gradeTrack } from './grading/grade-track.ts';
import { indexOfGrade } from './grading/grades.ts';
import { applyQuota } from './grading/quotas.ts';
import type { QuotaOutcome, Recognition, UnitResult } from './period-result.ts';
import { pointsOrder, rankingOrder } from './ranking/key-values.ts';
import { recognise } from './recognition/recognise.ts';
import { scoreTrack } from './scoring/score-track.ts';
import type { TrackColumns } from './track-columns.ts';
import type { Previous } from './unit-result.ts';

/** Everything that is decided in a track, and the explanation of each unit for whoever asks for it. */
export interface TrackResult {
  readonly graded: GradedTrack;
  readonly contests: { readonly [S in Scope]: readonly Contest[] };
  readonly quotas: readonly QuotaOutcome[];
  readonly recognitions: readonly Recognition[];
  /** Of a unit by its index among the track's. */
  readonly explain: (unit: number) => UnitResult;
}

/** From points to grades, then places, then recognitions: each step looks only at those before it. */
export function evaluateTrack(columns: TrackColumns, previous: Previous): TrackResult {
  const { context, reporting, figures, leaders } = columns;
  const { track } = context;
  const scores = scoreTrack(context, reporting, figures, leaders);
  const graded = { scores, grades: gradeTrack(scores), previous };
  const byPoints = contestsOf(graded, columns.units, pointsOrder(track.ranking));
  const quotas = applyQuotas(graded, byPoints);
  const leadsByPoints = track.ranking.leading === 'points';
  const ranked = leadsByPoints ? byPoints : contestsOf(graded, columns.units, rankingOrder(track.ranking));
  return {
    graded,
    contests: ranked.contests,
    quotas,
    recognitions: track.recognitions.flatMap((rule) =>
      ranked.contests[rule.scope].map((contest) => recognise(rule, contest, ranked.compare[rule.scope])),
    ),
    explain: explainTrack(columns, graded, ranked),
  };
}

/** Quotas of better grades come first: whom they push down takes part in the next grade's. */
function applyQuotas(
  { scores, grades }: GradedTrack,
  { contests, compare }: ReturnType<typeof contestsOf>,
): readonly QuotaOutcome[] {
  const { track } = scores.context;
  const rank = (quota: Quota): number => indexOfGrade(quota.grade, track.grades);
  return track.quotas
    .toSorted((a, b) => rank(a) - rank(b))
    .flatMap((quota) => {
      const applied = contests[quota.scope].map((contest) =>
        applyQuota(quota, contest, compare[quota.scope]),
      );
      const next = Math.min(rank(quota) + 1, track.grades.length - 1);
      for (const { lost } of applied) for (const u of lost) grades.grade[u] = next;
      return applied.map(({ outcome }) => outcome);
    });
}
