import type { Transaction } from '@google-cloud/firestore';
import type { Writer } from '../../ports.ts';
import type { FirestoreClient } from './client.ts';
import { encode, outboxDocument, requestDocument } from './codecs.ts';
import { type Paths, revisionOf } from './paths.ts';

/** Writes of one transaction: they are sent when its work is done. */
export function writerOf(
  transaction: Transaction,
  paths: Paths,
  fieldValue: FirestoreClient['fieldValue'],
): Writer {
  let logged = 0;
  return {
    putSetup({ version, loadedAt, loadedBy }, { digest, pages }) {
      const head = { version, loadedAt, loadedBy, digest, pages };
      transaction.create(paths.setup(version), head);
      transaction.set(paths.head, head);
    },
    putMember: (member) => void transaction.set(paths.member(member.email), encode(member)),
    removeMember: (email) => void transaction.delete(paths.member(email)),
    putPeriod: (record) => void transaction.set(paths.period(record.period), encode(record)),
    putSubmission(submission) {
      const newest = paths.submission(submission.period, submission.unitId);
      transaction.set(newest, encode(submission));
      transaction.create(revisionOf(newest, submission.revision), encode(submission));
    },
    putAppraisal(appraisal) {
      const newest = paths.appraisal(appraisal.period, appraisal.unitId);
      transaction.set(newest, encode(appraisal));
      transaction.create(revisionOf(newest, appraisal.revision), encode(appraisal));
    },
    putRefusal: (refusal) =>
      void transaction.set(paths.refusal(refusal.period, refusal.unitId), encode(refusal)),
    clearRefusal: (period, unitId) => void transaction.delete(paths.refusal(period, unitId)),
    putResult(period, { version, setupVersion, evaluatedAt, evaluatedBy }, staged) {
      const head = { version, setupVersion, evaluatedAt, evaluatedBy, ...staged };
      transaction.create(paths.result(period, version), encode(head));
    },
    putWorkbook: (workbook) => void transaction.set(paths.workbook(workbook.id), encode(workbook)),
    enqueue(id, at) {
      // No read: a fan-out asks for thousands, and a running delivery keeps its lease.
      const asked = { id, state: 'pending', requestedAt: at, notBefore: at, dueAt: at, attempts: 0 };
      transaction.set(
        paths.outboxEntry(id),
        { ...asked, request: fieldValue.increment(1), lastErrorCode: fieldValue.delete() },
        { merge: true },
      );
    },
    putOutboxEntry: (entry) => void transaction.set(paths.outboxEntry(entry.id), outboxDocument(entry)),
    appendLog(entry) {
      const written = { writtenAt: fieldValue.serverTimestamp(), nth: logged++ };
      transaction.create(paths.log.doc(), { ...encode(entry), ...written });
    },
    putRequest: (request) => void transaction.create(paths.request(request.key), requestDocument(request)),
  };
}
