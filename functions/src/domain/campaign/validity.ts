import type { Day } from './period.ts';

export interface Validity {
  /** First and last valid day, both inclusive; absent means open. */
  readonly validFrom?: Day;
  readonly validTo?: Day;
}

export function isValidOn({ validFrom, validTo }: Validity, day: Day): boolean {
  return (validFrom === undefined || validFrom <= day) && (validTo === undefined || day <= validTo);
}
