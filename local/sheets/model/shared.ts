/**
 * One object for all that say the same: most cells of an office look like many others. What is shared is kept once in
 * memory and once in each line of a journal (store/pack-cells.ts). Nothing stored is ever altered in place.
 */
export function shared<T extends object>(value: T): T {
  const text = JSON.stringify(value);
  const known = pool.get(text) as T | undefined;
  if (known !== undefined) return known;
  if (pool.size >= MOST) pool.clear(); // those in use stay shared among themselves
  pool.set(text, value);
  return value;
}

const MOST = 10_000;
const pool = new Map<string, object>();
