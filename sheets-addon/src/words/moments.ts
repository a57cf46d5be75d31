/** The parts of a moment in a time zone, two digits each (the year four). */
export interface MomentParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly hour: string;
  readonly minute: string;
}

export function momentParts(iso: string, timeZone: string): MomentParts {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(iso));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return {
    year: part('year'),
    month: part('month'),
    day: part('day'),
    hour: part('hour'),
    minute: part('minute'),
  };
}

/** How long until a moment, in the largest unit that is at least two; negative: how long since. */
export function timeUntil(iso: string, now: Date): { readonly count: number; readonly unit: TimeUnit } {
  const minutes = Math.trunc((new Date(iso).getTime() - now.getTime()) / 60_000);
  if (Math.abs(minutes) >= 2 * 24 * 60) return { count: Math.trunc(minutes / (24 * 60)), unit: 'day' };
  if (Math.abs(minutes) >= 2 * 60) return { count: Math.trunc(minutes / 60), unit: 'hour' };
  return { count: minutes, unit: 'minute' };
}

export type TimeUnit = 'day' | 'hour' | 'minute';
