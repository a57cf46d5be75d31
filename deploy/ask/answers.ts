import { z } from 'zod';

const refusal = z.object({
  error: z.object({
    code: z.string(),
    issues: z
      .array(z.object({ message: z.string(), file: z.string().optional(), row: z.number().optional() }))
      .default([]),
  }),
});

const delivery = z.object({ delivered: z.number(), failed: z.number(), remaining: z.number() });

export type Refusal = z.infer<typeof refusal>['error'];

/** What the functions refuse, with the mistakes of files where they found any; undefined of any other answer. */
export const refusalIn = (body: unknown): Refusal | undefined => refusal.safeParse(body).data?.error;

/** Of POST /deliver: counts of workbooks. Undefined of any other answer. */
export const deliveryIn = (body: unknown): z.infer<typeof delivery> | undefined =>
  delivery.safeParse(body).data;
