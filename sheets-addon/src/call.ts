/**
 * What the sidebar asks of the script: an action by name, with texts. Every call is safe to make again: questions
 * change nothing, and what changes something carries a requestKey or finds the one it used before.
 */
export interface Call {
  readonly do: ActionName;
  readonly with?: CallArguments;
}

export type CallArguments = Readonly<Partial<Record<ArgumentName, string>>>;

export type ActionName = (typeof ACTIONS)[number];
/** One of a call's own, or about one of several things: "vote.praise-X29110". */
export type ArgumentName = (typeof ARGUMENTS)[number] | `${(typeof ABOUT_ONE)[number]}.${string}`;

export const ACTIONS = [
  'appraise',
  'appraise-now',
  'ballot',
  'ballots',
  'check',
  'close',
  'close-ballot',
  'close-ballot-now',
  'collect',
  'decide',
  'decide-now',
  'decision',
  'decisions',
  'document',
  'evaluate',
  'help',
  'job',
  'language',
  'log',
  'move-now',
  'open-ballot',
  'open-ballot-now',
  'open-period',
  'operations',
  'provision',
  'publish',
  'reminders',
  'reopen',
  'result',
  'revoke',
  'revoke-now',
  'run-jobs',
  'save-setup',
  'select',
  'send',
  'send-now',
  'setup',
  'start-job',
  'submit',
  'submit-now',
  'tracking',
  'unlock',
  'unlock-now',
  'vote-now',
  'why',
  'written',
  'written-now',
] as const;

const ARGUMENTS = [
  'action',
  'ballot',
  'basis',
  'cell',
  'decision',
  'digest',
  'id',
  'kind',
  'minutes',
  'only',
  'period',
  'purpose',
  'reason',
  'register',
  'requestKey',
  'sheetId',
  'signedOn',
  'signer',
  'subject',
  'subjects',
  'to',
  'unitId',
  'voter',
  'voters',
  'workbook',
] as const;

const ABOUT_ONE = ['becomes', 'counts', 'evidence', 'field', 'stand', 'vote'] as const;

export interface CallFromSidebar {
  readonly call: Call;
  readonly language: string;
}

/** Reads what came through google.script.run; undefined for anything the sidebar would not send. */
export function parseCall(json: string): CallFromSidebar | undefined {
  const raw = parsed(json);
  if (!isRecord(raw) || !isRecord(raw.call) || typeof raw.language !== 'string') return undefined;
  const { do: action, with: given = {} } = raw.call;
  const name = ACTIONS.find((each) => each === action);
  if (name === undefined || !isRecord(given)) return undefined;
  const texts: Partial<Record<ArgumentName, string>> = {};
  for (const [key, value] of Object.entries(given)) {
    const argument = argumentNamed(key);
    if (argument === undefined || typeof value !== 'string') return undefined;
    texts[argument] = value;
  }
  return { call: { do: name, with: texts }, language: raw.language };
}

function argumentNamed(key: string): ArgumentName | undefined {
  const [, name, id] = /^([a-z]+)\.([A-Za-z0-9._-]{1,100})$/.exec(key) ?? [];
  const about = ABOUT_ONE.find((each) => each === name);
  return about === undefined ? ARGUMENTS.find((each) => each === key) : `${about}.${id}`;
}

/** What was said about each of several things, by their ids; of a field that was left alone, nothing. */
export function aboutEach(
  given: CallArguments,
  name: (typeof ABOUT_ONE)[number],
  ids: readonly string[],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    ids.flatMap((id): [string, string][] => {
      const value = given[`${name}.${id}`];
      return value === undefined || value === '' ? [] : [[id, value]];
    }),
  );
}

/** The values of a field of which several may be chosen. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').filter((line) => line !== '');
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
