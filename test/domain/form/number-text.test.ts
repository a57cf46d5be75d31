import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type NumberReading,
  numberCell,
  readNumber,
} from '../../../functions/src/domain/form/number-text.ts';
import { type Decimal, fromScaled, parseDecimal } from '../../../functions/src/domain/numbers/decimal.ts';

const number = (value: string): NumberReading => ({ kind: 'number', value: value as Decimal });
const date = (text: string, perhaps: string): NumberReading => ({
  kind: 'looks_like_date',
  text,
  perhaps: perhaps as Decimal,
});
const none = (text: string): NumberReading => ({ kind: 'not_a_number', text });
const either = (text: string, ...readings: string[]): NumberReading => ({
  kind: 'ambiguous',
  text,
  readings: readings as Decimal[],
});

const percent = (...readings: string[]): NumberReading => ({
  kind: 'percent_unclear',
  readings: readings as Decimal[],
});

describe('a number in a sheet', () => {
  it.each<[unknown, NumberReading]>([
    [0, number('0')],
    [-0, number('0')],
    [12.5, number('12.5')],
    [0.1 + 0.2, number('0.3')],
    [1e-7, number('0.0000001')],
    [Number.NaN, none('NaN')],
    [Number.POSITIVE_INFINITY, none('Infinity')],
    [1e21, none('1e+21')],
    [null, { kind: 'blank' }],
    ['', { kind: 'blank' }],
    [' \u200b\u00a0', { kind: 'blank' }],
    ['0', number('0')],
    ['007', number('7')],
    ['+5', number('5')],
    ['-5', number('-5')],
    ['−5', number('-5')],
    ['12,5', number('12.5')],
    ['12.5', number('12.5')],
    [',5', number('0.5')],
    ['0,125', number('0.125')],
    ['0.125', number('0.125')],
    ['1234,567', number('1234.567')],
    ['1.234,5', number('1234.5')],
    ['1,234.5', number('1234.5')],
    ['1.234.567', number('1234567')],
    ['1,234,567.89', number('1234567.89')],
    ['1 234 567', number('1234567')],
    ['1\u00a0234,5', number('1234.5')],
    ['1\u2009234\u202f567.25', number('1234567.25')],
    ['１２，５', number('12.5')],
    ['１２３', number('123')],
    ['－４', number('-4')],
    ['1.234', either('1.234', '1.234', '1234')],
    ['1,234', either('1,234', '1.234', '1234')],
    ['-12.345', either('-12.345', '-12.345', '-12345')],
    ['1,000', either('1,000', '1', '1000')],
    ['#REF!', { kind: 'cell_error', text: '#REF!' }],
    ['#N/A', { kind: 'cell_error', text: '#N/A' }],
    ['31/03/2024', date('31/03/2024', '31.3')],
    ['31.03.2024', date('31.03.2024', '31.3')],
    ['2024-03-31', date('2024-03-31', '31.3')],
    ['12/05/2024 00:00', date('12/05/2024 00:00', '12.5')],
    ['5/3', date('5/3', '5.3')],
    ['5-3', date('5-3', '5.3')],
    ['12/25/24', date('12/25/24', '12.25')],
    ['１２／０５／２０２４', date('１２／０５／２０２４', '12.5')],
    ['15/14', none('15/14')],
    ['0/5', none('0/5')],
    ['5/3/x', none('5/3/x')],
    ['1/2/3/4', none('1/2/3/4')],
    ['khoảng 5', none('khoảng 5')],
    ['5²', none('5²')],
    ['½', none('½')],
    ['1e3', none('1e3')],
    ['0x10', none('0x10')],
    ['1.23.4', none('1.23.4')],
    ['1.234,567.8', none('1.234,567.8')],
    ['12 34', none('12 34')],
    ['5.', none('5.')],
    ['--5', none('--5')],
    ['(5)', none('(5)')],
    ['85%', none('85%')],
    [true, none('TRUE')],
    ['9'.repeat(19), none('9'.repeat(19))],
    [{ hostile: 1 }, { kind: 'blank' }],
  ])('reads %j', (value, wanted) => {
    expect(readNumber(value, 'sheet')).toEqual(wanted);
  });

  it('may carry its own unit of measure', () => {
    expect(readNumber('85%', 'sheet', '%')).toEqual(number('85'));
    expect(readNumber('85,5 ％', 'sheet', '%')).toEqual(number('85.5'));
    expect(readNumber('0.5%', 'sheet', '%')).toEqual(number('0.5'));
    expect(readNumber('12 Cuộc', 'sheet', 'cuộc')).toEqual(number('12'));
    expect(readNumber('12 buổi', 'sheet', 'cuộc')).toEqual(none('12 buổi'));
    expect(readNumber('%', 'sheet', '%')).toEqual(none('%'));
  });

  it('is asked about where Google Sheets may have turned a typed 85% into 0.85', () => {
    expect(readNumber(0.85, 'sheet', '%')).toEqual(percent('0.85', '85'));
    expect(readNumber(1.07, 'sheet', '%')).toEqual(percent('1.07', '107'));
    expect(readNumber(1, 'sheet', '%')).toEqual(percent('1', '100'));
    expect(readNumber(0, 'sheet', '%')).toEqual(number('0'));
    expect(readNumber(85, 'sheet', '%')).toEqual(number('85'));
    expect(readNumber(0.85, 'sheet', 'triệu đồng')).toEqual(number('0.85'));
    expect(readNumber('0,85', 'sheet', '%')).toEqual(number('0.85'));
  });
});

describe('a number in a file', () => {
  it.each<[unknown, NumberReading]>([
    ['1.234', number('1.234')],
    ['1234.5', number('1234.5')],
    ['1e-7', number('0.0000001')],
    [' 12 ', number('12')],
    [0.85, number('0.85')],
    ['12,5', number('12.5')],
    ['1.234,5', number('1234.5')],
    ['1,234', either('1,234', '1.234', '1234')],
    ['85%', number('85')],
    ['', { kind: 'blank' }],
    ['abc', none('abc')],
  ])('reads %j', (value, wanted) => {
    expect(readNumber(value, 'file', '%')).toEqual(wanted);
  });
});

describe('every decimal', () => {
  it('reads back from the cell it is written to', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(undefined, '%', 'cuộc'), (value, measure) => {
        expect(readNumber(numberCell(value, measure), 'sheet', measure)).toEqual(number(value));
      }),
    );
  });

  it('is read from each spelling people use, or asked about where a spelling has two meanings', () => {
    fc.assert(
      fc.property(decimal, fc.constantFrom(...STYLES), fc.boolean(), (value, style, wide) => {
        const text = wide ? fullWidth(spell(value, style)) : spell(value, style);
        const reading = readNumber(text, 'sheet');
        if (reading.kind === 'ambiguous') {
          expect(reading.readings).toContain(value);
          expect(text.length).toBeLessThanOrEqual('-123.456'.length);
        } else expect(reading).toEqual(number(value));
      }),
      { numRuns: 500 },
    );
  });

  it('is what a program writes to a file', () => {
    fc.assert(
      fc.property(decimal, (value) => {
        expect(readNumber(value, 'file')).toEqual(number(value));
      }),
    );
  });

  it('never comes out of a text as something a plain reading would contradict', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[-+]?[\d., ]{1,12}$/), (text) => {
        const reading = readNumber(text, 'sheet');
        if (reading.kind === 'number')
          expect(reading.value.replace(/[^\d]/g, '').replace(/^0+/, '')).toBe(significantDigits(text));
      }),
      { numRuns: 500 },
    );
  });
});

interface Style {
  readonly thousands: string;
  readonly point: string;
}

const STYLES: readonly Style[] = [
  { thousands: '', point: '.' },
  { thousands: '', point: ',' },
  { thousands: '.', point: ',' },
  { thousands: ',', point: '.' },
  { thousands: ' ', point: ',' },
  { thousands: '\u00a0', point: '.' },
  { thousands: '\u202f', point: ',' },
];

/** Decimals of every size, many of them with three digits before or after the point, where spellings clash. */
const decimal = fc
  .tuple(
    fc.oneof(fc.bigInt(0n, 1500n), fc.bigInt(0n, 999_999_999n)),
    fc.oneof(fc.constant(''), fc.stringMatching(/^\d{3}$/), fc.stringMatching(/^\d{1,6}$/)),
    fc.boolean(),
  )
  .map(([whole, fraction, negative]) => {
    const scaled = whole * 10n ** 12n + BigInt(fraction.padEnd(12, '0'));
    return fromScaled(negative ? -scaled : scaled);
  });

function spell(value: Decimal, { thousands, point }: Style): string {
  const [whole = '', fraction] = value.replace('-', '').split('.');
  const groups: string[] = [];
  for (let rest = whole; rest !== ''; rest = rest.slice(0, -3)) groups.unshift(rest.slice(-3));
  const sign = value.startsWith('-') ? '-' : '';
  return sign + groups.join(thousands) + (fraction === undefined ? '' : point + fraction);
}

function fullWidth(text: string): string {
  return text.replace(/[-.,\d]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));
}

/** All digits of a text without the zeros that carry nothing: leading ones, and trailing ones after its last separator. */
function significantDigits(text: string): string {
  const plain = parseDecimal(text.replace(/[^\d]/g, '') || '0')!;
  const trailing = /[.,](\d+)$/.exec(text.trim())?.[1];
  const digits = text.replace(/[^\d]/g, '');
  const separators = text.replace(/[\d\s+-]/g, '');
  const grouped = separators.length > 1 && new Set(separators).size === 1;
  if (trailing === undefined || grouped) return plain === '0' ? '' : plain;
  const kept = digits.slice(0, digits.length - trailing.length) + trailing.replace(/0+$/, '');
  return kept.replace(/^0+/, '');
}
