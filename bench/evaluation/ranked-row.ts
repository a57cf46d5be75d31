/** What all three have to agree on, unit by unit. */
export interface RankedRow {
  readonly unit: string;
  /** Hundredths of a point. */
  readonly total: number;
  readonly place: number;
  readonly clusterPlace: number;
  readonly grade: string;
}

/** @throws Error that names the first unit on which they differ */
export function requireEqual(what: string, rows: readonly RankedRow[], ours: readonly RankedRow[]): void {
  const byUnit = new Map(ours.map((row) => [row.unit, JSON.stringify(row)]));
  if (rows.length !== ours.length)
    throw new Error(`${what} has ${rows.length} units, we have ${ours.length}`);
  for (const row of rows)
    if (byUnit.get(row.unit) !== JSON.stringify(row))
      throw new Error(`${what} differs: ${JSON.stringify(row)}, we say ${byUnit.get(row.unit)}`);
}
