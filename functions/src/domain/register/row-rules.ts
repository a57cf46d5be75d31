import type { Issue } from '../issue.ts';
import type { Named, ReadRow } from './register.ts';

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

/**
 * What happened on that day, happened while the exemplar for whom somebody stood was one; the day of the revocation
 * itself passes. A kept row whose person and day stay as they are is not held against it.
 */
export function whileInForce(
  { values, at, kept }: ReadRow,
  whoKey: string,
  dayKey: string,
  known: ReadonlyMap<string, Named> | undefined,
): Issue[] {
  const { [whoKey]: who, [dayKey]: day } = values;
  const revoked = known?.get(String(who))?.revoked;
  const isAsKept = kept?.values[whoKey] === who && kept?.values[dayKey] === day;
  if (revoked === undefined || day === undefined || day <= revoked.on || isAsKept) return [];
  return [{ code: 'exemplar_revoked', ...revoked, at: at(dayKey) }];
}

/** No other row says the same in the given columns. */
export function once(row: ReadRow, all: readonly ReadRow[], keys: readonly string[]): Issue[] {
  const first = firstRows(all, keys).get(nameOf(row, keys));
  // Said once, at the later of the two.
  if (first === undefined || first === row) return [];
  return [{ code: 'row_twice', other: first.code, at: row.at(keys[0]!) }];
}

const nameOf = ({ values }: ReadRow, keys: readonly string[]): string =>
  JSON.stringify(keys.map((key) => values[key] ?? null));

/** The first row that says each thing, looked for once for all the rows of a tab. */
function firstRows(all: readonly ReadRow[], keys: readonly string[]): ReadonlyMap<string, ReadRow> {
  const byKeys = known.get(all) ?? new Map<string, ReadonlyMap<string, ReadRow>>();
  known.set(all, byKeys);
  const found = byKeys.get(keys.join());
  if (found !== undefined) return found;
  const rows = new Map<string, ReadRow>();
  for (const row of all) {
    const name = nameOf(row, keys);
    if (!rows.has(name)) rows.set(name, row);
  }
  byKeys.set(keys.join(), rows);
  return rows;
}

const known = new WeakMap<readonly ReadRow[], Map<string, ReadonlyMap<string, ReadRow>>>();
