import type { DocumentSnapshot } from '@google-cloud/firestore';
import type { z } from 'zod';
import { AppError } from '../../../domain/app-error.ts';
import { fieldPath } from '../../../field-path.ts';

/** Reads a stored document. One that we cannot read names itself: its path and the first field that is wrong. */
export function decode<T>(schema: z.ZodType<T>, snapshot: DocumentSnapshot): T | undefined {
  return snapshot.exists ? decodeExisting(schema, snapshot) : undefined;
}

export function decodeExisting<T>(schema: z.ZodType<T>, snapshot: DocumentSnapshot): T {
  const parsed = schema.safeParse(snapshot.data());
  if (parsed.success) return parsed.data;
  throw unreadable(snapshot.ref.path, fieldPath(parsed.error.issues[0]));
}

export function unreadable(path: string, field: string): AppError {
  return new AppError('stored_document_unreadable', { path: withoutAccounts(path), field });
}

/** Plain data as Firestore takes it: fields that are undefined are left out. */
export function encode(value: object): Record<string, unknown> {
  return withoutUndefined(value) as Record<string, unknown>;
}

/** The members' documents are named by e-mail address, which no error may carry. */
const withoutAccounts = (path: string): string => path.replace(/\/members\/.*$/, '/members/…');

function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .map(([key, each]) => [key, withoutUndefined(each)]),
  );
}
