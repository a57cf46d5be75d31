import type { CollectionReference, DocumentReference, Firestore } from '@google-cloud/firestore';
import { AppError } from '../../domain/app-error.ts';
import type { PeriodId } from '../../domain/campaign/period.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { OutboxId } from '../../ports/outbox.ts';
import type { Door } from '../../ports/watch.ts';
import type { WorkbookId } from '../../ports/workbook.ts';

/** Where everything of one campaign lives. Documents are named by domain keys: sending twice is writing once. */
export type Paths = ReturnType<typeof pathsOf>;

export function pathsOf(firestore: Firestore, campaign: string) {
  const head = firestore.collection('campaigns').doc(documentId(campaign));
  const period = (id: PeriodId) => head.collection('periods').doc(documentId(id));
  const under = (id: PeriodId, name: string) => period(id).collection(name);
  return {
    /** The newest setup's head. */
    head,
    setup: (version: number) => head.collection('setups').doc(String(version)),
    /** Large content in pieces, named by its digest: {text}. */
    page: (digest: string, index: number) => head.collection('pages').doc(`${digest}-${index}`),
    members: head.collection('members'),
    member: (email: string) => head.collection('members').doc(memberId(email)),
    periods: head.collection('periods'),
    period,
    submissions: (id: PeriodId) => under(id, 'submissions'),
    submission: (id: PeriodId, unitId: string) => under(id, 'submissions').doc(documentId(unitId)),
    appraisals: (id: PeriodId) => under(id, 'appraisals'),
    appraisal: (id: PeriodId, unitId: string) => under(id, 'appraisals').doc(documentId(unitId)),
    refusals: (id: PeriodId) => under(id, 'refusals'),
    refusal: (id: PeriodId, unitId: string) => under(id, 'refusals').doc(documentId(unitId)),
    result: (id: PeriodId, version: number) => under(id, 'results').doc(String(version)),
    registerRows: (register: RegisterId) =>
      head.collection('registers').doc(documentId(register)).collection('rows'),
    registerOwner: (register: RegisterId, unitId = OFFICE) =>
      head.collection('registers').doc(documentId(register)).collection('owners').doc(documentId(unitId)),
    registerRow: (register: RegisterId, code: string) =>
      head.collection('registers').doc(documentId(register)).collection('rows').doc(documentId(code)),
    workbooks: head.collection('workbooks'),
    workbook: (id: WorkbookId) => head.collection('workbooks').doc(workbookId(id)),
    outbox: head.collection('outbox'),
    outboxEntry: (id: OutboxId) => head.collection('outbox').doc(workbookId(id)),
    watched: head.collection('watched'),
    watchedOne: (id: WorkbookId) => head.collection('watched').doc(workbookId(id)),
    copies: head.collection('copies'),
    copy: (key: string) => head.collection('copies').doc(documentId(key)),
    heartbeats: head.collection('heartbeats'),
    heartbeat: (door: Door) => head.collection('heartbeats').doc(documentId(door)),
    operations: head.collection('operations').doc('shown'),
    jobs: head.collection('jobs'),
    job: (key: string) => head.collection('jobs').doc(documentId(key)),
    ballots: head.collection('ballots'),
    ballot: (id: string) => head.collection('ballots').doc(documentId(id)),
    /** Apart from the ballots: what changes with every vote is one document that says nothing of when. */
    ballotBoxes: head.collection('boxes'),
    ballotBox: (id: string) => head.collection('boxes').doc(documentId(id)),
    decisions: head.collection('decisions'),
    decision: (id: string) => head.collection('decisions').doc(documentId(id)),
    series: (id: string) => head.collection('series').doc(documentId(id)),
    exemplars: head.collection('exemplars'),
    exemplar: (id: string) => head.collection('exemplars').doc(documentId(id)),
    /** Which shape all of this has: see migrations/. */
    schemaVersion: head.collection('schema').doc('version'),
    log: head.collection('log'),
    seals: head.collection('seals'),
    seal: (number: number) => head.collection('seals').doc(String(number)),
    request: (key: string) => head.collection('requests').doc(documentId(key)),
  };
}

/** Owns the rows of registers in the office's workbook, which no unit has rows in. */
const OFFICE = 'office';

/** Every submission, appraisal and row of a register that a newer one took the place of, below the newest. */
export function revisionOf(newest: DocumentReference, revision: number): DocumentReference {
  const revisions: CollectionReference = newest.collection('revisions');
  return revisions.doc(String(revision));
}

/** Whether an address can name a document. A person whose address cannot is a member of nothing. */
export function isMemberId(email: string): boolean {
  return email.length <= 254 && /^[^\s/@]+@[^\s/@]+$/u.test(email);
}

/**
 * Ids come checked from the edge; this is the second lock: a slash would reach into another collection, a dot
 * alone and double underscores are Firestore's own.
 */
function documentId(id: string): string {
  if (!/^[A-Za-z0-9]+(?:[._-][A-Za-z0-9]+)*$/.test(id) || id.length > 100)
    throw new AppError('malformed', { why: 'id' });
  return id;
}

function memberId(email: string): string {
  if (!isMemberId(email)) throw new AppError('malformed', { why: 'email' });
  return email;
}

function workbookId(id: OutboxId): string {
  if (id.startsWith('unit:')) documentId(id.slice('unit:'.length));
  else documentId(id);
  return id;
}
