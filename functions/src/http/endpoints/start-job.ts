import { z } from 'zod';
import { AppError } from '../../domain/app-error.ts';
import { startJob } from '../../usecases/jobs/start-job.ts';
import { endpoint } from '../endpoint.ts';
import { jobBody } from '../shapes/job-body.ts';
import { from, idText, once } from '../shapes/shapes.ts';

/** Asks for long work. It is answered at once; run-jobs does it and jobs tells how far it is. */
export const startJobEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({
    campaign: idText,
    kind: z.enum(['evaluate', 'publish', 'collect', 'provision']),
    period: idText.optional(),
    ...from,
    ...once,
  }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  status: 202,
  async answer(order, { acting, roles, language }) {
    // An admin sees to the workbooks, not to the months.
    if (order.kind !== 'provision' && !roles.includes('officer')) throw new AppError('forbidden');
    return { job: jobBody(await startJob(acting, order), language) };
  },
});
