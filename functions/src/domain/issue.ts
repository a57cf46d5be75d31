import type { At } from './at.ts';
import type { RegisterIssue } from './register/register-issue.ts';

/**
 * A problem a person can fix, as data. Issues are gathered all at once, each with its place; messages/vi and
 * messages/en turn them into sentences (one switch without default each: a new code without its sentence does
 * not compile).
 */
export type Issue = AnswerIssue | FormIssue | RegisterIssue | CampaignIssue | FileIssue;

interface Placed {
  readonly at: At;
}

/** Something wrong with one criterion's row, in a form or in a file of submissions. */
export type AnswerIssue = Placed &
  (
    | { readonly code: 'answer_missing'; readonly criterion: string }
    | { readonly code: 'not_a_number'; readonly text: string }
    | { readonly code: 'number_ambiguous'; readonly text: string; readonly readings: readonly string[] }
    /** A small number under a measure of %: Google Sheets keeps a typed 85% as 0.85. Two readings, a hundredfold apart. */
    | { readonly code: 'percent_unclear'; readonly readings: readonly string[] }
    /** A date where a number belongs; `perhaps` is the number that a sheet may have made it of. */
    | { readonly code: 'looks_like_date'; readonly text: string; readonly perhaps: string }
    | { readonly code: 'not_yes_no'; readonly text: string }
    | { readonly code: 'cell_error'; readonly text: string }
    | { readonly code: 'value_negative' }
    | { readonly code: 'value_above_max'; readonly max: string }
    | { readonly code: 'value_below_min'; readonly min: string }
    | { readonly code: 'value_not_in_step'; readonly step: string }
    | { readonly code: 'not_applicable_refused'; readonly criterion: string }
    /** The criterion does not apply to the unit, and yet something was answered. */
    | { readonly code: 'answer_not_expected'; readonly criterion: string }
    | { readonly code: 'target_missing'; readonly criterion: string }
    | { readonly code: 'target_not_positive' }
    | { readonly code: 'note_missing'; readonly criterion: string }
    | { readonly code: 'text_too_long'; readonly most: number }
    | { readonly code: 'criterion_unknown'; readonly criterion: string }
    | { readonly code: 'criterion_repeated'; readonly criterion: string }
    | { readonly code: 'unit_unknown'; readonly unitId: string }
    /** In the register, and not in that period: merged away, or not there yet. */
    | { readonly code: 'unit_not_valid'; readonly unitId: string; readonly period: string }
    /** A file has rows of the unit, and none for a criterion that must be answered. */
    | { readonly code: 'answer_row_missing'; readonly unitId: string; readonly criterion: string }
    | { readonly code: 'nothing_to_appraise'; readonly unitId: string }
  );

/** Something wrong with the form itself. */
export type FormIssue = Placed &
  (
    | { readonly code: 'header_missing'; readonly header: string }
    | { readonly code: 'header_repeated'; readonly header: string }
    | { readonly code: 'criterion_row_missing'; readonly criterion: string }
    | { readonly code: 'form_too_large'; readonly most: number }
  );

/** Something wrong with a campaign's configuration. */
export type CampaignIssue = Placed &
  (
    | {
        readonly code: 'field_invalid';
        readonly field: string;
        readonly expected: FieldShape;
        /** The words allowed where `expected` is "choice". */
        readonly choices?: readonly string[];
        readonly found: string;
      }
    | { readonly code: 'field_missing'; readonly field: string }
    | { readonly code: 'field_unknown'; readonly field: string }
    | { readonly code: 'field_repeated'; readonly field: string }
    | { readonly code: 'parameter_missing'; readonly parameter: string; readonly kind: string }
    | { readonly code: 'parameter_unknown'; readonly parameter: string; readonly kind: string }
    | { readonly code: 'parameter_invalid'; readonly parameter: string; readonly found: string }
    | { readonly code: 'threshold_out_of_order'; readonly before: string; readonly after: string }
    | { readonly code: 'points_above_max'; readonly points: string; readonly max: string }
    | {
        readonly code: 'group_sum_differs';
        readonly group: string;
        readonly sum: string;
        readonly max: string;
        /** The first period in which it is so, where the rules change with time. */
        readonly period?: string;
      }
    | { readonly code: 'code_unknown'; readonly what: CodeOf; readonly value: string }
    | { readonly code: 'code_repeated'; readonly what: CodeOf; readonly value: string }
    | { readonly code: 'code_malformed'; readonly what: CodeOf; readonly value: string }
    | { readonly code: 'validity_reversed'; readonly from: string; readonly to: string }
    | { readonly code: 'validity_overlaps'; readonly what: CodeOf; readonly value: string }
    /** `track` is empty where the section belongs to the whole campaign. */
    | { readonly code: 'section_missing'; readonly section: string; readonly track: string }
    | { readonly code: 'grades_without_floor' }
    /** The calendar has no longer a period that was opened, or gives it other days. */
    | { readonly code: 'period_lost'; readonly period: string }
    /** A row of the settings says something that its section has no use for: days, a code. */
    | { readonly code: 'cell_not_used'; readonly header: string }
    | { readonly code: 'settings_inconsistent'; readonly detail: Inconsistency }
  );

/** What a field of a campaign's file has to look like. */
export type FieldShape =
  | 'text'
  | 'number'
  | 'number_above_zero'
  | 'number_not_negative'
  | 'number_not_positive'
  | 'points_in_range' // neither way beyond what is kept exactly
  | 'coefficient' // 2, 0.5, 50% or 1/2
  | 'whole_number'
  | 'ratio' // 0..1 or 0%..100%
  | 'share' // a ratio, or a quotient such as 2/3
  | 'baseline_share' // 105%, 1.05
  | 'yes_no'
  | 'day' // 2024-03-31
  | 'attributes' // name: value; name: value
  | 'time_zone'
  | 'list'
  | 'object'
  | 'choice';

/** Settings that are right one by one and do not go together. */
export type Inconsistency =
  | 'first_or_share' // a recognition says exactly one of them
  | 'next_keys_missing' // tie_at_cut is next_key and no key is named
  | 'next_keys_unused' // keys are named and tie_at_cut is not next_key
  | 'quota_on_last_grade' // there is no next grade to fall to
  | 'rounds_missing' // kind "round" without rounds
  | 'rounds_unused' // rounds with another kind
  | 'no_working_day' // all seven days are days off
  | 'deadlines_out_of_order' // submit ≤ appraise ≤ vote ≤ publish
  | 'prong_max_unused' // a prong's max where the track has groups of its own
  | 'group_not_allowed' // bonus, deduction and information stand outside the groups
  | 'gate_twice' // the gate column and the gate parameter differ
  | 'key_not_comparable' // value: of a criterion answered by text
  | 'council_of_track' // ballots, decisions and reviews are the whole campaign's
  | 'scheme_without_number' // decisions would all have the same reference
  | 'signers_missing'
  | 'surpassed_below_caught_up'
  | 'editor_without_units'
  | 'units_without_editor' // units for a member who is no unit editor
  | 'no_admin' // loading it would lock everybody out of loading it again
  | 'other_campaign'; // loaded under another campaign's code

export type CodeOf =
  | 'campaign'
  | 'track'
  | 'cluster'
  | 'leg'
  | 'prong'
  | 'breakthrough'
  | 'field'
  | 'group'
  | 'gate'
  | 'grade'
  | 'recognition'
  | 'criterion'
  | 'unit'
  | 'member'
  | 'attribute'
  | 'rank_key'
  | 'role'
  | 'signer'
  | 'method'
  | 'period';

/** Something wrong with a file as such. */
export type FileIssue = Placed &
  (
    | { readonly code: 'file_missing' }
    | { readonly code: 'folder_missing' }
    | { readonly code: 'file_unknown' }
    | { readonly code: 'file_too_large'; readonly mostBytes: number }
    | {
        readonly code: 'file_unreadable';
        readonly detail: 'not_utf8' | 'unclosed_quote' | 'too_deep' | 'is_folder';
      }
    /** at.row is the line, `character` counts from 1 in it. */
    | { readonly code: 'json_malformed'; readonly character: number }
    | { readonly code: 'column_missing'; readonly header: string }
    | { readonly code: 'column_repeated'; readonly header: string }
    | { readonly code: 'row_malformed'; readonly detail: 'too_many_cells' | 'misplaced_quote' }
    | { readonly code: 'period_unknown'; readonly value: string }
    | { readonly code: 'row_repeated'; readonly earlier: number }
  );

/** A value, or every issue that stands in its way. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly issues: readonly Issue[] };
