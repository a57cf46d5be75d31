import type { Quota } from '../../campaign/settings.ts';
import { wholeShare } from '../../numbers/whole-share.ts';
import { present } from '../../present.ts';
import { type Contest, compareFurther, unitIdOf } from '../contest.ts';
import type { QuotaOutcome } from '../period-result.ts';
import type { Compare } from '../ranking/line.ts';
import { cutAt } from './cut.ts';
import { gradeCode, indexOfGrade } from './grades.ts';

export interface QuotaApplied {
  readonly outcome: QuotaOutcome;
  /** Units that lose the grade, by index. */
  readonly lost: readonly number[];
}

/**
 * Lets at most a share of a scope's units keep a grade: those with the best points by the ranking's own chain, in
 * which they stand and by which `compare` compares. The denominator counts grades as they were before any quota; the
 * candidates have the grade after better grades' quotas, so who lost a better grade takes part in the next one's.
 */
export function applyQuota(quota: Quota, contest: Contest, compare: Compare): QuotaApplied {
  const { track, scope, line, graded } = contest;
  const { grade, beforeQuota } = graded.grades;
  const index = indexOfGrade(quota.grade, track.grades);
  const candidates = Array.from(line.ordered.filter((u) => grade[u] === index));
  const denominator = line.ordered.reduce(
    (count, u) => count + (isCounted(beforeQuota[u]!, quota, contest) ? 1 : 0),
    0,
  );
  const share = wholeShare(ratioOf(quota, contest), denominator, quota.rounding);
  const allowed = Math.max(share, quota.least ?? 0);
  const further = compareFurther(contest, quota.nextKeys ?? []);
  const cut = cutAt(candidates, allowed, quota.tieAtCut, compare, further);
  const idsOf = (units: readonly number[]): readonly string[] => units.map((u) => unitIdOf(graded, u));
  return {
    lost: cut.dropped,
    outcome: present<QuotaOutcome>({
      track: track.code,
      scope,
      grade: quota.grade,
      denominator,
      allowed,
      candidates: idsOf(candidates),
      kept: idsOf(cut.kept),
      tie: cut.tie && { units: idsOf(cut.tie.tied), outcome: cut.tie.outcome },
    }),
  };
}

function isCounted(beforeQuota: number, { of }: Quota, { track }: Contest): boolean {
  return of === undefined || of.includes(gradeCode(beforeQuota, track.grades));
}

function ratioOf({ ratio, special }: Quota, { units }: Contest): Quota['ratio'] {
  const isSpecial =
    special !== undefined && units.every((unit) => unit.attributes[special.attribute] === special.value);
  return isSpecial ? special.ratio : ratio;
}
