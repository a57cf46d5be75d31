import type { Criterion, Unit, UnitTarget } from './campaign.ts';
import type { Decimal } from './decimal.ts';

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

/** The unit's own target in the configuration. */
export function ownTarget(
  criterion: Criterion,
  unitId: string,
  targets: readonly UnitTarget[],
): Decimal | undefined {
  return targets.find((target) => target.unitId === unitId && target.criterion === criterion.code)?.target;
}

/** The target of units that have none of their own. */
export function defaultTarget({ scoring }: Criterion): Decimal | undefined {
  return 'target' in scoring ? scoring.target : undefined;
}

/** The target by configuration, which a unit's form cannot change. */
export function knownTarget(
  criterion: Criterion,
  unitId: string,
  targets: readonly UnitTarget[],
): Decimal | undefined {
  return ownTarget(criterion, unitId, targets) ?? defaultTarget(criterion);
}
