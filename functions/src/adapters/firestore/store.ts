import type { Firestore } from '@google-cloud/firestore';
import type { Reader, Store, Writer } from '../../ports.ts';
import { batched } from './batched.ts';
import type { FirestoreClient } from './client.ts';
import { inOurWords, isExpired } from './errors.ts';
import { type PagedText, readPages, writePages } from './pages.ts';
import { pathsOf } from './paths.ts';
import { readerOf, type Source } from './reader.ts';
import { writerOf } from './writer.ts';

/** The campaign's store on Firestore. Large content that was read once stays in the process by its digest. */
export function openStore(client: FirestoreClient, campaign: string): Store {
  const { firestore, fieldValue } = client;
  const paths = pathsOf(firestore, campaign);
  const content = <T>(named: PagedText): Promise<T> =>
    remembered(firestore, `${campaign}/${named.digest}`, named.pages, () =>
      readPages<T>(firestore, paths.page, named),
    );
  const plain: Source = {
    get: batched((...references) => firestore.getAll(...references).catch(rethrown), 'turn'),
    list: (query) => query.get().catch(rethrown),
    count: (query) => query.count().get().catch(rethrown),
    content: (named) => content<never>(named).catch(rethrown),
  };
  const runOnce = <T>(work: (transaction: Reader & Writer) => Promise<T>): Promise<T> =>
    firestore.runTransaction(
      (transaction) => {
        const source: Source = {
          get: batched((...references) => transaction.getAll(...references)),
          list: (query) => transaction.get(query),
          count: (query) => transaction.get(query.count()),
          content,
        };
        return work({ ...readerOf(source, paths), ...writerOf(transaction, paths, fieldValue) });
      },
      { maxAttempts: MOST_ATTEMPTS },
    );
  return {
    ...readerOf(plain, paths),
    async transact(work) {
      for (let attempt = 1; ; attempt += 1)
        try {
          return await runOnce(work);
        } catch (error) {
          if (!isExpired(error) || attempt === MOST_ATTEMPTS) throw inOurWords(error);
        }
    },
    other: (code) => openStore(client, code),
    stageCampaign: (value) => writePages(firestore, paths.page, value).catch(rethrown),
    async stageResult(result, inputs) {
      const written = await writePages(firestore, paths.page, result).catch(rethrown);
      const basis = await writePages(firestore, paths.page, inputs).catch(rethrown);
      return { ...written, inputsDigest: basis.digest, inputsPages: basis.pages };
    },
  };
}

const MOST_ATTEMPTS = 8;

function rethrown(error: unknown): never {
  throw inOurWords(error);
}

/**
 * Setups and results never change once written, so a process keeps the last ones it read: together at most so
 * many pages, and nothing that is larger alone. Nobody alters what they are given.
 */
const MOST_REMEMBERED_PAGES = 40;
const memories = new WeakMap<Firestore, Map<string, { pages: number; value: Promise<unknown> }>>();

function remembered<T>(firestore: Firestore, key: string, pages: number, read: () => Promise<T>): Promise<T> {
  const memory = memories.get(firestore) ?? new Map<string, { pages: number; value: Promise<unknown> }>();
  memories.set(firestore, memory);
  const known = memory.get(key);
  const value = (known?.value as Promise<T> | undefined) ?? read();
  if (known === undefined) value.catch(() => memory.delete(key));
  memory.delete(key);
  memory.set(key, { pages, value }); // newest last
  let total = [...memory.values()].reduce((sum, each) => sum + each.pages, 0);
  for (const [oldest, { pages: freed }] of memory) {
    if (total <= MOST_REMEMBERED_PAGES) break;
    memory.delete(oldest);
    total -= freed;
  }
  return value;
}
