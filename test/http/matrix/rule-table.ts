import { readFileSync } from 'node:fs';

/** A column of the table "Who": whoever calls. */
export const CALLERS = [
  'no token',
  'no member',
  'editor without units',
  'editor, own unit',
  'editor, another unit',
  'officer',
  'council member',
  'leader',
  'admin',
] as const;
export type Caller = (typeof CALLERS)[number];

/** What the table "When" tells apart; the ballot is the council's on who is recognised. */
export const STATES = [
  'not opened',
  'open',
  'closed',
  'evaluated',
  'ballot open',
  'voted',
  'published',
] as const;
export type MonthState = (typeof STATES)[number];

/** `yes`; `hidden`: answered without anything of the other unit; or a refusal as "409 period_not_open". */
export type Verdict = string;

export interface Rules {
  /** By call, by caller. */
  readonly who: ReadonlyMap<string, ReadonlyMap<Caller, Verdict>>;
  /** By call, by state. */
  readonly when: ReadonlyMap<string, ReadonlyMap<MonthState, Verdict>>;
}

/** The two tables of docs/security.md. @throws where a table is not as it should be */
export function readRules(): Rules {
  const text = readFileSync('docs/security.md', 'utf8');
  const [whoHead, ...who] = tableUnder(text, 'Who');
  const [whenHead, ...when] = tableUnder(text, 'When');
  expectHead(whoHead, ['Call', ...CALLERS]);
  expectHead(whenHead, ['Call', 'Allowed while the month is', 'Otherwise']);
  return {
    who: byName(who.map(([name = '', ...cells]) => [name, whoOf(name, cells)])),
    when: byName(when.map(([name = '', allowed = '', otherwise = '']) => [name, whenOf(allowed, otherwise)])),
  };
}

function tableUnder(text: string, heading: string): string[][] {
  const section = new RegExp(`^### ${heading}$([\\s\\S]*?)(?=^#|$(?![\\s\\S]))`, 'm').exec(text)?.[1] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines
    .filter((line) => !/^\|[\s:|-]+\|$/.test(line))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.replaceAll('`', '').trim()),
    );
}

function expectHead(head: readonly string[] = [], wanted: readonly string[]): void {
  if (head.join('|') !== wanted.join('|'))
    throw new Error(`docs/security.md: the columns are not ${wanted.join(', ')} but ${head.join(', ')}`);
}

function byName<T>(rows: readonly (readonly [string, T])[]): ReadonlyMap<string, T> {
  const table = new Map(rows);
  if (table.size < rows.length) throw new Error('docs/security.md: two rows for one call');
  return table;
}

function whoOf(name: string, cells: readonly string[]): ReadonlyMap<Caller, Verdict> {
  return new Map(
    CALLERS.map((caller, i) => {
      const cell = cells[i] ?? '';
      if (!['✓', 'hidden', '401', '403'].includes(cell))
        throw new Error(`docs/security.md, ${name}, ${caller}: ${cell}`);
      return [caller, cell === '✓' ? 'yes' : cell];
    }),
  );
}

/** "evaluated, voted" and "409 ballot_open (ballot open); 409 period_wrong_state". */
function whenOf(allowed: string, otherwise: string): ReadonlyMap<MonthState, Verdict> {
  const verdicts = new Map<string, Verdict>();
  const put = (states: string, verdict: Verdict) => {
    for (const state of states.split(', ')) {
      if (!(STATES as readonly string[]).includes(state) || verdicts.has(state))
        throw new Error(`docs/security.md: the state "${state}" of "${allowed} | ${otherwise}"`);
      verdicts.set(state, verdict);
    }
  };
  if (allowed === 'always') return new Map(STATES.map((state) => [state, 'yes']));
  put(allowed, 'yes');
  let rest: Verdict | undefined;
  for (const part of otherwise.split('; ')) {
    const [, verdict, states] = /^(\d{3} \w+)(?: \(([\w, ]+)\))?$/.exec(part) ?? [];
    if (verdict === undefined) throw new Error(`docs/security.md: "${part}"`);
    if (states === undefined) rest = verdict;
    else put(states, verdict);
  }
  return new Map(STATES.map((state) => [state, verdicts.get(state) ?? rest ?? 'no rule']));
}
