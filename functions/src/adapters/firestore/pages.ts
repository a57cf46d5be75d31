import { createHash } from 'node:crypto';
import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { writeCanonical } from '../../domain/digest.ts';
import { unreadable } from './codecs/decode.ts';
import { pageCodec } from './codecs/setup.ts';
import { type BracketedStretch, cutOut } from './result-text.ts';

/** Names a text that stands in pages. */
export interface PagedText {
  readonly digest: string;
  readonly pages: number;
}

type PageAt = (digest: string, index: number) => DocumentReference;

/** Characters of a page: at most 3 bytes each in UTF-8, so it stays below Firestore's 1 MiB a document. */
const PAGE_CHARACTERS = 250_000;
const WRITTEN_AT_ONCE = 8;
const COMMITS_AT_ONCE = 3;
const READ_AT_ONCE = 8;

/** A text that is cut into pages as it is written, so that it never stands in one piece. */
export class Pager {
  private readonly most: number;
  private readonly hash = createHash('sha256');
  private readonly full: string[] = [];
  private begun = '';

  constructor(mostCharacters: number = PAGE_CHARACTERS) {
    this.most = mostCharacters;
  }

  write(text: string): void {
    this.begun += text;
    while (this.begun.length > this.most) {
      const end = isHighSurrogate(this.begun.charCodeAt(this.most - 1)) ? this.most - 1 : this.most;
      this.add(this.begun.slice(0, end));
      this.begun = this.begun.slice(end);
    }
  }

  /** All of them, and the SHA-256 of the whole text, hex. */
  end(): { readonly digest: string; readonly pages: readonly string[] } {
    if (this.begun !== '') this.add(this.begun);
    return { digest: this.hash.digest('hex'), pages: this.full };
  }

  private add(page: string): void {
    this.full.push(page);
    this.hash.update(page, 'utf8');
  }
}

/**
 * Writes plain data as canonical JSON in pages named by its digest. Writing the same again is writing nothing
 * new; two writers of different content never meet.
 */
export function writePages(firestore: Firestore, pageAt: PageAt, value: unknown): Promise<PagedText> {
  const pager = new Pager();
  writeCanonical(value, (text) => pager.write(text));
  return commitPages(firestore, pageAt, pager.end());
}

export async function commitPages(
  firestore: Firestore,
  pageAt: PageAt,
  { digest, pages }: ReturnType<Pager['end']>,
): Promise<PagedText> {
  const commits = Array.from(
    { length: Math.ceil(pages.length / WRITTEN_AT_ONCE) },
    (_, i) => i * WRITTEN_AT_ONCE,
  );
  const commit = async (first: number) => {
    const batch = firestore.batch();
    pages
      .slice(first, first + WRITTEN_AT_ONCE)
      .forEach((page, i) => void batch.set(pageAt(digest, first + i), { text: page }));
    await batch.commit();
  };
  for (let first = 0; first < commits.length; first += COMMITS_AT_ONCE)
    await Promise.all(commits.slice(first, first + COMMITS_AT_ONCE).map(commit));
  return { digest, pages: pages.length };
}

/** Reads it back, and whole: a missing or altered page is an unreadable document. */
export async function readPages<T>(firestore: Firestore, pageAt: PageAt, named: PagedText): Promise<T> {
  const pages = await readTexts(firestore, pageAt, named.digest, 0, named.pages - 1);
  const text = pages.join('');
  if (sha256(text) !== named.digest) throw unreadable(pageAt(named.digest, 0).path, 'digest');
  return JSON.parse(text) as T;
}

/** Its pages in turn, some at a time. Who goes through all of them is told, at the end, if one was altered. */
export async function* readInTurn(
  firestore: Firestore,
  pageAt: PageAt,
  { digest, pages }: PagedText,
): AsyncGenerator<string> {
  const hash = createHash('sha256');
  for (let first = 0; first < pages; first += READ_AT_ONCE) {
    const last = Math.min(first + READ_AT_ONCE, pages) - 1;
    for (const text of await readTexts(firestore, pageAt, digest, first, last)) {
      hash.update(text, 'utf8');
      yield text;
    }
  }
  if (hash.digest('hex') !== digest) throw unreadable(pageAt(digest, 0).path, 'digest');
}

/** A stretch of it, between what makes it JSON. That no page was altered is only seen by who reads all of them. */
export async function readStretch<T>(
  firestore: Firestore,
  pageAt: PageAt,
  digest: string,
  { stretch, opened, closed }: BracketedStretch,
): Promise<T> {
  const pages = await readTexts(firestore, pageAt, digest, stretch.fromPage, stretch.toPage);
  return parsePart<T>(`${opened}${cutOut(stretch, pages)}${closed}`, pageAt(digest, stretch.fromPage).path);
}

/** JSON that was cut out of pages; `path`: which is named where it is none, for then one of them was altered. */
export function parsePart<T>(json: string, path: string): T {
  try {
    return JSON.parse(json) as T;
  } catch {
    throw unreadable(path, 'text');
  }
}

async function readTexts(
  firestore: Firestore,
  pageAt: PageAt,
  digest: string,
  first: number,
  last: number,
): Promise<readonly string[]> {
  const references = Array.from({ length: last - first + 1 }, (_, i) => pageAt(digest, first + i));
  const snapshots = references.length > 0 ? await firestore.getAll(...references) : [];
  return snapshots.map((snapshot) => {
    const page = pageCodec.safeParse(snapshot.data());
    if (!page.success) throw unreadable(snapshot.ref.path, 'text');
    return page.data.text;
  });
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
