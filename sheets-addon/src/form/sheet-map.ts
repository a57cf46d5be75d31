import {
  type CellPosition,
  formatCellAddress,
  parseCellAddress,
} from '../../../functions/src/domain/form/cell-address.ts';
import type { FormCells, FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import { readForm } from '../../../functions/src/domain/form/read-form.ts';
import { levelText, textOfCell } from '../../../functions/src/domain/form/text.ts';

/**
 * Where a form stands in its tab, and names for its cells that stay right when rows are sorted and columns inserted:
 * "1=xa-m1-02|reported" is the first row of that criterion, "@G100" a cell that has no better name. Positions are the
 * tab's, from 0.
 */
export interface SheetMap {
  readonly headerRow: number;
  readonly lastRow: number;
  /** By the declaration's key; a missing column is absent, of a repeated one the first counts. */
  readonly columns: ReadonlyMap<string, number>;
  nameOf(at: CellPosition): string;
  positionOf(name: string): CellPosition | undefined;
}

export function mapSheet(declaration: FormDeclaration, cells: FormCells): SheetMap {
  const origin = parseCellAddress(cells.origin) ?? { row: 0, column: 0 };
  const { at } = readForm(declaration, cells);
  const headerRow = parseCellAddress(at.cell ?? '')?.row ?? origin.row;
  const columns = columnsOf(declaration, cells, origin, headerRow);
  const keys = new Map([...columns].map(([key, column]) => [column, key]));
  const codes = declaration.columns.flatMap(({ key, kind }) =>
    kind === 'code' ? (columns.get(key) ?? []) : [],
  );
  const rowNames = namesOfRows(cells, origin, headerRow, codes);
  const rows = new Map([...rowNames].map(([row, name]) => [name, row]));
  return {
    headerRow,
    lastRow: origin.row + cells.values.length - 1,
    columns,
    nameOf(position) {
      const row = rowNames.get(position.row);
      const column = keys.get(position.column);
      return row === undefined || column === undefined
        ? `@${formatCellAddress(position)}`
        : `${row}|${column}`;
    },
    positionOf(name) {
      if (name.startsWith('@')) return parseCellAddress(name.slice(1));
      const cut = name.lastIndexOf('|');
      const row = rows.get(name.slice(0, cut));
      const column = columns.get(name.slice(cut + 1));
      return row === undefined || column === undefined ? undefined : { row, column };
    },
  };
}

function columnsOf(
  { columns }: FormDeclaration,
  { values }: FormCells,
  origin: CellPosition,
  headerRow: number,
): ReadonlyMap<string, number> {
  const headers = (values[headerRow - origin.row] ?? []).map((value) => levelText(textOfCell(value)));
  return new Map(
    columns.flatMap(({ key, header }): [string, number][] => {
      const index = headers.indexOf(levelText(header));
      return index < 0 ? [] : [[key, origin.column + index]];
    }),
  );
}

/** How often these codes were met so far, and the codes; the header is row 0 of no code. Others have no name. */
function namesOfRows(
  { values }: FormCells,
  origin: CellPosition,
  headerRow: number,
  codes: readonly number[],
): ReadonlyMap<number, string> {
  const names = new Map<number, string>([[headerRow, '0=']]);
  const seen = new Map<string, number>();
  for (let row = headerRow + 1; row < origin.row + values.length; row += 1) {
    const line = values[row - origin.row]!;
    const name = codes.map((column) => levelText(textOfCell(line[column - origin.column]))).join('/');
    if (codes.length === 0 || /^\/*$/.test(name)) continue;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    names.set(row, `${times}=${name}`);
  }
  return names;
}
