import { toMillionths } from './millionths.ts';

/**
 * A number as people write it, kept exactly: canonical text such as "12.5", "-3" or "0".
 * Values travel and are stored as this text, so that no binary float ever decides a tie.
 */
export type Decimal = string & { readonly __decimal: true };

/** Decimals kept of a value; what a sheet's formula gives beyond them is rounded half away from zero. */
export const DECIMAL_PLACES = 12;
const SCALE = 10n ** BigInt(DECIMAL_PLACES);
const SCALED_PER_MILLIONTH = SCALE / 1_000_000n;
/** What the functions below write; sums may have more digits than anybody may type. */
const CANONICAL = /^(-?)(\d+)(?:\.(\d{1,12}))?$/;
const PLAIN = /^([+-]?)(\d{1,18})(?:\.(\d*))?$/;
const EXPONENT = /^([+-]?)(\d+)(?:\.(\d*))?[eE]([+-]?\d{1,3})$/;

/** Reads a finite number or plain decimal text ("-12.50"); anything else is undefined. Lenient spellings are the forms' business. */
export function parseDecimal(value: unknown): Decimal | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? fromText(String(value)) : undefined;
  return typeof value === 'string' ? fromText(value) : undefined;
}

/** A decimal as a whole number of 10^-12, for exact arithmetic. */
export function toScaled(decimal: Decimal): bigint {
  const millionths = toMillionths(decimal);
  if (!Number.isNaN(millionths)) return BigInt(millionths) * SCALED_PER_MILLIONTH;
  const match = CANONICAL.exec(decimal);
  if (!match) throw new RangeError('not a canonical decimal');
  const magnitude = BigInt(match[2]!) * SCALE + BigInt((match[3] ?? '').padEnd(DECIMAL_PLACES, '0'));
  return match[1] === '-' ? -magnitude : magnitude;
}

/** The decimal of a whole number of 10^-12. */
export function fromScaled(scaled: bigint): Decimal {
  if (scaled % SCALE === 0n) return (scaled / SCALE).toString() as Decimal;
  const magnitude = scaled < 0n ? -scaled : scaled;
  const fraction = (magnitude % SCALE).toString().padStart(DECIMAL_PLACES, '0').replace(/0+$/, '');
  const text = `${magnitude / SCALE}${fraction === '' ? '' : `.${fraction}`}`;
  return (scaled < 0n ? `-${text}` : text) as Decimal;
}

/** The sum of decimals, exact. */
export function sumDecimals(decimals: readonly Decimal[]): Decimal {
  return fromScaled(decimals.reduce((sum, decimal) => sum + toScaled(decimal), 0n));
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const difference = toScaled(a) - toScaled(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** numerator / denominator as a whole number, half away from zero. */
export function divideRounded(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new RangeError('division by zero');
  const negative = numerator < 0n !== denominator < 0n;
  const n = numerator < 0n ? -numerator : numerator;
  const d = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * n + d) / (2n * d);
  return negative ? -rounded : rounded;
}

function fromText(text: string): Decimal | undefined {
  const plain = EXPONENT.test(text) ? withoutExponent(text) : text;
  const match = plain === undefined ? null : PLAIN.exec(plain);
  if (!match) return undefined;
  const digits = match[3] ?? '';
  const scaled = divideRounded(BigInt(match[2]! + digits) * SCALE, 10n ** BigInt(digits.length));
  return fromScaled(match[1] === '-' ? -scaled : scaled);
}

function withoutExponent(text: string): string | undefined {
  const [, sign, whole, fraction = '', power] = EXPONENT.exec(text)!;
  const shift = Number(power);
  if (Math.abs(shift) > 40) return undefined;
  const digits = whole! + fraction;
  const point = whole!.length + shift;
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  if (point >= digits.length)
    return `${sign}${(digits + '0'.repeat(point - digits.length)).replace(/^0+(?=\d)/, '')}`;
  return `${sign}${digits.slice(0, point)}.${digits.slice(point)}`;
}
