import type { CurrentCell } from '../current.ts';
import type { Draft } from '../draft.ts';
import type { TableTab } from '../wanted.ts';

export interface RowMatch {
  /** Per wanted row: where it stands now. */
  readonly rowAt: readonly (number | undefined)[];
  /** Wanted rows that stand there without their key, which people fill and somebody lost: it is written again. */
  readonly keyless: ReadonlySet<number>;
  /** The first row behind everything that stands in our columns. */
  readonly free: number;
}

/**
 * Finds each wanted row where people sorted it to, by its key; where the key is gone (its column was deleted), by
 * the rest of what we wrote there. So what a unit typed stays beside the criterion it was typed for. Where people
 * write the keys themselves, a row without one is theirs, unless all that they wrote in it is what we want there.
 */
export function matchRows(
  draft: Draft,
  tab: TableTab,
  positions: readonly number[],
  start: number,
): RowMatch {
  const isKey = tab.columns.map((column) => tab.rowKey!.includes(column.key));
  const keys = tab.columns.flatMap((_, i) => (isKey[i] ? [i] : []));
  const keyEntry = tab.columns[keys[0]!]!.entry;
  const rest = tab.columns.flatMap((column, i) => (!isKey[i] && column.entry === keyEntry ? [i] : []));
  const keyOf = (cells: Cells) => nameOf(keyEntry === 'filled' ? cells.map(levelled) : cells, keys);

  const byKey = new Map<string, number>();
  const byRest = new Map<string, number>();
  let free = start;
  for (let row = start; row < draft.values.length; row++) {
    const cells = positions.map((position) => draft.cell(row, position));
    if (cells.every((cell) => cell === null || cell === '')) continue;
    free = row + 1;
    remember(byKey, keyOf(cells), row);
    // Only rows without their whole key: a row that has one is what it says.
    if (keys.some((i) => isBlank(cells[i]))) remember(byRest, nameOf(cells, rest), row);
  }
  const used = new Set<number>();
  const take = (found: number | undefined) => {
    if (found === undefined || used.has(found)) return undefined;
    used.add(found);
    return found;
  };
  const keyless = new Set<number>();
  const first = tab.rows.map((row) => take(byKey.get(keyOf(row))));
  const rowAt = first.map((found, i) => {
    if (found !== undefined) return found;
    const at = take(byRest.get(nameOf(tab.rows[i]!, rest)));
    if (at !== undefined && keyEntry === 'filled') keyless.add(i);
    return at;
  });
  return { rowAt, keyless, free };
}

function remember(map: Map<string, number>, name: string, row: number): void {
  if (!map.has(name)) map.set(name, row);
}

type Cells = readonly (CurrentCell | undefined)[];

function nameOf(cells: Cells, columns: readonly number[]): string {
  return JSON.stringify(columns.map((i) => (isBlank(cells[i]) ? null : cells[i])));
}

/** People write a code in small letters, too, and the validator takes it. */
function levelled(cell: CurrentCell | undefined): CurrentCell | undefined {
  return typeof cell === 'string' ? cell.trim().toUpperCase() : cell;
}

function isBlank(cell: CurrentCell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}
