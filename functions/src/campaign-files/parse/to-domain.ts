import type { Issues } from '../issues.ts';

/** snake_case in files, camelCase in code; `_vi` marks what people read in Vietnamese. */
type DomainName<Name extends string> = Name extends `${infer Base}_vi`
  ? Base
  : Name extends `${infer First}_${infer Rest}`
    ? `${First}${Capitalize<DomainName<Rest>>}`
    : Name;

export type Domain<T> = T extends string | number | boolean
  ? T
  : T extends readonly (infer Item)[]
    ? readonly Domain<Item>[]
    : T extends object
      ? { readonly [Key in keyof T as DomainName<Key & string>]: Domain<T[Key]> }
      : T;

/** What was read from a file under the domain's names; objects keep their places. */
export function toDomain<T>(read: T, issues: Issues): Domain<T> {
  if (Array.isArray(read)) return read.map((item) => toDomain(item, issues)) as Domain<T>;
  if (typeof read !== 'object' || read === null) return read as Domain<T>;
  const entries = Object.entries(read).map(([key, value]) => [domainName(key), toDomain(value, issues)]);
  return issues.placeLike(Object.fromEntries(entries), read) as Domain<T>;
}

/** The domain's name of a file's field. */
export function domainName(name: string): string {
  return name.replace(/_vi$/, '').replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
