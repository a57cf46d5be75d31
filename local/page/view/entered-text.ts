import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { shiftPoint } from '../../sheets/cells/decimal.ts';
import { readEntered } from '../../sheets/cells/entered.ts';
import { type Locale, localeOf } from '../../sheets/cells/locale.ts';
import { formatNumber } from '../../sheets/cells/number-format.ts';

/**
 * What one would type to get a cell's value, as the formula bar shows it: the formula, the number in full, the text.
 * A text that typing would read as something else gets the apostrophe that keeps it a text.
 */
export function enteredText(
  value: api.Schema$ExtendedValue | undefined,
  format: api.Schema$NumberFormat | undefined,
  localeName: string,
): string {
  if (value === undefined) return '';
  if (typeof value.formulaValue === 'string') return value.formulaValue;
  if (typeof value.boolValue === 'boolean') return value.boolValue ? 'TRUE' : 'FALSE';
  const locale = localeOf(localeName);
  if (typeof value.numberValue === 'number') return enteredNumber(value.numberValue, format, locale);
  const text = value.stringValue ?? '';
  if (format?.type === 'TEXT' || text === '') return text;
  return readEntered(text, locale).value.stringValue === text ? text : `'${text}`;
}

function enteredNumber(value: number, format: api.Schema$NumberFormat | undefined, locale: Locale): string {
  const plain = (number: number) => String(number).replace('.', locale.decimal);
  switch (format?.type) {
    case 'PERCENT':
      return `${plain(shiftPoint(value, 2))}%`;
    case 'DATE':
    case 'TIME':
    case 'DATE_TIME':
      return enteredMoment(value, format.type, locale) ?? plain(value);
    default:
      return plain(value);
  }
}

const DATES: Readonly<Record<string, string>> = {
  dmy: 'dd/mm/yyyy',
  mdy: 'mm/dd/yyyy',
  ymd: 'yyyy-mm-dd',
};

/** 31 December 9999; before 1900 and after it nobody types dates. */
const LAST_DAY = 2_958_465;

/** Undefined when typing that text would not give the very moment back. */
function enteredMoment(
  value: number,
  type: 'DATE' | 'TIME' | 'DATE_TIME',
  locale: Locale,
): string | undefined {
  if (value < 0 || value > LAST_DAY) return undefined;
  const date = DATES[locale.dateOrder] ?? DATES.ymd!;
  const withTime = type === 'TIME' || !Number.isInteger(value);
  const pattern = [...(type === 'TIME' ? [] : [date]), ...(withTime ? ['hh:mm:ss'] : [])].join(' ');
  const text = formatNumber(value, { type, pattern }, locale);
  const back = readEntered(text, locale).value.numberValue;
  return typeof back === 'number' && Math.abs(back - value) < 0.5 / 86_400 ? text : undefined;
}
