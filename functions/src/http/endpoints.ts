import { appraiseEndpoint } from './appraise.ts';
import { ballotsEndpoint } from './ballots.ts';
import { castVoteEndpoint } from './cast-vote.ts';
import { closeBallotEndpoint } from './close-ballot.ts';
import { collectFormsEndpoint } from './collect-forms.ts';
import { decideEndpoint } from './decide.ts';
import { decisionDocumentEndpoint } from './decision-document.ts';
import { decisionsEndpoint } from './decisions.ts';
import { deliverEndpoint } from './deliver.ts';
import type { Endpoint } from './endpoint.ts';
import { formRulesEndpoint } from './form-rules.ts';
import { jobsEndpoint } from './jobs.ts';
import { loadCampaignEndpoint } from './load-campaign.ts';
import { logEndpoint } from './log.ts';
import { movePeriodEndpoint } from './move-period.ts';
import { openBallotEndpoint } from './open-ballot.ts';
import { operationsEndpoint } from './operations.ts';
import { periodStatusEndpoint } from './period-status.ts';
import { previewCampaignEndpoint } from './preview-campaign.ts';
import { provisionEndpoint } from './provision.ts';
import { recordWrittenVotesEndpoint } from './record-written-votes.ts';
import { registerRulesEndpoint } from './register-rules.ts';
import { revokeDecisionEndpoint } from './revoke-decision.ts';
import { runJobsEndpoint } from './run-jobs.ts';
import { saveRegisterEndpoint } from './save-register.ts';
import { settleDeliveryEndpoint } from './settle-delivery.ts';
import { startJobEndpoint } from './start-job.ts';
import { submitFormEndpoint } from './submit-form.ts';
import { unitResultEndpoint } from './unit-result.ts';
import { unlockFormEndpoint } from './unlock-form.ts';
import { watchEndpoint } from './watch.ts';
import { workbookContextEndpoint } from './workbook-context.ts';

/** The table of contents: each name is a path of `api` and the name of a function that can be deployed alone. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  'load-campaign': loadCampaignEndpoint,
  'preview-campaign': previewCampaignEndpoint,
  provision: provisionEndpoint,
  'submit-form': submitFormEndpoint,
  'unlock-form': unlockFormEndpoint,
  'collect-forms': collectFormsEndpoint,
  appraise: appraiseEndpoint,
  'move-period': movePeriodEndpoint,
  deliver: deliverEndpoint,
  'start-job': startJobEndpoint,
  'run-jobs': runJobsEndpoint,
  jobs: jobsEndpoint,
  'unit-result': unitResultEndpoint,
  'period-status': periodStatusEndpoint,
  'workbook-context': workbookContextEndpoint,
  'form-rules': formRulesEndpoint,
  'save-register': saveRegisterEndpoint,
  'register-rules': registerRulesEndpoint,
  'open-ballot': openBallotEndpoint,
  'cast-vote': castVoteEndpoint,
  'record-written-votes': recordWrittenVotesEndpoint,
  'close-ballot': closeBallotEndpoint,
  ballots: ballotsEndpoint,
  decide: decideEndpoint,
  'revoke-decision': revokeDecisionEndpoint,
  decisions: decisionsEndpoint,
  'decision-document': decisionDocumentEndpoint,
  log: logEndpoint,
  watch: watchEndpoint,
  operations: operationsEndpoint,
  'settle-delivery': settleDeliveryEndpoint,
};
