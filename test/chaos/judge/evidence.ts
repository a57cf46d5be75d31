export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
/** A stored document, moments as ISO texts. */
export type Document = { readonly [key: string]: Json };

/** What was found when everything had come to rest. */
export interface Evidence {
  /** By path below the campaign: "periods/2024-03/submissions/A/revisions/1". The campaign's own is "". */
  readonly documents: Readonly<Record<string, Document>>;
  /** Spreadsheets on Drive that carry the campaign's name, by the workbook that each says it is. */
  readonly files: readonly { readonly id: string; readonly workbook: string }[];
  /** Requests that bringing each workbook up to date would still take; -1: it cannot be read. */
  readonly toWrite: Readonly<Record<string, number>>;
  /** The digest that replaying each stored result gives, by period and version: "2024-03/1". */
  readonly replayed: Readonly<Record<string, string>>;
  /** What verifying the log's seals finds, and how many entries are in none yet. */
  readonly chain: { readonly faults: readonly string[]; readonly waiting: number };
}

/** Something that is not as it has to be. */
export type Finding = string;

/** Documents directly in a collection, by id. */
export function collection(documents: Evidence['documents'], path: string): ReadonlyMap<string, Document> {
  const found = Object.entries(documents).flatMap(([key, document]) => {
    const id = key.startsWith(`${path}/`) ? key.slice(path.length + 1) : '';
    return id === '' || id.includes('/') ? [] : [[id, document] as const];
  });
  return new Map(found);
}

/** The log's entries of an action, as their details and their place. */
export function logged({ documents }: Evidence, ...actions: readonly string[]): readonly Document[] {
  return [...collection(documents, 'log').values()].filter(({ action }) => actions.includes(String(action)));
}

export const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

/** JSON with its keys in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}

/** The names that one list has more often than the other: neither lost nor doubled. */
export function differences(what: string, wanted: readonly string[], found: readonly string[]): Finding[] {
  const count = new Map<string, number>();
  for (const name of wanted) count.set(name, (count.get(name) ?? 0) + 1);
  for (const name of found) count.set(name, (count.get(name) ?? 0) - 1);
  return [...count].flatMap(([name, n]): Finding[] => {
    if (n === 0) return [];
    return [n > 0 ? `${what}: ${name} is missing (${n})` : `${what}: ${name} is there ${-n} times too often`];
  });
}

/** 1, 2, …, n, each once. */
export function gaps(what: string, numbers: readonly number[], last = numbers.length): Finding[] {
  const wanted = Array.from({ length: last }, (_, i) => String(i + 1));
  return differences(what, wanted, numbers.map(String));
}
