import { z } from 'zod';

/** What callers look at in an answer of the functions; whatever else is in it is left alone. */

const refused = z.looseObject({ error: z.looseObject({ code: z.unknown(), message: z.unknown() }) });
const started = z.looseObject({ job: z.looseObject({ id: z.string() }) });
const listed = z.looseObject({
  jobs: z.array(
    z.looseObject({
      id: z.string(),
      state: z.string(),
      outcome: z
        .looseObject({ missing: z.number().optional(), unavailable: z.number().optional() })
        .optional(),
      error: z.looseObject({ code: z.string() }).optional(),
    }),
  ),
});
export type ListedJob = z.infer<typeof listed>['jobs'][number];

/** Of an answer that is none of our errors: nothing. */
export const errorIn = (body: unknown): { readonly code?: unknown; readonly message?: unknown } =>
  refused.safeParse(body).data?.error ?? {};

/** Throws where the answer tells of no job. */
export const jobIn = (body: unknown): { readonly id: string } => started.parse(body).job;
export const jobsIn = (body: unknown): readonly ListedJob[] => listed.parse(body).jobs;
