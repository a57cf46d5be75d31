/** A calendar day, "2024-03-31". */
export type Day = string & { readonly __day: true };
/** A period's name: "2024-03", "2024-W09", "2024-Q1", "2024", or the code of a named round. */
export type PeriodId = string & { readonly __periodId: true };
export type PeriodKind = 'month' | 'week' | 'quarter' | 'year' | 'round';

/** A period that exists in the campaign's calendar; `parsePeriod` is the only door. */
export interface Period {
  readonly id: PeriodId;
  readonly kind: PeriodKind;
  readonly from: Day;
  readonly to: Day;
  /** Only named rounds carry one. */
  readonly name?: string;
}

/** How a campaign's time is cut. Days after the period's end are counted in the campaign's time zone. */
export interface Calendar {
  readonly kind: PeriodKind;
  /** First and last day of the campaign; periods lie wholly or partly inside. */
  readonly from: Day;
  readonly to?: Day;
  /** Only for kind "round", in order, not overlapping. */
  readonly rounds?: readonly {
    readonly code: string;
    readonly name: string;
    readonly from: Day;
    readonly to: Day;
  }[];
  /** A form is on time until the end of this day after the period's last one (self-scores on days 1–5: 5). */
  readonly submitWithinDays: number;
  /** Appraisal until the end of this day (6–10: 10), ballots (11–15: 15), publication (20). Shown to people. */
  readonly appraiseWithinDays: number;
  readonly voteWithinDays: number;
  readonly publishWithinDays: number;
}
