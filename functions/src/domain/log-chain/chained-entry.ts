import { digestOf } from '../digest.ts';
import { REMOVED } from './removed.ts';

/** An entry of the log as the chain of seals sees it: everything that is kept of it. */
export interface ChainedEntry {
  readonly id: string;
  /** The moment of its commit as the store keeps it, to the last digit; the log's order, then `nth`. */
  readonly writtenAt: string;
  /** Its place among the entries of one commit. */
  readonly nth: number;
  /** ISO. */
  readonly at: string;
  readonly action: string;
  readonly period?: string | undefined;
  readonly unitId?: string | undefined;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
  /** What ties it to the click that led to it. */
  readonly trace?: string | undefined;
  /** The account, and the reason somebody wrote: what a person can be known by. */
  readonly by: PersonalText;
  readonly reason?: PersonalText | undefined;
}

/**
 * A text that can be taken away without breaking the chain. As long as it stands, its salt (random, hex) stands beside
 * it; when it is removed, the commitment alone remains, which says nothing without the salt.
 */
export type PersonalText =
  | { readonly value: string; readonly salt: string }
  | { readonly value: string; readonly commitment: string };

/** SHA-256 of salt and text, hex. */
export function commitmentTo(value: string, salt: string): string {
  return digestOf([salt, value]);
}

/** The text as it is once its person is removed; one that already was stays as it is. */
export function withoutText(text: PersonalText): PersonalText {
  return { value: REMOVED, commitment: commitmentOf(text) };
}

/** What a seal holds of an entry: SHA-256, hex. The same before and after a person was removed from it. */
export function entryDigest({ by, reason, ...rest }: ChainedEntry): string {
  return digestOf({ ...rest, by: commitmentOf(by), reason: reason && commitmentOf(reason) });
}

/** Whether nothing but a commitment is left of it. Another text beside a commitment was put there by somebody. */
export function isRemoved(text: PersonalText): boolean {
  return 'commitment' in text && text.value === REMOVED;
}

function commitmentOf(text: PersonalText): string {
  if ('salt' in text) return commitmentTo(text.value, text.salt);
  return isRemoved(text) ? text.commitment : '';
}
