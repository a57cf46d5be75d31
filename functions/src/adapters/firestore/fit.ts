import { AppError } from '../../domain/app-error.ts';

/** Below Firestore's 1 MiB, with room for the names of fields, which JSON holds too, and of the document. */
export const MOST_BYTES = 900_000;

/** Throws AppError too_large: a hundred criteria with the longest notes are more than one document holds. */
export function requireFit(document: Record<string, unknown>): Record<string, unknown> {
  if (bytesOf(document) > MOST_BYTES) throw new AppError('too_large', { most: MOST_BYTES });
  return document;
}

export function bytesOf(document: Record<string, unknown>): number {
  return Buffer.byteLength(JSON.stringify(document));
}
