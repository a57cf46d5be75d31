import { AppError } from '../domain/app-error.ts';

/** Which shape a campaign's documents have. */
export interface DataVersion {
  readonly version: number;
  /** The version they are being brought to right now. */
  readonly under?: number | undefined;
}

/** The document that says it, below the campaign's. Where there is none, nothing was ever migrated: version 1. */
export const VERSION_PATH = 'schema/version';

export function parseDataVersion(stored: Readonly<Record<string, unknown>>): DataVersion {
  const { version, under } = stored;
  if (!isVersion(version) || !(under === undefined || isVersion(under)))
    throw new AppError('stored_document_unreadable', { path: VERSION_PATH, field: 'version' });
  return { version, under };
}

/** Throws AppError data_newer where a later release wrote, or is writing, what this one would misread. */
export function requireKnown({ version, under = version }: DataVersion, known: number): void {
  const stored = Math.max(version, under);
  if (stored > known) throw new AppError('data_newer', { stored, known });
}

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 1;
