import fc from 'fast-check';
import { ODD_IDS, ODD_KEYS, ODD_NUMBERS, ODD_TEXTS } from './corpus.ts';

/** A JSON value that has no business where it is put. */
export const oddValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom<unknown>(...ODD_TEXTS) },
  { weight: 5, arbitrary: fc.constantFrom<unknown>(...ODD_IDS) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(...ODD_NUMBERS) },
  { weight: 3, arbitrary: fc.constantFrom<unknown>(null, true, false, [], {}, [[]], [null], '', 0) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_KEYS).map((key) => keyed(key, { x: 1 })) },
  { weight: 1, arbitrary: fc.nat(9).map((depth) => nested(depth + 3)) },
  { weight: 1, arbitrary: fc.constantFrom(300, 1001, 2001, 5001).map((length) => 'ạ'.repeat(length)) },
);

/** Something of the shape of nothing at all. */
export const wildBody: fc.Arbitrary<unknown> = fc.oneof(
  oddValue,
  fc.dictionary(fc.constantFrom('campaign', 'period', 'unitId', 'cells', 'files', ...ODD_KEYS), oddValue, {
    maxKeys: 8,
  }),
  fc.array(oddValue, { maxLength: 20 }),
);

/** One change to a body. Which place it goes to is counted through all that it has. */
export interface Mutation {
  readonly place: number;
  readonly how: 'replace' | 'remove' | 'add' | 'rename' | 'wrap' | 'repeat';
  readonly key: string;
  readonly value: unknown;
}

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  place: fc.nat(60),
  how: fc.constantFrom<Mutation['how'][]>(
    'replace',
    'replace',
    'replace',
    'remove',
    'add',
    'rename',
    'wrap',
    'repeat',
  ),
  key: fc.constantFrom(...ODD_KEYS),
  value: oddValue,
});

/** The body with the change in it; the given one stays as it is. */
export function mutated(body: unknown, { place, how, key, value }: Mutation): unknown {
  const copy: unknown = structuredClone(body);
  const places = placesIn(copy);
  const at = places[place % Math.max(1, places.length)];
  if (at === undefined) return value;
  const [holder, name] = at as [Record<string, unknown>, string];
  switch (how) {
    case 'replace':
      define(holder, name, value);
      break;
    case 'remove':
      delete holder[name];
      break;
    case 'add':
      define(holder, key, value);
      break;
    case 'rename':
      define(holder, key, holder[name]);
      delete holder[name];
      break;
    case 'wrap':
      define(holder, name, place % 2 === 0 ? [holder[name]] : keyed(key, holder[name]));
      break;
    case 'repeat':
      define(holder, name, Array(200).fill(holder[name]));
      break;
  }
  return copy;
}

/** As JSON.parse makes it: "__proto__" is a key like any other. */
function keyed(key: string, value: unknown): Record<string, unknown> {
  const made: Record<string, unknown> = {};
  define(made, key, value);
  return made;
}

function define(holder: object, key: string, value: unknown): void {
  const isIndex = Array.isArray(holder) && !/^\d+$/.test(key);
  if (isIndex) holder.push(value);
  else Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

function nested(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = i % 2 === 0 ? [value] : { a: value };
  return value;
}

function placesIn(value: unknown): [object, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key): [object, string][] => [
    [value, key],
    ...placesIn((value as Record<string, unknown>)[key]),
  ]);
}
