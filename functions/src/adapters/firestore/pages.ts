import { createHash } from 'node:crypto';
import type { DocumentReference, Firestore } from '@google-cloud/firestore';
import { canonicalJson } from '../../domain/digest.ts';
import { pageCodec, unreadable } from './codecs.ts';

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

/**
 * Writes plain data as canonical JSON in pages named by its digest. Writing the same again is writing nothing
 * new; two writers of different content never meet.
 */
export async function writePages(firestore: Firestore, pageAt: PageAt, value: unknown): Promise<PagedText> {
  const text = canonicalJson(value);
  const digest = sha256(text);
  const pages = pagesOf(text);
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
  const references = Array.from({ length: named.pages }, (_, i) => pageAt(named.digest, i));
  const snapshots = references.length > 0 ? await firestore.getAll(...references) : [];
  const text = snapshots
    .map((snapshot) => {
      const page = pageCodec.safeParse(snapshot.data());
      if (!page.success) throw unreadable(snapshot.ref.path, 'text');
      return page.data.text;
    })
    .join('');
  if (sha256(text) !== named.digest) throw unreadable(pageAt(named.digest, 0).path, 'digest');
  return JSON.parse(text) as T;
}

/** Cuts a text between characters, never inside one. */
export function pagesOf(text: string, mostCharacters: number = PAGE_CHARACTERS): readonly string[] {
  const pages: string[] = [];
  for (let start = 0; start < text.length; ) {
    let end = Math.min(start + mostCharacters, text.length);
    if (end < text.length && isHighSurrogate(text.charCodeAt(end - 1))) end -= 1;
    pages.push(text.slice(start, end));
    start = end;
  }
  return pages;
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');
