import { randomBytes } from 'node:crypto';
import type {
  CollectionReference,
  DocumentSnapshot,
  Firestore,
  QueryDocumentSnapshot,
  Transaction,
} from '@google-cloud/firestore';
import type { z } from 'zod';
import type { ChainedEntry, PersonalText } from '../../domain/log-chain/chained-entry.ts';
import type { FoundChain } from '../../domain/log-chain/verify-chain.ts';
import type { LogEntry, LogReader } from '../../ports/log.ts';
import { decodeExisting } from './codecs/decode.ts';
import { chainedLogCodec, logCodec, sealCodec } from './codecs/log.ts';
import type { Paths } from './paths.ts';
import type { Source } from './source.ts';

/**
 * An entry is marked `unsealed` when it is written and loses the mark to the seal that takes it in. So the
 * transactions that write entries meet nowhere, and the sealing one locks entries that nobody else writes: entries
 * are looked for outside of it.
 */
export function logReader(source: Source, paths: Paths): LogReader {
  return {
    async log(most, period) {
      const entries = period === undefined ? paths.log : paths.log.where('period', '==', period);
      const newest = await source.list(entries.orderBy('writtenAt', 'desc').limit(most));
      return newest.docs
        .map((snapshot) => ({ id: snapshot.id, ...decodeExisting(logCodec, snapshot) }))
        .sort((a, b) => b.writtenAt.getTime() - a.writtenAt.getTime() || b.nth - a.nth)
        .map(({ writtenAt: _, nth: __, ...entry }) => entry);
    },
    async lastSeal() {
      const { docs } = await source.list(paths.seals.orderBy('number', 'desc').limit(1));
      return docs[0] && decodeExisting(sealCodec, docs[0]);
    },
    async unsealedEntries(most) {
      const { docs } = await source.list(paths.log.where('unsealed', '==', true).limit(most));
      return docs.map(chainedEntryOf);
    },
    async unsealedEntry(id) {
      const snapshot = await source.get(paths.log.doc(id));
      return snapshot.exists && snapshot.get('unsealed') === true ? chainedEntryOf(snapshot) : undefined;
    },
  };
}

/** What a new entry has besides its contents: the mark, and a salt for each text about a person. */
export function saltsFor({ reason }: Pick<LogEntry, 'reason'>): object {
  return { unsealed: true, salts: { by: newSalt(), ...(reason !== undefined && { reason: newSalt() }) } };
}

const newSalt = (): string => randomBytes(16).toString('hex');

/** Documents in one call. */
const PAGE = 300;

/** Entries from before there were seals have no salts: they get them, and the mark. Safe to be killed and to run twice. */
export async function adoptLog(firestore: Firestore, paths: Paths): Promise<void> {
  for await (const page of pagesOf(paths.log)) {
    const old = page.filter((snapshot) => snapshot.get('salts') === undefined);
    if (old.length === 0) continue;
    const batch = firestore.batch();
    for (const snapshot of old)
      batch.update(snapshot.ref, saltsFor({ reason: snapshot.get('reason') }) as Record<string, unknown>, {
        lastUpdateTime: snapshot.updateTime,
      });
    await batch.commit();
  }
}

/** The state of one moment: entries that are written or sealed meanwhile are not in it, or as they were. */
export function readLogChain(firestore: Firestore, paths: Paths): Promise<FoundChain> {
  return firestore.runTransaction(
    async (transaction) => {
      const all = async <T>(collection: CollectionReference, see: (one: QueryDocumentSnapshot) => T) => {
        const found: T[] = [];
        for await (const page of pagesOf(collection, transaction)) found.push(...page.map(see));
        return found;
      };
      return { entries: await all(paths.log, foundEntry), seals: await all(paths.seals, foundSeal) };
    },
    { readOnly: true },
  );
}

function foundEntry(snapshot: QueryDocumentSnapshot): FoundChain['entries'][number] {
  const { data } = chainedLogCodec.safeParse(snapshot.data());
  const waiting = snapshot.get('unsealed') === true;
  return { id: snapshot.id, entry: data && asChained(snapshot.id, data), waiting };
}

function foundSeal(snapshot: QueryDocumentSnapshot): FoundChain['seals'][number] {
  return { id: snapshot.id, seal: sealCodec.safeParse(snapshot.data()).data };
}

async function* pagesOf(
  collection: CollectionReference,
  transaction?: Transaction,
): AsyncGenerator<readonly QueryDocumentSnapshot[]> {
  for (let last: QueryDocumentSnapshot | undefined; ; ) {
    const ordered = collection.orderBy('__name__').limit(PAGE);
    const query = last === undefined ? ordered : ordered.startAfter(last);
    const { docs } = await (transaction === undefined ? query.get() : transaction.get(query));
    yield docs;
    last = docs.at(-1);
    if (docs.length < PAGE) return;
  }
}

function chainedEntryOf(snapshot: DocumentSnapshot): ChainedEntry {
  return asChained(snapshot.id, decodeExisting(chainedLogCodec, snapshot));
}

function asChained(id: string, stored: z.infer<typeof chainedLogCodec>): ChainedEntry {
  const { unsealed: _, salts, commitments, by, reason, at, ...rest } = stored;
  return {
    id,
    ...rest,
    at: at.toISOString(),
    by: personal(by, salts?.by, commitments?.by),
    ...(reason !== undefined && { reason: personal(reason, salts?.reason, commitments?.reason) }),
  };
}

function personal(value: string, salt = '', commitment?: string): PersonalText {
  return commitment === undefined ? { value, salt } : { value, commitment };
}
