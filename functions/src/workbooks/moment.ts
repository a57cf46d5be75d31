import type { Day } from '../domain/campaign/period.ts';
import { formatDay } from '../messages/vi/format.ts';

/** Day 0 of a sheet's calendar: 1899-12-30. */
const SHEET_EPOCH_MS = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/** A moment as a sheet counts time: days of the place's own calendar and clock, to the second. */
export function momentCell(at: Date, timeZone: string): number {
  return Math.round(((localTime(at, timeZone) - SHEET_EPOCH_MS) / DAY_MS) * 1e6) / 1e6;
}

/** "14:05 ngày 03/04/2024" by the place's own calendar and clock. */
export function momentText(at: Date, timeZone: string): string {
  const local = new Date(localTime(at, timeZone)).toISOString();
  return `${local.slice(11, 16)} ngày ${dayText(at, timeZone)}`;
}

/** "03/04/2024" by the place's own calendar. */
export function dayText(at: Date, timeZone: string): string {
  const local = new Date(localTime(at, timeZone)).toISOString();
  return formatDay(local.slice(0, 10) as Day);
}

/** What calendar and clock show there, as if it were UTC. */
function localTime(at: Date, timeZone: string): number {
  const part = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formats.set(timeZone, made);
  return made;
}
