import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { type ContestRow, CRITERIA } from './contest.ts';
import type { RankedRow } from './ranked-row.ts';

export async function openDuckDb(threads: number): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  return instance.connect();
}

/** The contest as one table of a column store in memory. */
export async function loadIntoDuckDb(
  connection: DuckDBConnection,
  rows: readonly ContestRow[],
): Promise<void> {
  const numbers = [...CRITERIA.map(([code]) => code), 'AP1', 'AP2', 'AP3'];
  await connection.run(
    `CREATE OR REPLACE TABLE contest (unit VARCHAR, cluster VARCHAR, ${numbers.map((name) => `${name} DOUBLE`).join(', ')})`,
  );
  const appender = await connection.createAppender('contest');
  for (const { unit, cluster, values, targets } of rows) {
    appender.appendVarchar(unit);
    appender.appendVarchar(cluster);
    for (const value of [...values, ...targets]) appender.appendDouble(value);
    appender.endRow();
  }
  appender.closeSync();
}

/** Its ranking as one query with window functions; it leaves its result in a table, so that nothing is carried over into JavaScript. */
export async function rankInDuckDb(connection: DuckDBConnection): Promise<void> {
  await connection.run(`CREATE OR REPLACE TABLE ranking AS ${QUERY}`);
}

export async function rowsOfDuckDb(connection: DuckDBConnection): Promise<readonly RankedRow[]> {
  const reader = await connection.runAndReadAll(
    'SELECT unit, total, place, cluster_place, grade FROM ranking ORDER BY unit',
  );
  return reader.getRows().map(([unit, total, place, clusterPlace, grade]) => ({
    unit: String(unit),
    total: Number(total),
    place: Number(place),
    clusterPlace: Number(clusterPlace),
    grade: String(grade),
  }));
}

const tier = (name: string): string =>
  `CASE WHEN ${name} >= 95 THEN 10000000 WHEN ${name} >= 80 THEN 7000000 WHEN ${name} >= 50 THEN 4000000 ELSE 0 END`;
/** Millionths of a point: whole numbers, so that no sum depends on its order. */
const percent = (name: string): string => `CAST(round(10000000 * least(${name} / A${name}, 1)) AS BIGINT)`;

const QUERY = `
  WITH points AS (
    SELECT unit, cluster, ${percent('P1')} AS p1,
      CAST(round(1000000 * (D1 + D2 + D3 + D4)) AS BIGINT) + ${percent('P1')} + ${percent('P2')} + ${percent('P3')}
        + ${tier('T1')} + ${tier('T2')} + 5000000 * CAST(Y1 + Y2 AS BIGINT)
        + CAST(least(500000 * C1, 10000000) + least(2000000 * B1, 6000000) + greatest(-1000000 * X1, -5000000) AS BIGINT)
        AS points
    FROM contest
  ), totals AS (
    SELECT unit, cluster, (p1 + 5000) // 10000 AS p1, CAST((points + 5000) // 10000 AS INTEGER) AS total FROM points
  )
  SELECT unit, total,
    rank() OVER (ORDER BY total DESC, p1 DESC) AS place,
    rank() OVER (PARTITION BY cluster ORDER BY total DESC, p1 DESC) AS cluster_place,
    CASE WHEN total >= 9000 THEN 'A' WHEN total >= 7000 THEN 'B' WHEN total >= 5000 THEN 'C' ELSE 'D' END AS grade
  FROM totals`;
