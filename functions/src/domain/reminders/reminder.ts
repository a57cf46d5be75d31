import type { Day, Period } from '../campaign/period.ts';

/** Something that is due, for somebody, by some day. Nothing is sent by itself: an officer sends, or does not. */
export interface Reminder {
  readonly what: What;
  /** By when; absent where no day is set. */
  readonly due?: Day;
  readonly for: Addressee;
}

export type What =
  /** Its first day has begun, and nobody opened it. */
  | { readonly kind: 'open_period'; readonly period: Period }
  | { readonly kind: 'form_missing'; readonly period: Period }
  /** The form came back, and no good one followed. */
  | { readonly kind: 'form_refused'; readonly period: Period; readonly issues: number }
  /** The last day for forms is over. */
  | { readonly kind: 'close_period'; readonly period: Period; readonly missing: number }
  | { readonly kind: 'appraise'; readonly period: Period; readonly waiting: number }
  | { readonly kind: 'vote'; readonly period: Period; readonly ballot: string }
  /** What the council passed, and nobody decided. */
  | { readonly kind: 'decide'; readonly ballot: string; readonly passed: number }
  /** A unit without a plan to build, learn from, catch up with and surpass exemplars. */
  | { readonly kind: 'plan_missing' }
  | { readonly kind: 'publish'; readonly period: Period; readonly hasOpenBallot: boolean }
  | {
      readonly kind: 'commitment';
      readonly learner: string;
      readonly exemplar: string;
      readonly promise: string;
    }
  /** Learners that may have caught up or surpassed: by the newest result, or having done what they promised. */
  | {
      readonly kind: 'review';
      readonly period: Period;
      readonly byNumbers: number;
      readonly byEvidence: number;
    };

export interface Addressee {
  /** A unit's name, or a role in words: whom the reminder is about. */
  readonly unit?: string;
  readonly role: 'unit_editor' | 'officer' | 'council_member';
  /** Where a letter would go; nobody where a unit has no editor. */
  readonly addresses: readonly string[];
}

/** How near it is. */
export interface Nearness {
  readonly state: 'overdue' | 'today' | 'soon' | 'later' | 'undated';
  /** Whole days of the calendar until it is due; below 0 since it was. */
  readonly days: number;
}
