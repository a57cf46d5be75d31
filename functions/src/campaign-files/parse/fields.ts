import { z } from 'zod';
import { parseDay } from '../../domain/campaign/calendar.ts';
import type { Day } from '../../domain/campaign/period.ts';
import { cleanText } from '../../domain/form/text.ts';
import type { CodeOf, FieldShape } from '../../domain/issue.ts';
import {
  type Decimal,
  divideRounded,
  fromScaled,
  parseDecimal,
  toScaled,
} from '../../domain/numbers/decimal.ts';
import { type Micropoints, micropointsOf } from '../../domain/numbers/micropoints.ts';

/** What a field's zod schema says about itself, so that a wrong value becomes the right issue. */
export interface FieldMeta {
  readonly expected?: FieldShape;
  readonly code?: CodeOf;
}

/** Letters and digits, with single dots, hyphens and underscores between: safe in a path, a sheet and a formula. */
const CODE = /^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/;
const MOST_CODE_LENGTH = 64;
const MOST_TEXT_LENGTH = 2000;
/** More points than any table gives; nine hundred times as many micropoints are still a safe integer. */
export const MOST_POINTS = 10_000_000;

export const isCode = (text: string): boolean => text.length <= MOST_CODE_LENGTH && CODE.test(text);

/** A code that stands for something of the given kind. */
export const code = (what: CodeOf) =>
  z
    .string()
    .transform(cleanText)
    .refine(isCode)
    .meta({ code: what } satisfies FieldMeta);

/** Several codes in one cell: "DP1;DP2". */
export const codes = (what: CodeOf) =>
  z
    .string()
    .transform((raw) =>
      cleanText(raw)
        .split(/[;|,\s]+/)
        .filter(Boolean),
    )
    .refine((all) => all.every(isCode))
    .meta({ code: what } satisfies FieldMeta);

export const text = z
  .string()
  .transform(cleanText)
  .refine((value) => value !== '' && value.length <= MOST_TEXT_LENGTH)
  .meta({ expected: 'text' } satisfies FieldMeta);

const decimalWhere = (expected: FieldShape, holds: (value: number) => boolean) =>
  z
    .union([z.string(), z.number()])
    .transform((raw) => parseDecimal(typeof raw === 'string' ? raw.trim() : raw) as Decimal)
    .refine((value) => value !== undefined && holds(Number(value)))
    .meta({ expected } satisfies FieldMeta);

const pointsWhere = (expected: FieldShape, holds: (value: number) => boolean) =>
  decimalWhere(expected, holds)
    .refine((value) => Math.abs(Number(value)) <= MOST_POINTS, { params: { expected: 'points_in_range' } })
    .transform((value): Micropoints => micropointsOf(value))
    .meta({ expected } satisfies FieldMeta);

/** 0.42, "42%" or a quotient such as "1/7". */
export const coefficient = z
  .union([z.string(), z.number()])
  .transform((raw) => (parseQuotient(raw) ?? parseRatio(raw)) as Decimal)
  .refine((value) => value !== undefined && Number(value) > 0)
  .meta({ expected: 'coefficient' } satisfies FieldMeta);

export const decimalAboveZero = decimalWhere('number_above_zero', (value) => value > 0);
export const points = pointsWhere('number', () => true);
export const pointsAboveZero = pointsWhere('number_above_zero', (value) => value > 0);
export const pointsNotNegative = pointsWhere('number_not_negative', (value) => value >= 0);
export const pointsNotPositive = pointsWhere('number_not_positive', (value) => value <= 0);

/** 0.2 or "20%". */
export const ratio = z
  .union([z.string(), z.number()])
  .transform((raw) => parseRatio(raw) as Decimal)
  .refine((value) => value !== undefined && Number(value) >= 0 && Number(value) <= 1)
  .meta({ expected: 'ratio' } satisfies FieldMeta);

/** A ratio that may be a quotient: "2/3". */
export const share = z
  .union([z.string(), z.number()])
  .transform((raw) => (parseQuotient(raw) ?? parseRatio(raw)) as Decimal)
  .refine((value) => value !== undefined && Number(value) >= 0 && Number(value) <= 1)
  .meta({ expected: 'share' } satisfies FieldMeta);

/** A share of an exemplar's points in hundredths of a percent: "105%" and 1.05 are 10500. */
export const baselineShare = z
  .union([z.string(), z.number()])
  .transform((raw) => Number(parseRatio(raw) ?? Number.NaN) * 10_000)
  .transform((value) => Math.round(value * 1e6) / 1e6)
  .refine((value) => Number.isInteger(value) && value >= 1 && value <= 1_000_000)
  .meta({ expected: 'baseline_share' } satisfies FieldMeta);

/** A share as a decimal: "20%" and 0.2 are the same. */
export function parseRatio(raw: string | number): Decimal | undefined {
  const percent = typeof raw === 'string' ? /^(.*\S)\s*%$/.exec(raw.trim()) : null;
  if (!percent) return parseDecimal(typeof raw === 'string' ? raw.trim() : raw);
  const whole = parseDecimal(percent[1]!);
  return whole === undefined ? undefined : parseDecimal(`${whole}e-2`);
}

/** "0.5/7", to as many decimals as are kept. */
function parseQuotient(raw: string | number): Decimal | undefined {
  const [numerator, denominator, ...others] = String(raw)
    .split('/')
    .map((part) => parseDecimal(part.trim()));
  if (numerator === undefined || denominator === undefined || others.length > 0) return undefined;
  if (Number(denominator) <= 0) return undefined;
  return fromScaled(divideRounded(toScaled(numerator) * toScaled('1' as Decimal), toScaled(denominator)));
}

export const wholeNumber = (least: number, most: number) =>
  z
    .union([
      z
        .string()
        .regex(/^\d{1,9}$/)
        .transform(Number),
      z.number(),
    ])
    .refine((value) => Number.isSafeInteger(value) && value >= least && value <= most)
    .meta({ expected: 'whole_number' } satisfies FieldMeta);

const YES = ['yes', 'true', '1', 'có'];
const NO = ['no', 'false', '0', 'không'];

export const yesNo = z
  .union([z.string(), z.boolean()])
  .transform((raw) => (typeof raw === 'boolean' ? raw : readYesNo(cleanText(raw).toLowerCase())) as boolean)
  .refine((value) => value !== undefined)
  .meta({ expected: 'yes_no' } satisfies FieldMeta);

export function readYesNo(word: string): boolean | undefined {
  return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
}

export const day = z
  .string()
  .transform((raw) => parseDay(raw.trim()) as Day)
  .refine((value) => value !== undefined)
  .meta({ expected: 'day' } satisfies FieldMeta);

export const timeZone = z
  .string()
  .refine(isTimeZone)
  .meta({ expected: 'time_zone' } satisfies FieldMeta);

function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
