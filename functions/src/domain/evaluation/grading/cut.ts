import type { TieAtCut } from '../../campaign/settings.ts';

export interface Cut<T> {
  readonly kept: readonly T[];
  readonly dropped: readonly T[];
  /** Set when the cut fell inside a tie: who was tied there, and what settled it. */
  readonly tie?: { readonly tied: readonly T[]; readonly outcome: TieAtCut };
}

/**
 * Keeps the first `allowed` of an ordered list. Where that would part equals, the rule decides: nobody of them
 * is kept, or all of them, or further keys; whom those leave equal across the cut are not kept, and then the
 * outcome is "nobody" with just them as the tied.
 */
export function cutAt<T>(
  ordered: readonly T[],
  allowed: number,
  rule: TieAtCut,
  /** By what ordered the list; zero: equal. */
  compare: (a: T, b: T) => number,
  compareFurther: (a: T, b: T) => number,
): Cut<T> {
  if (allowed >= ordered.length) return { kept: ordered, dropped: [] };
  const last = ordered[allowed - 1];
  if (last === undefined) return { kept: [], dropped: ordered };
  const from = ordered.findIndex((each) => compare(each, last) === 0);
  const after = ordered.findIndex((each, i) => i >= allowed && compare(each, last) !== 0);
  const to = after === -1 ? ordered.length : after;
  if (to === allowed) return split(ordered, allowed);
  const tied = ordered.slice(from, to);
  if (rule === 'everybody') return { ...split(ordered, to), tie: { tied, outcome: rule } };
  if (rule === 'nobody') return { ...split(ordered, from), tie: { tied, outcome: rule } };
  const further = tied.toSorted(compareFurther);
  const resolved = [...ordered.slice(0, from), ...further, ...ordered.slice(to)];
  const inner = cutAt(further, allowed - from, 'nobody', compareFurther, () => 0);
  return {
    ...split(resolved, from + inner.kept.length),
    tie: inner.tie ?? { tied, outcome: 'next_key' },
  };
}

function split<T>(ordered: readonly T[], at: number): Cut<T> {
  return { kept: ordered.slice(0, at), dropped: ordered.slice(at) };
}
