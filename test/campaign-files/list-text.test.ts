import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  formatList,
  formatThings,
  readList,
  readThings,
} from '../../functions/src/campaign-files/cells/list-text.ts';
import { quotientText } from '../../functions/src/campaign-files/cells/quotient-text.ts';
import { cleanText } from '../../functions/src/domain/form/text.ts';
import {
  type Decimal,
  divideRounded,
  fromScaled,
  toScaled,
} from '../../functions/src/domain/numbers/decimal.ts';

const anyText = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 8 }),
    fc.constantFrom('Căn cứ Luật;', 'a | b', '"a"', '(không có)', 'a\nb', '; ', '|', '"'),
  )
  .map(cleanText)
  .filter((text) => text !== '');

describe('several things in one cell', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (items) => {
        expect(readList(formatList(items))).toEqual(items);
      }),
    );
    const anyParts = fc.array(anyText, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(fc.array(anyParts, { maxLength: 3 }), (things) => {
        expect(readThings(formatThings(things))).toEqual(things);
      }),
    );
  });

  it('stand in one line, or in a line each where they hold semicolons themselves', () => {
    expect(formatList(['XS', 'TOT'])).toBe('XS; TOT');
    expect(formatList(['Luật A;', 'Nghị định “B”;'])).toBe('Luật A;\nNghị định “B”;');
    expect(formatList([])).toBe('(không có)');
    expect(
      formatThings([
        ['TB', 'Nguyễn Văn A'],
        ['PTB', '', 'x'],
      ]),
    ).toBe('TB | Nguyễn Văn A; PTB |  | x');
  });

  it('are read as people write them', () => {
    expect(readList(' XS ;TOT;; ')).toEqual(['XS', 'TOT']);
    expect(readList('Luật A;\n\n Nghị định "B" của Chính phủ; ')).toEqual([
      'Luật A;',
      'Nghị định "B" của Chính phủ;',
    ]);
    expect(readList('"a; b"; c')).toEqual(['a; b', 'c']);
    expect(readList('"a" b; c')).toEqual(['"a" b', 'c']);
  });
});

describe('a share', () => {
  it('is written as a quotient where that is what it was, and reads back the same', () => {
    const third = (n: bigint, d: bigint) => fromScaled(divideRounded(n * toScaled('1' as Decimal), d));
    expect([third(2n, 3n), third(1n, 7n), third(5n, 11n)].map(quotientText)).toEqual(['2/3', '1/7', '5/11']);
    expect(['0.5', '0.125', '2', '0.123456789'].map((text) => quotientText(text as Decimal))).toEqual(
      Array(4).fill(undefined),
    );
  });
});
