import { undoable } from '../print-plan.ts';
import { showCommand, showWords } from '../show.ts';
import { type Command, factsIn, type Step } from '../step.ts';
import { holds, type Runner, Stopped } from './run-plan.ts';

export interface Destruction {
  readonly project: string;
  /** Only where it was said with a flag of its own. */
  readonly withData: boolean;
  /** Shown before asking: how the data is saved first. */
  readonly exportHint: string;
}

/**
 * Takes down what the steps put up, last first, after the project's name was typed. What is not there is left out, so
 * that it may be killed and run again. A step that cannot be undone is told and does not keep the others.
 * @throws Stopped
 */
export async function destroyPlan(steps: readonly Step[], runner: Runner, order: Destruction): Promise<void> {
  const { project, withData, exportHint } = order;
  const undone = undoable(steps, withData);
  runner.say('Sẽ gỡ / Will be taken down:');
  for (const { id, title } of undone) runner.say(`  ${id}: ${showWords(title)}`);
  const kept = steps.filter(({ undo, holds: held }) => undo.length > 0 && held === 'data' && !withData);
  if (kept.length > 0)
    runner.say(`Giữ lại dữ liệu / Data is kept (--delete-data): ${kept.map(({ id }) => id).join(', ')}`);
  else
    runner.say(
      `Xóa cả dữ liệu, không lấy lại được. Nên xuất ra trước / Data goes too, for good. Export it first:\n  ${exportHint}`,
    );
  const typed = await runner.ask(
    `Gõ lại tên dự án để tiếp tục / Type the project's name to go on (${project}): `,
  );
  if (typed?.trim() !== project) throw new Stopped('destroy', 'không gỡ gì cả / nothing was taken down');
  const failed: string[] = [];
  for (const step of undone) if (!(await undo(step, runner))) failed.push(step.id);
  forgetHandWork(steps, runner);
  if (failed.length > 0)
    throw new Stopped(
      'destroy',
      `chưa gỡ được, hãy chạy lại / not taken down, run it again: ${failed.join(', ')}`,
    );
}

async function undo(step: Step, runner: Runner): Promise<boolean> {
  runner.say(`\n${step.id}: ${showWords(step.title)}`);
  const { facts } = runner.load();
  for (const command of step.undo) {
    // Where nobody knows what it was called, it was never made.
    if (command.argv.flatMap(factsIn).some((fact) => facts[fact] === undefined)) continue;
    if (command.onlyIf && !(await holds(command.onlyIf, runner, facts))) continue;
    runner.say(`  $ ${showCommand(command)}`);
    if (!(await succeeded(command, runner, facts))) return false;
  }
  forget(step, runner);
  return true;
}

async function succeeded(
  command: Command,
  runner: Runner,
  facts: Parameters<typeof holds>[2],
): Promise<boolean> {
  return (await runner.execute.run(command, facts)) === 0;
}

/** What a person found out about something that is no more, such as the client id of a script, is forgotten too. */
function forgetHandWork(steps: readonly Step[], runner: Runner): void {
  const { facts, done } = runner.load();
  const gone = steps
    .filter(({ byHand }) => byHand && factsIn(byHand.where).some((fact) => facts[fact] === undefined))
    .map(({ byHand }) => byHand!.fact as string);
  runner.save({
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !gone.includes(fact))),
    done,
  });
}

/** What a person found by hand stays known; what was made, and its name, is gone. */
function forget(step: Step, runner: Runner): void {
  const { facts, done } = runner.load();
  const gone = new Set<string>((step.learn ?? []).map(({ fact }) => fact));
  runner.save({
    facts: Object.fromEntries(Object.entries(facts).filter(([fact]) => !gone.has(fact))),
    done: Object.fromEntries(Object.entries(done).filter(([id]) => id !== step.id)),
  });
}
