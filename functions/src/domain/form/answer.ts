import type { Decimal } from '../numbers/decimal.ts';

/** What stands in an answer's cell. Zero, blank and not applicable are three things (DOMAIN section 2). */
export type Answer =
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'yes_no'; readonly value: boolean }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'not_applicable' };

/** One row of a unit's form. A blank is an absent `reported`. */
export interface ReportedAnswer {
  readonly criterion: string;
  readonly reported?: Answer;
  readonly target?: Decimal;
  readonly note?: string;
}

/** One row of the office's appraisal. A blank `appraised` means agreed. */
export interface AppraisedAnswer {
  readonly criterion: string;
  readonly appraised?: Answer;
  /** Required where the appraised answer differs from the reported one. */
  readonly note?: string;
}
