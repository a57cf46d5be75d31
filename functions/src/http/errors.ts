import { AppError, type AppErrorCode } from '../domain/app-error.ts';
import type { Issue } from '../domain/issue.ts';
import { traceCode } from '../domain/trace/trace-code.ts';
import { legible } from '../messages/legible.ts';
import type { Language } from './language.ts';
import { sentences } from './sentences.ts';

/** The one place where codes become statuses. */
const STATUS_OF: Readonly<Record<AppErrorCode, number>> = {
  malformed: 400,
  reason_missing: 400,
  unauthenticated: 401,
  forbidden: 403,
  follows_refused: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  period_not_open: 409,
  period_wrong_state: 409,
  period_not_started: 409,
  earlier_period_not_evaluated: 409,
  request_reused: 409,
  form_locked: 409,
  workbook_unknown: 409,
  evidence_missing: 400,
  votes_do_not_add_up: 400,
  minutes_missing: 400,
  day_out_of_range: 400,
  not_in_electorate: 403,
  council_empty: 409,
  nothing_to_vote_on: 409,
  candidate_not_eligible: 409,
  ballot_not_open: 409,
  ballot_not_closed: 409,
  ballot_void: 409,
  ballot_open: 409,
  already_voted: 409,
  candidate_not_passed: 409,
  already_decided: 409,
  rewarded_by_unit: 409,
  step_missing: 409,
  decisions_not_set_up: 409,
  decision_revoked: 409,
  decision_not_revocable: 409,
  ballot_key_missing: 500,
  too_large: 413,
  has_issues: 422,
  internal: 500,
  stored_document_unreadable: 500,
  identity_unavailable: 503,
  unavailable: 503,
  data_newer: 503,
};

/** What every refusal looks like. */
export interface ErrorBody {
  readonly error: {
    readonly code: AppErrorCode;
    readonly message: string;
    readonly issues?: readonly IssueBody[];
  };
}

export interface IssueBody {
  readonly code: Issue['code'];
  readonly cell?: string;
  readonly column?: string;
  readonly file?: string;
  readonly row?: number;
  /** The key of the tab, where several were sent. */
  readonly tab?: string;
  readonly message: string;
}

/**
 * Whatever was thrown, as a status and a body. What we do not know is "internal" and says nothing private. What is our
 * trouble and not the caller's ends with the code of its trace, for whoever is called about it.
 */
export function refusalOf(
  thrown: unknown,
  language: Language,
  traceId?: string,
): { status: number; body: ErrorBody } {
  const error = thrown instanceof AppError ? thrown : new AppError('internal');
  const { explainError, withCode } = sentences[language];
  const issues = error.issues.map((issue) => issueBody(issue, language));
  const status = STATUS_OF[error.code];
  const sentence = explainError(error.code, error.details);
  return {
    status,
    body: {
      error: {
        code: error.code,
        message: status < 500 || traceId === undefined ? sentence : withCode(sentence, traceCode(traceId)),
        ...(issues.length > 0 ? { issues } : {}),
      },
    },
  };
}

/** An issue with its place and its sentence; also used where issues are part of an answer. */
export function issueBody(found: Issue, language: Language): IssueBody {
  const issue = legible(found);
  const { cell, column, file, row, tab } = issue.at;
  return { code: issue.code, cell, column, file, row, tab, message: sentences[language].explainIssue(issue) };
}
