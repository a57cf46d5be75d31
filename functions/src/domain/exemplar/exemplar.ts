import type { Subject } from '../ballot/subject.ts';
import type { Day, PeriodId } from '../campaign/period.ts';
import type { Micropoints } from '../numbers/micropoints.ts';

/**
 * Điển hình: whoever others study, catch up with and surpass. It comes into being with a decision of praise, or by
 * surpassing another one. Praised again, it stays the one it is.
 */
export interface Exemplar {
  /** "DH-2024-001". */
  readonly id: string;
  readonly name: string;
  readonly subject: Subject;
  /** Code in the campaign's catalogue of fields. */
  readonly field?: string;
  /** Id of the decision that made it one. */
  readonly decision: string;
  readonly recognisedOn: Day;
  readonly period: PeriodId;
  readonly baseline: Baseline;
  /** The exemplar that it surpassed, where it became one that way: the cycle starts again. */
  readonly surpassed?: string;
}

/**
 * Frozen at recognition (decision 1): a unit's points in the period it was praised for. Absent for collectives and
 * people, who have no points of their own: they are judged by evidence.
 */
export interface Baseline {
  readonly total?: Micropoints;
  readonly criteria: Readonly<Record<string, Micropoints>>;
}
