import fc from 'fast-check';
import type { CellValue, FormCells } from '../../../functions/src/domain/form/form.ts';

/** A cell that remembers which row and column of the untouched form it came from. */
export interface TaggedCell {
  readonly value: CellValue;
  readonly tag?: string;
}

export type TaggedRow = readonly TaggedCell[];

/** The form as people leave it: what they see in it, and where each cell went. */
export interface MangledForm {
  readonly cells: FormCells;
  /** A1 by tag. */
  readonly addresses: ReadonlyMap<string, string>;
}

/**
 * Everything people do to a sheet that must not change what it says: columns moved and inserted, rows sorted,
 * subtotals and titles added, a block that starts elsewhere, rows that end early, headers retyped.
 */
export function mangled(header: readonly string[], rows: readonly TaggedRow[]): fc.Arbitrary<MangledForm> {
  const width = header.length;
  return fc
    .record({
      order: fc.shuffledSubarray(
        header.map((_, index) => index),
        { minLength: width },
      ),
      foreignBefore: fc.array(fc.boolean(), { minLength: width, maxLength: width }),
      rowOrder: fc.shuffledSubarray(
        rows.map((_, index) => index),
        { minLength: rows.length },
      ),
      subtotalAfter: fc.array(fc.integer({ min: 0, max: 5 }), {
        minLength: rows.length,
        maxLength: rows.length,
      }),
      titles: fc.nat(4),
      originRow: fc.nat(20),
      originColumn: fc.nat(3),
      cutBlanks: fc.boolean(),
      retype: fc.constantFrom(...RETYPINGS),
    })
    .map((how) => {
      const widen = (row: TaggedRow, foreign: (index: number) => CellValue): TaggedCell[] =>
        how.order.flatMap((column, index) => [
          ...(how.foreignBefore[index] ? [{ value: foreign(index) }] : []),
          row[column]!,
        ]);
      const blank: TaggedRow = header.map(() => ({ value: null }));
      const subtotal: TaggedRow = header.map((text) => ({
        value: /Mã/.test(text) ? null : /Tiêu chí/.test(text) ? 'Cộng' : 99,
      }));
      const noAnswer: TaggedRow = header.map((text) => ({ value: /Tiêu chí/.test(text) ? 'Mục I' : null }));
      const lines: TaggedCell[][] = [
        ...Array.from({ length: how.titles }, () => [{ value: 'PHIẾU THÁNG 03/2024' }]),
        widen(
          header.map((text) => ({ value: how.retype(text) })),
          () => 'Của riêng tôi',
        ),
        ...how.rowOrder.flatMap((row, index) => {
          const extra = [widen(subtotal, () => 7), widen(noAnswer, () => null), widen(blank, () => '')];
          const line = widen(rows[row]!, (column) => column * 1000);
          const after = extra[how.subtotalAfter[index]!];
          return after === undefined ? [line] : [line, after];
        }),
      ];
      return {
        cells: {
          origin: `${'ABCDEFGH'[how.originColumn]}${how.originRow + 1}`,
          values: lines.map((line) => {
            const values = line.map((cell) => cell.value);
            while (how.cutBlanks && values.length > 0 && values.at(-1) === null) values.pop();
            return values;
          }),
        },
        addresses: addressesOf(lines, how.originRow, how.originColumn),
      };
    });
}

const RETYPINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.toUpperCase(),
  (text) => text.normalize('NFD'),
  (text) => `  ${text.replaceAll(' ', '\u00a0 ')}\u200b`,
  (text) => text.replaceAll(' ', '\n'),
];

/** A1 without the code under test: the sample forms stay left of column AZ. */
function addressesOf(
  lines: readonly (readonly TaggedCell[])[],
  originRow: number,
  originColumn: number,
): ReadonlyMap<string, string> {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const name = (column: number): string =>
    column < 26 ? letters.charAt(column) : `A${letters.charAt(column - 26)}`;
  return new Map(
    lines.flatMap((line, row) =>
      line.flatMap(({ tag }, column): [string, string][] =>
        tag === undefined ? [] : [[tag, `${name(originColumn + column)}${originRow + row + 1}`]],
      ),
    ),
  );
}
