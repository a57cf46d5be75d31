import { DateTime } from 'luxon';
import type { Day } from '../domain/campaign/period.ts';

/** The day that a moment has where the campaign is. */
export function dayIn(timeZone: string, at: Date): Day {
  return DateTime.fromJSDate(at, { zone: timeZone }).toISODate() as Day;
}
