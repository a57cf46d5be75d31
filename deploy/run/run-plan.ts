import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { showCommand, showProbe, showWords } from '../show.ts';
import {
  type Command,
  type Fact,
  type Facts,
  factsIn,
  type HandWork,
  type Probe,
  type Step,
  withFacts,
} from '../step.ts';
import type { Executor } from './execute.ts';
import type { State } from './state.ts';

/** What running a plan needs of the world. */
export interface Runner {
  readonly execute: Executor;
  /** The project's folder, and the environment's own below it. */
  readonly root: string;
  readonly folder: string;
  readonly load: () => State;
  readonly save: (state: State) => void;
  readonly say: (line: string) => void;
  /** Asks whoever deploys; undefined where nobody sits there. */
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Why a deployment stopped: nothing is broken, the next run goes on here. */
export class Stopped extends Error {
  readonly step: string;

  constructor(step: string, message: string) {
    super(message);
    this.name = 'Stopped';
    this.step = step;
  }
}

/** Google needs up to two minutes until rights count everywhere. */
const PATIENCE_MS = [2_000, 5_000, 10_000, 20_000, 30_000, 60_000];

/**
 * Runs the steps in their order. One whose outcome was seen before, by the same commands, is looked at and left out
 * where it still stands; what a killed run had begun is done again, which every command allows. `from`: the step to
 * begin with, which is done whether or not it was before.
 * @throws Stopped
 */
export async function runPlan(steps: readonly Step[], runner: Runner, from?: string): Promise<void> {
  const first = from === undefined ? 0 : steps.findIndex(({ id }) => id === from);
  if (first < 0)
    throw new Stopped(from!, `không có bước / no such step: ${steps.map(({ id }) => id).join(', ')}`);
  for (const [i, step] of steps.entries()) {
    if (i < first) continue;
    runner.say(`\n[${i + 1}/${steps.length}] ${step.id}: ${showWords(step.title)}`);
    if (step.id !== from && (await isDone(step, runner))) {
      runner.say('  đã xong / done before');
      continue;
    }
    try {
      await runStep(step, runner);
    } catch (error) {
      if (!(error instanceof Stopped) || !step.optional) throw error;
      runner.say(`  bỏ qua, phần còn lại vẫn chạy / left out, the rest goes on: ${error.message}`);
    }
  }
}

async function isDone(step: Step, runner: Runner): Promise<boolean> {
  const { done, facts } = runner.load();
  if (step.always || done[step.id]?.digest !== digestOf(step, runner)) return false;
  const learned = [...(step.learn ?? []).map(({ fact }) => fact), ...(step.byHand ? [step.byHand.fact] : [])];
  if (learned.some((fact) => facts[fact] === undefined)) return false;
  for (const probe of step.verify) if (!(await holds(probe, runner, facts))) return false;
  return true;
}

async function runStep(step: Step, runner: Runner): Promise<void> {
  if (step.byHand) await askFor(step, step.byHand, runner);
  const { facts } = runner.load();
  for (const { name, content } of step.files ?? [])
    writeFile(join(runner.root, runner.folder, name), textOf(content, runner, facts));
  for (const command of step.commands) await runCommand(step, command, runner, facts);
  await seeOutcome(step, runner, facts);
  const learned: Record<string, string> = {};
  for (const { fact, from } of step.learn ?? []) learned[fact] = await learn(step, fact, from, runner, facts);
  const state = runner.load();
  runner.save({
    facts: { ...state.facts, ...learned },
    done: { ...state.done, [step.id]: { digest: digestOf(step, runner), at: runner.now().toISOString() } },
  });
}

/** What only a person can do. Kept as soon as it is known: it is never asked for twice. */
async function askFor(
  step: Step,
  { fact, looks, flag, where, clicks }: HandWork,
  runner: Runner,
): Promise<void> {
  const state = runner.load();
  if (state.facts[fact] !== undefined) return;
  const known = (text: string) =>
    factsIn(text).every((each) => state.facts[each]) ? withFacts(text, state.facts) : text;
  runner.say(`  Việc này cần làm bằng tay / This is done by hand: ${known(where)}`);
  for (const [i, { vi, en }] of clicks.entries()) runner.say(`  ${i + 1}. ${known(vi)}\n     ${known(en)}`);
  for (;;) {
    const answer = await runner.ask(`  ${fact} = `);
    if (answer === undefined)
      throw new Stopped(
        step.id,
        `cần biết ${fact}: chạy lại với ${flag} … / wanted: run again with ${flag} …`,
      );
    const value = answer.trim();
    if (looks.test(value)) {
      runner.save({ ...state, facts: { ...state.facts, [fact]: value } });
      return;
    }
    runner.say(`  “${value}” không đúng dạng / does not look like it: ${looks.source}`);
  }
}

async function runCommand(step: Step, command: Command, runner: Runner, facts: Facts): Promise<void> {
  if (command.unless && (await holds(command.unless, runner, facts))) return;
  if (command.onlyIf && !(await holds(command.onlyIf, runner, facts))) return;
  runner.say(`  $ ${showCommand(command)}`);
  for (const wait of [...(command.patient ? PATIENCE_MS : []), undefined]) {
    const exitCode = await runner.execute.run(command, facts);
    if (exitCode === 0) return;
    if (wait === undefined)
      throw new Stopped(
        step.id,
        `lệnh kết thúc với mã ${exitCode} / the command ended with ${exitCode}: ${showCommand(command)}`,
      );
    await runner.sleep(wait);
  }
}

async function seeOutcome(step: Step, runner: Runner, facts: Facts): Promise<void> {
  for (const probe of step.verify)
    for (const wait of [...PATIENCE_MS, undefined]) {
      if (await holds(probe, runner, facts)) break;
      if (wait === undefined)
        throw new Stopped(step.id, `kết quả chưa thấy / the outcome is not seen: ${showProbe(probe)}`);
      await runner.sleep(wait);
    }
}

async function learn(step: Step, fact: Fact, from: Command, runner: Runner, facts: Facts): Promise<string> {
  const { exitCode, output } = await runner.execute.read(from, facts);
  const [value] = output.trim().split('\n');
  if (exitCode !== 0 || !value)
    throw new Stopped(step.id, `không biết được ${fact} / cannot find out: ${showCommand(from)}`);
  return value;
}

/** Whether a probe holds now. One that needs a fact nobody knows does not. */
export async function holds(
  { command, lines = [], something }: Probe,
  { execute }: Pick<Runner, 'execute'>,
  facts: Facts,
): Promise<boolean> {
  const needed = [...command.argv, ...lines].flatMap(factsIn);
  if (needed.some((fact) => facts[fact] === undefined)) return false;
  const { exitCode, output } = await execute.read(command, facts);
  const printed = new Set(output.split('\n').map((line) => line.trim()));
  if (exitCode !== 0 || (something && output.trim() === '')) return false;
  return lines.every((line) => printed.has(withFacts(line, facts)));
}

/** Of everything that decides what a step leaves behind, the files that it copies included. */
function digestOf(step: Step, { root }: Pick<Runner, 'root'>): string {
  const files = (step.files ?? []).map(({ name, content }) => [
    name,
    typeof content === 'string' ? content : readFileSync(join(root, content.copyOf), 'utf8'),
  ]);
  return createHash('sha256')
    .update(JSON.stringify([step.commands, files]))
    .digest('hex');
}

function textOf(content: string | { readonly copyOf: string }, { root }: Runner, facts: Facts): string {
  return typeof content === 'string'
    ? withFacts(content, facts)
    : readFileSync(join(root, content.copyOf), 'utf8');
}

function writeFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
