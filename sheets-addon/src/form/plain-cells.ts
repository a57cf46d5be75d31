import type { CellValue, FormCells, FormDeclaration } from '../../../functions/src/domain/form/form.ts';
import { levelText } from '../../../functions/src/domain/form/text.ts';

/**
 * A tab's values as a form's parser takes them. A day or a time arrives from Apps Script as a Date: it becomes the
 * text that people see, so that "05/03/2024" under a number is told as such instead of counting as 45356.
 */
export function plainCells(
  values: readonly (readonly unknown[])[],
  showDate: (date: Date) => string,
): FormCells {
  const plain = (value: unknown): CellValue => {
    if (value instanceof Date) return showDate(value);
    if (typeof value === 'number' || typeof value === 'boolean') return value;
    return typeof value === 'string' && value !== '' ? value : null;
  };
  return { origin: 'A1', values: values.map((row) => row.map(plain)) };
}

/**
 * The same form without what is not part of it: columns of people's own are blanked (nobody needs to send them),
 * and blanks at the ends of rows and of the sheet are left out. Addresses stay, and so does what a parser finds.
 */
export function essentialCells(declaration: FormDeclaration, { origin, values }: FormCells): FormCells {
  const headers = new Set(declaration.columns.map(({ header }) => levelText(header)));
  const kept = new Set<number>();
  for (const row of values.slice(0, HEADER_WITHIN_ROWS))
    row.forEach((value, column) => {
      if (typeof value === 'string' && headers.has(levelText(value))) kept.add(column);
    });
  const lines = values.map((row) =>
    withoutBlankEnd(
      row.map((value, column) => (kept.has(column) ? value : null)),
      (value) => value === null,
    ),
  );
  return { origin, values: withoutBlankEnd(lines, (line) => line.length === 0) };
}

/** As far down as a form's header is looked for (domain/form/read-form.ts). */
const HEADER_WITHIN_ROWS = 50;

function withoutBlankEnd<T>(list: readonly T[], isBlank: (item: T) => boolean): readonly T[] {
  let end = list.length;
  while (end > 0 && isBlank(list[end - 1]!)) end -= 1;
  return end === list.length ? list : list.slice(0, end);
}
