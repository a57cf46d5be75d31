import type { Endpoint } from './endpoint.ts';

/**
 * The table of contents: each name is a path of `api` and the name of a function that can be deployed alone. What a
 * call needs is evaluated by the first one that needs it: the shapes of all the others would cost every start more
 * than its own.
 */
export const doors: Readonly<Record<string, () => Promise<Endpoint>>> = {
  'load-campaign': () => import('./endpoints/load-campaign.ts').then((module) => module.loadCampaignEndpoint),
  'preview-campaign': () =>
    import('./endpoints/preview-campaign.ts').then((module) => module.previewCampaignEndpoint),
  provision: () => import('./endpoints/provision.ts').then((module) => module.provisionEndpoint),
  'submit-form': () => import('./endpoints/submit-form.ts').then((module) => module.submitFormEndpoint),
  'unlock-form': () => import('./endpoints/unlock-form.ts').then((module) => module.unlockFormEndpoint),
  'collect-forms': () => import('./endpoints/collect-forms.ts').then((module) => module.collectFormsEndpoint),
  appraise: () => import('./endpoints/appraise.ts').then((module) => module.appraiseEndpoint),
  'move-period': () => import('./endpoints/move-period.ts').then((module) => module.movePeriodEndpoint),
  deliver: () => import('./endpoints/deliver.ts').then((module) => module.deliverEndpoint),
  'start-job': () => import('./endpoints/start-job.ts').then((module) => module.startJobEndpoint),
  'run-jobs': () => import('./endpoints/run-jobs.ts').then((module) => module.runJobsEndpoint),
  jobs: () => import('./endpoints/jobs.ts').then((module) => module.jobsEndpoint),
  'unit-result': () => import('./endpoints/unit-result.ts').then((module) => module.unitResultEndpoint),
  'period-status': () => import('./endpoints/period-status.ts').then((module) => module.periodStatusEndpoint),
  'workbook-context': () =>
    import('./endpoints/workbook-context.ts').then((module) => module.workbookContextEndpoint),
  'form-rules': () => import('./endpoints/form-rules.ts').then((module) => module.formRulesEndpoint),
  'save-register': () => import('./endpoints/save-register.ts').then((module) => module.saveRegisterEndpoint),
  'register-rules': () =>
    import('./endpoints/register-rules.ts').then((module) => module.registerRulesEndpoint),
  'open-ballot': () => import('./endpoints/open-ballot.ts').then((module) => module.openBallotEndpoint),
  'cast-vote': () => import('./endpoints/cast-vote.ts').then((module) => module.castVoteEndpoint),
  'record-written-votes': () =>
    import('./endpoints/record-written-votes.ts').then((module) => module.recordWrittenVotesEndpoint),
  'close-ballot': () => import('./endpoints/close-ballot.ts').then((module) => module.closeBallotEndpoint),
  ballots: () => import('./endpoints/ballots.ts').then((module) => module.ballotsEndpoint),
  decide: () => import('./endpoints/decide.ts').then((module) => module.decideEndpoint),
  'revoke-decision': () =>
    import('./endpoints/revoke-decision.ts').then((module) => module.revokeDecisionEndpoint),
  decisions: () => import('./endpoints/decisions.ts').then((module) => module.decisionsEndpoint),
  'decision-document': () =>
    import('./endpoints/decision-document.ts').then((module) => module.decisionDocumentEndpoint),
  log: () => import('./endpoints/log.ts').then((module) => module.logEndpoint),
  watch: () => import('./endpoints/watch.ts').then((module) => module.watchEndpoint),
  operations: () => import('./endpoints/operations.ts').then((module) => module.operationsEndpoint),
  'settle-delivery': () =>
    import('./endpoints/settle-delivery.ts').then((module) => module.settleDeliveryEndpoint),
};
