import { z } from 'zod';
import { RUN_MS, runJobs } from '../../usecases/jobs/run-jobs.ts';
import { sealLog } from '../../usecases/log/seal-log.ts';
import { endpoint } from '../endpoint.ts';
import { googleOf } from '../google.ts';
import { idText, workingTime } from '../shapes/shapes.ts';

/** Does the jobs that wait. Called by the scheduler every minute, and by whoever has just started one. */
export const runJobsEndpoint = endpoint({
  method: 'POST',
  accepts: z.strictObject({ campaign: idText, ...workingTime }),
  scheduled: 'run-jobs',
  mayCall: { officer: 'campaign', admin: 'campaign' },
  worksForMs: ({ withinMs = RUN_MS }) => withinMs,
  async answer({ campaign, ...order }, { acting: { store, now }, config }) {
    const google = googleOf(config);
    const { withinMs = RUN_MS } = order;
    const beganMs = google.monotonicMs();
    const run = await runJobs({ store, now, machineNow: () => new Date() }, google, campaign, order);
    await sealLog(store, () => withinMs - (google.monotonicMs() - beganMs));
    return run;
  },
});
