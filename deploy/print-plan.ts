import { showCommand, showProbe, showWords } from './show.ts';
import type { Command, Facts, Step } from './step.ts';

/** Every command of a plan, as it would run; comments say when, and how its outcome is seen. Pure. */
export function printPlan(steps: readonly Step[], known: Facts = {}): string {
  const lines = steps.flatMap((step, i) => ['', `# ${i + 1}/${steps.length} ${step.id}`, ...printStep(step)]);
  return `${put(lines.join('\n').trimStart(), known)}\n`;
}

/** What --destroy would run: last first, data only where it was said twice. Pure. */
export function printUndoing(steps: readonly Step[], withData: boolean, known: Facts = {}): string {
  const lines = undoable(steps, withData).flatMap((step) => [
    '',
    `# ${step.id}`,
    ...step.undo.flatMap((command) => printCommand(command)),
  ]);
  return `${put(lines.join('\n').trimStart(), known)}\n`;
}

/** Steps in the order they are undone. */
export function undoable(steps: readonly Step[], withData: boolean): readonly Step[] {
  return steps.filter(({ undo, holds }) => undo.length > 0 && (withData || holds !== 'data')).toReversed();
}

function printStep(step: Step): readonly string[] {
  const { title, byHand, files = [], commands, verify, learn = [] } = step;
  return [
    `# ${showWords(title)}${step.optional ? ' (bỏ qua nếu không được / left out if refused)' : ''}`,
    ...(byHand === undefined
      ? []
      : [
          `# bằng tay / by hand: ${byHand.where}`,
          ...byHand.clicks.flatMap(({ vi, en }) => [`#   ${vi}`, `#   ${en}`]),
          `#   → <${byHand.fact}> (${byHand.flag})`,
        ]),
    ...files.map(({ name, content }) =>
      typeof content === 'string'
        ? `# tệp / file ${name}: ${content.replaceAll(/\s+/g, ' ').trim()}`
        : `# tệp / file ${name}: = ${content.copyOf}`,
    ),
    ...commands.flatMap(printCommand),
    ...verify.map((probe) => `# kiểm tra / seen by: ${showProbe(probe)}`),
    ...learn.map(({ fact, from }) => `# ghi nhớ / learns: <${fact}> = ${showCommand(from)}`),
  ];
}

function printCommand(command: Command): readonly string[] {
  return [
    ...(command.unless ? [`# trừ khi / unless: ${showProbe(command.unless)}`] : []),
    ...(command.onlyIf ? [`# chỉ khi / only if: ${showProbe(command.onlyIf)}`] : []),
    ...(command.stdin
      ? ['# đầu vào / standard input: 32 byte ngẫu nhiên, không hiện ra / 32 random bytes, shown to nobody']
      : []),
    showCommand(command),
  ];
}

/** Facts that are known stand for themselves; the others keep their brackets. */
function put(text: string, known: Facts): string {
  return Object.entries(known).reduce((done, [fact, value]) => done.replaceAll(`<${fact}>`, value), text);
}
