import type { sheets_v4 as api } from 'googleapis/build/src/apis/sheets/v4.js';
import { roundTo, shiftPoint } from './decimal.ts';
import type { Locale } from './locale.ts';
import { fromSerial, isInCalendar, type Moment } from './serial.ts';

/** What a format shows when its pattern is left out. */
const DEFAULT_PATTERN: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"$"#,##0.00',
  SCIENTIFIC: '0.00E+00',
  TIME: 'h:mm:ss',
};

const isDateType = (type: string | null | undefined) =>
  type === 'DATE' || type === 'TIME' || type === 'DATE_TIME';

/** Whether numbers in this format are moments, which `FORMATTED_STRING` gives as text. */
export const showsMoment = (format: api.Schema$NumberFormat | undefined): boolean => isDateType(format?.type);

/** A number as the sheet shows it. */
export function formatNumber(
  value: number,
  format: api.Schema$NumberFormat | undefined,
  locale: Locale,
): string {
  const pattern = format?.pattern || defaultPattern(format?.type, locale);
  if (pattern === undefined || /^(general|@)$/i.test(pattern)) return formatGeneral(value, locale);
  const sections = splitSections(pattern);
  const chosen =
    value < 0 ? (sections[1] ?? sections[0]!) : value === 0 ? (sections[2] ?? sections[0]!) : sections[0]!;
  const magnitude = value < 0 && sections[1] !== undefined ? -value : value;
  const tokens = tokenize(chosen);
  if (tokens.some(({ kind }) => kind === 'moment'))
    return isInCalendar(value) ? formatMoment(value, tokens) : formatGeneral(value, locale);
  return formatDigits(magnitude, tokens, locale);
}

function defaultPattern(
  type: string | null | undefined,
  { dateOrder, dateSeparator }: Locale,
): string | undefined {
  const letters: Record<string, string> = { d: 'd', m: 'm', y: 'yyyy' };
  const date = [...dateOrder].map((letter) => letters[letter]).join(dateSeparator);
  if (type === 'DATE') return date;
  if (type === 'DATE_TIME') return `${date} h:mm:ss`;
  return DEFAULT_PATTERN[type ?? ''];
}

/** Ten significant digits; whole numbers in full up to fifteen. */
function formatGeneral(value: number, { decimal }: Locale): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e15 || size < 1e-9) {
    const [digits, exponent] = value.toExponential(5).split('e') as [string, string];
    const power = exponent.replace(/^([+-])(\d)$/, '$10$2');
    return `${Number(digits)}E${power}`.replace('.', decimal);
  }
  const text = Number.isInteger(value) ? value.toFixed(0) : trimZeros(toDecimal(value, 10));
  return text.replace('.', decimal);
}

const trimZeros = (text: string) => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

function toDecimal(value: number, digits: number): string {
  const places = Math.max(0, digits - 1 - Math.floor(Math.log10(Math.abs(value))));
  return roundHalfAway(value, Math.min(places, 20));
}

function roundHalfAway(value: number, places: number): string {
  const rounded = roundTo(value, places);
  // JavaScript writes a hundred places at most, and there are no digits beyond.
  const known = Math.min(places, 100);
  return (rounded === 0 ? 0 : rounded).toFixed(known) + '0'.repeat(places - known);
}

interface Token {
  kind: 'literal' | 'digits' | 'moment' | 'percent' | 'exponent';
  text: string;
}

function splitSections(pattern: string): string[] {
  return pattern.match(/(?:"[^"]*"|\\.|[^;"\\])+|(?<=;)(?=;|$)/g) ?? [''];
}

/** What a pattern is made of, in the order it is tried. The group, when there is one, is what is shown. */
const TOKENS: readonly (readonly [Token['kind'], RegExp])[] = [
  ['literal', /^"([^"]*)"/],
  ['literal', /^\\(.)/],
  ['literal', /^\[\$([^\]-]*)[^\]]*\]/],
  ['moment', /^(am\/pm|a\/p|\[h+\]|\[m+\]|\[s+\]|y+|m+|d+|h+|s+)/i],
  // Colours and conditions in brackets, and padding, show nothing.
  ['literal', /^\[[^\]]*\]()/],
  ['literal', /^_.()/],
  ['literal', /^\*.()/],
  ['exponent', /^E[+-](0+)/i],
  ['digits', /^([0#?][0#?,]*(?:\.[0#?]*)?|\.[0#?]+)/],
  ['percent', /^(%)/],
  ['literal', /^(.)/s],
];

function tokenize(section: string): Token[] {
  const tokens: Token[] = [];
  for (let rest = section; rest !== ''; ) {
    for (const [kind, pattern] of TOKENS) {
      const found = pattern.exec(rest);
      if (!found) continue;
      tokens.push({ kind, text: found[1]! });
      rest = rest.slice(found[0].length);
      break;
    }
  }
  return tokens;
}

function formatDigits(value: number, tokens: Token[], { decimal, group }: Locale): string {
  const digits = tokens.find(({ kind }) => kind === 'digits')?.text ?? '';
  const exponent = tokens.find(({ kind }) => kind === 'exponent')?.text;
  const [whole = '', fraction = ''] = digits.split('.');
  const percents = tokens.filter(({ kind }) => kind === 'percent').length;
  let number = shiftPoint(value, 2 * percents);
  const thousands = /,+$/.exec(whole)?.[0].length ?? 0;
  if (thousands > 0) number /= 1000 ** thousands;
  let power = 0;
  if (exponent !== undefined && number !== 0) {
    power = Math.floor(Math.log10(Math.abs(number)));
    number = shiftPoint(number, -power);
  }
  const text = roundHalfAway(number, fraction.length);
  const [int = '0', places = ''] = text.replace('-', '').split('.');
  const least = [...whole].filter((mark) => mark === '0').length;
  let shown = (int === '0' && least === 0 ? '' : int).padStart(least, '0');
  if (/[0#?],+[0#?]/.test(whole)) shown = shown.replace(/\B(?=(\d{3})+(?!\d))/g, group);
  const kept = fraction.replaceAll(/[#?]+$/g, '').length;
  let cut = places;
  while (cut.length > kept && cut.endsWith('0')) cut = cut.slice(0, -1);
  if (cut !== '' || digits.endsWith('.')) shown += decimal + cut;
  const sign = text.startsWith('-') ? '-' : '';
  const printed = tokens.map(({ kind, text: literal }) => {
    if (kind === 'digits') return shown;
    if (kind === 'exponent')
      return `E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(literal.length, '0')}`;
    return literal;
  });
  return sign + printed.join('');
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const two = (number: number) => String(number).padStart(2, '0');

function formatMoment(serial: number, tokens: Token[]): string {
  const moment = fromSerial(serial);
  const half = tokens.some(({ text }) => /^(am\/pm|a\/p)$/i.test(text));
  const moments = tokens.filter(({ kind }) => kind === 'moment');
  return tokens
    .map((token) => {
      if (token.kind !== 'moment') return token.text;
      const at = moments.indexOf(token);
      // m means minutes after hours or before seconds, else months.
      const minutes =
        /^\[?h/i.test(moments[at - 1]?.text ?? '') || /^\[?s/i.test(moments[at + 1]?.text ?? '');
      return formatPart(token.text.toLowerCase(), moment, serial, half, minutes);
    })
    .join('');
}

function formatPart(part: string, moment: Moment, serial: number, half: boolean, minutes: boolean): string {
  const { year, month, day, hour, minute, second, weekday } = moment;
  const hours = half ? hour % 12 || 12 : hour;
  if (part.startsWith('[h')) return String(Math.floor(serial * 24 + 1e-9)).padStart(part.length - 2, '0');
  if (part.startsWith('[m')) return String(Math.floor(serial * 1440 + 1e-9)).padStart(part.length - 2, '0');
  if (part.startsWith('[s')) return String(Math.round(serial * 86_400)).padStart(part.length - 2, '0');
  if (part === 'am/pm') return hour < 12 ? 'AM' : 'PM';
  if (part === 'a/p') return hour < 12 ? 'A' : 'P';
  if (part[0] === 'y') return part.length <= 2 ? two(year % 100) : String(year);
  if (part[0] === 'h') return part.length === 1 ? String(hours) : two(hours);
  if (part[0] === 's') return part.length === 1 ? String(second) : two(second);
  if (part[0] === 'm' && minutes && part.length <= 2) return part.length === 1 ? String(minute) : two(minute);
  if (part[0] === 'm')
    return (
      [String(month), two(month), MONTHS[month - 1]!.slice(0, 3), MONTHS[month - 1]!, MONTHS[month - 1]![0]!][
        part.length - 1
      ] ?? MONTHS[month - 1]!
    );
  return [String(day), two(day), DAYS[weekday]!.slice(0, 3)][part.length - 1] ?? DAYS[weekday]!;
}
