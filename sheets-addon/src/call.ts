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
export type ArgumentName = (typeof ARGUMENTS)[number];

export const ACTIONS = [
  'appraise',
  'appraise-now',
  'check',
  'close',
  'collect',
  'evaluate',
  'help',
  'job',
  'language',
  'log',
  'move-now',
  'open-period',
  'provision',
  'publish',
  'reopen',
  'result',
  'run-jobs',
  'select',
  'start-job',
  'submit',
  'submit-now',
  'tracking',
  'unlock',
  'unlock-now',
  'why',
] as const;

const ARGUMENTS = [
  'action',
  'cell',
  'id',
  'kind',
  'period',
  'reason',
  'requestKey',
  'sheetId',
  'to',
  'unitId',
] as const;

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
    const argument = ARGUMENTS.find((each) => each === key);
    if (argument === undefined || typeof value !== 'string') return undefined;
    texts[argument] = value;
  }
  return { call: { do: name, with: texts }, language: raw.language };
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
