import type { Group } from '../campaign/campaign.ts';
import type { Criterion, UnitTarget } from '../campaign/criterion.ts';
import type { Period, PeriodId } from '../campaign/period.ts';
import type {
  Gate,
  Grade,
  Quota,
  Ranking,
  RecognitionRule,
  Standings,
  Totals,
} from '../campaign/settings.ts';
import type { Tag } from '../campaign/tag.ts';
import type { Unit } from '../campaign/unit.ts';
import type { AppraisedAnswer, ReportedAnswer } from '../form/answer.ts';
import type { Decimal } from '../numbers/decimal.ts';
import type { Micropoints } from '../numbers/micropoints.ts';

/** What is valid in one period, per track: the campaign with its dates already taken into account. */
export interface Rules {
  readonly campaign: string;
  readonly period: Period;
  readonly breakthroughs: readonly Tag[];
  /** By code. */
  readonly tracks: readonly TrackRules[];
  /** Units valid in the period, by id. */
  readonly units: readonly Unit[];
  /** Units that were merged away before, each with the valid unit that carries on what it did, by id. */
  readonly merged: readonly MergedUnit[];
  /** Targets valid in the period, by unit and criterion. */
  readonly targets: readonly UnitTarget[];
}

/**
 * A merged unit has no place any more, but its earlier figures and targets are added to its successor's
 * cumulative ones. Its own months stay as they were published.
 */
export interface MergedUnit {
  readonly unitId: string;
  readonly into: string;
}

export interface TrackRules extends Tag {
  readonly legs: readonly Tag[];
  readonly prongs: readonly Tag[];
  readonly groups: readonly Group[];
  /** In the campaign's order. */
  readonly criteria: readonly Criterion[];
  readonly totals: Totals;
  readonly grades: readonly Grade[];
  readonly gates: readonly Gate[];
  readonly quotas: readonly Quota[];
  readonly ranking: Ranking;
  readonly recognitions: readonly RecognitionRule[];
  readonly standings: Standings;
}

/** Everything an evaluation looks at. Its digest is stored with the result. */
export interface PeriodInputs {
  readonly rules: Rules;
  /** By unit id; a unit of the rules that is not here sent nothing. */
  readonly submissions: readonly UnitInput[];
  /** Earlier evaluated periods of the same year that cumulative criteria and comparisons need, oldest first. */
  readonly history: readonly PastPeriod[];
}

export interface UnitInput {
  readonly unitId: string;
  /** Which revision of the form and of the appraisal was used. */
  readonly revision: number;
  readonly appraisalRevision: number;
  readonly late: boolean;
  readonly answers: readonly ReportedAnswer[];
  readonly appraised: readonly AppraisedAnswer[];
}

/** What one earlier period contributes. */
export interface PastPeriod {
  readonly period: PeriodId;
  /** True for the period just before this one: "what changed", "last month's place". */
  readonly isPrevious: boolean;
  /** Of an earlier year: it is compared with, but adds nothing to cumulative figures. */
  readonly otherYear?: true;
  readonly units: readonly PastUnit[];
}

export interface PastUnit {
  readonly unitId: string;
  /** Absent: not reported then. */
  readonly place?: number;
  readonly clusterPlace?: number;
  readonly total?: Micropoints;
  readonly criteria: readonly {
    readonly criterion: string;
    readonly counted: Micropoints;
    /** Effective figure and target of that period alone, only of criteria that may be cumulative. */
    readonly value?: Decimal;
    readonly target?: Decimal;
  }[];
}
