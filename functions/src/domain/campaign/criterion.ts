import type { Decimal } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import type { Unit } from './unit.ts';
import type { Validity } from './validity.ts';

/** One row of the form, for all units of a track. */
export interface Criterion extends Validity {
  readonly track: string;
  readonly code: string;
  readonly name: string;
  /** Absent: the criterion stands alone (bonus, deduction, information, or a campaign without groups). */
  readonly group?: string;
  readonly leg?: string;
  readonly prong?: string;
  readonly breakthroughs: readonly string[];
  readonly scoring: Scoring;
  /** Most points it gives before the coefficient; for a deduction the floor (negative); 0 for information. */
  readonly max: Micropoints;
  /** Hệ số: the criterion's points and maximum are multiplied by it. */
  readonly coefficient: Decimal;
  /** Shown beside values: "%", "cuộc", "triệu đồng". */
  readonly measure?: string;
  readonly evidence?: string;
  /** Raises the gate when its answer is "no" (yes/no), its count is above 0 (deduction), its points are 0 (others). */
  readonly gate?: string;
  /** Not applicable to units whose attribute has one of the values. */
  readonly notApplicableWhen?: { readonly attribute: string; readonly values: readonly string[] };
  /** Whether a unit may itself answer "not applicable". */
  readonly mayBeNotApplicable: boolean;
  /**
   * Whether its value may be below zero (a goal difference, a growth rate): direct, tiered and information only.
   * A direct criterion then gives −max..max.
   */
  readonly mayBeNegative?: boolean;
  /** Whether a blank is a missing answer; bonus, deduction and information may be blank. */
  readonly required: boolean;
}

/** month: the period's own figure against the period's target. cumulative: both added up since January. */
export type Basis = 'period' | 'cumulative';

/** A figure held against a target, A/T. */
export interface AgainstTarget {
  readonly basis: Basis;
  /** With a cumulative basis: the target is the year's, so it is not added up. */
  readonly yearTarget?: boolean;
  /** The target of units that have none of their own. */
  readonly target?: Decimal;
}

export type Scoring =
  /** 0..max in whole steps, by judgement. */
  | { readonly kind: 'direct'; readonly step?: Decimal }
  /** max · min(A/T, 1); below the minimum ratio nothing is earned. */
  | ({ readonly kind: 'percent'; readonly minimumRatio?: Decimal } & AgainstTarget)
  /** The first tier that is reached; tiers go from best to worst. */
  | ({
      readonly kind: 'tiered';
      /** The reported value itself, or its ratio to the target in percent (100 = target met). */
      readonly of: 'value' | 'ratio';
      /** at_least: higher is better (≥ limit); at_most: lower is better (≤ limit). */
      readonly direction: 'at_least' | 'at_most';
      readonly tiers: readonly { readonly limit: Decimal; readonly micropoints: Micropoints }[];
      readonly otherwise: Micropoints;
    } & AgainstTarget)
  /** max or 0. */
  | { readonly kind: 'yes_no' }
  /** A × each, at most max. */
  | { readonly kind: 'count'; readonly micropointsEach: Micropoints }
  /** As a provincial police system scores it (DOMAIN section 2): half of max at the target, all of it for the best. */
  | ({ readonly kind: 'peer_relative'; readonly scope: 'cluster' | 'track' } & AgainstTarget)
  /** Count × each, at most max; outside the groups. */
  | { readonly kind: 'bonus'; readonly micropointsEach: Micropoints }
  /** Count × each (negative), not below max (negative). automatic "late": the system itself counts 1 for a late form. */
  | { readonly kind: 'deduction'; readonly micropointsEach: Micropoints; readonly automatic?: 'late' }
  /** Reported, not scored. */
  | { readonly kind: 'information'; readonly answer: 'number' | 'text' | 'yes_no' };

export type ScoringKind = Scoring['kind'];

/** A target of one unit's own. */
export interface UnitTarget extends Validity {
  readonly unitId: string;
  readonly criterion: string;
  readonly target: Decimal;
}

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
