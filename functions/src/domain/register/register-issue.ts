import type { At } from '../at.ts';
import type { Day } from '../campaign/period.ts';
import type { ExemplarStep } from '../exemplar/exemplar-step.ts';
import type { ReferenceKind } from './reference-kind.ts';

/** Something wrong with a row of a register; the cells' own kinds included. */
export type RegisterIssue = { readonly at: At } & (
  | { readonly code: 'cell_missing'; readonly header: string }
  | { readonly code: 'not_a_choice'; readonly text: string; readonly choices: readonly string[] }
  | { readonly code: 'not_a_day'; readonly text: string }
  /** Of something that happened, and after today. */
  | { readonly code: 'day_in_future'; readonly header: string }
  | { readonly code: 'not_whole'; readonly text: string }
  | { readonly code: 'not_a_link'; readonly text: string }
  | { readonly code: 'row_code_missing' }
  | { readonly code: 'row_code_malformed'; readonly text: string; readonly prefix: string }
  /** The code belongs to a row of another unit. */
  | { readonly code: 'row_code_taken'; readonly text: string }
  | { readonly code: 'row_code_repeated'; readonly text: string }
  | { readonly code: 'reference_unknown'; readonly what: ReferenceKind; readonly text: string }
  /** A later day stands before an earlier one: both by their columns' headers. */
  | { readonly code: 'days_out_of_order'; readonly earlier: string; readonly later: string }
  /** More of a part than of the whole: votes than voters, voters than members. */
  | { readonly code: 'part_above_whole'; readonly part: string; readonly whole: string }
  /** Needed because of what another column says. */
  | { readonly code: 'needed_for'; readonly header: string; readonly because: string }
  /** Too few present, or too few votes for. */
  | { readonly code: 'quorum_missed'; readonly present: number; readonly needed: number }
  | { readonly code: 'votes_missed'; readonly votes: number; readonly needed: number }
  /** The same thing already stands in another row. */
  | { readonly code: 'row_twice'; readonly other: string }
  /** The achievement was rewarded in another row. */
  | { readonly code: 'rewarded_before'; readonly other: string }
  /** The achievement was rewarded by a decision of the district. */
  | { readonly code: 'rewarded_by_decision'; readonly reference: string }
  /** It happened after the exemplar's decision was revoked. */
  | { readonly code: 'exemplar_revoked'; readonly reference: string; readonly on: Day }
  /** A step opens for an exemplar only when the one before is done. */
  | { readonly code: 'step_missing'; readonly exemplar: string; readonly step: ExemplarStep }
);
