import { AppError } from '../../domain/app-error.ts';
import type { JobView } from '../../usecases/jobs/job-view.ts';
import type { ErrorBody } from '../errors.ts';
import { refusalOf } from '../errors.ts';
import type { Language } from '../language.ts';

/** A job as it goes over the wire: why it failed in the caller's language. */
export type JobBody = Omit<JobView, 'error' | 'trace'> & { readonly error?: ErrorBody['error'] };

export function jobBody({ error, trace, ...job }: JobView, language: Language): JobBody {
  if (error === undefined) return job;
  return { ...job, error: refusalOf(new AppError(error.code, error.details), language, trace).body.error };
}
