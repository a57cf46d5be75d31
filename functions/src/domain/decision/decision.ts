import type { Subject } from '../ballot/ballot.ts';
import type { Day, PeriodId } from '../campaign/period.ts';

/** A numbered, signed decision (DOMAIN R14, R18). It is never changed: a wrong one is revoked, with a reason. */
export interface Decision {
  /** Counts from 1 in each series, without gaps or repeats. */
  readonly number: number;
  readonly series: string;
  /** "12/QĐ-BCĐ", as it is cited. */
  readonly reference: string;
  readonly kind: DecisionKind;
  readonly signedOn: Day;
  readonly signer: Signer;
  readonly subjects: readonly DecidedSubject[];
  readonly period: PeriodId;
  /** What it rests on: the ballot that passed it. */
  readonly ballot?: string;
  readonly minutes?: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  /** Of the decision that this one takes back. */
  readonly revokes?: string;
  readonly revoked?: { readonly by: string; readonly reason: string; readonly on: Day };
}

/** praise: biểu dương. reward: khen thưởng. Two different outcomes. */
export type DecisionKind = 'praise' | 'reward' | 'caught_up' | 'surpassed' | 'revocation';

export interface Signer {
  readonly name: string;
  readonly position: string;
}

export interface DecidedSubject {
  readonly subject: Subject;
  readonly name: string;
  readonly achievement: string;
  /** The exemplar it became, or that it caught up with or surpassed. */
  readonly exemplar?: string;
}

/** A decision's id: its series and number, so that the same number cannot be taken twice. */
export const decisionId = ({ series, number }: Pick<Decision, 'series' | 'number'>): string =>
  `${series}-${number}`;

/** One series a year; the number starts again on 1 January, as in an office's register of outgoing documents. */
export const seriesOf = (day: Day): string => day.slice(0, 4);

/** `{n}` is the number, with leading zeros up to as many digits as `{nn}` has letters; `{year}` the series. */
export function referenceOf(scheme: string, number: number, series: string): string {
  return scheme
    .replace(/\{(n+)\}/g, (_, letters: string) => String(number).padStart(letters.length, '0'))
    .replaceAll('{year}', series);
}
