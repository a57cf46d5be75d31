import type { CouncilErrorCode } from '../../domain/app-error.ts';
import type { ExemplarStep } from '../../domain/exemplar/exemplar-step.ts';
import { detailText, type ErrorDetails } from '../error-details.ts';
import { STEP_MISSING } from './issues/register-issues.ts';

/** Refusals of ballots and decisions: what is in the way, and who can do what about it. */
export function explainCouncilError(code: CouncilErrorCode, details: ErrorDetails): string {
  const text = detailText(details);
  const period = text('period') === '' ? 'This period' : `Period ${text('period')}`;
  switch (code) {
    case 'ballot_key_missing':
      return 'The key that seals secret ballots is missing or was replaced, so none can be opened. What was cast is kept; ask the administrator to set BALLOT_KEY.';
    case 'council_empty':
      return 'The campaign has no council members, so nobody could vote. Add council members to the members.';
    case 'nothing_to_vote_on':
      return `${period} has nobody left to vote on: nobody qualifies, or all stand in a ballot that counts. See the tabs Bình chọn and Bình xét.`;
    case 'candidate_not_eligible':
      return 'Somebody named does not qualify, or the numbers do not reach what is asked for. Reload the list and choose again.';
    case 'evidence_missing':
      return 'People and collectives have no points to compare, so evidence is needed. Write the evidence and try again.';
    case 'ballot_not_open':
      return BALLOT_STATES[text('state')] ?? BALLOT_STATES.closed!;
    case 'ballot_not_closed':
      return 'This ballot is not closed, so nothing can be decided on it. Close the ballot first.';
    case 'ballot_void':
      return 'This ballot is void because the period was reopened. Open another one when the period is evaluated again.';
    case 'ballot_open':
      return `${period} has a ballot that is still open and cannot be published. Close the ballot first.`;
    case 'not_in_electorate':
      return 'This account is not among those who may vote, as they were when the ballot was opened. If that is a mistake, tell the emulation officer.';
    case 'already_voted':
      return 'A secret vote was cast before and cannot be changed; this one is not counted.';
    case 'votes_do_not_add_up':
      return 'For each candidate the votes for, against and blank must be as many as the people who voted in writing. Count the papers again.';
    case 'minutes_missing':
      return 'The number and day of the minutes are missing. Write them and close the ballot again.';
    case 'candidate_not_passed':
      return 'Somebody named did not pass the ballot, or passed it for something else. See the ballot’s result.';
    case 'already_decided':
      return `This achievement was recognised before${text('reference') === '' ? '' : `, in decision ${text('reference')}`}${text('signedOn') === '' ? '' : ` of ${text('signedOn')}`}; one achievement is recognised once. If that decision is wrong, revoke it.`;
    case 'rewarded_by_unit':
      return `The unit rewarded this achievement itself${text('row') === '' ? '' : ` (${text('period')}, row ${text('row')} of the tab Bình chọn tại đơn vị)`}; one achievement is rewarded once. If the unit wrote it by mistake, let the unit mend that row first.`;
    case 'step_missing':
      return `${text('exemplar') === '' ? 'The exemplar' : `Exemplar ${text('exemplar')}`} ${STEP_MISSING[text('step') as ExemplarStep] ?? 'has not done the step before.'}`;
    case 'decisions_not_set_up':
      return 'The campaign does not say how decisions are numbered, who issues and who signs them. Add decisions to the settings.';
    case 'day_out_of_range':
      return `The day of signing must be from ${text('from') || 'the earliest day'} to ${text('to') || 'the latest day'}. Correct the day.`;
    case 'decision_revoked':
      return `The decision, or the part named, was revoked before${text('reference') === '' ? '' : `, in decision ${text('reference')}`}. Reload to see it.`;
    case 'decision_not_revocable':
      return 'This decision is itself a revocation and cannot be revoked. If it was a mistake, issue a new decision.';
  }
}

const BALLOT_STATES: Readonly<Record<string, string>> = {
  closed: 'This ballot is closed and takes no more votes. Reload to see its result.',
  voided: 'This ballot is void because the period was reopened; it takes no votes. Wait for another one.',
};
