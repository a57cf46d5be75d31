import { type CellPosition, parseCellAddress } from '../../../functions/src/domain/form/cell-address.ts';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';
import { isBlank, textOfCell } from '../../../functions/src/domain/form/text.ts';
import type { RegisterDeclaration } from '../../../functions/src/domain/register/register.ts';
import { newRowCodes } from '../../../functions/src/domain/register/row-codes.ts';
import { mapSheet } from './sheet-map.ts';

/** Codes of rows one below the other, to be written in one go. */
export interface CodeRun {
  /** Of the first; counts from 0. */
  readonly at: CellPosition;
  readonly codes: readonly string[];
}

export interface CodedCells {
  /** The cells with every row's code in them. */
  readonly cells: FormCells;
  readonly runs: readonly CodeRun[];
}

/**
 * Gives a code to every row that says something and has none. Nothing else is written: what stands between new rows
 * belongs to people, and a text of theirs that is written back may become a formula.
 */
export function withNewCodes(
  declaration: RegisterDeclaration,
  cells: FormCells,
  taken: Iterable<string>,
  randomText: () => string,
): CodedCells {
  const origin = parseCellAddress(cells.origin) ?? { row: 0, column: 0 };
  const { headerRow, columns } = mapSheet(declaration, cells);
  const [codeColumn, ...others] = declaration.columns;
  const column = columns.get(codeColumn!.key);
  if (column === undefined) return { cells, runs: [] };

  const index = column - origin.column;
  const said = others.flatMap(({ key, entry }) => {
    const found = entry === 'filled' ? columns.get(key) : undefined;
    return found === undefined ? [] : [found - origin.column];
  });
  const below = cells.values.slice(headerRow + 1 - origin.row);
  const isNew = (line: readonly CellValue[]) =>
    isBlank(line[index]) && said.some((each) => !isBlank(line[each]));
  const rows = below.flatMap((line, i) => (isNew(line) ? [headerRow + 1 + i] : []));
  const known = below.map((line) => textOfCell(line[index]).toUpperCase());
  const codes = newRowCodes(declaration, rows.length, [...taken, ...known], randomText);
  const coded = new Map(rows.map((row, i) => [row, codes[i]!]));
  return {
    cells: {
      origin: cells.origin,
      values: cells.values.map((line, i) => {
        const code = coded.get(origin.row + i);
        return code === undefined ? line : withCell(line, index, code);
      }),
    },
    runs: runsOf(coded, column),
  };
}

function withCell(line: readonly CellValue[], index: number, value: CellValue): readonly CellValue[] {
  const whole = [...line];
  while (whole.length < index) whole.push(null);
  whole[index] = value;
  return whole;
}

function runsOf(coded: ReadonlyMap<number, string>, column: number): readonly CodeRun[] {
  const runs: { at: CellPosition; codes: string[] }[] = [];
  for (const [row, code] of coded) {
    const last = runs[runs.length - 1];
    if (last !== undefined && last.at.row + last.codes.length === row) last.codes.push(code);
    else runs.push({ at: { row, column }, codes: [code] });
  }
  return runs;
}
