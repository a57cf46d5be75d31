/** Takes `--data DIR` out of the arguments: which office of this machine is meant, before anything else is read. */
export function readDataArgument(args: readonly string[]): {
  readonly data: string;
  readonly rest: readonly string[];
} {
  const at = args.indexOf('--data');
  if (at === -1) return { data: '.office', rest: args };
  return { data: args[at + 1] ?? '.office', rest: args.filter((_, i) => i !== at && i !== at + 1) };
}
