import type { At } from '../at.ts';
import type { Issue } from '../issue.ts';
import { type Decimal, fromScaled, parseDecimal, toScaled } from '../numbers/decimal.ts';
import { cleanText, excerptOf, isCellError, levelText, textOfCell } from './text.ts';

/**
 * sheet: typed by people, where "1.234" is one thousand or one and a bit. file: written by programs, where the
 * point is the decimal sign; what is no plain number is then read as people write.
 */
export type NumberMode = 'sheet' | 'file';

export type NumberReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly value: Decimal }
  | { readonly kind: 'ambiguous'; readonly text: string; readonly readings: readonly Decimal[] }
  | { readonly kind: 'percent_unclear'; readonly readings: readonly Decimal[] }
  | { readonly kind: 'cell_error'; readonly text: string }
  | { readonly kind: 'looks_like_date'; readonly text: string; readonly perhaps: Decimal }
  | { readonly kind: 'not_a_number'; readonly text: string };

/**
 * Reads a number as people write it: a cell's own number, "1.234,5", "1,234.5", "1 234,5", "12,5", full-width
 * digits, and its own unit of measure behind it ("85%" where the measure is %, "12 cuộc" where it is cuộc).
 */
export function readNumber(value: unknown, mode: NumberMode, measure?: string): NumberReading {
  if (typeof value === 'number') return readOwnNumber(value, mode, measure);
  const text = textOfCell(value);
  if (text === '') return { kind: 'blank' };
  if (isCellError(text)) return { kind: 'cell_error', text };
  const bare = typeof value === 'string' ? withoutMeasure(asciiOf(text), measure) : '';
  const plain = mode === 'file' ? parseDecimal(bare) : undefined;
  return plain === undefined ? readWritten(bare, text) : { kind: 'number', value: plain };
}

/** What stands in the way of reading a number. */
export function numberIssue(reading: NumberReading, at: At): Issue | undefined {
  switch (reading.kind) {
    case 'blank':
    case 'number':
      return undefined;
    case 'ambiguous':
      return { code: 'number_ambiguous', text: reading.text, readings: reading.readings, at };
    case 'percent_unclear':
      return { code: 'percent_unclear', readings: reading.readings, at };
    case 'looks_like_date':
      return { code: 'looks_like_date', text: reading.text, perhaps: reading.perhaps, at };
    case 'cell_error':
    case 'not_a_number':
      return { code: reading.kind, text: reading.text, at };
  }
}

/** The cell that reads back as exactly this decimal: a number where a double holds it, else text. */
export function numberCell(decimal: Decimal, measure?: string): number | string {
  const number = Number(decimal);
  if (String(number) === decimal && !looksLikePercentFormat(number, measure)) return number;
  return clearText(decimal);
}

/** A decimal written so that it has one meaning only: "1,234" could be a thousand, "1,2340" cannot. */
export function clearText(decimal: Decimal): string {
  const text = decimal.replace('.', ',');
  return /^-?[1-9]\d{0,2},\d{3}$/.test(text) ? `${text}0` : text;
}

function readOwnNumber(value: number, mode: NumberMode, measure: string | undefined): NumberReading {
  const decimal = parseDecimal(value);
  if (decimal === undefined) return { kind: 'not_a_number', text: String(value) };
  if (mode === 'file' || !looksLikePercentFormat(value, measure)) return { kind: 'number', value: decimal };
  const hundredfold = fromScaled(toScaled(decimal) * 100n);
  return { kind: 'percent_unclear', readings: [decimal, hundredfold] };
}

/**
 * Google Sheets turns a typed "85%" into the number 0.85, and "105%" into 1.05. Under a measure of % such a small
 * number may be meant either way, a hundredfold apart: the person is asked rather than guessed at.
 */
function looksLikePercentFormat(value: number, measure: string | undefined): boolean {
  return measure !== undefined && levelText(measure) === '%' && value !== 0 && Math.abs(value) <= 2;
}

function readWritten(bare: string, text: string): NumberReading {
  const negative = bare.startsWith('-');
  const readings = readingsOf(bare.replace(/^[+-]/, ''))
    .map((plain) => parseDecimal(negative ? `-${plain}` : plain))
    .filter((decimal) => decimal !== undefined);
  const [first] = readings;
  if (first === undefined) {
    const perhaps = numberBehindDate(bare);
    if (perhaps !== undefined) return { kind: 'looks_like_date', text: excerptOf(text), perhaps };
    return { kind: 'not_a_number', text: excerptOf(text) };
  }
  return readings.length === 1
    ? { kind: 'number', value: first }
    : { kind: 'ambiguous', text: excerptOf(text), readings };
}

/**
 * In a Vietnamese sheet a typed 12.5 becomes the day 12 May. Given a day, with or without a year and an hour, the
 * number that may have been meant: 12.5.
 */
function numberBehindDate(text: string): Decimal | undefined {
  const found = DAYS.map((day) => day.exec(text)?.groups).find((groups) => groups !== undefined);
  const [first, second] = [Number(found?.first), Number(found?.second)];
  const isDay = (day: number, month: number) => day >= 1 && day <= 31 && month >= 1 && month <= 12;
  return isDay(first, second) || isDay(second, first) ? parseDecimal(`${first}.${second}`) : undefined;
}

const DAYS = [
  /^(?<first>\d{1,2})[/.-](?<second>\d{1,2})(?:[/.-](?:\d{2}|\d{4}))?(?: .*)?$/,
  /^\d{4}[/.-](?<second>\d{1,2})[/.-](?<first>\d{1,2})(?:[ T].*)?$/,
];

/** Every plain spelling that the digits can mean: none, one, or two where a lone separator precedes three digits. */
function readingsOf(digits: string): readonly string[] {
  if (/^\d+$/.test(digits)) return [digits];
  const lone = /^(\d*)[.,](\d+)$/.exec(digits);
  if (lone) {
    const [, whole = '', fraction = ''] = lone;
    const decimal = `${whole === '' ? '0' : whole}.${fraction}`;
    return /^[1-9]\d{0,2}$/.test(whole) && fraction.length === 3 ? [decimal, whole + fraction] : [decimal];
  }
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(digits))
    return [digits.replaceAll('.', '').replace(',', '.')];
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(digits)) return [digits.replaceAll(',', '')];
  if (/^[1-9]\d{0,2}(?: \d{3})+(?:[.,]\d+)?$/.test(digits))
    return [digits.replaceAll(' ', '').replace(',', '.')];
  return [];
}

/**
 * Full-width digits and signs and the typographic minus as their ASCII selves. Not NFKC: it would read 5² as 52.
 */
function asciiOf(text: string): string {
  return text
    .replace(/[\uFF01-\uFF5E]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/\u2212/g, '-');
}

function withoutMeasure(text: string, measure: string | undefined): string {
  const suffix = measure === undefined ? '' : cleanText(measure).toLowerCase();
  return suffix !== '' && text.toLowerCase().endsWith(suffix)
    ? text.slice(0, text.length - suffix.length).trimEnd()
    : text;
}
