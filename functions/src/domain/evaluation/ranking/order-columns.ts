import { type Compare, inRuns, type Line, lineUp } from './line.ts';
import type { KeyValue, OrderKey } from './order.ts';

/** One key's values, turned so that less stands before more and what is absent stands last. */
export type OrderColumn = Float64Array;

export function orderColumn(
  units: number,
  valueAt: (u: number) => KeyValue,
  order: OrderKey['order'],
): OrderColumn {
  const sign = order === 'ascending' ? 1 : -1;
  const column = new Float64Array(units);
  for (let u = 0; u < units; u++) {
    const value = valueAt(u);
    if (typeof value === 'bigint') return exactColumn(units, valueAt, sign);
    column[u] = value === undefined ? ABSENT : sign * value;
  }
  return column;
}

/** By the first key at which they differ. */
export function compareByColumns(columns: readonly OrderColumn[]): Compare {
  const [first, second] = columns;
  if (first === undefined) return () => 0;
  return (a, b) => {
    const [mine, theirs] = [first[a]!, first[b]!];
    if (mine !== theirs) return mine < theirs ? -1 : 1;
    if (second === undefined) return 0;
    const i = decidingColumn(columns, a, b);
    return i === -1 ? 0 : columns[i]![a]! < columns[i]![b]! ? -1 : 1;
  };
}

/** Index of the first key at which they differ; −1: none. */
export function decidingColumn(columns: readonly OrderColumn[], a: number, b: number): number {
  for (let i = 0; i < columns.length; i++) if (columns[i]![a] !== columns[i]![b]) return i;
  return -1;
}

/**
 * As lineUp, by columns. The first key tells most contenders apart: it is sorted as plain numbers, each with its
 * index in the last digits, and only runs that are equal in it are compared one by one.
 */
export function lineUpBy(columns: readonly OrderColumn[], contenders: Int32Array): Line {
  const compare = compareByColumns(columns);
  const ordered = columns[0] && orderedByFirst(columns[0], contenders);
  if (ordered === undefined) return lineUp(contenders, compare);
  const [first] = columns;
  for (let start = 0; start < ordered.length; ) {
    let end = start + 1;
    while (end < ordered.length && first![ordered[end]!] === first![ordered[start]!]) end++;
    if (end - start > 1) ordered.subarray(start, end).sort((a, b) => compare(a, b) || a - b);
    start = end;
  }
  return inRuns(ordered, compare);
}

/** Undefined where key and index together are more digits than a plain number holds, or a key is absent. */
function orderedByFirst(column: OrderColumn, contenders: Int32Array): Int32Array | undefined {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < contenders.length; i++) {
    const key = column[contenders[i]!]!;
    if (key < least) least = key;
    if (key > most) most = key;
  }
  const { length } = column;
  if (!Number.isSafeInteger((most - least + 1) * length)) return undefined;
  const packed = new Float64Array(contenders.length);
  for (let i = 0; i < packed.length; i++)
    packed[i] = (column[contenders[i]!]! - least) * length + contenders[i]!;
  packed.sort();
  return new Int32Array(packed.length).map((_, i) => packed[i]! % length);
}

const ABSENT = Number.POSITIVE_INFINITY;

/** Values and counts may have more digits than a plain number: what stands in the column is their rank among them. */
function exactColumn(units: number, valueAt: (u: number) => KeyValue, sign: number): OrderColumn {
  const values = Array.from({ length: units }, (_, u) => valueAt(u));
  const distinct = [...new Set(values)].filter((value) => value !== undefined);
  distinct.sort((a, b) => (a < b ? -sign : a > b ? sign : 0));
  const ranks = new Map<KeyValue, number>(distinct.map((value, rank) => [value, rank]));
  return Float64Array.from(values, (value) => ranks.get(value) ?? ABSENT);
}
