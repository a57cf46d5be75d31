import { invalid } from './errors.ts';

/** A field mask as a tree: `true` takes everything below. */
export type Mask = true | { readonly [field: string]: Mask };

/**
 * Reads `a,b.c,d(e,f/g)` or `*`: dots and slashes step down, brackets group.
 * @throws ApiError 400 when it cannot be read
 */
export function parseMask(text: string): Mask {
  const tokens = text.match(/[A-Za-z_][\w-]*|[*,./()]|\s+|./g)?.filter((token) => token.trim() !== '') ?? [];
  let next = 0;
  const root = list();
  if (next < tokens.length || tokens.length === 0) throw unreadable();
  return root;

  function list(): Mask {
    let mask: Mask = {};
    do mask = merge(mask, path());
    while (tokens[next] === ',' && next++ >= 0);
    return mask;
  }
  function path(): Mask {
    const name = tokens[next++];
    if (name === '*') return true;
    if (name === undefined || !/^\w/.test(name)) throw unreadable();
    const token = tokens[next];
    if (token === '.' || token === '/') {
      next++;
      return { [camel(name)]: path() };
    }
    if (token !== '(') return { [camel(name)]: true };
    next++;
    const inner = list();
    if (tokens[next++] !== ')') throw unreadable();
    return { [camel(name)]: inner };
  }
  function unreadable() {
    return invalid(`Invalid field mask: "${text}"`);
  }
}

/** Proto names (`sheet_id`) are as good as JSON names (`sheetId`). */
const camel = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

function merge(a: Mask, b: Mask): Mask {
  if (a === true || b === true) return true;
  const both: Record<string, Mask> = { ...a };
  for (const [field, mask] of Object.entries(b))
    both[field] = field in both ? merge(both[field]!, mask) : mask;
  return both;
}

/** Whether the mask takes anything at or below the path. */
export function maskReaches(mask: Mask, ...path: string[]): boolean {
  let here: Mask = mask;
  for (const field of path) {
    if (here === true) return true;
    const below: Mask | undefined = here[field];
    if (below === undefined) return false;
    here = below;
  }
  return true;
}

/** Every path of the mask, down to where it takes everything: `['a', 'b']`, …; `[]` is the whole. */
export function maskPaths(mask: Mask): string[][] {
  if (mask === true) return [[]];
  return Object.entries(mask).flatMap(([field, below]) => maskPaths(below).map((rest) => [field, ...rest]));
}

/** The part of an answer that the mask takes. Objects that lose everything stay as `{}`, as Google leaves them. */
export function applyMask<T>(value: T, mask: Mask): T {
  if (mask === true || value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(item, mask)) as T;
  const kept: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    const below = mask[key];
    if (below !== undefined && inner !== undefined) kept[key] = applyMask(inner, below);
  }
  return kept as T;
}

/** A copy of `target` whose masked fields are those of `source`; a masked field that `source` lacks is cleared. */
export function overwrite<T extends object>(target: T, source: object | undefined, mask: Mask): T {
  if (mask === true) return { ...source } as T;
  const result: Record<string, unknown> = { ...(target as object) };
  const from = (source ?? {}) as Record<string, unknown>;
  for (const [field, below] of Object.entries(mask)) {
    const given = from[field];
    if (below === true) {
      if (given === undefined) delete result[field];
      else result[field] = given;
      continue;
    }
    const inner = overwrite((result[field] ?? {}) as object, given as object | undefined, below);
    if (Object.keys(inner).length === 0) delete result[field];
    else result[field] = inner;
  }
  return result as T;
}
