import { named } from '../domain/form/unseen.ts';

/**
 * A value with what people or programs wrote in it, fit for a sentence: what cannot be seen is named, "[U+200B]", and a
 * header of a thousand letters is cut. Texts anywhere inside it alike.
 */
export function legible<T>(value: T): T {
  if (typeof value === 'string') return named(shortened(value.toWellFormed())) as T;
  if (Array.isArray(value)) return value.map(legible) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, legible(each)])) as T;
}

function shortened(text: string): string {
  const characters = text.length <= MOST_CHARACTERS ? [] : Array.from(text);
  return characters.length <= MOST_CHARACTERS ? text : `${characters.slice(0, MOST_CHARACTERS).join('')}…`;
}

const MOST_CHARACTERS = 200;
