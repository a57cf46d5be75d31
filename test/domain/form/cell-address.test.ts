import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatCellAddress, parseCellAddress } from '../../../functions/src/domain/form/cell-address.ts';

describe('a cell address', () => {
  it.each([
    ['A1', 0, 0],
    ['C7', 6, 2],
    ['Z9', 8, 25],
    ['AA10', 9, 26],
    ['AZ1', 0, 51],
    ['BA1', 0, 52],
    ['ZZ1', 0, 701],
    ['AAA1', 0, 702],
  ])('writes %s for row %i, column %i, and reads it back', (address, row, column) => {
    expect(formatCellAddress({ row, column })).toBe(address);
    expect(parseCellAddress(address)).toEqual({ row, column });
  });

  it('may be absolute or in lower case', () => {
    expect(parseCellAddress('$c$7')).toEqual({ row: 6, column: 2 });
  });

  it.each(['', 'C', '7', 'C0', 'C-1', 'A1:B2', "'Phiếu'!A1", 'R1C1', ' A1', 'ABCD1'])('is not %j', (text) => {
    expect(parseCellAddress(text)).toBeUndefined();
  });

  it('names columns in the order of counting', () => {
    const next = (letters: string): string => {
      if (letters === '') return 'A';
      const last = letters.at(-1)!;
      return last === 'Z'
        ? `${next(letters.slice(0, -1))}A`
        : letters.slice(0, -1) + String.fromCharCode(last.charCodeAt(0) + 1);
    };
    let letters = 'A';
    for (let column = 0; column < 1000; column += 1, letters = next(letters))
      expect(formatCellAddress({ row: 0, column })).toBe(`${letters}1`);
  });

  it('reads back whatever it writes', () => {
    fc.assert(
      fc.property(fc.nat(999_998), fc.nat(18_277), (row, column) => {
        expect(parseCellAddress(formatCellAddress({ row, column }))).toEqual({ row, column });
      }),
    );
  });
});
