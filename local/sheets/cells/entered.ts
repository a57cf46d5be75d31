import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Locale } from './locale.ts';
import { toSerial } from './serial.ts';

/** What typing a text into a cell makes of it: the value, and the number format that typing it sets. */
export interface Entered {
  value: api.Schema$ExtendedValue;
  format?: api.Schema$NumberFormat;
}

/**
 * Reads a text as if typed into the sheet (USER_ENTERED): formula, boolean, number, percent, money, date, time,
 * else the text itself. A leading apostrophe keeps the rest a text.
 */
export function readEntered(text: string, locale: Locale): Entered {
  if (text.startsWith("'")) return { value: { stringValue: text.slice(1) } };
  if (text.startsWith('=') && text.length > 1) return { value: { formulaValue: text } };
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return { value: { boolValue: trimmed.toLowerCase() === 'true' } };
  return readNumber(trimmed, locale) ?? readDateTime(trimmed, locale) ?? { value: { stringValue: text } };
}

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function readNumber(text: string, { decimal, group }: Locale): Entered | undefined {
  const groups = `(?:${/\s/.test(group) ? '\\s' : literally(group)})`;
  const pattern = new RegExp(
    `^(?<open>\\()?(?<sign>[+-])?\\s*(?<money>[$€£¥₫])?\\s*(?<sign2>[+-])?` +
      `(?<whole>\\d{1,3}(?:${groups}\\d{3})+|\\d*)(?:${literally(decimal)}(?<fraction>\\d*))?(?<exponent>[eE][+-]?\\d+)?` +
      `\\s*(?<percent>%)?\\s*(?<money2>[$€£¥₫])?(?<close>\\))?$`,
  );
  const found = pattern.exec(text)?.groups;
  if (!found) return undefined;
  const { open, close, sign, sign2, whole = '', fraction, exponent, percent } = found;
  if ((whole === '' && !fraction) || !!open !== !!close || (sign && sign2)) return undefined;
  const digits = whole.replace(/\D/g, '');
  let number = Number(`${digits || '0'}.${fraction || '0'}${exponent ?? ''}`);
  if (percent) number = Number(`${digits || '0'}.${fraction || '0'}e-2`);
  if (sign === '-' || sign2 === '-' || open) number = -number;
  const places = fraction ? '.00' : '';
  const money = found.money ?? found.money2;
  const value = { numberValue: number };
  if (percent) return { value, format: { type: 'PERCENT', pattern: `0${places}%` } };
  if (money) {
    const body = `#,##0${places}`;
    return {
      value,
      format: { type: 'CURRENCY', pattern: found.money ? `"${money}"${body}` : `${body}"${money}"` },
    };
  }
  if (exponent) return { value, format: { type: 'SCIENTIFIC', pattern: '0.00E+00' } };
  if (digits.length !== whole.length) return { value, format: { type: 'NUMBER', pattern: `#,##0${places}` } };
  return { value };
}

function readDateTime(text: string, locale: Locale): Entered | undefined {
  const [, dateText, timeText] =
    /^(\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4})?(?:(?:^|[ T])(\d{1,2}:\d{2}.*))?$/.exec(text) ?? [];
  const date = dateText === undefined ? undefined : readDate(dateText, locale);
  const time = timeText === undefined ? undefined : readTime(timeText);
  if ((dateText && !date) || (timeText && !time)) return undefined;
  if (date && time)
    return {
      value: { numberValue: date.serial + time.fraction },
      format: { type: 'DATE_TIME', pattern: `${date.pattern} ${time.pattern}` },
    };
  if (date) return { value: { numberValue: date.serial }, format: { type: 'DATE', pattern: date.pattern } };
  if (time) return { value: { numberValue: time.fraction }, format: { type: 'TIME', pattern: time.pattern } };
  return undefined;
}

/** The pattern shows the date as it was typed. */
function readDate(text: string, locale: Locale): { serial: number; pattern: string } | undefined {
  const [, first, separator, second, third] = /^(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})$/.exec(text) ?? [];
  if (first === undefined || second === undefined || third === undefined) return undefined;
  // A dot makes a date only where dates are written with dots.
  if (separator === '.' && locale.dateSeparator !== '.') return undefined;
  const order = first.length > 2 ? 'ymd' : locale.dateOrder === 'ymd' ? 'mdy' : locale.dateOrder;
  const parts: Record<string, string> = {};
  [first, second, third].forEach((digits, i) => {
    parts[order[i]!] = digits;
  });
  const year = Number(parts.y) + (parts.y!.length <= 2 ? (Number(parts.y) < 30 ? 2000 : 1900) : 0);
  const serial = toSerial(year, Number(parts.m), Number(parts.d));
  if (serial === undefined) return undefined;
  const letters = [...order].map((letter) =>
    letter === 'y'
      ? parts.y!.length <= 2
        ? 'yy'
        : 'yyyy'
      : parts[letter]!.length === 2
        ? letter + letter
        : letter,
  );
  return { serial, pattern: letters.join(separator) };
}

function readTime(text: string): { fraction: number; pattern: string } | undefined {
  const [, h, m, s, half] = /^(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([ap]m)?$/i.exec(text) ?? [];
  if (h === undefined || Number(m) > 59 || Number(s ?? 0) > 59 || Number(h) > (half ? 12 : 23))
    return undefined;
  const hour = half ? (Number(h) % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : Number(h);
  const fraction = (hour * 3600 + Number(m) * 60 + Number(s ?? 0)) / 86_400;
  const hours = h.length === 2 ? 'hh' : 'h';
  return { fraction, pattern: `${hours}:mm${s === undefined ? '' : ':ss'}${half ? ' am/pm' : ''}` };
}
