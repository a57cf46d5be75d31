import { isAt, type Migration } from './migration.ts';

/**
 * Answers that were kept for callers who ask again had no end; now Firestore deletes them by a TTL policy on
 * `expireAt`. Those of before get theirs, counted from when they were given.
 */
export const answersExpire: Migration = {
  to: 3,
  what: 'answers kept for whoever asks again are deleted thirty days later, the old ones too',
  change({ path, fields }) {
    if (!isAt(path, 'requests', '*') || fields.expireAt !== undefined) return undefined;
    const { timestampValue } = (fields.at ?? {}) as { timestampValue?: string };
    if (timestampValue === undefined) return undefined; // not ours to repair: reading it names it
    const expireAt = new Date(Date.parse(timestampValue) + DAYS * 24 * 3600 * 1000);
    return { ...fields, expireAt: { timestampValue: expireAt.toISOString() } };
  },
};

/** As long as those that are given today. */
const DAYS = 30;
