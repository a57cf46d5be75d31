import type { Calendar, Day, Period, PeriodId } from './period.ts';

/**
 * The period of that name, if the campaign's calendar has it: it has the calendar's kind and lies at least
 * partly inside the campaign. The only door to a Period.
 */
export function parsePeriod(id: string, calendar: Calendar): Period | undefined {
  const period = calendar.kind === 'round' ? roundOf(id, calendar) : namedSpan(id, calendar.kind);
  return period !== undefined && isInside(period, calendar) ? period : undefined;
}

/** The period before; undefined for the campaign's first. */
export function previousPeriod(period: Period, calendar: Calendar): Period | undefined {
  return neighbour(period, calendar, -1);
}

/** The period after; undefined for the campaign's last. */
export function nextPeriod(period: Period, calendar: Calendar): Period | undefined {
  return neighbour(period, calendar, 1);
}

/** The campaign's first period; undefined where it has none. */
export function firstPeriod(calendar: Calendar): Period | undefined {
  return calendar.kind === 'round' ? periodsOf(calendar)[0] : periodContaining(calendar.from, calendar);
}

/**
 * The campaign's periods in order, as far as those that begin on `until` at the latest.
 * A campaign without an end needs `until`; without it a RangeError.
 */
export function periodsOf(calendar: Calendar, until: Day | undefined = calendar.to): readonly Period[] {
  if (calendar.kind === 'round')
    return (calendar.rounds ?? [])
      .map((round) => parsePeriod(round.code, calendar))
      .filter((period) => period !== undefined)
      .filter((period) => until === undefined || period.from <= until);
  if (until === undefined) throw new RangeError('an open-ended calendar has no last period');
  const periods: Period[] = [];
  let period: Period | undefined = periodContaining(calendar.from, calendar);
  while (period !== undefined && period.from <= until) {
    periods.push(period);
    period = nextPeriod(period, calendar);
  }
  return periods;
}

/** The period a day lies in; undefined outside the campaign and between named rounds. */
export function periodContaining(day: Day, calendar: Calendar): Period | undefined {
  if (calendar.kind !== 'round') return parsePeriod(spanName(day, calendar.kind), calendar);
  const round = calendar.rounds?.find(({ from, to }) => from <= day && day <= to);
  return round === undefined ? undefined : parsePeriod(round.code, calendar);
}

/**
 * The year whose cumulative figures a period adds to: "since January". A week belongs to the year of its
 * Thursday (ISO 8601), a named round to the year of its first day.
 */
export function yearOf(period: Period): number {
  return Number(decidingDay(period).slice(0, 4));
}

/** 1 to 4, by the same day as the year; undefined for a whole year. */
export function quarterOf(period: Period): number | undefined {
  if (period.kind === 'year') return undefined;
  return Math.ceil(Number(decidingDay(period).slice(5, 7)) / 3);
}

/** A day that exists: "2024-02-29". */
export function parseDay(text: string): Day | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && dayOfNumber(at / MS_PER_DAY) === text ? (text as Day) : undefined;
}

export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days);
}

// Days are counted as whole numbers since 1970-01-01 in UTC, where every day has 24 hours: no clock, no zone.
const MS_PER_DAY = 86_400_000;
/** Since 1970-01-01. */
export const dayNumber = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY;
const dayOfNumber = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10) as Day;

/** 1 is Monday. 1970-01-01 was a Thursday. */
export const weekdayOf = (day: Day): number => ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;

function decidingDay(period: Period): Day {
  return period.kind === 'week' ? addDays(period.from, 3) : period.from;
}

function isInside(period: Period, calendar: Calendar): boolean {
  return period.to >= calendar.from && (calendar.to === undefined || period.from <= calendar.to);
}

function neighbour(period: Period, calendar: Calendar, step: 1 | -1): Period | undefined {
  if (calendar.kind !== 'round')
    return periodContaining(step === 1 ? addDays(period.to, 1) : addDays(period.from, -1), calendar);
  const rounds = calendar.rounds ?? [];
  const index = rounds.findIndex(({ code }) => code === period.id);
  const code = index === -1 ? undefined : rounds[index + step]?.code;
  return code === undefined ? undefined : parsePeriod(code, calendar);
}

function roundOf(code: string, calendar: Calendar): Period | undefined {
  const round = calendar.rounds?.find((each) => each.code === code);
  return round && { id: code as PeriodId, kind: 'round', from: round.from, to: round.to, name: round.name };
}

type SpanKind = Exclude<Calendar['kind'], 'round'>;

function namedSpan(id: string, kind: SpanKind): Period | undefined {
  const span = SPANS[kind](id);
  return span && { id: id as PeriodId, kind, ...span };
}

type Span = { readonly from: Day; readonly to: Day };
const SPANS: Readonly<Record<SpanKind, (id: string) => Span | undefined>> = {
  month: (id) => {
    const [, year, month] = /^([12]\d{3})-(0[1-9]|1[0-2])$/.exec(id) ?? [];
    return year ? months(Number(year), Number(month), 1) : undefined;
  },
  quarter: (id) => {
    const [, year, quarter] = /^([12]\d{3})-Q([1-4])$/.exec(id) ?? [];
    return year ? months(Number(year), Number(quarter) * 3 - 2, 3) : undefined;
  },
  year: (id) => (/^[12]\d{3}$/.test(id) ? months(Number(id), 1, 12) : undefined),
  week: (id) => {
    const [, year, week] = /^([12]\d{3})-W(\d{2})$/.exec(id) ?? [];
    if (!year) return undefined;
    const from = addDays(firstMonday(Number(year)), (Number(week) - 1) * 7);
    return spanName(from, 'week') === id ? { from, to: addDays(from, 6) } : undefined;
  },
};

function months(year: number, first: number, count: number): Span {
  const end = first + count;
  const next = end > 12 ? firstOf(year + 1, end - 12) : firstOf(year, end);
  return { from: firstOf(year, first), to: addDays(next, -1) };
}

const firstOf = (year: number, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01` as Day;

/** The Monday of ISO week 1, the week with the year's 4 January in it. */
function firstMonday(year: number): Day {
  const fourth = `${year}-01-04` as Day;
  return addDays(fourth, 1 - weekdayOf(fourth));
}

function spanName(day: Day, kind: SpanKind): string {
  const year = day.slice(0, 4);
  if (kind === 'year') return year;
  if (kind === 'month') return day.slice(0, 7);
  if (kind === 'quarter') return `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
  const thursday = addDays(day, 4 - weekdayOf(day));
  const weekYear = Number(thursday.slice(0, 4));
  const week = Math.floor((dayNumber(thursday) - dayNumber(firstMonday(weekYear))) / 7) + 1;
  return `${weekYear}-W${String(week).padStart(2, '0')}`;
}
