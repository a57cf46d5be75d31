const DAY_MS = 86_400_000;
/** Day 0 of a spreadsheet. */
const EPOCH_MS = Date.UTC(1899, 11, 30);

export interface Moment {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 is Sunday. */
  weekday: number;
}

/** Days since 1899-12-30; undefined when there is no such day. */
export function toSerial(year: number, month: number, day: number): number | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  date.setUTCFullYear(year);
  const real =
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real ? (date.getTime() - EPOCH_MS) / DAY_MS : undefined;
}

/** Whether a serial number has a day at all: JavaScript's calendar ends in the year 275760. */
export function isInCalendar(serial: number): boolean {
  return Math.abs((serial * DAY_MS + EPOCH_MS) / DAY_MS) <= LAST_DAY;
}

/** Days from 1970 that a Date can hold; one less than all, for the rounding to seconds. */
const LAST_DAY = 99_999_999;

/** The calendar's reading of a serial number, to the nearest second. */
export function fromSerial(serial: number): Moment {
  const date = new Date(EPOCH_MS + Math.round((serial * DAY_MS) / 1000) * 1000);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    weekday: date.getUTCDay(),
  };
}
