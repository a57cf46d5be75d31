import type { AppErrorCode } from '../../domain/app-error.ts';
import { detailText, type ErrorDetails } from '../error-details.ts';
import { explainCouncilError } from './council-errors.ts';

/** The code of a trace (see traceCode), for whoever tells somebody else about it. */
export function withCode(sentence: string, code: string): string {
  return `${sentence} Code: ${code}`;
}

/** What happened to the request and what to do about it. */
export function explainError(code: AppErrorCode, details: ErrorDetails): string {
  const text = detailText(details);
  switch (code) {
    case 'unauthenticated':
      return 'Your Google account could not be verified. Sign in again and try once more.';
    case 'identity_unavailable':
      return 'Google’s account verification cannot be reached. Nothing was lost; try again in a few minutes.';
    case 'forbidden':
      return 'This account may not do this. Check that you use the right account, or ask the emulation officer.';
    case 'malformed':
      return `The request has the wrong shape${inParentheses([text('field'), text('why'), strangeSign(text('sign'))])}. Reload the page and try again; if it stays so, tell the administrator.`;
    case 'too_large':
      return `The request is too large${text('most') === '' ? '' : ` (at most ${text('most')} bytes)`}. Delete surplus rows and send it again.`;
    case 'method_not_allowed':
      return `This address does not take that kind of call${text('allowed') === '' ? '' : `; use ${text('allowed')}`}.`;
    case 'not_found':
      return `${THINGS[text('what')] ?? 'What was asked for'} was not found. Check the name or code.`;
    case 'has_issues':
      return 'Something has to be corrected; nothing was kept. Correct the cells named below and send it again.';
    case 'period_not_open':
      return `${period(text('period'))} ${NOT_OPEN[text('state')] ?? 'takes no forms now'}.`;
    case 'period_wrong_state':
      return `${period(text('period'))} is ${STATES[text('state')] ?? 'in another state'}, so it cannot be ${ACTIONS[text('action')] ?? 'changed like this'}${lastChange(text('changedBy'), text('changedAt'))}.`;
    case 'period_not_started':
      return `${period(text('period'))} has not begun and cannot be opened. Open it on or after its first day.`;
    case 'earlier_period_not_evaluated':
      return `${period(text('earlier'))} is not evaluated, and the cumulative figures of ${text('period') === '' ? 'this period' : text('period')} need it. Evaluate the earlier period first.`;
    case 'reason_missing':
      return 'The reason is missing. Write the reason; it is kept in the log.';
    case 'follows_refused':
      return `The campaign ${text('follows') || 'named'} cannot be followed. It has to be loaded here, to be another one than this, and you have to be an administrator of both.`;
    case 'form_locked':
      return `The form of ${text('period') === '' ? 'this period' : text('period')} was submitted${text('submittedAt') === '' ? '' : ` at ${text('submittedAt')}`} and is locked: other answers are not taken. To correct it, choose Thi đua ▸ Mở lại phiếu để sửa (reopen the form), give a reason, and submit again.`;
    case 'workbook_unknown':
      return WORKBOOKS[text('expected')] ?? WORKBOOKS[''];
    case 'ballot_key_missing':
    case 'council_empty':
    case 'nothing_to_vote_on':
    case 'candidate_not_eligible':
    case 'evidence_missing':
    case 'ballot_not_open':
    case 'ballot_not_closed':
    case 'ballot_void':
    case 'ballot_open':
    case 'not_in_electorate':
    case 'already_voted':
    case 'votes_do_not_add_up':
    case 'minutes_missing':
    case 'candidate_not_passed':
    case 'already_decided':
    case 'rewarded_by_unit':
    case 'step_missing':
    case 'decisions_not_set_up':
    case 'day_out_of_range':
    case 'decision_revoked':
    case 'decision_not_revocable':
      return explainCouncilError(code, details);
    case 'conflict':
      return 'Somebody else changed this just before you. Reload to see the change, then do yours again if it is still needed.';
    case 'request_reused':
      return 'This request key was used for something else. Reload the page and send it again.';
    case 'unavailable':
      return 'The system or Google’s service is busy. Nothing was lost; try again in a few minutes, sending twice does no harm.';
    case 'data_newer':
      return 'A newer release of the system has written the campaign’s data, and this server cannot read it. Nothing is lost; tell the administrator to deploy the newer one.';
    case 'stored_document_unreadable':
      return `A stored document cannot be read${inParentheses([text('path'), text('field')])}. Tell the administrator.`;
    case 'internal':
      return 'The system met an unexpected error; what you asked for may or may not be done. Reload to check, sending twice does no harm; if it stays so, tell the administrator.';
  }
}

/** Keys are the codes that the details carry; people never see the codes themselves. */
const THINGS: Readonly<Record<string, string>> = {
  delivery: 'any delivery that fails',
  endpoint: 'This address',
  campaign: 'The campaign',
  unit: 'This unit in this period',
  period: 'This period in the campaign’s calendar',
  result: 'The period’s result',
  submission: 'The unit’s form',
  workbook: 'The workbook',
  ballot: 'The ballot',
  decision: 'The decision',
  candidate: 'The candidate',
  signer: 'The signer',
  field: 'The field',
  exemplar: 'The exemplar',
};

const FIND_WORKBOOK = 'Open the right workbook from the link that was shared with you, then try again.';

const WORKBOOKS = {
  '': `This spreadsheet is no workbook of the campaign: it may be a copy, or belong to another campaign. ${FIND_WORKBOOK}`,
  unit: `This spreadsheet is not the unit’s own workbook; neither a copy nor another unit’s will do. ${FIND_WORKBOOK}`,
  office: `This can be done in the office’s workbook (Điều hành) alone, not in a copy or another workbook. ${FIND_WORKBOOK}`,
} as Readonly<Record<string, string>> & { readonly '': string };

const NOT_OPEN: Readonly<Record<string, string>> = {
  none: 'is not open yet and takes no forms. Wait until the emulation officer opens it',
  open: 'is open',
  closed:
    'is closed and takes no more forms. To correct it, ask the emulation officer to reopen it, with a reason',
  evaluated:
    'is closed and evaluated and takes no more forms. To correct it, ask the emulation officer to reopen it, with a reason',
  voted:
    'has been voted on and takes no more forms. To correct it, ask the emulation officer to reopen it, with a reason',
  published:
    'is published and takes no more forms. To correct it, ask the emulation officer to reopen it, with a reason',
};

const STATES: Readonly<Record<string, string>> = {
  none: 'not open yet',
  open: 'open',
  closed: 'closed',
  evaluated: 'evaluated',
  voted: 'voted on',
  published: 'published',
};

const ACTIONS: Readonly<Record<string, string>> = {
  open: 'opened',
  close: 'closed',
  evaluate: 'evaluated',
  publish: 'published',
  reopen: 'reopened',
  appraise: 'appraised',
  submit: 'submitted to',
  nominate: 'voted on',
  review: 'reviewed',
  collect: 'collected from',
};

function lastChange(by: string, at: string): string {
  if (by === '' && at === '') return '';
  return ` (last step${by === '' ? '' : ` by ${by}`}${at === '' ? '' : ` at ${at}`})`;
}

function period(id: string): string {
  return id === '' ? 'This period' : `Period ${id}`;
}

const strangeSign = (name: string): string => (name === '' ? '' : `with the strange sign ${name}`);

function inParentheses(parts: readonly string[]): string {
  const said = parts.filter((part) => part !== '');
  return said.length === 0 ? '' : ` (${said.join(', ')})`;
}
