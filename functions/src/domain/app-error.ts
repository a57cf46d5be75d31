import type { Issue } from './issue.ts';

/**
 * What the caller's cells cannot mend, or a refusal of the whole request. http/errors.ts maps codes to
 * statuses, messages/* to sentences. `details` holds codes, ids and numbers only: never names, cells or tokens;
 * the one exception is `changedBy`, for the officer who was second. Logs carry the code alone.
 */
export class AppError extends Error {
  readonly code: AppErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
  readonly issues: readonly Issue[];

  constructor(
    code: AppErrorCode,
    details: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown; readonly issues?: readonly Issue[] } = {},
  ) {
    super(code, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = details;
    this.issues = options.issues ?? [];
  }
}

/** Of ballots and decisions. */
export type CouncilErrorCode =
  | 'ballot_key_missing' // the key that seals secret tallies is not set, or is another one
  | 'council_empty'
  | 'nothing_to_vote_on' // details: period
  | 'candidate_not_eligible' // details: candidate
  | 'evidence_missing' // details: candidate
  | 'ballot_not_open' // details: ballot, state ('closed', 'voided')
  | 'ballot_not_closed' // details: ballot
  | 'ballot_void' // details: ballot
  | 'ballot_open' // publishing while the council votes; details: period
  | 'not_in_electorate'
  | 'already_voted' // secret votes are final
  | 'votes_do_not_add_up' // details: candidate
  | 'minutes_missing'
  | 'candidate_not_passed' // details: candidate
  | 'already_decided' // details: candidate, reference, signedOn of the earlier decision
  | 'rewarded_by_unit' // the unit rewarded the achievement itself; details: candidate, row and period of its vote
  | 'step_missing' // details: exemplar, step
  | 'decisions_not_set_up'
  | 'day_out_of_range' // details: from, to
  | 'decision_revoked' // details: reference of the revocation
  | 'decision_not_revocable';

export type AppErrorCode =
  | CouncilErrorCode
  | 'unauthenticated' // no or bad token
  | 'identity_unavailable' // certificates unreachable
  | 'forbidden' // no scope for this
  | 'malformed' // not JSON, wrong shape; details: why (a code), field (a path such as "cells.origin"), sign ("U+0430")
  | 'too_large' // details: most, in bytes
  | 'method_not_allowed' // details: allowed
  | 'not_found' // details: what ('endpoint', 'unit', 'period', 'result', 'workbook', …)
  | 'has_issues' // the form's or the campaign's issues, all at once
  | 'period_not_open' // details: period, state ('none' before it was opened)
  | 'period_wrong_state' // details: period, state, action; changedBy (an account), changedAt (ISO) of the last step
  | 'period_not_started' // opening a period before its first day; details: period
  | 'earlier_period_not_evaluated' // its figures would be missing from cumulative criteria; details: period, earlier
  | 'reason_missing'
  | 'follows_refused' // the campaign before is unknown, or not the caller's to go on from; details: follows
  | 'form_locked' // other answers than those that stand; details: period, submittedAt (ISO)
  | 'workbook_unknown' // the spreadsheet is a copy or another campaign's; details: expected ('unit', 'office') where it is another of ours
  | 'conflict' // somebody else did something else first
  | 'request_reused' // the idempotency key came with another body
  | 'unavailable' // Google away or quota: try again later
  | 'data_newer' // a later release has written this campaign; details: stored, known
  | 'stored_document_unreadable' // details: path, field
  | 'internal';
