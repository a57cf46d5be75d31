import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Box } from './types.ts';

/** The cells of one tab, found by their place; `spreadsheets.get` may answer them in several blocks. */
export class Grid {
  readonly sheetId: number;
  readonly rowCount: number;
  readonly columnCount: number;
  readonly #rows: (readonly api.Schema$CellData[] | undefined)[] = [];

  constructor(sheet: api.Schema$Sheet) {
    const { sheetId, gridProperties } = sheet.properties ?? {};
    this.sheetId = sheetId ?? 0;
    this.rowCount = gridProperties?.rowCount ?? 0;
    this.columnCount = gridProperties?.columnCount ?? 0;
    for (const { startRow, rowData } of sheet.data ?? [])
      (rowData ?? []).forEach(({ values }, r) => {
        this.#rows[(startRow ?? 0) + r] = values ?? undefined;
      });
  }

  /** Rows up to the last one with cells. */
  get height(): number {
    return this.#rows.length;
  }

  width(row: number): number {
    return this.#rows[row]?.length ?? 0;
  }

  cell(row: number, column: number): api.Schema$CellData | undefined {
    return this.#rows[row]?.[column];
  }

  /** The cells of a box, row by row; places without a cell are left out. */
  *cellsIn(box: Box): Generator<{ row: number; column: number; cell: api.Schema$CellData }> {
    for (let row = box.top; row < Math.min(box.bottom, this.height); row++)
      for (let column = box.left; column < Math.min(box.right, this.width(row)); column++) {
        const cell = this.cell(row, column);
        if (cell) yield { row, column, cell };
      }
  }
}
