import type { Outcome } from '../ballot/ballot.ts';
import type { Subject } from '../ballot/subject.ts';
import type { Day, PeriodId } from '../campaign/period.ts';

/** A numbered, signed decision (DOMAIN R14, R18). It is never changed: a wrong one is revoked, with a reason. */
export interface Decision {
  /** Counts from 1 in each series, without gaps or repeats. */
  readonly number: number;
  readonly series: string;
  /** "12/QĐ-BCĐ", as it is cited. Another year may have the same: decisionId tells them apart. */
  readonly reference: string;
  readonly kind: DecisionKind;
  readonly signedOn: Day;
  readonly signer: Signer;
  readonly subjects: readonly DecidedSubject[];
  readonly period: PeriodId;
  /** What it rests on: the ballot that passed it. A revocation rests on its reason. */
  readonly ballot?: string;
  readonly minutes?: string;
  readonly decidedAt: Date;
  readonly decidedBy: string;
  /** Id of the decision that this one takes back, in whole or for its subjects alone. */
  readonly revokes?: string;
  /** Of a revocation. */
  readonly reason?: string;
}

export type DecisionKind = Outcome | 'revocation';

export interface Signer {
  readonly name: string;
  readonly position: string;
  /** "TM. BAN CHỈ ĐẠO": on whose behalf. */
  readonly onBehalf?: string;
}

export interface DecidedSubject {
  /** Of the ballot; unique in the decision. */
  readonly candidate: string;
  readonly subject: Subject;
  readonly name: string;
  readonly achievement: string;
  /** The exemplar it became or is, or that it caught up with or surpassed. */
  readonly exemplar?: string;
  /** The new exemplar that whoever surpassed became. */
  readonly became?: string;
  readonly revoked?: Revoked;
}

export interface Revoked {
  /** Id and reference of the revocation. */
  readonly by: string;
  readonly reference: string;
  readonly reason: string;
  readonly on: Day;
}

/** A decision's id: its series and number, so that the same number cannot be taken twice. */
export const decisionId = ({ series, number }: Pick<Decision, 'series' | 'number'>): string =>
  `${series}-${number}`;

/** One series a year; the number starts again on 1 January, as in an office's register of outgoing documents. */
export const seriesOf = (day: Day): string => day.slice(0, 4);

/** What has been given out in one series. */
export interface Series {
  readonly series: string;
  readonly decisions: number;
  readonly exemplars: number;
}

/** `{n}` is the number, with leading zeros up to as many digits as `{nn}` has letters; `{year}` the series. */
export function referenceOf(scheme: string, number: number, series: string): string {
  return scheme
    .replace(/\{(n+)\}/g, (_, letters: string) => String(number).padStart(letters.length, '0'))
    .replaceAll('{year}', series);
}

/** Whom a decision still holds for. */
export const inForce = ({ subjects }: Pick<Decision, 'subjects'>): readonly DecidedSubject[] =>
  subjects.filter(({ revoked }) => revoked === undefined);
