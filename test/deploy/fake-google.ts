import { createHash } from 'node:crypto';
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SAMPLE_FACTS } from '../../deploy/flags/every-command.ts';
import { folderOf } from '../../deploy/plan/folder.ts';
import { openExecutor } from '../../deploy/run/execute.ts';
import type { Runner } from '../../deploy/run/run-plan.ts';
import { readState, writeState } from '../../deploy/run/state.ts';
import { type Command, type Probe, type Step, withFacts } from '../../deploy/step.ts';
import { settingsOf } from './plans.ts';

/**
 * Stands for Google's tools, not for our code: real executables that record what they were called with. A thing is there
 * from when the command that makes it ran, which is how the plan says it is seen.
 */
export interface FakeGoogle {
  readonly dir: string;
  /** What was called, in order, as one would type it without quotation marks. */
  calls(): readonly string[];
  forgetCalls(): void;
  /** What came in on standard input, of all calls. */
  stdin(): string;
  /** From now on the command does this: an exit code, or it never ends. */
  breaks(line: string, how: number | 'hang'): void;
  /** As it was without. */
  mend(): void;
  /** The process of a command that never ends, once it is called. */
  hanging(): number | undefined;
  /** Somebody took away what this probe sees. */
  loses(probe: Probe): void;
  state(): string;
  close(): void;
}

const FOLDER = folderOf(settingsOf('staging'));

/** `like`: where another one stands by now, but nothing was called yet. */
export function openFakeGoogle(steps: readonly Step[], like?: FakeGoogle): FakeGoogle {
  const dir = mkdtempSync(join(tmpdir(), 'fake-google-'));
  const at = (name: string) => join(dir, name);
  if (like)
    cpSync(like.dir, dir, { recursive: true, filter: (path) => !path.startsWith(join(like.dir, 'bin')) });
  mkdirSync(at('made'), { recursive: true });
  mkdirSync(at('bin'));
  mkdirSync(at(FOLDER), { recursive: true });
  for (const name of ['gcloud', 'firebase', 'clasp', 'node'])
    symlinkSync(join(import.meta.dirname, 'fake-tool.sh'), at(`bin/${name}`));
  for (const file of ['firestore.rules', 'firestore.indexes.json']) copyFileSync(file, at(file));
  const rules = rulesOf(steps);
  const write = (first: readonly Rule[]) =>
    writeFileSync(at('rules'), [...first, ...rules].map((rule) => `${rule.join(PARTED)}\n`).join(''));
  write([]);
  writeFileSync(at('calls'), '');
  return {
    dir,
    calls: () => readFileSync(at('calls'), 'utf8').split('\n').filter(Boolean),
    forgetCalls: () => writeFileSync(at('calls'), ''),
    stdin: () => (existsSync(at('stdin')) ? readFileSync(at('stdin'), 'utf8') : ''),
    breaks: (line, how) => write([[line, '', '', '', String(how), '']]),
    mend: () => write([]),
    hanging: () =>
      existsSync(at('hanging')) ? Number(readFileSync(at('hanging'), 'utf8')) || undefined : undefined,
    loses: ({ command }) => rmSync(at(`made/${markerOf(lineOf(command))}`)),
    state: () => readFileSync(at(`${FOLDER}/state.json`), 'utf8'),
    close: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** A runner whose tools are the fake ones. `answers` are what somebody types, in turn; nobody is there after them. */
export function openRunner(
  dir: string,
  answers: readonly string[] = [],
): Runner & { readonly said: string[] } {
  const left = [...answers];
  const said: string[] = [];
  const file = join(dir, FOLDER, 'state.json');
  process.env.FAKE_WORLD = dir; // the tools are told by their environment
  return {
    execute: openExecutor({
      root: dir,
      path: `${join(dir, 'bin')}:/usr/bin:/bin`,
      node: 'node',
      quiet: true,
    }),
    root: dir,
    folder: FOLDER,
    load: () => readState(file),
    save: (state) => writeState(file, state),
    say: (line) => void said.push(line),
    said,
    ask: async (question) => {
      said.push(question);
      return left.shift();
    },
    now: () => new Date('2026-11-26T02:00:00Z'),
    sleep: async () => undefined,
  };
}

/** As the fake tools write it down. */
export const lineOf = ({ tool, argv }: Command): string =>
  [tool === 'own' ? 'node' : tool, ...argv].map((argument) => withFacts(argument, SAMPLE_FACTS)).join(' ');

type Rule = readonly [
  wanted: string,
  needs: string,
  makes: string,
  unmakes: string,
  code: string,
  output: string,
];
const PARTED = '\x1f';
const markerOf = (line: string): string => createHash('sha1').update(line).digest('hex');

function rulesOf(steps: readonly Step[]): readonly Rule[] {
  return steps.flatMap(rulesOfStep);
}

/** What a probe sees is made by the command that it guards; if it guards none, by the last command of its step. */
function rulesOfStep(step: Step): readonly Rule[] {
  const probes: readonly Probe[] = [
    ...step.commands.flatMap(({ unless }) => (unless ? [unless] : [])),
    ...step.verify,
    ...(step.learn ?? []).map(({ fact, from }) => ({ command: from, lines: [SAMPLE_FACTS[fact]!] })),
  ];
  const maker = new Map(
    probes.map(({ command }) => {
      const seen = lineOf(command);
      const guarded = step.commands.find(({ unless }) => unless && lineOf(unless.command) === seen);
      return [seen, guarded ?? step.commands.at(-1)] as const;
    }),
  );
  const markersOf = (is: (seen: string) => boolean) => [...maker.keys()].filter(is).map(markerOf).join(' ');
  const looks = [...maker.keys()].flatMap((seen): Rule[] => {
    const output = probes
      .filter(({ command }) => lineOf(command) === seen)
      .flatMap(({ lines = [], something }) => [...lines, ...(something ? ['something'] : [])])
      .map((line) => withFacts(line, SAMPLE_FACTS));
    return [
      [seen, `!${markerOf(seen)}`, '', '', '1', ''],
      [seen, markerOf(seen), '', '', '0', [...new Set(output)].reverse().join('\\n')],
    ];
  });
  const makes = step.commands.map(
    (command): Rule => [lineOf(command), '', markersOf((seen) => maker.get(seen) === command), '', '0', ''],
  );
  const takes = step.undo.map((command, i): Rule => {
    const seen = command.onlyIf && lineOf(command.onlyIf.command);
    const isLast = !step.undo.slice(i + 1).some(({ onlyIf }) => onlyIf && lineOf(onlyIf.command) === seen);
    const gone = markersOf((each) => i === step.undo.length - 1 || (isLast && each === seen));
    return [lineOf(command), '', '', gone, '0', ''];
  });
  return [...looks, ...makes, ...takes];
}
