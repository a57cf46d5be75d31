import type { OutboxReader } from '../../ports/outbox.ts';
import { outboxCodec } from './codecs/outbox.ts';
import type { Paths } from './paths.ts';
import type { All, One, Source } from './source.ts';

export function outboxReader(source: Source, one: One, all: All, paths: Paths): OutboxReader {
  return {
    outboxEntry: async (id) => one(outboxCodec, paths.outboxEntry(id)),
    async dueOutbox(now, most) {
      const due = paths.outbox.where('dueAt', '<=', now).orderBy('dueAt').limit(most);
      const entries = await all(outboxCodec, due);
      // Asking again makes a leased entry due at once; whoever holds the lease still has it.
      return entries.filter(({ leaseUntil }) => leaseUntil === undefined || leaseUntil <= now);
    },
    async isAskedForBesides(id) {
      const asking = paths.outbox.where('alsoIn', 'array-contains', id).limit(1);
      return (await all(outboxCodec, asking)).length > 0;
    },
    pendingOutboxCount: async () =>
      (await source.count(paths.outbox.where('state', '==', 'pending'))).data().count,
    failingOutboxCount: async () =>
      (await source.count(paths.outbox.where('lastErrorCode', '>', ''))).data().count,
    failingOutbox: (most) => all(outboxCodec, paths.outbox.orderBy('failing.since').limit(most)),
    droppedOutbox: (most) => all(outboxCodec, paths.outbox.orderBy('dropped.at').limit(most)),
    async oldestPending() {
      const pending = await all(outboxCodec, paths.outbox.orderBy('dueAt').limit(LOOKED_AT));
      return [...pending].sort((a, b) => a.requestedAt.getTime() - b.requestedAt.getTime())[0];
    },
    async lastDelivered() {
      const [last] = await all(outboxCodec, paths.outbox.orderBy('deliveredAt', 'desc').limit(1));
      return last;
    },
  };
}

/** Only pending entries are due; among those that are due first stands the one that waits longest. */
const LOOKED_AT = 20;
