/** `--name=value` and `--name`, the rest as it stands. What is not known is a mistake, not something to guess at. */
export function readArguments<const Values extends string, const Flags extends string>(
  argv: readonly string[],
  { values, flags }: { readonly values: readonly Values[]; readonly flags: readonly Flags[] },
): {
  readonly values: Partial<Record<Values, string>>;
  readonly repeated: Partial<Record<Values, readonly string[]>>;
  readonly flags: ReadonlySet<Flags>;
  readonly rest: readonly string[];
} {
  const found: Partial<Record<Values, string[]>> = {};
  const set = new Set<Flags>();
  const rest: string[] = [];
  const isValue = (name: string): name is Values => (values as readonly string[]).includes(name);
  const isFlag = (name: string): name is Flags => (flags as readonly string[]).includes(name);
  for (let i = 0; i < argv.length; i += 1) {
    const [, name, given] = /^--([a-z-]+)(?:=(.*))?$/s.exec(argv[i]!) ?? [];
    if (name === undefined) rest.push(argv[i]!);
    else if (isValue(name)) {
      const value = given ?? argv[++i];
      if (value === undefined || value === '') throw new Error(`--${name} …`);
      found[name] = [...(found[name] ?? []), value];
    } else if (isFlag(name) && given === undefined) set.add(name);
    else throw new Error(`không hiểu / not understood: ${argv[i]}`);
  }
  const last = Object.entries(found).map(([name, all]) => [name, (all as string[]).at(-1)]);
  return {
    values: Object.fromEntries(last) as Partial<Record<Values, string>>,
    repeated: found,
    flags: set,
    rest,
  };
}
