/** Codes, ids and numbers that belong to an error; see AppErrorCode for which code carries which. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

/** Reads one detail as text; "" where it is not given. */
export function detailText(details: ErrorDetails): (name: string) => string {
  return (name) => String(details[name] ?? '');
}
