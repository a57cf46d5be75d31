import { DateTime } from 'luxon';
import { Exception, unsupported } from './errors.ts';

/**
 * A moment in a time zone, by a pattern of Java's SimpleDateFormat in English.
 * @throws Exception for no date or an unknown zone, Error for a letter that is not known here
 */
export function formatDate(date: unknown, timeZone: string, pattern: string): string {
  if (!(date instanceof Date) || Number.isNaN(date.getTime()))
    throw new Exception(
      "The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    );
  const at = DateTime.fromMillis(date.getTime(), { zone: zoneName(timeZone), locale: 'en-US' });
  if (!at.isValid) throw new Exception(`Invalid argument: timeZone ${timeZone}`);
  return piecesOf(pattern)
    .map(({ text, literal }) => (literal ? text : show(at, text)))
    .join('');
}

/** Java's `GMT+7` is luxon's `UTC+7`. */
const zoneName = (timeZone: string) => timeZone.replace(/^GMT(?=[+-]|$)/, 'UTC');

function piecesOf(pattern: string): { text: string; literal: boolean }[] {
  const pieces = pattern.match(/'(?:[^']|'')*'|([A-Za-z])\1*|[^A-Za-z']+/g) ?? [];
  return pieces.map((piece) => {
    if (piece === "''") return { text: "'", literal: true };
    if (piece.startsWith("'")) return { text: piece.slice(1, -1).replaceAll("''", "'"), literal: true };
    return { text: piece, literal: !/^[A-Za-z]/.test(piece) };
  });
}

/** One run of a letter: its number padded to its length, or a name. */
function show(at: DateTime, letters: string): string {
  const length = letters.length;
  const padded = (number: number) => String(number).padStart(length, '0');
  switch (letters[0]) {
    case 'y':
      return length === 2 ? String(at.year % 100).padStart(2, '0') : padded(at.year);
    case 'M':
    case 'L':
      return length >= 4 ? at.toFormat('LLLL') : length === 3 ? at.toFormat('LLL') : padded(at.month);
    case 'd':
      return padded(at.day);
    case 'D':
      return padded(at.ordinal);
    case 'E':
      return at.toFormat(length >= 4 ? 'cccc' : 'ccc');
    case 'u':
      return padded(at.weekday);
    case 'a':
      return at.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return padded(at.hour);
    case 'k':
      return padded(at.hour || 24);
    case 'K':
      return padded(at.hour % 12);
    case 'h':
      return padded(at.hour % 12 || 12);
    case 'm':
      return padded(at.minute);
    case 's':
      return padded(at.second);
    case 'S':
      return padded(at.millisecond);
    case 'z':
      return at.toFormat(length >= 4 ? 'ZZZZZ' : 'ZZZZ');
    case 'Z':
      return at.toFormat('ZZZ');
    case 'X':
      if (at.offset === 0) return 'Z';
      return length === 1 ? at.toFormat('ZZZ').slice(0, 3) : at.toFormat(length === 2 ? 'ZZZ' : 'ZZ');
    default:
      throw unsupported(`The letter "${letters[0]}" in a pattern of Utilities.formatDate`);
  }
}
