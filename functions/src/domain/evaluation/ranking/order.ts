import type { RankKey } from '../../campaign/settings.ts';

/** What stands at one key: whole numbers (points, grade, place) or scaled decimals (values, counts). */
export type KeyValue = number | bigint | undefined;

/** The grade leads by its index, so best (0) first is ascending. */
export interface OrderKey {
  readonly key: RankKey | 'grade';
  readonly order: 'descending' | 'ascending';
}

/** A unit as the ranking sees it: one value for each key of the order. */
export interface Contender {
  readonly unitId: string;
  readonly values: readonly KeyValue[];
}

/**
 * Negative where a stands before b, zero where nothing tells them apart. What is absent stands last whichever
 * way the key is ordered: a unit that has no place of last month, or no value, wins nothing by it.
 */
export function compareContenders(a: Contender, b: Contender, keys: readonly OrderKey[]): number {
  const i = decidingKey(a, b);
  return i === -1 ? 0 : compareValues(a.values[i], b.values[i], keys[i]!.order);
}

/** Index of the first key at which they differ; −1: none. */
export function decidingKey(a: Contender, b: Contender): number {
  return a.values.findIndex((value, i) => value !== b.values[i]);
}

function compareValues(a: KeyValue, b: KeyValue, order: OrderKey['order']): number {
  if (a === undefined) return 1;
  if (b === undefined) return -1;
  return a < b === (order === 'ascending') ? -1 : 1;
}
