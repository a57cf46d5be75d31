import { z } from 'zod';
import { RUN_MS, runJobs } from '../usecases/jobs/run-jobs.ts';
import { endpoint } from './endpoint.ts';
import { googleOf } from './google.ts';
import { idText, workingTime } from './shapes.ts';

/** Does the jobs that wait. Called by the scheduler every minute, and by whoever has just started one. */
export const runJobsEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ campaign: idText, ...workingTime }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  worksForMs: ({ withinMs = RUN_MS }) => withinMs,
  answer: ({ campaign, ...order }, { acting: { store, now }, config }) =>
    runJobs({ store, now, machineNow: () => new Date() }, googleOf(config), campaign, order),
});
