import type { BallotRules } from '../ballot/ballot.ts';
import type { DecisionRules } from '../decision/decision-rules.ts';
import type { Thresholds } from '../exemplar/distance.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';
import type { Calendar, Day } from './period.ts';

/**
 * A whole campaign as configuration: everything dated, nothing computed. `rulesFor(campaign, period)` takes
 * from it what is valid in one period. Loaded from files by local/campaign-folder, stored as a setup.
 */
export interface Campaign {
  readonly code: string;
  readonly name: string;
  readonly motto?: string;
  /** Code of the campaign before this one, whose outcomes go on in the histories of units and people. */
  readonly follows?: string;
  /** How it was launched. */
  readonly launch?: Launch;
  /** IANA name; deadlines are moments in it. */
  readonly timeZone: string;
  readonly calendar: Calendar;
  /** Absent: Monday to Friday, no holidays. */
  readonly workingDays?: WorkingDays;
  readonly tracks: readonly Track[];
  readonly breakthroughs: readonly Tag[];
  /** Lĩnh vực: what people register in, and by which rapporteurs and learners are matched. */
  readonly fields?: readonly Tag[];
  readonly settings: readonly Settings[];
  readonly units: readonly Unit[];
  readonly criteria: readonly Criterion[];
  readonly targets: readonly UnitTarget[];
}

/** Phát động: what the registrations follow (DOMAIN R12). */
export interface Launch {
  readonly date: Day;
  /** The document's number: "330-KH/TU". */
  readonly number?: string;
  /** What the document is, or what was launched. */
  readonly text?: string;
}

/** On which days offices work: what reminders, and deadlines if so set, look at. */
export interface WorkingDays {
  readonly weekend: readonly Weekday[];
  readonly holidays: readonly Day[];
  /** Worked although it is weekend or a holiday, to make up for another day. */
  readonly alsoWorking: readonly Day[];
  /** What becomes of a deadline on a day off: it stays, or moves to the next working day. */
  readonly deadlines: 'as_written' | 'next_working_day';
  /** How many working days before a deadline people are reminded. */
  readonly remindDaysBefore: number;
}

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';

export interface Validity {
  /** First and last valid day, both inclusive; absent means open. */
  readonly validFrom?: Day;
  readonly validTo?: Day;
}

export interface Tag {
  readonly code: string;
  readonly name: string;
}

/** A scoring group: its criteria add up to its maximum, and "not applicable" rescales inside it. */
export interface Group extends Tag {
  /** Absent: whatever its criteria add up to. */
  readonly max?: Micropoints;
}

/** Units of one track compete with one another and with nobody else. */
export interface Track extends Tag {
  readonly legs: readonly Tag[];
  readonly prongs: readonly Tag[];
  /** Unless configured, the prongs with their maxima. */
  readonly groups: readonly Group[];
}

/** One row of the units register; a renamed or moved unit has several rows of one id with disjoint validity. */
export interface Unit extends Validity {
  readonly id: string;
  readonly name: string;
  readonly track: string;
  readonly cluster: string;
  /** Who takes part for the unit, e.g. "Đảng ủy xã Mỹ Hòa". */
  readonly participant?: string;
  /** The unit that a merged unit went into. */
  readonly successor?: string;
  /** Every other column of the register, e.g. has_tthc = "no". */
  readonly attributes: Readonly<Record<string, string>>;
}

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
