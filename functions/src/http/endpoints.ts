import type { Endpoint } from './endpoint.ts';
import { appraiseEndpoint } from './endpoints/appraise.ts';
import { ballotsEndpoint } from './endpoints/ballots.ts';
import { castVoteEndpoint } from './endpoints/cast-vote.ts';
import { closeBallotEndpoint } from './endpoints/close-ballot.ts';
import { collectFormsEndpoint } from './endpoints/collect-forms.ts';
import { decideEndpoint } from './endpoints/decide.ts';
import { decisionDocumentEndpoint } from './endpoints/decision-document.ts';
import { decisionsEndpoint } from './endpoints/decisions.ts';
import { deliverEndpoint } from './endpoints/deliver.ts';
import { formRulesEndpoint } from './endpoints/form-rules.ts';
import { jobsEndpoint } from './endpoints/jobs.ts';
import { loadCampaignEndpoint } from './endpoints/load-campaign.ts';
import { logEndpoint } from './endpoints/log.ts';
import { movePeriodEndpoint } from './endpoints/move-period.ts';
import { openBallotEndpoint } from './endpoints/open-ballot.ts';
import { operationsEndpoint } from './endpoints/operations.ts';
import { periodStatusEndpoint } from './endpoints/period-status.ts';
import { previewCampaignEndpoint } from './endpoints/preview-campaign.ts';
import { provisionEndpoint } from './endpoints/provision.ts';
import { recordWrittenVotesEndpoint } from './endpoints/record-written-votes.ts';
import { registerRulesEndpoint } from './endpoints/register-rules.ts';
import { revokeDecisionEndpoint } from './endpoints/revoke-decision.ts';
import { runJobsEndpoint } from './endpoints/run-jobs.ts';
import { saveRegisterEndpoint } from './endpoints/save-register.ts';
import { settleDeliveryEndpoint } from './endpoints/settle-delivery.ts';
import { startJobEndpoint } from './endpoints/start-job.ts';
import { submitFormEndpoint } from './endpoints/submit-form.ts';
import { unitResultEndpoint } from './endpoints/unit-result.ts';
import { unlockFormEndpoint } from './endpoints/unlock-form.ts';
import { watchEndpoint } from './endpoints/watch.ts';
import { workbookContextEndpoint } from './endpoints/workbook-context.ts';

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
