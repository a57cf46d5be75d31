import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftFormula } from '../../../local/sheets/cells/follow-formula.ts';
import { compileFormula, FormulaError } from '../../../local/sheets/cells/formula.ts';
import { tokenizeFormula } from '../../../local/sheets/cells/formula-tokens.ts';
import { localeOf } from '../../../local/sheets/cells/locale.ts';
import { formatNumber } from '../../../local/sheets/cells/number-format.ts';
import { fromSerial, toSerial } from '../../../local/sheets/cells/serial.ts';
import { parseCells, printRange, printTitle, splitA1 } from '../../../local/sheets/wire/a1.ts';
import { quantise } from '../../../local/sheets/wire/colour.ts';
import { applyMask, overwrite, parseMask } from '../../../local/sheets/wire/mask.ts';

describe('A1 notation', () => {
  const side = fc
    .tuple(fc.nat(20_000), fc.nat(18_000))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b) + 1] as const);

  it('reads back every range that it prints, whatever the title', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), side, side, (title, [r1, r2], [c1, c2]) => {
        const box = {
          startRowIndex: r1,
          endRowIndex: r2,
          startColumnIndex: c1 % 700,
          endColumnIndex: (c1 % 700) + (c2 % 50) + 1,
        };
        const { title: read, cells } = splitA1(printRange(title, box));
        expect([read, parseCells(cells!)]).toEqual([title, box]);
      }),
    );
  });

  it.each([
    ['A1', { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0, endColumnIndex: 1 }],
    ['$B$2:A1', { startRowIndex: 0, endRowIndex: 2, startColumnIndex: 0, endColumnIndex: 2 }],
    ['A:C', { startColumnIndex: 0, endColumnIndex: 3 }],
    ['2:4', { startRowIndex: 1, endRowIndex: 4 }],
    ['A2:C', { startRowIndex: 1, startColumnIndex: 0, endColumnIndex: 3 }],
    ['A1:1', { startRowIndex: 0, endRowIndex: 1, startColumnIndex: 0 }],
    ['R2C3', { startRowIndex: 1, endRowIndex: 2, startColumnIndex: 2, endColumnIndex: 3 }],
    ['A0', undefined],
    ['A', undefined],
    ['A1:B2:C3', undefined],
  ])('reads %s', (text, box) => {
    expect(parseCells(text)).toEqual(box);
  });

  it('quotes titles that a reader could take for something else', () => {
    expect(['Sheet1', 'food.csv', 'D3', 'Tổng hợp', "it's", '2024', 'R1C1', '🌵'].map(printTitle)).toEqual([
      ...['Sheet1', 'food.csv', "'D3'", "'Tổng hợp'", "'it''s'", "'2024'", "'R1C1'", "'🌵'"],
    ]);
  });
});

describe('what a number looks like', () => {
  it.each([
    [1 / 3, undefined, 'en_US', '0.3333333333'],
    [100 / 3, undefined, 'vi_VN', '33,33333333'],
    [123456789012345, undefined, 'en_US', '123456789012345'],
    [1.5e-7, undefined, 'en_US', '0.00000015'],
    [1e15, undefined, 'en_US', '1E+15'],
    [-0.0000001, '0.00%', 'en_US', '0.00%'],
    [0.125, '0.0%', 'vi_VN', '12,5%'],
    [1.005, '0.00', 'en_US', '1.01'],
    [-1234.5, '#,##0.00', 'vi_VN', '-1.234,50'],
    [1234567, '#,##0', 'en_US', '1,234,567'],
    [0.5, '#.##', 'en_US', '.5'],
    [5, '000', 'en_US', '005'],
    [-5, '0;(0)', 'en_US', '(5)'],
    [0, '0;-0;"không"', 'en_US', 'không'],
    [1234.5, '#,##0 [$₫]', 'vi_VN', '1.235 ₫'],
    [95.5, '0.0 "điểm"', 'vi_VN', '95,5 điểm'],
    [12345, '0.00E+00', 'en_US', '1.23E+04'],
    [45356.5, 'dd/mm/yyyy hh:mm:ss', 'vi_VN', '05/03/2024 12:00:00'],
    [45356.75, 'd mmm yy, h:mm am/pm', 'en_US', '5 Mar 24, 6:00 PM'],
    [1.5, '[h]:mm', 'en_US', '36:00'],
  ])('%s as %s in %s', (value, pattern, locale, shown) => {
    const format = pattern === undefined ? undefined : { type: 'NUMBER', pattern };
    expect(formatNumber(value, format, localeOf(locale))).toBe(shown);
  });

  it('shows a number that no calendar reaches as a number, whatever its date format', () => {
    const shown = (value: number) =>
      formatNumber(value, { type: 'DATE', pattern: 'dd mmmm yyyy' }, localeOf('vi'));
    expect(shown(100_025_570)).toBe('100025570');
    expect(shown(-1e300)).toBe('-1E+300');
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(shown(value)).not.toMatch(/NaN|undefined/);
      }),
      { examples: [[100_025_568], [100_025_568.9999999], [-99_974_431], [-99_974_430.9]] },
    );
  });

  it('reads every day back from its serial number', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 200_000 }), (serial) => {
        const { year, month, day } = fromSerial(serial);
        expect(toSerial(year, month, day)).toBe(serial);
      }),
    );
  });
});

describe('formulas', () => {
  it.each([
    ['=1+2*3^2', 19],
    ['=-2^2', 4],
    ['=(1+2)*3%', 0.09],
    ['="a"&1&TRUE', 'a1TRUE'],
    ['=1/3*3=1', true],
    ['=ROUND(2.345,2)+ROUNDUP(-1.1)', 0.35],
    ['=IF(AND(1<2,"b">"a"),"đạt","chưa")', 'đạt'],
    ['=IFERROR(1/0,"lỗi")', 'lỗi'],
    ['=SUM(1,2,"3",TRUE)', 7],
    ['="x"+1', '#VALUE!'],
    ['=sum(1;2)', 3],
  ])('gives %s', (formula, value) => {
    const result = compileFormula(formula)!.evaluate(() => []);
    expect(
      result instanceof FormulaError
        ? result.shown
        : typeof result === 'number'
          ? Math.round(result * 1e9) / 1e9
          : result,
    ).toEqual(value);
  });

  it.each(['=', '=1+', '=NOW()', '=A1 B1', '={1,2}', '=tên_lạ', '=SUM(1'])(
    'does not understand %s',
    (formula) => {
      expect(compileFormula(formula)).toBeUndefined();
    },
  );

  it('cuts any text into tokens that join to it', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const tokens = tokenizeFormula(text);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
      }),
    );
  });

  it('moves what has no dollar when a formula is copied', () => {
    expect(shiftFormula('=A1+$A1+A$1+$A$1+SUM(\'Tháng 1\'!B2:C3)&"A1"', 2, 1)).toBe(
      '=B3+$A3+B$1+$A$1+SUM(\'Tháng 1\'!C4:D5)&"A1"',
    );
    expect(shiftFormula('=A1', -1, 0)).toBe('=#REF!');
  });
});

describe('field masks', () => {
  it('reads dots, slashes, brackets and proto names alike', () => {
    const mask = { sheets: { properties: { sheetId: true, title: true } }, properties: true };
    for (const text of [
      'sheets.properties(sheetId,title),properties',
      'sheets/properties/sheet_id, sheets(properties/title), properties',
    ])
      expect(parseMask(text)).toEqual(mask);
    expect([parseMask('*'), parseMask('a,a.b'), parseMask('a.*')]).toEqual([true, { a: true }, { a: true }]);
  });

  it.each(['', 'a(b', 'a,,b', 'a.', '(a)', 'a b'])('refuses %j', (text) => {
    expect(() => parseMask(text)).toThrow('Invalid field mask');
  });

  it('takes from lists item by item, and overwrites only what it names', () => {
    expect(applyMask({ a: [{ b: 1, c: 2 }, { c: 3 }], d: 4 }, parseMask('a.b'))).toEqual({
      a: [{ b: 1 }, {}],
    });
    expect(overwrite({ a: { b: 1, c: 2 }, d: 4 }, { a: { b: 9 } }, parseMask('a.b,d'))).toEqual({
      a: { b: 9, c: 2 },
    });
  });
});

describe('colours', () => {
  it('come back the same when they are given back', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (red) => {
        const once = quantise({ red });
        expect(quantise(once)).toEqual(once);
      }),
    );
    expect(quantise({ red: 0.5, green: 0, blue: 1 })).toEqual({ red: 0.49803922, blue: 1 });
  });
});
