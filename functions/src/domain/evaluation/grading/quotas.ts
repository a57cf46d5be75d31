import type { Quota } from '../../campaign/settings.ts';
import { wholeShare } from '../../numbers/whole-share.ts';
import { present } from '../../present.ts';
import { type Candidate, type Contest, candidateOf, compareFurther, type Standing } from '../contest.ts';
import type { QuotaOutcome } from '../period-result.ts';
import { pointsOrder } from '../ranking/key-values.ts';
import { compareContenders } from '../ranking/order.ts';
import { inOrder } from '../ranking/place-units.ts';
import { cutAt } from './cut.ts';
import { gradeCode, indexOfGrade } from './grades.ts';

export interface QuotaApplied {
  readonly outcome: QuotaOutcome;
  /** Units that lose the grade. */
  readonly lost: ReadonlySet<string>;
}

/**
 * Lets at most a share of a scope's units keep a grade: those with the best points by the ranking's own chain.
 * The denominator counts grades as they were before any quota; the candidates have the grade after better
 * grades' quotas, so who lost a better grade takes part in the next one's.
 */
export function applyQuota(quota: Quota, contest: Contest): QuotaApplied {
  const { track, scope, standings } = contest;
  const index = indexOfGrade(quota.grade, track.grades);
  const keys = pointsOrder(track.ranking);
  const further = quota.nextKeys ?? [];
  const candidates = inOrder(
    standings
      .filter(({ grade }) => grade === index)
      .map((standing) => candidateOf(standing, keys, further, contest)),
    keys,
  );
  const denominator = standings.filter((standing) => isCounted(standing, quota, contest)).length;
  const share = wholeShare(ratioOf(quota, contest), denominator, quota.rounding);
  const allowed = Math.max(share, quota.least ?? 0);
  const cut = cutAt(
    candidates,
    allowed,
    quota.tieAtCut,
    (a, b) => compareContenders(a, b, keys),
    compareFurther(further),
  );
  return {
    lost: new Set(idsOf(cut.dropped)),
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

function isCounted({ beforeQuota }: Standing, { of }: Quota, { track }: Contest): boolean {
  return of === undefined || of.includes(gradeCode(beforeQuota, track.grades));
}

function ratioOf({ ratio, special }: Quota, { units }: Contest): Quota['ratio'] {
  const isSpecial =
    special !== undefined && units.every((unit) => unit.attributes[special.attribute] === special.value);
  return isSpecial ? special.ratio : ratio;
}

const idsOf = (candidates: readonly Candidate[]): readonly string[] => candidates.map(({ unitId }) => unitId);
