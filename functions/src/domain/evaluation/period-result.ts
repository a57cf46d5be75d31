import type { ScoringKind } from '../campaign/criterion.ts';
import type { PeriodId } from '../campaign/period.ts';
import type { RankKey, RecognitionRule, Scope } from '../campaign/settings.ts';
import type { Answer } from '../form/answer.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';

/** What a period's evaluation says, whole: places, grades, recognitions, and why. Plain data, stored as it is. */
export interface PeriodResult {
  readonly campaign: string;
  readonly period: PeriodId;
  /** SHA-256 of the canonical inputs, hex. The same inputs give the same digest and the same result bytes. */
  readonly inputsDigest: string;
  /** By unit id, ranked or not. */
  readonly units: readonly UnitResult[];
  readonly quotas: readonly QuotaOutcome[];
  readonly recognitions: readonly Recognition[];
}

/** A result whose units are made one after the other for whoever goes through them, each time anew. */
export interface StreamedResult extends Omit<PeriodResult, 'units'> {
  readonly units: Iterable<UnitResult>;
}

export interface UnitResult {
  readonly unitId: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /** not_reported: "chưa báo cáo", no place, not a zero; then only the fields above mean something. */
  readonly status: 'ranked' | 'not_reported';
  readonly late: boolean;
  readonly revision: number;
  readonly criteria: readonly CriterionResult[];
  readonly groups: readonly GroupResult[];
  readonly legs: readonly Subtotal[];
  readonly prongs: readonly Subtotal[];
  readonly breakthroughs: readonly Subtotal[];
  /** Sum of the groups (and criteria outside groups). */
  readonly base: Micropoints;
  /** After the cap. */
  readonly bonus: Micropoints;
  /** After the floor, ≤ 0. */
  readonly deductions: Micropoints;
  readonly deductionCount: Decimal;
  /** May pass 100 points. */
  readonly total: Micropoints;
  /** What the grade looked at: min(total, cap), rounded as the ranking compares. */
  readonly graded: Micropoints;
  readonly grade: GradeOutcome;
  readonly gates: readonly RaisedGate[];
  readonly place: PlaceOutcome;
  readonly clusterPlace: PlaceOutcome;
  readonly change?: Change;
}

export interface CriterionResult {
  readonly code: string;
  readonly kind: ScoringKind;
  /** missing: a blank that was allowed (bonus, deduction, information) or tolerated. */
  readonly status: 'scored' | 'not_applicable' | 'missing' | 'information';
  readonly reported?: Answer;
  readonly appraised?: Answer;
  readonly note?: string;
  readonly appraisalNote?: string;
  /** The figure and target that were scored: appraised wins, cumulative added up. */
  readonly value?: Decimal;
  readonly target?: Decimal;
  /** Points by the rule, before coefficient and rescaling. */
  readonly earned: Micropoints;
  /**
   * Points that count: with coefficient, rescaled for N/A. They add up to the subtotals. Of bonus and deduction
   * criteria: before the totals' cap and floor.
   */
  readonly counted: Micropoints;
  /** Most that could count, same measure; 0 for deductions. */
  readonly countedMax: Micropoints;
  readonly working?: Working;
}

/** The numbers a formula was worked with, for the explanation. */
export interface Working {
  /** Period ids added up in a cumulative figure. */
  readonly periods?: readonly PeriodId[];
  /** Own figure and target of this period alone, where cumulative. */
  readonly ownValue?: Decimal;
  readonly ownTarget?: Decimal;
  /** Peer-relative: the leader and its figure and target. */
  readonly leader?: { readonly unitId: string; readonly value: Decimal; readonly target: Decimal };
  /** Tiered: index of the tier reached; -1: none. */
  readonly tier?: number;
  /** Counted by the system itself (a late form). */
  readonly automatic?: Decimal;
  /** Percent: the ratio was below the least one. */
  readonly belowMinimum?: boolean;
}

export interface GroupResult extends Subtotal {
  /**
   * Set when it was rescaled, because something in it or the whole of another group was not applicable: what
   * its applicable criteria could give at most. 0: the whole of this group was not applicable.
   */
  readonly rescaledFrom?: Micropoints;
}

export interface Subtotal {
  readonly code: string;
  readonly micropoints: Micropoints;
  readonly max: Micropoints;
}

export interface GradeOutcome {
  /** By points alone. */
  readonly byPoints: string;
  readonly final: string;
  /** Gates that capped it, in order. */
  readonly cappedBy: readonly string[];
  /** True when the quota cost it the grade. */
  readonly overQuota: boolean;
}

export interface RaisedGate {
  readonly code: string;
  /** criterion codes, "late", or points keys that raised it. */
  readonly raisedBy: readonly string[];
}

export interface PlaceOutcome {
  /** Absent: not ranked. */
  readonly place?: number;
  /** Ranked units in the scope. */
  readonly of: number;
  /** Units that share this place, without this one, by id; at most 20 are named. */
  readonly sharedWith: readonly string[];
  /** How many more share it than are named. */
  readonly sharedWithMore?: number;
  /** Which key decided against the nearest unit above and below. */
  readonly above?: Comparison;
  readonly below?: Comparison;
}

export interface Comparison {
  readonly unitId: string;
  /** "grade" where the grade leads; "total" is the points themselves. */
  readonly key: RankKey | 'grade';
  /** Micropoints for points keys, decimals for values and counts, grade codes for "grade"; as text. Absent: none. */
  readonly mine?: string;
  readonly theirs?: string;
}

export interface Change {
  readonly period: PeriodId;
  /** Places and total then; absent: not reported then. */
  readonly place?: number;
  readonly clusterPlace?: number;
  readonly total?: Micropoints;
  /** Criteria whose counted points changed: before and now. */
  readonly criteria: readonly {
    readonly code: string;
    readonly before: Micropoints;
    readonly now: Micropoints;
  }[];
}

export interface QuotaOutcome {
  readonly track: string;
  /** Cluster name, or the track code where the scope is the track. */
  readonly scope: string;
  readonly grade: string;
  /** Units in the denominator, places allowed, units that had the grade before, units that kept it. */
  readonly denominator: number;
  readonly allowed: number;
  readonly candidates: readonly string[];
  readonly kept: readonly string[];
  /** Set when the cut fell inside a tie: who was tied and what the rule did. */
  readonly tie?: { readonly units: readonly string[]; readonly outcome: 'nobody' | 'everybody' | 'next_key' };
}

/** One rule in one scope: who is recognised and why, who came near and why not. */
export interface Recognition {
  readonly rule: string;
  readonly outcome: RecognitionRule['outcome'];
  readonly track: string;
  readonly scopeKind: Scope;
  readonly scope: string;
  readonly allowed: number;
  readonly chosen: readonly {
    readonly unitId: string;
    readonly place: number;
    readonly reasons: readonly RecognitionReason[];
  }[];
  /** Units within the cut that were passed over. */
  readonly passedOver: readonly {
    readonly unitId: string;
    readonly place: number;
    readonly reasons: readonly RecognitionReason[];
  }[];
}

export type RecognitionReason =
  | { readonly code: 'place_in_cut'; readonly place: number; readonly allowed: number }
  | { readonly code: 'grade_reached'; readonly grade: string; readonly least: string }
  | { readonly code: 'grade_too_low'; readonly grade: string; readonly least: string }
  | { readonly code: 'points_too_low'; readonly total: Micropoints; readonly least: Micropoints }
  | { readonly code: 'barred_by_gate'; readonly gate: string; readonly raisedBy: readonly string[] }
  | { readonly code: 'tie_at_cut'; readonly outcome: TieOutcome; readonly units: readonly string[] };
export type TieOutcome = 'nobody' | 'everybody' | 'next_key';
