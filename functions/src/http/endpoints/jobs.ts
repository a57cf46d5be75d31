import { z } from 'zod';
import { readJobs } from '../../usecases/jobs/read-jobs.ts';
import { endpoint } from '../endpoint.ts';
import { jobBody } from '../shapes/job-body.ts';
import { idText } from '../shapes/shapes.ts';

/** The newest job of each kind and period, and how far it is. */
export const jobsEndpoint = endpoint({
  method: 'GET',
  accepts: z.strictObject({ campaign: idText }),
  mayCall: { officer: 'campaign', admin: 'campaign' },
  async answer(_, { acting, language }) {
    const jobs = await readJobs(acting.store);
    return { jobs: jobs.map((job) => jobBody(job, language)) };
  },
});
