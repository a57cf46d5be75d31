import type { BallotRules } from '../ballot/ballot.ts';
import type { DecisionRules } from '../decision/decision-rules.ts';
import type { Thresholds } from '../exemplar/distance.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import type { Tag } from './tag.ts';
import type { Validity } from './validity.ts';

/** Dated settings; each section present replaces the one before it, those for a track after those for all. */
export interface Settings extends Validity, CouncilSections {
  readonly track?: string;
  readonly totals?: Totals;
  readonly grades?: readonly Grade[];
  readonly gates?: readonly Gate[];
  readonly quotas?: readonly Quota[];
  readonly ranking?: Ranking;
  readonly recognitions?: readonly RecognitionRule[];
  readonly standings?: Standings;
}

/** Only in entries for all tracks; councilRulesOn says what is valid when. They are no part of a period's rules. */
export interface CouncilSections {
  readonly ballots?: { readonly nomination?: BallotRules; readonly review?: BallotRules };
  readonly decisions?: DecisionRules;
  /** From which share of the exemplar's points on a learner has caught up, has surpassed. */
  readonly review?: Thresholds;
}

export interface Totals {
  /** Most that all bonus criteria together give; absent: no cap. */
  readonly bonusCap?: Micropoints;
  /** Least (negative) that all deductions together take; absent: no floor. */
  readonly deductionFloor?: Micropoints;
  /** Grades look at min(total, this): 100 points. Absent: at the total itself. */
  readonly gradedUpTo?: Micropoints;
  /** The total never falls below it; absent: it may be negative. */
  readonly least?: Micropoints;
}

/** Grades go from best to worst; the last one has no minimum. */
export interface Grade extends Tag {
  readonly min?: Micropoints;
}

/** A condition that costs a unit a grade or its recognition; it stays in the ranking (decision 4). */
export interface Gate extends Tag {
  /** Best grade a unit with this gate can have. */
  readonly capGrade?: string;
  readonly barsRecognition: boolean;
  /** Also raised by the system: a form handed in late, or a group below a least number of points. */
  readonly whenLate?: boolean;
  readonly whenBelow?: readonly { readonly key: PointsKey; readonly min: Micropoints }[];
}

export type Rounding = 'floor' | 'round' | 'ceil';
/** When a cut falls inside a tie: nobody of the tie, all of it, or further keys decide (still tied: nobody). */
export type TieAtCut = 'nobody' | 'everybody' | 'next_key';
export type Scope = 'cluster' | 'track';

/** At most ratio of some units may keep a grade; the rest get the next grade. */
export interface Quota {
  readonly grade: string;
  readonly ratio: Decimal;
  /** Units whose attribute has the value count with their own ratio when the whole scope has it (e.g. 25%). */
  readonly special?: { readonly attribute: string; readonly value: string; readonly ratio: Decimal };
  /** Grades (before quotas) that make the denominator; all graded units if absent. */
  readonly of?: readonly string[];
  readonly scope: Scope;
  readonly rounding: Rounding;
  /** Never fewer than this many places. */
  readonly least?: number;
  readonly tieAtCut: TieAtCut;
  readonly nextKeys?: readonly TieBreak[];
}

/** What a place may be decided by. */
export type PointsKey =
  | 'total'
  | 'base' // before bonus and deductions
  | 'bonus'
  | 'deductions' // the sum, ≤ 0
  | `group:${string}`
  | `leg:${string}`
  | `prong:${string}`
  | `breakthrough:${string}`
  | `criterion:${string}`;
export type RankKey =
  | PointsKey
  | `value:${string}` // a criterion's reported (or appraised) value
  | 'deduction_count'
  | 'previous_place';

export interface TieBreak {
  readonly key: RankKey;
  /** descending: more is better. */
  readonly order: 'descending' | 'ascending';
}

export interface Ranking {
  readonly leading: 'points' | 'grade_then_points';
  /** descending if absent. ascending: fewer points are better, as with strokes, penalties or a risk index. */
  readonly pointsOrder?: TieBreak['order'];
  /** competition: 1-2-2-4; dense: 1-2-2-3. */
  readonly places: 'competition' | 'dense';
  /** Decimals of points that are compared, half away from zero; absent: all six. */
  readonly decimals?: number;
  readonly tieBreaks: readonly TieBreak[];
}

export interface RecognitionRule extends Tag {
  readonly outcome: 'praise' | 'reward';
  readonly scope: Scope;
  /** Either the first so many, or a share of the ranked units of the scope. */
  readonly first?: number;
  readonly share?: { readonly ratio: Decimal; readonly rounding: Rounding };
  readonly leastGrade?: string;
  readonly leastPoints?: Micropoints;
  readonly tieAtCut: TieAtCut;
  readonly nextKeys?: readonly TieBreak[];
}

/** How months make a quarter or a year to date. */
export interface Standings {
  readonly method: 'sum' | 'average';
  /** A month not reported: counts as zero, or is left out of the average. */
  readonly missing: 'zero' | 'skip';
}
