import { z } from 'zod';
import { loadCampaign } from '../../usecases/setup/load-campaign.ts';
import { endpoint } from '../endpoint.ts';
import { campaignProposal, MOST_PROPOSAL_BYTES } from '../shapes/campaign-proposal.ts';
import { once } from '../shapes/shapes.ts';

/** The campaign's whole configuration, for keeps. `basis`: what its preview said it was held against. */
export const loadCampaignEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ ...campaignProposal, basis: z.string().max(64).optional(), ...once }),
  mayCall: { admin: 'campaign' },
  firstAdminMayCall: true,
  mostBytes: MOST_PROPOSAL_BYTES,
  answer: (order, { acting }) => loadCampaign(acting, order),
});
