/** Contenders of one ranking in their order, each named by its index. */
export interface Line {
  readonly ordered: Int32Array;
  /** Positions where a run of equals begins, from the first on. */
  readonly starts: readonly number[];
}

/** Of two contenders: negative where the first stands before, zero where nothing tells them apart. */
export type Compare = (a: number, b: number) => number;

/** Best first; equal ones in the order of their indexes, which is that of their unit ids. */
export function lineUp(contenders: Int32Array, compare: Compare): Line {
  return inRuns(
    contenders.slice().sort((a, b) => compare(a, b) || a - b),
    compare,
  );
}

/** A line whose order is known. */
export function inRuns(ordered: Int32Array, compare: Compare): Line {
  const starts: number[] = [];
  for (let position = 0; position < ordered.length; position++)
    if (position === 0 || compare(ordered[position - 1]!, ordered[position]!) !== 0) starts.push(position);
  return { ordered, starts };
}

/** Index of the run that a position lies in. */
export function runAt({ starts }: Line, position: number): number {
  let [low, high] = [0, starts.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= position) low = middle;
    else high = middle - 1;
  }
  return low;
}
