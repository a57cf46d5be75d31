import { z } from 'zod';
import { DELIVERY_MS, deliver } from '../../usecases/publishing/deliver.ts';
import { endpoint } from '../endpoint.ts';
import { googleOf } from '../google.ts';
import { idText, workbookId, workingTime } from '../shapes/shapes.ts';

/** Brings pending workbooks up to date. Called by the scheduler every minute, and by whoever does not want to wait. */
export const deliverEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    workbooks: z.array(workbookId).min(1).max(100).optional(),
    most: z.int().min(1).max(100_000).optional(),
    ...workingTime,
  }),
  scheduled: 'deliver',
  mayCall: { officer: 'campaign', admin: 'campaign' },
  worksForMs: ({ withinMs = DELIVERY_MS }) => withinMs,
  // Leases and put-offs are about machines: they run by the real clock even where the caller sets another one.
  answer: ({ campaign, ...order }, { acting: { store, now: officeNow }, config }) =>
    deliver({ store, now: () => new Date(), officeNow }, googleOf(config), campaign, order),
});
