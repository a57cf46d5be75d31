import { inMs, time } from '../clock.ts';
import { markdown } from '../table.ts';
import { recalculate } from './calc.ts';
import { contestOf, inputsOf } from './contest.ts';
import { openDuckDb, rankInDuckDb, rowsOfDuckDb } from './duckdb.ts';
import { evaluate, rowsOf } from './ours.ts';
import { requireEqual } from './ranked-row.ts';

const UNITS = [100, 1_000, 10_000, 100_000];
const CALC_WITHIN_MS = 180_000;

/** The pure evaluation beside one SQL query and a spreadsheet with formulas; results are compared before the clock runs. */
export async function benchEvaluation(): Promise<string> {
  const rows: string[][] = [];
  for (const units of UNITS) {
    const contest = contestOf(units);
    const inputs = inputsOf(contest);
    const ours = rowsOf(evaluate(inputs));
    const duck = await openDuckDb(contest, 1);
    await rankInDuckDb(duck);
    requireEqual('DuckDB', await rowsOfDuckDb(duck), ours);
    const calc = await recalculate(contest, CALC_WITHIN_MS);
    if (calc) requireEqual('Calc', calc.rows, ours);

    const runs = units >= 100_000 ? 3 : 7;
    const own = await time(runs, () => evaluate(inputs));
    const sql = await time(runs, () => rankInDuckDb(duck));
    duck.closeSync();
    rows.push([
      units.toLocaleString('en'),
      inMs(own.median),
      `${((own.median / units) * 1000).toFixed(0)} µs`,
      inMs(sql.median),
      (own.median / sql.median).toFixed(1),
      calc ? inMs(calc.ms) : `over ${CALC_WITHIN_MS / 1000} s`,
      calc ? (calc.ms / own.median).toFixed(0) : `over ${(CALC_WITHIN_MS / own.median).toFixed(0)}`,
    ]);
  }
  return markdown(
    'Evaluation: 14 criteria, pure',
    [
      'units',
      'ours (median)',
      'per unit',
      'DuckDB, 1 thread',
      'ours ÷ DuckDB',
      'Calc, whole command',
      'Calc ÷ ours',
    ],
    rows,
  );
}
