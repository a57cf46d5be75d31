import type { FormColumn, FormDeclaration } from '../domain/form/form.ts';
import type { CellFormat, WantedColumn } from '../domain/publishing/wanted.ts';

/** A form's declaration as the columns of its tab: the template follows from it, like the parser. */
export function formColumns({ columns }: FormDeclaration): WantedColumn[] {
  return columns.map((column) => ({
    key: column.key,
    header: column.header,
    widthPixels: column.widthPixels,
    entry: column.entry,
    note: column.help,
    align: ALIGNMENT[column.kind],
    ...(FORMAT[column.kind] && { format: FORMAT[column.kind] }),
    ...(column.choices && { choices: column.choices }),
  }));
}

/** What people type as text stays as they typed it: "0042", "1/2", "2024-03" and "=…" too. */
const AS_TYPED: CellFormat = { kind: 'text' };

const FORMAT: Readonly<Partial<Record<FormColumn['kind'], CellFormat>>> = {
  text: AS_TYPED,
  code: AS_TYPED,
  link: AS_TYPED,
  reference: AS_TYPED,
  day: { kind: 'day' },
  whole: { kind: 'number', pattern: '#,##0' },
};

const ALIGNMENT: Readonly<Record<FormColumn['kind'], NonNullable<WantedColumn['align']>>> = {
  text: 'left',
  code: 'centre',
  number: 'right',
  answer: 'right',
  choice: 'centre',
  yes_no: 'centre',
  day: 'centre',
  whole: 'right',
  link: 'left',
  reference: 'left',
};
