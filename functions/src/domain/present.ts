/** The object without its undefined fields: results are stored and compared as they are, so a field is there or not. */
export function present<T extends object>(object: T): T {
  const copy = {} as T;
  for (const key in object) if (object[key] !== undefined) copy[key] = object[key];
  return copy;
}
