import { sameValues } from './read-register.ts';
import type { ReadRow, RegisterDeclaration, RegisterRow } from './register.ts';

/** What keeping the rows of a tab comes to. */
export interface RegisterPlan {
  /** New rows and amended ones, in the tab's order, each in its next revision. */
  readonly changed: readonly RegisterRow[];
  readonly unchanged: number;
}

/** Sending the same again changes nothing. Kept rows that are not in the tab stay as they are. */
export function planRegister(
  declaration: RegisterDeclaration,
  read: readonly ReadRow[],
  unitId?: string,
): RegisterPlan {
  const changed = read.flatMap(({ code, values, kept }): RegisterRow[] => {
    if (kept !== undefined && sameValues(kept.values, values)) return [];
    const revision = (kept?.revision ?? 0) + 1;
    return [{ register: declaration.id, code, ...(unitId !== undefined && { unitId }), revision, values }];
  });
  return { changed, unchanged: read.length - changed.length };
}
