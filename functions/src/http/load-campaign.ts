import { z } from 'zod';
import { loadCampaign } from '../usecases/load-campaign.ts';
import { endpoint } from './endpoint.ts';
import { idText, once } from './shapes.ts';

const fileName = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,60}\.(?:json|csv)$/);

/** The campaign's whole configuration as its files. */
export const loadCampaignEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ campaign: idText, files: z.record(fileName, z.string()), ...once }),
  mayCall: { admin: 'campaign' },
  firstAdminMayCall: true,
  mostBytes: 20_000_000, // 10,000 units with their targets
  answer: (order, { acting }) => loadCampaign(acting, order),
});
