import { addDays, weekdayOf } from './calendar.ts';
import type { Campaign, Weekday, WorkingDays } from './campaign.ts';
import type { Calendar, Day, Period } from './period.ts';

/** From the first day of the week. */
export const WEEKDAYS: readonly [Weekday, ...Weekday[]] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const DEFAULT_WORKING_DAYS: WorkingDays = {
  weekend: ['saturday', 'sunday'],
  holidays: [],
  alsoWorking: [],
  deadlines: 'as_written',
  remindDaysBefore: 2,
};

/** What the calendar has a last day for. */
export type DeadlineStep = 'submit' | 'appraise' | 'vote' | 'publish';

const DAYS_FOR = {
  submit: 'submitWithinDays',
  appraise: 'appraiseWithinDays',
  vote: 'voteWithinDays',
  publish: 'publishWithinDays',
} as const satisfies Record<DeadlineStep, keyof Calendar>;

/** The last day for a step of a period; on a day off, the next working day where the campaign says so. */
export function deadlineDay(
  { calendar, workingDays = DEFAULT_WORKING_DAYS }: Pick<Campaign, 'calendar' | 'workingDays'>,
  period: Pick<Period, 'to'>,
  step: DeadlineStep,
): Day {
  const written = addDays(period.to, calendar[DAYS_FOR[step]]);
  return workingDays.deadlines === 'as_written' ? written : workingDayFrom(written, workingDays);
}

export function isWorkingDay(day: Day, { weekend, holidays, alsoWorking }: WorkingDays): boolean {
  if (alsoWorking.includes(day)) return true;
  return !weekend.includes(WEEKDAYS[weekdayOf(day) - 1]!) && !holidays.includes(day);
}

/** The day itself, or the first working one after it. */
export function workingDayFrom(day: Day, workingDays: WorkingDays): Day {
  return seek(day, 1, workingDays);
}

/** The working day that lies so many working days before. */
export function workingDaysBefore(day: Day, count: number, workingDays: WorkingDays): Day {
  let found = day;
  for (let left = count; left > 0; left--) found = seek(addDays(found, -1), -1, workingDays);
  return found;
}

/** Longer than any row of days off; a calendar without working days is refused, and looks no further here. */
const MOST_DAYS_OFF = 366;

function seek(day: Day, step: 1 | -1, workingDays: WorkingDays): Day {
  for (let days = 0; days < MOST_DAYS_OFF; days++) {
    const candidate = addDays(day, days * step);
    if (isWorkingDay(candidate, workingDays)) return candidate;
  }
  return day;
}
