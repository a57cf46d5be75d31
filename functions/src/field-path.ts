import type { z } from 'zod';

/**
 * Where a shape is wrong: "cells.values.3.1", or the key that should not be there. Never what stands in it. A key is the
 * caller's own text, so what cannot be seen in it is named, "[U+200B]", before it gets into a sentence.
 */
export function fieldPath(issue: z.core.$ZodIssue | undefined): string {
  const keys = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const path = [...(issue?.path ?? []), ...keys].join('.').slice(0, MOST_CHARACTERS).toWellFormed();
  return path.replace(UNSEEN, (sign) => `[${codePointName(sign)}]`);
}

/** "U+200B". */
function codePointName(sign: string): string {
  return `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
}

const MOST_CHARACTERS = 100;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu;
