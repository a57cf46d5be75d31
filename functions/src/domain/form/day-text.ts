import { parseDay } from '../campaign/calendar.ts';
import type { Day } from '../campaign/period.ts';
import { excerptOf, textOfCell } from './text.ts';

export type DayReading =
  | { readonly value: Day }
  | { readonly issue: { readonly code: 'not_a_day'; readonly text: string } };

/**
 * Reads a day: 31/3/2024 in the Vietnamese order with any of / - . between, 2024-03-31, or the serial number that a
 * sheet keeps for a date (days since 30/12/1899). Two-digit years are asked about, not guessed.
 */
export function readDay(value: unknown): DayReading {
  const day = typeof value === 'number' ? dayOfSerial(value) : dayOfText(textOfCell(value));
  return day === undefined
    ? { issue: { code: 'not_a_day', text: excerptOf(textOfCell(value)) } }
    : { value: day };
}

/** The cell that shows a day as a date in whatever format the column has. */
export function dayCell(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY + DAYS_BEFORE_1970;
}

const MS_PER_DAY = 86_400_000;
/** From 30 December 1899, day 0 of a sheet, to 1 January 1970. */
const DAYS_BEFORE_1970 = 25_569;
/** 1 January 1930 to 31 December 2199: smaller numbers are counts, not dates. */
const FIRST_SERIAL = 10_959;
const LAST_SERIAL = 109_574;

function dayOfSerial(serial: number): Day | undefined {
  const whole = Math.floor(serial);
  if (whole < FIRST_SERIAL || whole > LAST_SERIAL) return undefined;
  return parseDay(new Date((whole - DAYS_BEFORE_1970) * MS_PER_DAY).toISOString().slice(0, 10));
}

function dayOfText(text: string): Day | undefined {
  const [, day, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text) ?? [];
  if (year === undefined) return parseDay(text);
  return parseDay(`${year}-${month!.padStart(2, '0')}-${day!.padStart(2, '0')}`);
}
