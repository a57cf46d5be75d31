import fc from 'fast-check';
import { DateTime } from 'luxon';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  firstPeriod,
  nextPeriod,
  parseDay,
  parsePeriod,
  periodContaining,
  periodsOf,
  previousPeriod,
  quarterOf,
  yearOf,
} from '../../../functions/src/domain/campaign/calendar.ts';
import type { Calendar, PeriodKind } from '../../../functions/src/domain/campaign/period.ts';
import { day, MONTHS_OF_2024, periodId } from '../build/campaign.ts';

describe('parsePeriod', () => {
  it.each([
    ['month', '2024-02', '2024-02-01', '2024-02-29'],
    ['month', '2023-02', '2023-02-01', '2023-02-28'],
    ['month', '2024-12', '2024-12-01', '2024-12-31'],
    ['quarter', '2024-Q1', '2024-01-01', '2024-03-31'],
    ['quarter', '2024-Q4', '2024-10-01', '2024-12-31'],
    ['year', '2024', '2024-01-01', '2024-12-31'],
    ['week', '2024-W01', '2024-01-01', '2024-01-07'],
    ['week', '2020-W53', '2020-12-28', '2021-01-03'],
    ['week', '2025-W01', '2024-12-30', '2025-01-05'],
    ['week', '2021-W01', '2021-01-04', '2021-01-10'],
    ['week', '2026-W01', '2025-12-29', '2026-01-04'],
  ] as const)('knows the %s %s', (kind, id, from, to) => {
    expect(parsePeriod(id, calendar(kind))).toEqual({ id, kind, from, to });
  });

  it.each([
    ['month', '2024-13'],
    ['month', '2024-00'],
    ['month', '2024-3'],
    ['month', '2024-03 '],
    ['month', '2024-Q1'],
    ['month', '3024-03'],
    ['quarter', '2024-Q5'],
    ['quarter', '2024-03'],
    ['week', '2024-W53'],
    ['week', '2024-W00'],
    ['week', '2024-W1'],
    ['year', '24'],
    ['round', '2024-03'],
  ] as const)('has no %s %s', (kind, id) => {
    expect(parsePeriod(id, calendar(kind))).toBeUndefined();
  });

  it('has only periods that lie at least partly inside the campaign', () => {
    const short: Calendar = { ...MONTHS_OF_2024, from: day('2024-02-15'), to: day('2024-03-10') };
    expect(['2024-01', '2024-02', '2024-03', '2024-04'].filter((id) => parsePeriod(id, short))).toEqual([
      '2024-02',
      '2024-03',
    ]);
    expect(periodsOf(short).map(({ id }) => id)).toEqual(['2024-02', '2024-03']);
  });

  it('knows named rounds by code, in their order', () => {
    const [first, second] = ROUNDS.rounds!;
    expect(parsePeriod('DOT-2', ROUNDS)).toEqual({
      id: 'DOT-2',
      kind: 'round',
      name: 'Đợt hai',
      from: second!.from,
      to: second!.to,
    });
    expect(periodsOf(ROUNDS).map(({ id }) => id)).toEqual(['DOT-1', 'DOT-2']);
    const two = parsePeriod('DOT-2', ROUNDS)!;
    expect([previousPeriod(two, ROUNDS)?.id, nextPeriod(two, ROUNDS)]).toEqual(['DOT-1', undefined]);
    expect(periodContaining(first!.to, ROUNDS)?.id).toBe('DOT-1');
    expect(periodContaining(day('2024-05-20'), ROUNDS)).toBeUndefined();
  });
});

describe('periods of a calendar', () => {
  it('follow one another without gap or overlap, and step back to where they came from', () => {
    fc.assert(
      fc.property(kinds(), days(), (kind, start) => {
        const open = calendar(kind);
        const period = periodContaining(start, open)!;
        expect(period.from <= start && start <= period.to).toBe(true);
        const next = nextPeriod(period, open)!;
        expect(next.from).toBe(addDays(period.to, 1));
        expect(previousPeriod(next, open)).toEqual(period);
        expect(parsePeriod(period.id, open)).toEqual(period);
      }),
    );
  });

  it('are ISO weeks as luxon counts them, on every day around every new year', () => {
    for (let year = 2016; year <= 2050; year++)
      for (let offset = -10; offset <= 10; offset++) {
        const some = addDays(day(`${year}-01-01`), offset);
        const date = DateTime.fromISO(some, { zone: 'utc' });
        const week = periodContaining(some, calendar('week'))!;
        expect([week.id, week.from, yearOf(week)]).toEqual([
          `${date.weekYear}-W${String(date.weekNumber).padStart(2, '0')}`,
          date.startOf('week').toISODate(),
          date.weekYear,
        ]);
      }
  });

  it('are as many as the year has', () => {
    const year = { from: day('2024-01-01'), to: day('2024-12-31') };
    const count = (kind: PeriodKind): number => periodsOf({ ...calendar(kind), ...year }).length;
    // 2024-12-30 is already in a week of 2025.
    expect([count('month'), count('quarter'), count('year'), count('week')]).toEqual([12, 4, 1, 53]);
  });

  it('need an end to be listed', () => {
    expect(() => periodsOf(calendar('month'))).toThrow(RangeError);
    expect(periodsOf(calendar('month'), day('2015-03-01')).map(({ id }) => id)).toEqual([
      '2015-01',
      '2015-02',
      '2015-03',
    ]);
  });

  it('know their quarter', () => {
    const quarters = ['2024-01', '2024-03', '2024-04', '2024-12'].map((id) =>
      quarterOf(parsePeriod(id, MONTHS_OF_2024)!),
    );
    expect(quarters).toEqual([1, 1, 2, 4]);
    expect(quarterOf(parsePeriod('2024', calendar('year'))!)).toBeUndefined();
    // Thursday 2 January 2025: the week belongs to 2025.
    expect(quarterOf(parsePeriod('2025-W01', calendar('week'))!)).toBe(1);
  });
});

describe('the first period', () => {
  it('is the one with the campaign’s first day in it, or the first round', () => {
    expect(firstPeriod(calendar('month'))?.from).toBe(
      periodsOf(calendar('month'), day('2020-01-01'))[0]!.from,
    );
    expect(firstPeriod({ ...calendar('week'), from: day('2024-03-15') })?.id).toBe('2024-W11');
    expect(firstPeriod(ROUNDS)?.id).toBe('DOT-1');
    expect(firstPeriod({ ...ROUNDS, rounds: [] })).toBeUndefined();
  });
});

describe('parseDay', () => {
  it('knows days that exist', () => {
    expect(
      ['2024-02-29', '2023-02-29', '2024-2-9', '2024-13-01', '2024-04-31', '2024-04-30'].map(parseDay),
    ).toEqual(['2024-02-29', undefined, undefined, undefined, undefined, '2024-04-30']);
  });
});

const calendar = (kind: PeriodKind): Calendar => {
  const { to: _, ...open } = MONTHS_OF_2024;
  return { ...open, kind, from: day('2015-01-01') };
};

const ROUNDS: Calendar = {
  ...MONTHS_OF_2024,
  kind: 'round',
  rounds: [
    { code: periodId('DOT-1'), name: 'Đợt một', from: day('2024-03-01'), to: day('2024-05-19') },
    { code: periodId('DOT-2'), name: 'Đợt hai', from: day('2024-06-01'), to: day('2024-09-02') },
  ],
};

const kinds = (): fc.Arbitrary<PeriodKind> => fc.constantFrom('month', 'week', 'quarter', 'year');
const days = (): fc.Arbitrary<ReturnType<typeof day>> =>
  fc.integer({ min: 30, max: 8000 }).map((n) => addDays(day('2016-01-01'), n));
