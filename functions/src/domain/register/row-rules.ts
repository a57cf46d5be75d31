import type { Issue } from '../issue.ts';
import type { ReadRow } from './register.ts';

/** Rules that several registers share. Headers are given as people see them. */

/** The second day, where both stand, is not before the first. */
export function inOrder(
  { values, at }: ReadRow,
  earlierKey: string,
  laterKey: string,
  [earlier, later]: readonly [string, string],
): Issue[] {
  const [first, second] = [values[earlierKey], values[laterKey]];
  if (first === undefined || second === undefined || first <= second) return [];
  return [{ code: 'days_out_of_order', earlier, later, at: at(laterKey) }];
}

/** A part is not more than its whole. */
export function within(
  { values, at }: ReadRow,
  partKey: string,
  wholeKey: string,
  [part, whole]: readonly [string, string],
): Issue[] {
  const [some, all] = [values[partKey], values[wholeKey]];
  if (typeof some !== 'number' || typeof all !== 'number' || some <= all) return [];
  return [{ code: 'part_above_whole', part, whole, at: at(partKey) }];
}

/** No other row says the same in the given columns. */
export function once(row: ReadRow, all: readonly ReadRow[], keys: readonly string[]): Issue[] {
  const name = (each: ReadRow) => JSON.stringify(keys.map((key) => each.values[key] ?? null));
  const other = all.find((each) => each !== row && name(each) === name(row));
  // Said once, at the later of the two.
  if (other === undefined || all.indexOf(other) > all.indexOf(row)) return [];
  return [{ code: 'row_twice', other: other.code, at: row.at(keys[0]!) }];
}
