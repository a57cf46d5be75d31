import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cleanText,
  excerptOf,
  isBlank,
  isCellError,
  levelText,
  textOfCell,
} from '../../../functions/src/domain/form/text.ts';

describe('cleanText', () => {
  it.each([
    ['Kết quả'.normalize('NFD'), 'Kết quả'],
    ['  Mỹ\u00a0Hòa\u2009 ', 'Mỹ Hòa'],
    ['zero\u200bwidth\ufeff\u200d\u2060', 'zerowidth'],
    ['\u202eabc\u202c\u2066d\u2069\u200f', 'abcd'],
    ['a\u0000b\u0007c', 'abc'],
    ['so\u00adft', 'soft'],
    ['dòng 1\r\ndòng 2\rdòng 3\u2028dòng 4', 'dòng 1\ndòng 2\ndòng 3\ndòng 4'],
    ['a\tb', 'a b'],
    ['\ud800a\udc00', 'a'],
    ['🎉', '🎉'],
    ['=IMPORTXML("http://x")', '=IMPORTXML("http://x")'],
    ['e\u200b\u0301', 'é'],
  ])('makes %j %j', (given, wanted) => {
    expect(cleanText(given)).toBe(wanted);
  });

  it('leaves what is clean as it is', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });

  it('leaves well-formed NFC text without anything unseen', () => {
    fc.assert(
      fc.property(messyText, (text) => {
        const clean = cleanText(text);
        expect(clean).toBe(clean.normalize('NFC'));
        expect(clean.isWellFormed()).toBe(true);
        expect(clean).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}]/u);
      }),
    );
  });
});

const messyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ud800', '\udfff', '\u200b', '\u202e', '\u0301', '\u00a0', '\r', '\n', '\t', 'ế', 'đ'),
    ),
  )
  .map((parts) => parts.join(''));

describe('levelText', () => {
  it.each([
    ['MÃ  TIÊU\nCHÍ ', 'mã tiêu chí'],
    ['Mã\u00a0tiêu chí'.normalize('NFD'), 'mã tiêu chí'],
    ['\ufeffmã tiêu\u200b chí', 'mã tiêu chí'],
  ])('levels %j to %j', (given, wanted) => {
    expect(levelText(given)).toBe(wanted);
  });
});

describe('a cell', () => {
  it('is blank when it holds nothing to see, and never when it holds zero', () => {
    expect([null, undefined, '', '  ', '\u200b\u00a0', 0, '0', false].map(isBlank)).toEqual([
      true,
      true,
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
  });

  it('is text whatever it holds', () => {
    expect([' a ', 2024, 0, true, false, null].map(textOfCell)).toEqual([
      'a',
      '2024',
      '0',
      'TRUE',
      'FALSE',
      '',
    ]);
  });

  it('shows a failed formula by its sign', () => {
    expect(
      ['#REF!', '#N/A', '#DIV/0!', '#VALUE!', '#NAME?', '#NULL!', '#NUM!', '#ERROR!', '#LOADING!'].every(
        isCellError,
      ),
    ).toBe(true);
    expect(['N/A', '#1', 'REF!', '# REF!'].some(isCellError)).toBe(false);
  });

  it('is quoted in a sentence by its first 40 characters at most', () => {
    expect(excerptOf('a\nb')).toBe('a b');
    expect(excerptOf('🎉'.repeat(41))).toBe(`${'🎉'.repeat(40)}…`);
  });
});
