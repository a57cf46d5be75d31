import type { DocumentReference, Transaction } from '@google-cloud/firestore';
import type { Writer } from '../../ports/store.ts';
import { storedTrace } from '../../trace.ts';
import type { FirestoreClient } from './client.ts';
import { encode } from './codecs/decode.ts';
import { jobDocument } from './codecs/job.ts';
import { outboxDocument, tracesDocument } from './codecs/outbox.ts';
import { requestDocument } from './codecs/request.ts';
import { councilWriter } from './council.ts';
import { bytesOf, MOST_BYTES, requireFit } from './fit.ts';
import { saltsFor } from './log.ts';
import { type Paths, revisionOf } from './paths.ts';
import { watchWriter } from './watch.ts';

/** Writes of one transaction: they are sent when its work is done. */
export function writerOf(
  transaction: Transaction,
  paths: Paths,
  fieldValue: FirestoreClient['fieldValue'],
): Writer {
  let logged = 0;
  /** Most of what is sent is never sent again: what has one revision is one document. */
  const replace = <T extends { readonly revision: number }>(
    newest: DocumentReference,
    now: T,
    before?: T,
  ) => {
    const document = requireFit(encode(now));
    if (before === undefined) transaction.create(newest, document);
    else {
      transaction.set(newest, document);
      transaction.set(revisionOf(newest, before.revision), encode(before));
    }
  };
  return {
    ...councilWriter(transaction, paths),
    ...watchWriter(transaction, paths),
    putSetup({ version, loadedAt, loadedBy }, { digest, pages }) {
      const head = { version, loadedAt, loadedBy, digest, pages };
      transaction.create(paths.setup(version), head);
      transaction.set(paths.head, head);
    },
    putMember: (member) => void transaction.set(paths.member(member.email), encode(member)),
    removeMember: (email) => void transaction.delete(paths.member(email)),
    putPeriod: (record) => void transaction.set(paths.period(record.period), encode(record)),
    putSubmission: (submission, before) =>
      void replace(paths.submission(submission.period, submission.unitId), submission, before),
    putLock: (submission) =>
      void transaction.set(paths.submission(submission.period, submission.unitId), encode(submission)),
    putAppraisal: (appraisal, before) =>
      void replace(paths.appraisal(appraisal.period, appraisal.unitId), appraisal, before),
    putRefusal: (refusal) =>
      void transaction.set(paths.refusal(refusal.period, refusal.unitId), encode(refusal)),
    clearRefusal: (period, unitId) => void transaction.delete(paths.refusal(period, unitId)),
    putResult(period, { version, setupVersion, evaluatedAt, evaluatedBy }, staged) {
      const unitPages = JSON.stringify(staged.unitPages);
      const head = { version, setupVersion, evaluatedAt, evaluatedBy, ...staged, unitPages };
      transaction.create(paths.result(period, version), encode(head));
    },
    putRegisterRevision: (register, unitId, revision) =>
      void transaction.set(paths.registerOwner(register, unitId), { revision }),
    putRegisterRow: (row, before) => void replace(paths.registerRow(row.register, row.code), row, before),
    putWorkbook: (workbook) => void transaction.set(paths.workbook(workbook.id), encode(workbook)),
    enqueue(id, at, { traces = currentTraces(), alsoIn = [] } = {}) {
      // No read: a fan-out asks for thousands, and a running delivery keeps its lease.
      const asked = { id, state: 'pending', requestedAt: at, notBefore: at, dueAt: at, attempts: 0 };
      transaction.set(
        paths.outboxEntry(id),
        {
          ...asked,
          request: fieldValue.increment(1),
          lastErrorCode: fieldValue.delete(),
          ...(traces.length > 0 && { traces: tracesDocument(traces) }),
          ...(alsoIn.length > 0 && { alsoIn: fieldValue.arrayUnion(...alsoIn) }),
        },
        { merge: true },
      );
    },
    putOutboxEntry: (entry) => void transaction.set(paths.outboxEntry(entry.id), outboxDocument(entry)),
    putJob: (job) => void transaction.set(paths.job(job.key), jobDocument(job)),
    appendLog(entry) {
      const written = { writtenAt: fieldValue.serverTimestamp(), nth: logged++, ...saltsFor(entry) };
      transaction.create(paths.log.doc(), { ...encode({ ...entry, trace: storedTrace() }), ...written });
    },
    putSeal(seal) {
      transaction.create(paths.seal(seal.number), seal);
      for (const { id } of seal.entries)
        transaction.update(paths.log.doc(id), { unsealed: fieldValue.delete() });
    },
    putRequest(request) {
      // Of ten thousand units an answer may outgrow a document. Nothing depends on its being kept: only the
      // requests of many units are as long, and those find done what is done.
      const document = requestDocument(request);
      if (bytesOf(document) <= MOST_BYTES) transaction.create(paths.request(request.key), document);
    },
  };
}

const currentTraces = (): readonly string[] => [storedTrace()].filter((trace) => trace !== undefined);
