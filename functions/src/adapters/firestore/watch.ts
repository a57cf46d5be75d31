import type { Transaction } from '@google-cloud/firestore';
import { z } from 'zod';
import type { FileHome } from '../../domain/watch/check-workbook.ts';
import { FINDING_KINDS, type KeptFinding } from '../../domain/watch/finding.ts';
import type { Operations } from '../../domain/watch/operations.ts';
import type { CopyUse, Door, KeptOperations, Watched, WatchReader, WatchWriter } from '../../ports/watch.ts';
import { encode } from './codecs/decode.ts';
import { moment } from './codecs/fields.ts';
import { workbookId } from './codecs/workbook.ts';
import type { Paths } from './paths.ts';
import type { All, One } from './source.ts';

const text = z.string();

const finding: z.ZodType<KeptFinding> = z.strictObject({
  kind: z.enum(FINDING_KINDS),
  subject: text.optional(),
  mayWrite: z.boolean().optional(),
  isMember: z.boolean().optional(),
  since: moment,
});

const home: z.ZodType<FileHome> = z.strictObject({ owner: text.optional(), folders: z.array(text) });

/** `wrong` is the store's own: how many findings, only where there are any, so that one index finds those. */
const watchedCodec: z.ZodType<Watched> = z.object({
  id: workbookId,
  checkedAt: moment.optional(),
  dueAt: moment,
  home: home.optional(),
  findings: z.array(finding),
});

const copyCodec: z.ZodType<CopyUse> = z.strictObject({
  key: text,
  by: text,
  spreadsheetId: text,
  workbook: workbookId.optional(),
  firstAt: moment,
  lastAt: moment,
});

const heartbeatCodec = z.strictObject({ door: z.enum(['run-jobs', 'deliver', 'watch']), at: moment });

/** Kept as text: nobody queries it, and it is shown as a whole. */
const operationsCodec: z.ZodType<KeptOperations> = z
  .strictObject({ at: moment, digest: text, urgentDigest: text, operations: text })
  .transform(({ operations, ...rest }) => ({ ...rest, operations: JSON.parse(operations) as Operations }));

export function watchReader(one: One, all: All, paths: Paths): WatchReader {
  return {
    watched: async (id) => one(watchedCodec, paths.watchedOne(id)),
    dueWatched: (now, most) =>
      all(watchedCodec, paths.watched.where('dueAt', '<=', now).orderBy('dueAt').limit(most)),
    watchedWithFindings: (most) => all(watchedCodec, paths.watched.orderBy('wrong', 'desc').limit(most)),
    copyUse: async (key) => one(copyCodec, paths.copy(key)),
    copyUses: (since, most) =>
      all(copyCodec, paths.copies.where('lastAt', '>=', since).orderBy('lastAt', 'desc').limit(most)),
    async heartbeats() {
      const beats = await all(heartbeatCodec, paths.heartbeats);
      return Object.fromEntries(beats.map(({ door, at }) => [door, at]));
    },
    operations: async () => one(operationsCodec, paths.operations),
  };
}

export function watchWriter(transaction: Transaction, paths: Paths): WatchWriter {
  return {
    putWatched(watched) {
      const wrong = watched.findings.length || undefined;
      transaction.set(paths.watchedOne(watched.id), encode({ ...watched, wrong }));
    },
    putCopyUse: (use) => void transaction.set(paths.copy(use.key), encode(use)),
    putHeartbeat: (door: Door, at) => void transaction.set(paths.heartbeat(door), { door, at }),
    putOperations: ({ operations, ...rest }) =>
      void transaction.set(paths.operations, { ...rest, operations: JSON.stringify(operations) }),
  };
}
