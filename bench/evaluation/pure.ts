import { inMs, time } from '../clock.ts';
import { markdown } from '../table.ts';
import { recalculate } from './calc.ts';
import { contestOf, inputsOf } from './contest.ts';
import { loadIntoDuckDb, openDuckDb, rankInDuckDb, rowsOfDuckDb } from './duckdb.ts';
import { evaluate, rowsOf, rowsOfDecided, steps } from './ours.ts';
import { requireEqual } from './ranked-row.ts';

const CALC_WITHIN_MS = 180_000;

/** Milliseconds, the median of several runs. */
interface Measured {
  readonly units: number;
  readonly ours: Readonly<Record<keyof typeof steps | 'whole', number>>;
  readonly duckDb: { readonly load: number; readonly query: number };
  /** Undefined: longer than it was given. */
  readonly calcMs: number | undefined;
}

/** The evaluation without a store: what is decided beside one SQL query, and the whole beside a spreadsheet. */
export async function benchPure(sizes: readonly number[]): Promise<string> {
  const all: Measured[] = [];
  for (const units of sizes) all.push(await measure(units));
  return [decidedTable(all), wholeTable(all)].join('\n');
}

async function measure(units: number): Promise<Measured> {
  const contest = contestOf(units);
  const inputs = inputsOf(contest);
  const ordered = steps.order(inputs);
  const columns = steps.read(ordered);
  const decided = steps.decide(columns);

  const ours = rowsOfDecided(decided);
  requireEqual('what is explained', rowsOf(evaluate(inputs)), ours);
  const duckDb = await openDuckDb(1);
  await loadIntoDuckDb(duckDb, contest);
  await rankInDuckDb(duckDb);
  requireEqual('DuckDB', await rowsOfDuckDb(duckDb), ours);
  const calc = await recalculate(contest, CALC_WITHIN_MS);
  if (calc) requireEqual('Calc', calc.rows, ours);

  const median = async (work: () => unknown, runs = units >= 100_000 ? 5 : 9) =>
    (await time(runs, work)).median;
  const measured = {
    units,
    ours: {
      order: await median(() => steps.order(inputs)),
      read: await median(() => steps.read(ordered)),
      decide: await median(() => steps.decide(columns)),
      explain: await median(() => steps.explain(decided)),
      digest: await median(() => steps.digest(ordered)),
      whole: await median(() => evaluate(inputs), 3),
    },
    duckDb: {
      load: await median(() => loadIntoDuckDb(duckDb, contest)),
      query: await median(() => rankInDuckDb(duckDb)),
    },
    calcMs: calc?.ms,
  };
  duckDb.closeSync();
  return measured;
}

function decidedTable(all: readonly Measured[]): string {
  return markdown(
    'Evaluation: points, grades and places of 14 criteria decided, beside DuckDB with one thread',
    [
      'units',
      'forms into columns',
      'decided',
      'a unit',
      'rows into DuckDB',
      'one query',
      'decided ÷ query',
      'both ÷ both',
    ],
    all.map(({ units, ours, duckDb }) => [
      units.toLocaleString('en'),
      inMs(ours.read),
      inMs(ours.decide),
      perUnit(ours.decide, units),
      inMs(duckDb.load),
      inMs(duckDb.query),
      (ours.decide / duckDb.query).toFixed(2),
      ((ours.read + ours.decide) / (duckDb.load + duckDb.query)).toFixed(2),
    ]),
    [
      'Both have their columns in memory before "decided" and the query begin; how long those take to fill, from the answers as they were written and from numbers, stands beside it.',
    ],
  );
}

function wholeTable(all: readonly Measured[]): string {
  return markdown(
    'Evaluation: all of it, beside LibreOffice Calc',
    [
      'units',
      'in order',
      'into columns',
      'decided',
      'explained',
      'digest of the inputs',
      'as one call',
      'a unit',
      'Calc, whole command',
      'Calc ÷ ours',
    ],
    all.map(({ units, ours, calcMs }) => [
      units.toLocaleString('en'),
      ...[ours.order, ours.read, ours.decide, ours.explain, ours.digest, ours.whole].map(inMs),
      perUnit(ours.whole, units),
      calcMs === undefined ? `over ${CALC_WITHIN_MS / 1000} s` : inMs(calcMs),
      calcMs === undefined
        ? `over ${(CALC_WITHIN_MS / ours.whole).toFixed(0)}`
        : (calcMs / ours.whole).toFixed(0),
    ]),
    [
      'Explained: what every point, grade and place was worked with, made unit by unit and forgotten, as it is when a result is written into pages. As one call: evaluatePeriod, which keeps them all.',
    ],
  );
}

const perUnit = (ms: number, units: number): string => `${((ms / units) * 1000).toFixed(1)} µs`;
