import { z } from 'zod';
import { deliver } from '../usecases/deliver.ts';
import { endpoint } from './endpoint.ts';
import { googleOf } from './google.ts';
import { idText } from './shapes.ts';

/** Brings pending workbooks up to date. Called by the scheduler every minute, and by whoever does not want to wait. */
export const deliverEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    most: z.int().min(1).max(100_000).optional(),
    withinMs: z.int().min(1).max(3_000_000).optional(),
    concurrency: z.int().min(1).max(16).optional(),
  }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  answer: ({ campaign, ...order }, { acting, config }) => deliver(acting, googleOf(config), campaign, order),
});
