import { showRegisterRow } from '../register-row.ts';
import type { LoggedFacts } from '../vi/log.ts';

/** What was done, for each action of the log; http/sentences.ts makes sure that none is missing. */
export const ACTION_WORDS = {
  campaign_loaded: 'Campaign configuration loaded',
  workbooks_requested: 'Workbooks made or brought up to date',
  period_opened: 'Period opened',
  period_closed: 'Period closed',
  period_evaluated: 'Period evaluated',
  period_published: 'Results published',
  period_reopened: 'Period reopened',
  form_submitted: 'Form submitted',
  form_refused: 'Form returned for correction',
  form_collected: 'Form collected',
  form_unlocked: 'Form opened again for correction',
  form_appraised: 'Form appraised',
  row_added: 'Row added',
  row_amended: 'Row amended',
  ballot_opened: 'Ballot opened',
  vote_cast: 'Open vote cast',
  written_votes_recorded: 'Written votes recorded',
  ballot_closed: 'Ballot closed',
  ballot_voided: 'Ballot void because the period was reopened',
  decision_issued: 'Decision issued',
  delivery_retried: 'Workbook written again at once',
  delivery_dropped: 'Writing of a workbook given up',
  watch_found: 'Something wrong with a workbook found',
  watch_gone: 'A workbook is right again',
  sharing_restored: 'A workbook shared again as it should be',
  decision_revoked: 'Decision revoked',
  person_removed: 'Data about a person removed',
  campaign_restored: 'Campaign restored from an export',
} as const;

/** "Form submitted: Xã An Bình, period 2024-03, revision 1." */
export function explainEntry(action: string, { unit, period, details = {} }: LoggedFacts): string {
  const { version, revision, issues } = details;
  const parts = [
    unit,
    period && `period ${period}`,
    showRegisterRow(details),
    version && `version ${version}`,
    revision && `revision ${revision}`,
    issues && `${issues} ${Number(issues) === 1 ? 'issue' : 'issues'}`,
  ].filter((part) => part !== undefined);
  return `${[action, ...(parts.length > 0 ? [parts.join(', ')] : [])].join(': ')}.`;
}
