import type { Reader } from '../../ports/store.ts';
import { type JobView, viewOf } from './job-view.ts';

const MOST_SHOWN = 50;

/** The newest job of each kind and period, newest request first. */
export async function readJobs(reader: Reader): Promise<readonly JobView[]> {
  return (await reader.jobs(MOST_SHOWN)).map(viewOf);
}
