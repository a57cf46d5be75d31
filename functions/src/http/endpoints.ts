import { appraiseEndpoint } from './appraise.ts';
import type { Endpoint } from './endpoint.ts';
import { loadCampaignEndpoint } from './load-campaign.ts';
import { movePeriodEndpoint } from './move-period.ts';
import { periodStatusEndpoint } from './period-status.ts';
import { submitFormEndpoint } from './submit-form.ts';
import { unitResultEndpoint } from './unit-result.ts';

/** The table of contents: each name is a path of `api` and the name of a function that can be deployed alone. */
export const endpoints: Readonly<Record<string, Endpoint>> = {
  'load-campaign': loadCampaignEndpoint,
  'submit-form': submitFormEndpoint,
  appraise: appraiseEndpoint,
  'move-period': movePeriodEndpoint,
  'unit-result': unitResultEndpoint,
  'period-status': periodStatusEndpoint,
};
