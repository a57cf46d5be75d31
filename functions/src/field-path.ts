import type { z } from 'zod';
import { named } from './domain/form/unseen.ts';

/**
 * Where a shape is wrong: "cells.values.3.1", or the key that should not be there. Never what stands in it. A key is the
 * caller's own text, so what cannot be seen in it is named before it gets into a sentence.
 */
export function fieldPath(issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys].join('.').slice(0, MOST_CHARACTERS).toWellFormed();
  return named(path).replaceAll('\n', '[U+000A]');
}

const MOST_CHARACTERS = 100;
