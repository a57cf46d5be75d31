import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import type { FlagKind, Theirs, ToolHelp } from './known-flags.ts';

const TOOLS = join(import.meta.dirname, '../tools/node_modules/.bin');

/** Where a tool is: firebase and clasp in deploy/tools, gcloud on the PATH. Undefined where it is not. */
export function find(tool: Theirs): string | undefined {
  const folders = tool === 'gcloud' ? (process.env.PATH ?? '').split(delimiter) : [TOOLS];
  return folders.map((folder) => join(folder, tool)).find((file) => existsSync(file));
}

/** What the tools say of themselves. Throws where one is not on this machine. */
export function helpOf(): { readonly [T in Theirs]: ToolHelp } {
  return { gcloud: gcloudHelp(), firebase: printedHelp('firebase'), clasp: printedHelp('clasp') };
}

interface TreeNode {
  readonly commands: Readonly<Record<string, TreeNode>>;
  /** "bool", "value", "dynamic", or the values that may stand. */
  readonly flags: Readonly<Record<string, string | readonly string[]>>;
}

/** The tree of commands that gcloud completes from, which comes with it and is made from its commands. */
export function gcloudHelp(): ToolHelp {
  const root = dirname(dirname(realpathSync(find('gcloud')!)));
  const read = [
    'import json, sys',
    'found = {}',
    "exec(open(sys.argv[1] + '/data/cli/gcloud_completions.py').read(), found)",
    "json.dump([open(sys.argv[1] + '/VERSION').read().strip(), found['STATIC_COMPLETION_CLI_TREE']], sys.stdout)",
  ].join('\n');
  const [version, tree] = JSON.parse(
    execFileSync('python3', ['-c', read, root], { encoding: 'utf8', maxBuffer: 1e9 }),
  ) as [string, TreeNode];
  return {
    version,
    flagsOf(command) {
      let node: TreeNode | undefined = tree;
      for (const word of command.split(' ')) node = node?.commands[word];
      if (node === undefined || Object.keys(node.commands).length > 0) return undefined;
      const flags = Object.entries({ ...tree.flags, ...node.flags });
      return Object.fromEntries(flags.map(([flag, kind]): [string, FlagKind] => [flag, kindOf(kind)]));
    },
  };
}

function kindOf(kind: string | readonly string[]): FlagKind {
  if (typeof kind !== 'string') return [...kind].sort();
  return kind === 'bool' ? 'switch' : 'value';
}

/** The version that deploy/tools has installed. */
export function installedVersion(tool: 'firebase' | 'clasp'): string {
  const name = tool === 'firebase' ? 'firebase-tools' : '@google/clasp';
  const file = join(import.meta.dirname, '../tools/node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/** What `--help` of a command prints; flags of the tool itself go with every command. */
function printedHelp(tool: 'firebase' | 'clasp'): ToolHelp {
  const ask = (...argv: string[]) =>
    execFileSync(process.execPath, [realpathSync(find(tool)!), ...argv], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const general = ask('--help');
  const names = new Set(
    [...general.matchAll(/^ {2}([a-z][a-z:-]+)(?:\|[a-z-]+)?\b/gm)].map(([, name]) => name),
  );
  const known = new Map<string, Readonly<Record<string, FlagKind>>>();
  return {
    version: ask('--version').trim(),
    flagsOf(command) {
      if (!names.has(command)) return undefined;
      if (!known.has(command))
        known.set(command, { ...flagsIn(general), ...flagsIn(ask(command, '--help')) });
      return known.get(command);
    },
  };
}

/** "  -f, --force  …" is a switch, "  --title <title>  …" wants a value; examples further down are indented more. */
function flagsIn(help: string): Readonly<Record<string, FlagKind>> {
  const lines = help.matchAll(/^ {2}(?:-\w, ?)?(--[a-zA-Z-]+)(?: ([<[]\S+))?/gm);
  return Object.fromEntries(
    [...lines].map(([, flag, value]): [string, FlagKind] => [
      flag!,
      value === undefined ? 'switch' : 'value',
    ]),
  );
}
