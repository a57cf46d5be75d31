/** A cell's place in its tab, counted from 0. */
export interface CellPosition {
  readonly row: number;
  readonly column: number;
}

/** "C7" for row 6, column 2. */
export function formatCellAddress({ row, column }: CellPosition): string {
  return `${formatColumn(column)}${row + 1}`;
}

/** Reads "C7" or "$C$7"; a tab's name or a range is not a cell's address. */
export function parseCellAddress(text: string): CellPosition | undefined {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/i.exec(text);
  if (!match) return undefined;
  const letters = match[1]!.toUpperCase();
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
}

/** A, B, … Z, AA, AB, …: 26 digits without a zero. */
function formatColumn(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return letters;
}
