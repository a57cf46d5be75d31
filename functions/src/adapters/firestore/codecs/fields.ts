import { z } from 'zod';
import type { PeriodId } from '../../../domain/campaign/period.ts';
import { type Decimal, parseDecimal } from '../../../domain/numbers/decimal.ts';

// What documents are made of.

export const text = z.string();
export const whole = z.int().nonnegative();
/** Firestore's Timestamp, recognised without loading Firestore. */
export const moment = z
  .custom<{ toDate(): Date }>((value) => typeof (value as { toDate?: unknown })?.toDate === 'function')
  .transform((timestamp) => timestamp.toDate());
/** The same to the last digit, as a text of one length: seconds since 1970, a dot, nanoseconds. */
export const exactMoment = z
  .custom<{ seconds: number; nanoseconds: number }>(
    (value) => typeof (value as { nanoseconds?: unknown })?.nanoseconds === 'number',
  )
  .transform(({ seconds, nanoseconds }) => `${seconds}.${String(nanoseconds).padStart(9, '0')}`);
export const decimal = z.custom<Decimal>(
  (value) => typeof value === 'string' && parseDecimal(value) === value,
);
export const periodId = text.transform((id) => id as PeriodId);
