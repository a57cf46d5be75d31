import type { Firestore } from '@google-cloud/firestore';
import type { Reader, Store, Writer } from '../../ports/store.ts';
import { batched } from './batched.ts';
import type { FirestoreClient } from './client.ts';
import { inOurWords, isExpired, isTooFast } from './errors.ts';
import { adoptLog, readLogChain } from './log.ts';
import {
  commitPages,
  type PagedText,
  Pager,
  readInTurn,
  readPages,
  readStretch,
  writePages,
} from './pages.ts';
import { pathsOf } from './paths.ts';
import { readerOf } from './reader.ts';
import { type BracketedStretch, unitPagesOf, writeResult } from './result-text.ts';
import type { Source } from './source.ts';
import { requireTime, untilOver } from './until-over.ts';
import { writerOf } from './writer.ts';

/**
 * The campaign's store on Firestore. Large content that was read once stays in the process by its digest. With a
 * `signal` nothing waits longer than until it is aborted, and no transaction is begun or committed after it: the one
 * that is under way at that moment may be done or not, as with any lost answer.
 */
export function openStore(client: FirestoreClient, campaign: string, signal?: AbortSignal): Store {
  const { firestore, fieldValue } = client;
  const paths = pathsOf(firestore, campaign);
  const content = <T>(named: PagedText): Promise<T> =>
    remembered(firestore, `${campaign}/${named.digest}`, named.pages, () =>
      readPages<T>(firestore, paths.page, named),
    );
  const part = <T>(digest: string, part: BracketedStretch): Promise<T> => {
    const { fromPage, toPage, from } = part.stretch;
    return remembered(firestore, `${campaign}/${digest}/${fromPage}/${from}`, toPage - fromPage + 1, () =>
      readStretch<T>(firestore, paths.page, digest, part),
    );
  };
  const kept = <T>(call: Promise<T>): Promise<T> => untilOver(call, signal).catch(rethrown);
  async function* keptEach<T>(items: AsyncGenerator<T>): AsyncGenerator<T> {
    for (;;) {
      const { done, value } = await kept(items.next());
      if (done) return;
      yield value;
    }
  }
  const plain: Source = {
    get: batched((...references) => kept(firestore.getAll(...references)), 'turn'),
    list: (query) => kept(query.get()),
    count: (query) => kept(query.count().get()),
    content: (named) => kept(content<never>(named)),
    texts: (named) => keptEach(readInTurn(firestore, paths.page, named)),
    part: (digest, stretch) => kept(part<never>(digest, stretch)),
  };
  const runOnce = <T>(work: (transaction: Reader & Writer) => Promise<T>): Promise<T> =>
    firestore.runTransaction(
      async (transaction) => {
        requireTime(signal);
        const source: Source = {
          get: batched((...references) => transaction.getAll(...references).catch(atOnce)),
          list: (query) => transaction.get(query).catch(atOnce),
          count: (query) => transaction.get(query.count()).catch(atOnce),
          content,
          texts: (named) => readInTurn(firestore, paths.page, named),
          part,
        };
        const answer = await work({
          ...readerOf(source, paths),
          ...writerOf(transaction, paths, fieldValue),
        });
        requireTime(signal);
        return answer;
      },
      { maxAttempts: MOST_ATTEMPTS },
    );
  return {
    ...readerOf(plain, paths),
    async transact(work) {
      for (let attempt = 1; ; attempt += 1)
        try {
          return await untilOver(runOnce(work), signal);
        } catch (error) {
          if (!isExpired(error) || attempt === MOST_ATTEMPTS) throw inOurWords(error);
        }
    },
    other: (code) => openStore(client, code, signal),
    stageCampaign: (value) => kept(writePages(firestore, paths.page, value)),
    async stageInputs(inputs) {
      const { digest, pages } = await kept(writePages(firestore, paths.page, inputs));
      return { inputsDigest: digest, inputsPages: pages };
    },
    async stageResult(result, inputs) {
      const pager = new Pager();
      const unitsAt = writeResult(result, (text) => pager.write(text));
      const text = pager.end();
      const written = await kept(commitPages(firestore, paths.page, text));
      return { ...written, unitPages: unitPagesOf(text.pages, unitsAt), ...inputs };
    },
    adoptLog: () => adoptLog(firestore, paths).catch(rethrown),
    logChain: () => readLogChain(firestore, paths).catch(rethrown),
  };
}

const MOST_ATTEMPTS = 8;

/**
 * Told to slow down, the client would begin the transaction anew after 30 to 90 s, when nobody waits for it any more:
 * whoever asked is told at once, and comes again.
 */
function atOnce(error: unknown): never {
  throw isTooFast(error) ? inOurWords(error) : error;
}

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
  if (pages > MOST_REMEMBERED_PAGES) return read();
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
