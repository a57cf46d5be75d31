import { formatCellAddress, parseCellAddress } from '../../functions/src/domain/form/cell-address.ts';
import type { CellValue, FormCells, FormDeclaration } from '../../functions/src/domain/form/form.ts';

/** Where a form's header and columns stand in a tab's cells, as a person sees them: by their texts. */
export interface FormGrid {
  readonly headerRow: number;
  /** Index of each column by its key. */
  readonly columns: ReadonlyMap<string, number>;
}

export interface CellEdit {
  /** One A1 address, without the tab. */
  readonly cell: string;
  readonly value: CellValue;
}

/** Finds a form in a tab. Throws when it is not there: the sample's sheets were just made. */
export function findForm(cells: FormCells, form: FormDeclaration): FormGrid {
  const key = form.columns[0]!.header;
  const headerRow = cells.values.findIndex((row) => row.includes(key));
  if (headerRow < 0) throw new Error(`no form ${form.id} in this tab`);
  const header = cells.values[headerRow]!;
  return {
    headerRow,
    columns: new Map(form.columns.map((column) => [column.key, header.indexOf(column.header)])),
  };
}

/** The cell of a row (index in the tab's cells) and a column. */
export function cellAt(cells: FormCells, grid: FormGrid, row: number, column: string): string {
  const origin = parseCellAddress(cells.origin)!;
  return formatCellAddress({ row: origin.row + row, column: origin.column + grid.columns.get(column)! });
}

/** The same cells as they look after the edits. */
export function withEdits(cells: FormCells, edits: readonly CellEdit[]): FormCells {
  const origin = parseCellAddress(cells.origin)!;
  const values = cells.values.map((row) => [...row]);
  for (const { cell, value } of edits) {
    const at = parseCellAddress(cell)!;
    const row = values[at.row - origin.row]!;
    const column = at.column - origin.column;
    while (row.length <= column) row.push(null);
    row[column] = value;
  }
  return { origin: cells.origin, values };
}
