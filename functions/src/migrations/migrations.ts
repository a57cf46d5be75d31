import { whatWasLeftOut } from './0002-what-was-left-out.ts';
import { answersExpire } from './0003-answers-expire.ts';
import type { Migration } from './migration.ts';

/** Every migration there ever was, in order: the first leads from version 1 to 2, and so on without a gap. */
export const MIGRATIONS: readonly Migration[] = [whatWasLeftOut, answersExpire];

/** The version that this release writes. */
export const DATA_VERSION = 1 + MIGRATIONS.length;
