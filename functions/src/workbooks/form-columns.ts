import type { FormColumn, FormDeclaration } from '../domain/form/form.ts';
import type { WantedColumn } from '../domain/publishing/wanted.ts';

/** A form's declaration as the columns of its tab: the template follows from it, like the parser. */
export function formColumns({ columns }: FormDeclaration): WantedColumn[] {
  return columns.map((column) => ({
    key: column.key,
    header: column.header,
    widthPixels: column.widthPixels,
    entry: column.entry,
    note: column.help,
    align: ALIGNMENT[column.kind],
    // What people type as text stays as they typed it: "0042", "1/2" and "=…" too.
    ...(column.kind === 'text' || column.kind === 'code' ? { format: { kind: 'text' as const } } : {}),
    ...(column.choices && { choices: column.choices }),
  }));
}

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
