import type { MonthCounts } from './count-month.ts';
import type { Counted } from './counted-office.ts';

/** What one day or month asks of everything that is billed. */
export interface Load {
  readonly reads: number;
  readonly writes: number;
  readonly requests: number;
  readonly firestoreCalls: number;
  readonly sheetsCalls: number;
  readonly driveCalls: number;
  readonly answeredBytes: number;
  readonly logBytes: number;
}

export type Work = (name: string) => Counted;

/** How often each kind of work is done: what is counted, times so often. Negative where a part of it is counted apart. */
export type Times = Readonly<Record<string, number>>;

/** In between two sizes that were counted, and beyond, work grows as it did from one to the other. */
export function workAt(counts: readonly [MonthCounts, MonthCounts], units: number): Work {
  const [small, large] = counts;
  const share = (units - small.units) / (large.units - small.units);
  return (name) => {
    const [from, to] = [small.work[name], large.work[name]];
    if (from === undefined || to === undefined) throw new Error(`not counted: ${name}`);
    const keys = Object.keys(from) as (keyof Counted)[];
    const at = (key: keyof Counted) => Math.max(0, from[key] + share * (to[key] - from[key]));
    return Object.fromEntries(keys.map((key) => [key, at(key)])) as unknown as Counted;
  };
}

export function loadOf(work: Work, times: Times): Load {
  const sum = {
    reads: 0,
    writes: 0,
    requests: 0,
    firestoreCalls: 0,
    sheetsCalls: 0,
    driveCalls: 0,
    answeredBytes: 0,
    logBytes: 0,
  };
  for (const [name, often] of Object.entries(times)) {
    const one = work(name);
    sum.reads += often * one.reads;
    sum.writes += often * one.writes;
    sum.requests += often;
    sum.firestoreCalls += often * one.firestoreCalls;
    sum.sheetsCalls += often * (one.sheetsReads + one.sheetsWrites);
    sum.driveCalls += often * one.driveCalls;
    sum.answeredBytes += often * one.answeredBytes;
    sum.logBytes += often * one.logBytes;
  }
  return sum;
}

/** Days of a month of thirty, by what happens in them. */
export interface DayKind {
  readonly name: string;
  readonly days: number;
  readonly times: (units: number) => Times;
}

const MINUTES = 1440;
/** The scheduler's doors: two every minute, one every five. */
const IDLE: Times = { 'idle run-jobs': MINUTES, 'idle deliver': MINUTES, 'idle watch': MINUTES / 5 };

/** Fifty units' workbooks an hour, the office's every hour, the summary's as often as a unit's. */
function looks(units: number): Times {
  const hours = Math.max(1, units / 50);
  return {
    'watch 20 units': (24 * Math.min(units, 50)) / 20,
    'watch office': 24,
    'watch summary': 24 / Math.min(hours, 22),
  };
}

/** A unit fills its form: opens the sidebar, is checked twice, sends, and its workbook is written by itself. */
const filling = (units: number): Times => ({
  'workbook-context': 3 * units,
  'form-rules': 2 * units,
  check: 2 * units,
  submit: 1.1 * units,
  'deliver 1 unit': 1.1 * units,
  'run-jobs sealing': 1.1 * units,
});

/** An officer looks where it stands, and the office's workbook is written anew. */
const looking = (times: number): Times => ({
  'deliver office': times,
  'period-status': times,
  'workbook-context': times,
});

export const DAYS: readonly DayKind[] = [
  {
    name: 'a quiet day',
    days: 19,
    times: (units) => merged(IDLE, looks(units), looking(4)),
  },
  {
    name: 'a day on which a tenth of the forms come in',
    days: 8,
    times: (units) => merged(IDLE, looks(units), looking(12), filling(units / 10)),
  },
  {
    name: 'the last day for forms: a fifth of them',
    days: 1,
    times: (units) => merged(IDLE, looks(units), looking(20), filling(units / 5)),
  },
  {
    name: 'the month is opened, every unit’s workbook written',
    days: 1,
    times: (units) =>
      merged(IDLE, looks(units), looking(4), {
        'open period': 1,
        'ask every unit, deliver one': 1,
        'deliver 20 units': units / 20,
      }),
  },
  {
    name: 'the month is appraised, evaluated, published; units look at their result',
    days: 1,
    times: (units) =>
      merged(IDLE, looks(units), looking(20), {
        'appraise all': 1,
        close: 1,
        evaluate: 1,
        publish: 1,
        'deliver summary': 3,
        'ask every unit, deliver one': 1,
        'deliver 20 results': units / 20,
        'workbook-context': 2 * units,
        'unit-result': 2 * units,
      }),
  },
];

function merged(...all: readonly Times[]): Times {
  const sum: Record<string, number> = {};
  for (const times of all)
    for (const [name, often] of Object.entries(times)) sum[name] = (sum[name] ?? 0) + often;
  return sum;
}
