import type { CellValue } from '../form/form.ts';
import type { CurrentCell } from './current.ts';
import type { Draft } from './draft.ts';
import type { TableTab } from './wanted.ts';

export interface RowMatch {
  /** Per wanted row: where it stands now. */
  readonly rowAt: readonly (number | undefined)[];
  /** The first row behind everything that stands in our columns. */
  readonly free: number;
}

/**
 * Finds each wanted row where people sorted it to, by its key; where the key is gone (its column was deleted), by
 * the rest of what we wrote there. So what a unit typed stays beside the criterion it was typed for.
 */
export function matchRows(
  draft: Draft,
  tab: TableTab,
  positions: readonly number[],
  start: number,
): RowMatch {
  const isKey = tab.columns.map((column) => tab.rowKey!.includes(column.key));
  const keys = tab.columns.flatMap((_, i) => (isKey[i] ? [i] : []));
  const rest = tab.columns.flatMap((column, i) => (!isKey[i] && column.entry === 'given' ? [i] : []));

  const byKey = new Map<string, number>();
  const byRest = new Map<string, number>();
  let free = start;
  for (let row = start; row < draft.values.length; row++) {
    const cells = positions.map((position) => draft.cell(row, position));
    if (cells.every((cell) => cell === null || cell === '')) continue;
    free = row + 1;
    remember(byKey, nameOf(cells, keys), row);
    // Only rows without their whole key: a row that has one is what it says.
    if (keys.some((i) => isBlank(cells[i]))) remember(byRest, nameOf(cells, rest), row);
  }
  const used = new Set<number>();
  const take = (found: number | undefined) => {
    if (found === undefined || used.has(found)) return undefined;
    used.add(found);
    return found;
  };
  const first = tab.rows.map((row) => take(byKey.get(nameOf(row, keys))));
  return { rowAt: first.map((at, i) => at ?? take(byRest.get(nameOf(tab.rows[i]!, rest)))), free };
}

function remember(map: Map<string, number>, name: string, row: number): void {
  if (!map.has(name)) map.set(name, row);
}

function nameOf(cells: readonly (CurrentCell | CellValue | undefined)[], columns: readonly number[]): string {
  return JSON.stringify(columns.map((i) => (isBlank(cells[i]) ? null : cells[i])));
}

function isBlank(cell: CurrentCell | undefined): boolean {
  return cell === null || cell === undefined || cell === '';
}
