import type { z } from 'zod';

/** Where a shape is wrong: "cells.values.3.1", or the key that should not be there. Never what stands in it. */
export function fieldPath(issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return [...(issue?.path ?? []), ...keys].join('.').slice(0, MOST_CHARACTERS);
}

const MOST_CHARACTERS = 100;
