import type { Criterion } from '../../campaign/criterion.ts';
import type { Gate, Ranking } from '../../campaign/settings.ts';
import type { CriterionResult, RaisedGate } from '../period-result.ts';
import { comparedPoints, pointsAt } from '../ranking/key-values.ts';
import type { ScoredUnit } from '../scoring/scored-unit.ts';

/** The gates a unit raised, in the order of the rules, each with everything that raised it. */
export function raisedGates(
  scored: ScoredUnit,
  criteria: readonly Criterion[],
  gates: readonly Gate[],
  ranking: Ranking,
): readonly RaisedGate[] {
  return gates.flatMap((gate) => {
    const raisedBy = [
      ...criteria
        .filter((criterion, i) => isRaisedBy(criterion, gate, scored.criteria[i]!))
        .map(({ code }) => code),
      ...(gate.whenLate && scored.input.late ? ['late'] : []),
      ...(gate.whenBelow ?? [])
        .filter(({ key, min }) => isBelow(scored, key, min, ranking))
        .map(({ key }) => key),
    ];
    return raisedBy.length === 0 ? [] : [{ code: gate.code, raisedBy }];
  });
}

/**
 * "No" to a yes/no question, a deduction that was counted, no points for anything else that was scored. What is
 * blank or not applicable raises nothing: it is no answer.
 */
function isRaisedBy(criterion: Criterion, gate: Gate, result: CriterionResult): boolean {
  if (criterion.gate !== gate.code) return false;
  const answer = result.appraised ?? result.reported;
  if (result.kind === 'information')
    return result.status === 'information' && answer?.kind === 'yes_no' && !answer.value;
  if (result.status !== 'scored') return false;
  if (result.kind === 'yes_no') return answer?.kind === 'yes_no' && !answer.value;
  if (result.kind === 'deduction') return result.value !== undefined && result.value !== '0';
  return result.earned === 0;
}

/** A group that is not applicable is not below anything. */
function isBelow(
  scored: ScoredUnit,
  key: Parameters<typeof pointsAt>[1],
  min: number,
  ranking: Ranking,
): boolean {
  const points = pointsAt(scored, key);
  return points !== undefined && comparedPoints(points, ranking) < min;
}
