import { digestOf } from '../digest.ts';
import { type ChainedEntry, entryDigest } from './chained-entry.ts';

/**
 * One link of the log's chain: the entries that were written since the seal before, each with its digest, and the
 * hash of that seal. Changing anything in the log changes every hash from there on.
 */
export interface Seal {
  /** 1, 2, … without a gap. */
  readonly number: number;
  /** Hash of the seal before; "" in the first. */
  readonly previous: string;
  /** In the log's order. */
  readonly entries: readonly SealedEntry[];
  /** Moments of the first and the last of them. */
  readonly from: string;
  readonly to: string;
  /** SHA-256 of everything above, hex. */
  readonly hash: string;
}

export interface SealedEntry {
  readonly id: string;
  readonly digest: string;
}

/** The next seal, over entries that are in none yet; undefined if there are none. */
export function planSeal(last: Seal | undefined, entries: readonly ChainedEntry[]): Seal | undefined {
  const ordered = [...entries].sort(byWriting);
  const [first] = ordered;
  if (first === undefined) return undefined;
  const seal = {
    number: (last?.number ?? 0) + 1,
    previous: last?.hash ?? '',
    entries: ordered.map((entry) => ({ id: entry.id, digest: entryDigest(entry) })),
    from: first.writtenAt,
    to: ordered.at(-1)!.writtenAt,
  };
  return { ...seal, hash: sealHash(seal) };
}

export function sealHash({ number, previous, entries, from, to }: Omit<Seal, 'hash'>): string {
  return digestOf({ number, previous, entries, from, to });
}

/** The log's order is that of the commits, and of the entries in one of them. Moments are texts of one length. */
function byWriting(a: ChainedEntry, b: ChainedEntry): number {
  if (a.writtenAt !== b.writtenAt) return a.writtenAt < b.writtenAt ? -1 : 1;
  return a.nth - b.nth || (a.id < b.id ? -1 : 1);
}
