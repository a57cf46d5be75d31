import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '../../../functions/src/domain/campaign/calendar.ts';
import type { Calendar, Day } from '../../../functions/src/domain/campaign/period.ts';
import {
  DEFAULT_WORKING_DAYS,
  deadlineDay,
  isWorkingDay,
  WEEKDAYS,
  workingDayFrom,
  workingDaysBefore,
} from '../../../functions/src/domain/campaign/working-days.ts';

const day = (text: string) => text as Day;

/** The end of April 2024: the 29th was given for Saturday the 4th of May. */
const IN_2024 = {
  ...DEFAULT_WORKING_DAYS,
  holidays: ['2024-04-29', '2024-04-30', '2024-05-01'].map(day),
  alsoWorking: [day('2024-05-04')],
};

const CALENDAR: Calendar = {
  kind: 'month',
  from: day('2024-01-01'),
  submitWithinDays: 5,
  appraiseWithinDays: 10,
  voteWithinDays: 15,
  publishWithinDays: 20,
};
const april = { to: day('2024-04-30') };

describe('working days', () => {
  it('are those of the week, without holidays, with days worked in their place', () => {
    const days = Array.from({ length: 14 }, (_, i) => addDays(day('2024-04-26'), i));
    expect(days.filter((each) => isWorkingDay(each, IN_2024))).toEqual([
      '2024-04-26',
      '2024-05-02',
      '2024-05-03',
      '2024-05-04',
      '2024-05-06',
      '2024-05-07',
      '2024-05-08',
      '2024-05-09',
    ]);
  });

  it('move a deadline only where the campaign says so', () => {
    // 5 May 2024 is a Sunday, 10 May a Friday.
    const deadlines = (workingDays: typeof IN_2024 | undefined) =>
      (['submit', 'appraise', 'vote', 'publish'] as const).map((step) =>
        deadlineDay({ calendar: CALENDAR, ...(workingDays && { workingDays }) }, april, step),
      );
    const asWritten = ['2024-05-05', '2024-05-10', '2024-05-15', '2024-05-20'];
    expect(deadlines(undefined)).toEqual(asWritten);
    expect(deadlines(IN_2024)).toEqual(asWritten);
    expect(deadlines({ ...IN_2024, deadlines: 'next_working_day' })).toEqual([
      '2024-05-06',
      ...asWritten.slice(1),
    ]);
  });

  it('are counted backwards from a deadline', () => {
    expect(workingDaysBefore(day('2024-05-05'), 2, IN_2024)).toBe('2024-05-03');
    expect(workingDaysBefore(day('2024-05-02'), 1, IN_2024)).toBe('2024-04-26');
    expect(workingDaysBefore(day('2024-05-02'), 0, IN_2024)).toBe('2024-05-02');
  });

  it('lie as many apart as were counted, whatever is off', () => {
    const anyDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays(day('2024-01-01'), n));
    const anyWeek = fc.record({
      weekend: fc.subarray([...WEEKDAYS], { maxLength: 6 }),
      holidays: fc.array(anyDay, { maxLength: 8 }),
      alsoWorking: fc.array(anyDay, { maxLength: 4 }),
    });
    fc.assert(
      fc.property(anyDay, fc.nat(10), anyWeek, (from, count, week) => {
        const rules = { ...DEFAULT_WORKING_DAYS, ...week };
        const found = workingDaysBefore(from, count, rules);
        let worked = 0;
        for (let each = found; each < from; each = addDays(each, 1)) if (isWorkingDay(each, rules)) worked++;
        expect(worked).toBe(count);
        const next = workingDayFrom(from, rules);
        expect(isWorkingDay(next, rules)).toBe(true);
        for (let each = from; each < next; each = addDays(each, 1))
          expect(isWorkingDay(each, rules)).toBe(false);
      }),
    );
  });
});
