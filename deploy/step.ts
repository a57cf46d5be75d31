/**
 * A deployment as data: steps of commands, each with how one sees that it is done. Planning them is pure; printing,
 * running and undoing them is somebody else's business (print-plan.ts, run/).
 *
 * An argument may hold names in angle brackets, `<projectNumber>`: facts that are only known on the way. They are
 * put in when a command runs, and shown as they are when a plan is printed.
 */
export interface Step {
  readonly id: string;
  /** What it does, in words of somebody who has never seen Google Cloud. */
  readonly title: Words;
  /** Files that its commands read, below the environment's own folder. */
  readonly files?: readonly PlannedFile[];
  /** Something only a person can do, and a fact that comes out of it. */
  readonly byHand?: HandWork;
  readonly commands: readonly Command[];
  /** How its outcome is seen: afterwards, and before a later run leaves it out. */
  readonly verify: readonly Probe[];
  /** What it finds out for later steps. */
  readonly learn?: readonly Lesson[];
  /** Last first, when everything is taken down. */
  readonly undo: readonly Command[];
  /** What holds people's data is undone with a flag of its own. */
  readonly holds?: 'data';
  /** The system works without it: a failure is told and the rest goes on. */
  readonly optional?: true;
  /** Never left out: it looks, or what it does depends on more than its commands say. */
  readonly always?: true;
}

export interface Words {
  readonly vi: string;
  readonly en: string;
}

/** `own`: our scripts, on the project's Node. */
export type Tool = 'gcloud' | 'firebase' | 'clasp' | 'own';

export interface Command {
  readonly tool: Tool;
  /** As the tool gets them; no shell ever sees them. */
  readonly argv: readonly string[];
  /** What goes in on standard input; never printed, never kept. */
  readonly stdin?: 'new-ballot-key';
  /** Left out where this already holds. */
  readonly unless?: Probe;
  /** Done only where this holds. */
  readonly onlyIf?: Probe;
  /** Google needs a moment until rights that were just given count: tried again for a while. */
  readonly patient?: true;
  /** A tool that asks or opens a browser has the terminal. */
  readonly interactive?: true;
  /** Where it runs, below the project's folder; the project's folder if absent. */
  readonly cwd?: string;
}

/** A command that changes nothing, and what has to be in what it prints. It has to succeed, too. */
export interface Probe {
  readonly command: Command;
  /** Each has to stand in the output as a line of its own. */
  readonly lines?: readonly string[];
  /** The output has to have anything at all. */
  readonly something?: true;
}

export interface Lesson {
  readonly fact: Fact;
  readonly from: Command;
}

/** What is known only on the way. Kept in the environment's state. */
export type Fact =
  | 'account' // who deploys
  | 'projectNumber'
  | 'billingAccount' // billingAccounts/…
  | 'scriptId'
  | 'clientId' // of the add-on: what its tokens are made out to
  | 'driveFolder'
  | 'budget'
  | 'channel' // where alerts go
  | 'alert';

export interface HandWork {
  readonly fact: Fact;
  /** How the fact looks, so that another thing that was pasted is refused. */
  readonly looks: RegExp;
  /** The flag that gives it without being asked. */
  readonly flag: string;
  readonly where: string;
  readonly clicks: readonly Words[];
}

export interface PlannedFile {
  readonly name: string;
  /** Its text, or a file of the project to copy. */
  readonly content: string | { readonly copyOf: string };
}

/** Every command that a step may run or look with. */
export function commandsOf(step: Step): readonly Command[] {
  const { commands, undo, verify, learn = [] } = step;
  const looked = [...commands, ...undo].flatMap(({ unless, onlyIf }) => [unless, onlyIf]);
  const probes = [...looked, ...verify].flatMap((probe) => (probe === undefined ? [] : [probe.command]));
  return [...commands, ...undo, ...probes, ...learn.map(({ from }) => from)];
}

/** `<projectNumber>` and the like, in the order they appear. */
export function factsIn(text: string): readonly Fact[] {
  return [...text.matchAll(FACT)].map(([, name]) => name as Fact);
}

/** Puts facts in; throws where one is not known. */
export function withFacts(text: string, facts: Facts): string {
  return text.replaceAll(FACT, (_, name: Fact) => {
    const value = facts[name];
    if (value === undefined) throw new Error(`nobody has said what <${name}> is`);
    return value;
  });
}

export type Facts = { readonly [F in Fact]?: string };

const FACTS: readonly Fact[] = [
  'account',
  'projectNumber',
  'billingAccount',
  'scriptId',
  'clientId',
  'driveFolder',
  'budget',
  'channel',
  'alert',
];
const FACT = new RegExp(`<(${FACTS.join('|')})>`, 'g');
