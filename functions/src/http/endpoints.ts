import { doors } from './doors.ts';
import type { Endpoint } from './endpoint.ts';

/** All of them at once, for whoever looks at every one: tests, and what is written out of them. */
export const endpoints: Readonly<Record<string, Endpoint>> = Object.fromEntries(
  await Promise.all(Object.entries(doors).map(async ([name, open]) => [name, await open()] as const)),
);
