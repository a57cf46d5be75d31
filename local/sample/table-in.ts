import type { CellValue, FormCells } from '../../functions/src/domain/form/form.ts';

/** The lines above a table, its header, and its rows. */
export function tableIn({ values }: FormCells, wanted: readonly string[]) {
  const headerAt = values.findIndex((row) => wanted.filter((header) => row.includes(header)).length > 1);
  if (headerAt < 0) throw new Error(`no table with ${wanted.join(', ')}`);
  return {
    banner: values
      .slice(0, headerAt)
      .map((row) => text(row[0]))
      .filter((line) => line !== ''),
    header: values[headerAt]!,
    rows: values.slice(headerAt + 1).filter((row) => row.some((cell) => cell !== '')),
  };
}

export const text = (cell: CellValue | undefined): string => String(cell ?? '');
