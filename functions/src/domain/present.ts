/** The object without its undefined fields: results are stored and compared as they are, so a field is there or not. */
export function present<T extends object>(object: T): T {
  const copy = {} as Record<string, unknown>;
  for (const [key, value] of Object.entries(object)) if (value !== undefined) copy[key] = value;
  return copy as T;
}
