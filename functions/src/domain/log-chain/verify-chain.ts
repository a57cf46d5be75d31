import { type ChainedEntry, entryDigest, isRemoved } from './chained-entry.ts';
import { type Seal, sealHash } from './seal.ts';

/** The log and its seals as they were found. */
export interface FoundChain {
  readonly entries: readonly FoundEntry[];
  /** Named by the document each stands in. */
  readonly seals: readonly { readonly id: string; readonly seal: Seal | undefined }[];
}

export interface FoundEntry {
  readonly id: string;
  /** undefined: what stands there is no entry. */
  readonly entry: ChainedEntry | undefined;
  /** Marked as not sealed yet. */
  readonly waiting: boolean;
}

export type ChainFault =
  | { readonly fault: 'entry_altered'; readonly entry: string; readonly seal: number }
  | { readonly fault: 'entry_missing'; readonly entry: string; readonly seal: number }
  /** In two seals, or twice in one. */
  | { readonly fault: 'entry_doubled'; readonly entry: string; readonly seal: number }
  /** In no seal, and not waiting for one. */
  | { readonly fault: 'entry_slipped_in'; readonly entry: string }
  /** In a seal, and waiting for another. */
  | { readonly fault: 'entry_waiting_again'; readonly entry: string; readonly seal: number }
  | { readonly fault: 'entry_unreadable'; readonly entry: string }
  | { readonly fault: 'seal_altered'; readonly seal: string }
  | { readonly fault: 'seal_missing'; readonly seal: number }
  /** It does not follow from the seal before: one of the two is not what it was. */
  | { readonly fault: 'seal_not_following'; readonly seal: number }
  /** Somebody wrote this hash down, and it is no seal's. */
  | { readonly fault: 'head_unknown'; readonly hash: string };

export interface ChainReport {
  readonly entries: number;
  readonly seals: number;
  /** Entries that the next seal will have. */
  readonly waiting: number;
  /** Entries of which a person was removed. */
  readonly removed: number;
  readonly head?: { readonly number: number; readonly hash: string };
  readonly faults: readonly ChainFault[];
}

/** Holds the log against its seals; `writtenDown`: the hash of a seal that somebody kept elsewhere. */
export function verifyChain({ entries, seals }: FoundChain, writtenDown?: string): ChainReport {
  const faults: ChainFault[] = [];
  const links = sealsInOrder(seals, faults);
  const sealedIn = sealedEntries(entries, links, faults);
  for (const { id, entry, waiting } of entries) {
    const seal = sealedIn.get(id);
    if (entry === undefined && seal === undefined) faults.push({ fault: 'entry_unreadable', entry: id });
    else if (seal === undefined && !waiting) faults.push({ fault: 'entry_slipped_in', entry: id });
    else if (seal !== undefined && waiting) faults.push({ fault: 'entry_waiting_again', entry: id, seal });
  }
  if (writtenDown !== undefined && !links.some(({ hash }) => hash === writtenDown))
    faults.push({ fault: 'head_unknown', hash: writtenDown });
  const last = links.at(-1);
  return {
    entries: entries.length,
    seals: links.length,
    waiting: entries.filter(({ id, waiting }) => waiting && !sealedIn.has(id)).length,
    removed: entries.filter(({ entry }) => entry !== undefined && hasRemoved(entry)).length,
    ...(last && { head: { number: last.number, hash: last.hash } }),
    faults,
  };
}

/** Each seal held against itself and against the one before. */
function sealsInOrder(seals: FoundChain['seals'], faults: ChainFault[]): readonly Seal[] {
  const links: Seal[] = [];
  for (const { id, seal } of seals) {
    const isItself = seal !== undefined && String(seal.number) === id && sealHash(seal) === seal.hash;
    if (!isItself) faults.push({ fault: 'seal_altered', seal: id });
    if (seal !== undefined) links.push(seal);
  }
  links.sort((a, b) => a.number - b.number);
  faults.push(...missingNumbers(seals.map(({ id }) => Number(id))));
  for (const [i, { number, previous }] of links.entries()) {
    const before = links[i - 1];
    const isNext = number === (before?.number ?? 0) + 1;
    if (isNext && previous !== (before?.hash ?? ''))
      faults.push({ fault: 'seal_not_following', seal: number });
  }
  return links;
}

/** Somebody may have written a seal of any number: what is missing before it is named this often at most. */
const MOST_NAMED = 1000;

/** A seal that cannot be read is there, and named as altered. */
function missingNumbers(present: readonly number[]): readonly ChainFault[] {
  const missing: ChainFault[] = [];
  let next = 1;
  for (const number of present.filter((each) => Number.isSafeInteger(each)).sort((a, b) => a - b)) {
    for (; next < number && missing.length < MOST_NAMED; next++)
      missing.push({ fault: 'seal_missing', seal: next });
    next = number + 1;
  }
  return missing;
}

/** Each sealed entry held against the log. Returns which seal an entry is in. */
function sealedEntries(
  entries: readonly FoundEntry[],
  links: readonly Seal[],
  faults: ChainFault[],
): ReadonlyMap<string, number> {
  const found = new Map(entries.map(({ id, entry }) => [id, entry]));
  const sealedIn = new Map<string, number>();
  for (const { number: seal, entries: sealed } of links)
    for (const { id, digest } of sealed) {
      if (sealedIn.has(id)) faults.push({ fault: 'entry_doubled', entry: id, seal });
      else if (!found.has(id)) faults.push({ fault: 'entry_missing', entry: id, seal });
      else if (!isAsSealed(found.get(id), digest)) faults.push({ fault: 'entry_altered', entry: id, seal });
      sealedIn.set(id, sealedIn.get(id) ?? seal);
    }
  return sealedIn;
}

function isAsSealed(entry: ChainedEntry | undefined, digest: string): boolean {
  return entry !== undefined && entryDigest(entry) === digest;
}

function hasRemoved({ by, reason }: ChainedEntry): boolean {
  return isRemoved(by) || (reason !== undefined && isRemoved(reason));
}
