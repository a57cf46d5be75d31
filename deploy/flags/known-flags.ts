import type { Command, Tool } from '../step.ts';

/** Which commands and flags the tools have, of those that our plans use. */
export interface KnownFlags {
  /** The day (ISO) the tools were asked. */
  readonly recorded: string;
  readonly tools: { readonly [T in Theirs]: ToolFlags };
}

export type Theirs = Exclude<Tool, 'own'>;

export interface ToolFlags {
  readonly version: string;
  /** By command ("run deploy") and flag ("--region"). */
  readonly commands: Readonly<Record<string, Readonly<Record<string, FlagKind>>>>;
}

/** switch: stands alone; value: anything; a list: one of these. */
export type FlagKind = 'switch' | 'value' | readonly string[];

/** What a tool says of itself. Undefined: it has no such command. */
export interface ToolHelp {
  readonly version: string;
  flagsOf(command: string): Readonly<Record<string, FlagKind>> | undefined;
}

/** Of the flags that the commands use, what the tools say. Throws for a command or a flag that a tool does not have. */
export function recordOf(
  commands: readonly Command[],
  help: { readonly [T in Theirs]: ToolHelp },
  recorded: string,
): KnownFlags {
  const of = (tool: Theirs): ToolFlags => {
    const found: Record<string, Record<string, FlagKind>> = {};
    for (const { argv } of commands.filter((command) => command.tool === tool)) {
      const known = commandIn(argv, (name) => help[tool].flagsOf(name));
      if (known === undefined) throw new Error(`${tool} has no command: ${argv.join(' ')}`);
      const flags = found[known.command] ?? {};
      found[known.command] = flags;
      for (const [flag] of flagsIn(argv)) {
        const kind = known.flags[positive(flag, known.flags)];
        if (kind === undefined) throw new Error(`${tool} ${known.command} has no ${flag}`);
        flags[positive(flag, known.flags)] = kind;
      }
    }
    const sorted = Object.entries(found)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, flags]) => [name, Object.fromEntries(Object.entries(flags).sort())]);
    return { version: help[tool].version, commands: Object.fromEntries(sorted) };
  };
  return { recorded, tools: { gcloud: of('gcloud'), firebase: of('firebase'), clasp: of('clasp') } };
}

/** What of a command is not as recorded; nothing where all is well. */
export function strangenessOf({ tool, argv }: Command, known: KnownFlags): readonly string[] {
  if (tool === 'own') return [];
  const found = commandIn(argv, (name) => known.tools[tool].commands[name]);
  if (found === undefined) return [`${tool} has no command: ${argv.join(' ')}`];
  return flagsIn(argv).flatMap(([flag, value]) => {
    const kind = found.flags[positive(flag, found.flags)];
    const where = `${tool} ${found.command}: ${flag}`;
    if (kind === undefined) return [`${where} is no flag`];
    if (kind === 'switch') return value === undefined ? [] : [`${where} takes no value`];
    if (value === undefined) return [`${where} wants a value`];
    return kind === 'value' || kind.includes(value)
      ? []
      : [`${where}=${value} is none of ${kind.join(', ')}`];
  });
}

/** The longest beginning of the words that is a command. */
function commandIn<T>(argv: readonly string[], flagsOf: (command: string) => T | undefined) {
  const words = argv.slice(
    0,
    Math.max(
      0,
      argv.findIndex((word) => word.startsWith('-')),
    ),
  );
  const named = words.length === 0 && !argv.some((word) => word.startsWith('-')) ? argv : words;
  for (let length = named.length; length > 0; length -= 1) {
    const command = named.slice(0, length).join(' ');
    const flags = flagsOf(command);
    if (flags !== undefined) return { command, flags };
  }
  return undefined;
}

function flagsIn(argv: readonly string[]): readonly (readonly [string, string | undefined])[] {
  return argv
    .filter((word) => word.startsWith('--'))
    .map((word) => {
      const [, flag, value] = /^(--[a-z0-9-]+)(?:=(.*))?$/is.exec(word)!;
      return [flag!, value] as const;
    });
}

/** `--no-x` is the other side of `--x`, unless it is a flag itself. */
function positive(flag: string, known: Readonly<Record<string, unknown>>): string {
  return flag in known ? flag : flag.replace(/^--no-/, '--');
}
