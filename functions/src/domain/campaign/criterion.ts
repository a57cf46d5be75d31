import type { Decimal } from '../numbers/decimal.ts';
import type { Criterion, Unit, UnitTarget } from './campaign.ts';

/** Whether a criterion is asked of a unit at all, by the unit's attributes. */
export function isApplicable({ notApplicableWhen: rule }: Criterion, unit: Unit): boolean {
  const value = rule === undefined ? undefined : unit.attributes[rule.attribute];
  return value === undefined || !rule!.values.includes(value);
}

/** Whether its points are a figure held against a target. */
export function needsTarget({ scoring }: Criterion): boolean {
  return (
    scoring.kind === 'percent' ||
    scoring.kind === 'peer_relative' ||
    (scoring.kind === 'tiered' && scoring.of === 'ratio')
  );
}

/** What a criterion's answer is: judged, counted and measured ones are numbers. */
export function answerKind({ scoring }: Criterion): 'number' | 'yes_no' | 'text' {
  if (scoring.kind === 'information') return scoring.answer;
  return scoring.kind === 'yes_no' ? 'yes_no' : 'number';
}

/** The targets of the unit's own, by criterion; other units' are passed over. */
export function ownTargets(unitId: string, targets: readonly UnitTarget[]): ReadonlyMap<string, Decimal> {
  return new Map(
    targets.filter((each) => each.unitId === unitId).map(({ criterion, target }) => [criterion, target]),
  );
}

/** The target of units that have none of their own. */
export function defaultTarget({ scoring }: Criterion): Decimal | undefined {
  return 'target' in scoring ? scoring.target : undefined;
}
