import type { AppErrorCode } from './domain/app-error.ts';
import type { Ballot } from './domain/ballot/ballot.ts';
import type { BallotBox } from './domain/ballot/ballot-box.ts';
import type { Campaign } from './domain/campaign/campaign.ts';
import type { PeriodId } from './domain/campaign/period.ts';
import type { Decision, Series } from './domain/decision/decision.ts';
import type { PeriodInputs } from './domain/evaluation/period-inputs.ts';
import type { PeriodResult } from './domain/evaluation/period-result.ts';
import type { Exemplar } from './domain/exemplar/exemplar.ts';
import type { AppraisedAnswer, ReportedAnswer } from './domain/form/answer.ts';
import type { ChainedEntry } from './domain/log-chain/chained-entry.ts';
import type { Seal } from './domain/log-chain/seal.ts';
import type { FoundChain } from './domain/log-chain/verify-chain.ts';
import type { KeptRow, RegisterId } from './domain/register/register.ts';
import type { FileHome } from './domain/watch/check-workbook.ts';
import type { KeptFinding } from './domain/watch/finding.ts';
import type { Operations } from './domain/watch/operations.ts';

/** The few interfaces the use cases need. One Store is bound to one campaign. */
export interface Store extends Reader {
  /**
   * Reads and writes that happen together or not at all. `work` may run several times and must be pure between
   * its reads and its writes; reads come before writes.
   */
  transact<T>(work: (transaction: Reader & Writer) => Promise<T>): Promise<T>;
  /** Another campaign of the same database. */
  other(campaign: string): Reader;
  /**
   * What is too large for one commit is written ahead under the digest of its content. Nobody sees it until a
   * transaction names it (`putSetup`, `putResult`), so a killed or beaten attempt leaves nothing visible.
   */
  stageCampaign(campaign: Campaign): Promise<StagedCampaign>;
  stageResult(result: PeriodResult, inputs: PeriodInputs): Promise<StagedResult>;
  /** Makes entries that were written before there were seals ready for their first. Doing it again changes nothing. */
  adoptLog(): Promise<void>;
  /** The whole log and all its seals, as they stand, whether they can be read or not. */
  logChain(): Promise<FoundChain>;
}

export interface Reader extends CouncilReader, LogChainReader, WatchReader {
  /** The newest setup. */
  setup(version?: number): Promise<Setup | undefined>;
  /** What a setup holds; kept in the process once it was read. */
  campaignNamed(name: StagedCampaign): Promise<Campaign>;
  member(email: string): Promise<Member | undefined>;
  members(): Promise<readonly Member[]>;
  period(id: PeriodId): Promise<PeriodRecord | undefined>;
  periods(): Promise<readonly PeriodRecord[]>;
  submission(period: PeriodId, unitId: string): Promise<Submission | undefined>;
  submissions(period: PeriodId): Promise<readonly Submission[]>;
  /** Of the units after one and up to another, by unit id; from the first, or to the last, where none is given. */
  submissionsBetween(period: PeriodId, range: UnitRange): Promise<readonly Submission[]>;
  appraisal(period: PeriodId, unitId: string): Promise<Appraisal | undefined>;
  appraisals(period: PeriodId): Promise<readonly Appraisal[]>;
  /** The newest result of a period, or the given version. */
  result(period: PeriodId, version?: number): Promise<StoredResult | undefined>;
  /** What a stored result was computed from, for replay. */
  resultInputs(period: PeriodId, version: number): Promise<PeriodInputs | undefined>;
  refusal(period: PeriodId, unitId: string): Promise<Refusal | undefined>;
  refusals(period: PeriodId): Promise<readonly Refusal[]>;
  /** How often the rows of one owner (a unit, or without one the office) were changed: each change raises it. */
  registerRevision(register: RegisterId, unitId?: string): Promise<number>;
  registerRow(register: RegisterId, code: string): Promise<KeptRow | undefined>;
  /** Of one unit, or all; those that were added first come first. */
  registerRows(register: RegisterId, unitId?: string): Promise<readonly KeptRow[]>;
  workbook(id: WorkbookId): Promise<Workbook | undefined>;
  workbooks(): Promise<readonly Workbook[]>;
  /** The workbook that this spreadsheet is, if it is one of the campaign's; a copy is not. */
  workbookIn(spreadsheetId: string): Promise<Workbook | undefined>;
  outboxEntry(id: OutboxId): Promise<OutboxEntry | undefined>;
  /** Entries due at `now` and not leased, oldest request first. */
  dueOutbox(now: Date, most: number): Promise<readonly OutboxEntry[]>;
  /** Entries not yet delivered, due or not. */
  pendingOutboxCount(): Promise<number>;
  /** Those of them whose last try failed: they are put off. */
  failingOutboxCount(): Promise<number>;
  job(key: string): Promise<Job | undefined>;
  /** Newest request first. */
  jobs(most: number): Promise<readonly Job[]>;
  /** Waiting and running ones, leased or not, the one that is due first first. */
  unfinishedJobs(): Promise<readonly Job[]>;
  /** Newest first; of one period alone where it is named. */
  log(most: number, period?: PeriodId): Promise<readonly LogEntry[]>;
  /** The stored answer of a request that was already done. */
  request(key: string): Promise<StoredRequest | undefined>;
}

export interface Writer extends CouncilWriter, WatchWriter {
  putSetup(setup: Omit<Setup, 'campaign' | keyof StagedCampaign>, staged: StagedCampaign): void;
  putMember(member: Member): void;
  removeMember(email: string): void;
  putPeriod(record: PeriodRecord): void;
  /** `before`: the revision that it takes the place of, which is kept beside it as it stood last. */
  putSubmission(submission: Submission, before?: Submission): void;
  /** Changes of the newest only whether it is locked: what was sent stays. */
  putLock(submission: Submission): void;
  /** `before`: as in putSubmission. */
  putAppraisal(appraisal: Appraisal, before?: Appraisal): void;
  putRefusal(refusal: Refusal): void;
  clearRefusal(period: PeriodId, unitId: string): void;
  putResult(period: PeriodId, result: Omit<StoredResult, 'result' | 'digest'>, staged: StagedResult): void;
  /** `before`: as in putSubmission. */
  putRegisterRow(row: KeptRow, before?: KeptRow): void;
  putRegisterRevision(register: RegisterId, unitId: string | undefined, revision: number): void;
  putWorkbook(workbook: Workbook): void;
  /**
   * Asks for a workbook to be brought up to date; asking again while pending is asking once. `traces`: of whom it is
   * asked for; the current one if absent.
   */
  enqueue(id: OutboxId, at: Date, traces?: readonly string[]): void;
  putOutboxEntry(entry: OutboxEntry): void;
  putJob(job: Job): void;
  appendLog(entry: Omit<LogEntry, 'id'>): void;
  /** Its entries are in a seal from here on. Fails where the number is taken. */
  putSeal(seal: Seal): void;
  putRequest(request: StoredRequest): void;
}

/** The seals of the log: docs/privacy.md tells what they are for. */
export interface LogChainReader {
  lastSeal(): Promise<Seal | undefined>;
  /** Entries in no seal yet, at most so many, in no order. */
  unsealedEntries(most: number): Promise<readonly ChainedEntry[]>;
  /** The entry, if it is in no seal yet. */
  unsealedEntry(id: string): Promise<ChainedEntry | undefined>;
}

/** Whether everything runs and every file is as it should be: what an officer looks after. */
export interface WatchReader {
  /** Entries whose last try failed, the one that fails longest first. */
  failingOutbox(most: number): Promise<readonly OutboxEntry[]>;
  /** Entries that an officer gave up, and that were not written since. */
  droppedOutbox(most: number): Promise<readonly OutboxEntry[]>;
  /** The pending entry that waits longest. */
  oldestPending(): Promise<OutboxEntry | undefined>;
  /** The entry that was delivered last. */
  lastDelivered(): Promise<OutboxEntry | undefined>;
  watched(id: WorkbookId): Promise<Watched | undefined>;
  /** Those whose turn it is to be looked at, the one that waits longest first. */
  dueWatched(now: Date, most: number): Promise<readonly Watched[]>;
  /** Those with something to find in them. */
  watchedWithFindings(most: number): Promise<readonly Watched[]>;
  copyUse(key: string): Promise<CopyUse | undefined>;
  /** Newest use first. */
  copyUses(since: Date, most: number): Promise<readonly CopyUse[]>;
  heartbeats(): Promise<Heartbeats>;
  /** What the office's tab shows of all this; undefined before it was first looked at. */
  operations(): Promise<KeptOperations | undefined>;
}

export interface WatchWriter {
  putWatched(watched: Watched): void;
  putCopyUse(use: CopyUse): void;
  putHeartbeat(door: Door, at: Date): void;
  putOperations(operations: KeptOperations): void;
}

/** Unit ids in the order of their characters' codes. */
export interface UnitRange {
  readonly after?: string | undefined;
  readonly upTo?: string | undefined;
}

/** Ballots, decisions and the exemplars they make. */
export interface CouncilReader {
  ballot(id: string): Promise<Ballot | undefined>;
  /** All, or those of one period, in the order of their opening. */
  ballots(period?: PeriodId): Promise<readonly Ballot[]>;
  ballotBox(ballot: string): Promise<BallotBox | undefined>;
  ballotBoxes(): Promise<readonly BallotBox[]>;
  /** By series and number: "2024-12". */
  decision(id: string): Promise<Decision | undefined>;
  /** By series, by number. */
  decisions(): Promise<readonly Decision[]>;
  /** What was given out in it so far. */
  series(series: string): Promise<Series>;
  exemplar(id: string): Promise<Exemplar | undefined>;
  /** In force or not, by id. */
  exemplars(): Promise<readonly Exemplar[]>;
}

export interface CouncilWriter {
  /** Fails where the id is taken. */
  addBallot(ballot: Ballot): void;
  putBallot(ballot: Ballot): void;
  putBallotBox(box: BallotBox): void;
  /** Fails where the number is taken. */
  addDecision(decision: Decision): void;
  /** Only to mark whom it was revoked for. */
  putDecision(decision: Decision): void;
  putSeries(series: Series): void;
  addExemplar(exemplar: Exemplar): void;
}

/** One version of the campaign's whole configuration. */
export interface Setup extends StagedCampaign {
  readonly version: number;
  readonly campaign: Campaign;
  readonly loadedAt: Date;
  readonly loadedBy: string;
}

/** Names content that stands in the store: made by stageCampaign, for putSetup; later what the setup is found by. */
export interface StagedCampaign {
  /** SHA-256 of the content, hex: the same campaign is the same digest. */
  readonly digest: string;
  readonly pages: number;
}

/** As StagedCampaign, for putResult. */
export interface StagedResult {
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly pages: number;
  readonly inputsDigest: string;
  readonly inputsPages: number;
}

export type Role = 'unit_editor' | 'officer' | 'council_member' | 'leader' | 'admin';

export interface Member {
  /** Lower case, NFC: the key. */
  readonly email: string;
  readonly roles: readonly Role[];
  /** Units a unit editor fills forms for; other roles see all. */
  readonly unitIds: readonly string[];
}

/** voted: the council's ballot was held. Without one a period goes from evaluated to published. */
export type PeriodState = 'open' | 'closed' | 'evaluated' | 'voted' | 'published';
export type PeriodAction = 'open' | 'close' | 'evaluate' | 'publish' | 'reopen';

export interface PeriodRecord {
  readonly period: PeriodId;
  /** Goes up with every step, and with every appraisal of a closed period: what was loaded at this revision is still so. */
  readonly revision: number;
  readonly state: PeriodState;
  /**
   * Of an open period: the newest setup, so that a form finds it with the state it needs anyway. Every loading writes
   * it anew. Periods that were opened before this was kept have none.
   */
  readonly setup?: StagedCampaign;
  /** The council's on who is recognised in it: a period is not published while one is open. */
  readonly ballot: 'not_held' | 'open' | 'held';
  /** Forms later than this moment are late. */
  readonly deadlineAt: Date;
  readonly changedAt: Date;
  readonly changedBy: string;
  /** 0: never evaluated. Each evaluation after a reopening is a new version; the old ones are kept. */
  readonly resultVersion: number;
  /** 0: never published. */
  readonly publishedVersion: number;
  /** Every version that was ever published, in order: what leaders read at some time stays to be read. */
  readonly publications: readonly { readonly version: number; readonly at: Date; readonly by: string }[];
  /** Every reopening: why there is a new version. */
  readonly reopenings: readonly {
    readonly at: Date;
    readonly by: string;
    readonly reason: string;
    readonly fromVersion: number;
  }[];
}

export interface Submission {
  readonly period: PeriodId;
  readonly unitId: string;
  /** 1, 2, …: every one is kept. */
  readonly revision: number;
  readonly submittedAt: Date;
  readonly submittedBy: string;
  readonly source: 'submitted' | 'collected';
  readonly late: boolean;
  readonly answers: readonly ReportedAnswer[];
  /** How often the period had been reopened when it came in: each further reopening opens every form again. */
  readonly reopenings: number;
  /** Opened again by somebody, to be sent anew; the next revision has none. */
  readonly unlocked?: { readonly at: Date; readonly by: string; readonly reason: string };
}

export interface Appraisal {
  readonly period: PeriodId;
  readonly unitId: string;
  readonly revision: number;
  readonly appraisedAt: Date;
  readonly appraisedBy: string;
  readonly answers: readonly AppraisedAnswer[];
}

/** The last form of a unit that was refused for its issues. It stands until a good one is accepted: see stands. */
export interface Refusal {
  readonly period: PeriodId;
  readonly unitId: string;
  /** Of the unit's form that was accepted last before it; 0: none was. Refusals kept before this was have none. */
  readonly afterRevision?: number;
  readonly refusedAt: Date;
  readonly source: 'submitted' | 'collected';
  /** Each issue's code and cell; never what stood in it. */
  readonly issues: readonly { readonly code: string; readonly cell?: string }[];
}

export interface StoredResult {
  readonly version: number;
  readonly setupVersion: number;
  readonly evaluatedAt: Date;
  readonly evaluatedBy: string;
  /** SHA-256 of the canonical result, hex. */
  readonly digest: string;
  readonly result: PeriodResult;
}

export type WorkbookId = 'summary' | 'office' | `unit:${string}`;
/**
 * "units" stands for the workbook of every unit of the newest setup: one write inside a transaction asks for all of
 * them, and delivering it enqueues them one by one, in batches. So opening a period with 10,000 units stays one small
 * transaction.
 */
export type OutboxId = WorkbookId | 'units';

export interface Workbook {
  readonly id: WorkbookId;
  readonly spreadsheetId: string;
  readonly createdAt: Date;
  /** Whom the file was last found shared with, as a digest, and when: it is looked at again when either is stale. */
  readonly shared?: { readonly digest: string; readonly at: Date };
  /** An officer asked for its file to be put right: shared as it should be, and taken out of the trash. */
  readonly mend?: true;
}

/** What the watch knows of one workbook's file. */
export interface Watched {
  readonly id: WorkbookId;
  /** Absent before the first look. */
  readonly checkedAt?: Date;
  readonly dueAt: Date;
  /** As it was found first. */
  readonly home?: FileHome;
  /** What is wrong with it now; what is gone is gone from here, and stands in the log. */
  readonly findings: readonly KeptFinding[];
}

/** Somebody stood in a spreadsheet that is not ours and asked for something as if it were. */
export interface CopyUse {
  /** Of the account and the workbook it was taken for, so that there are few of them whatever anybody sends. */
  readonly key: string;
  readonly by: string;
  readonly spreadsheetId: string;
  /** What it was taken for; absent where the call did not say. */
  readonly workbook?: WorkbookId;
  readonly firstAt: Date;
  readonly lastAt: Date;
}

/** What the scheduler calls, each by an entry of its own. */
export type Door = 'run-jobs' | 'deliver' | 'watch';
/** When the scheduler last called each. */
export type Heartbeats = Readonly<Partial<Record<Door, Date>>>;

/** Vận hành as its tab shows it: see Operations. It is replaced when figures changed, never because it was written. */
export interface KeptOperations {
  readonly at: Date;
  /** Of what is shown, moments aside. */
  readonly digest: string;
  /** Of that which somebody has to do something about. */
  readonly urgentDigest: string;
  readonly operations: Operations;
}

/** "Bring this workbook up to what is stored." What to write is computed at delivery, so entries never go stale. */
export interface OutboxEntry {
  readonly id: OutboxId;
  readonly state: 'pending' | 'delivered' | 'dropped';
  /** Goes up with each request; a delivery that started before a newer request leaves the entry pending. */
  readonly request: number;
  readonly requestedAt: Date;
  readonly notBefore: Date;
  readonly attempts: number;
  readonly leaseUntil?: Date;
  readonly lastErrorCode?: string;
  readonly deliveredAt?: Date;
  /** Of the clicks that asked for it since it was last delivered. */
  readonly traces?: readonly string[];
  /** Since it was last delivered: that trying failed, how often, why, and under which trace last. */
  readonly failing?: {
    readonly since: Date;
    readonly times: number;
    readonly code: string;
    readonly trace?: string;
  };
  /** An officer gave it up. Stays until the workbook is written again, also where it was asked for anew. */
  readonly dropped?: {
    readonly at: Date;
    readonly by: string;
    readonly reason: string;
    readonly code: string;
  };
}

export type JobKind = 'evaluate' | 'publish' | 'collect' | 'provision';

/** Work that takes longer than people wait, done by whoever runs the jobs. Kept of each kind and period: the newest. */
export interface Job {
  /** The kind and the period: what there is one of. */
  readonly key: string;
  readonly kind: JobKind;
  /** All but provision have one. */
  readonly period?: PeriodId;
  /** 1, 2, …: how often this kind and period was asked for anew. */
  readonly nth: number;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  readonly requestedAt: Date;
  readonly requestedBy: string;
  /** Of the click that asked for it. */
  readonly trace?: string;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
  /** Units, or workbooks where workbooks are written. */
  readonly done: number;
  readonly total: number;
  /** Whoever runs it has it until then, and longer with each progress. */
  readonly leaseUntil?: Date;
  /** How often it was taken up since it last got on: what kills its runner is not run for ever. */
  readonly attempts: number;
  /** The last unit that was counted: the next runner goes on behind it. */
  readonly after?: string;
  readonly outcome?: Readonly<Record<string, number>>;
  /** Why it failed; the sentence is made for whoever reads it. */
  readonly error?: {
    readonly code: AppErrorCode;
    readonly details: Readonly<Record<string, string | number>>;
  };
}

export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  /** The verified account. */
  readonly by: string;
  readonly action: LogAction;
  readonly period?: PeriodId;
  readonly unitId?: string;
  readonly reason?: string;
  /** Numbers and codes: revision, version, digest, counts. */
  readonly details?: Readonly<Record<string, string | number>>;
  /** Of the click; the store writes it by itself. */
  readonly trace?: string;
}

export type LogAction =
  | 'campaign_loaded'
  | 'workbooks_requested'
  | 'period_opened'
  | 'period_closed'
  | 'period_evaluated'
  | 'period_published'
  | 'period_reopened'
  | 'form_submitted'
  | 'form_refused'
  | 'form_collected'
  | 'form_unlocked'
  | 'form_appraised'
  | 'row_added'
  | 'row_amended'
  | 'ballot_opened'
  | 'vote_cast' // of an open ballot alone: a secret vote leaves no entry, for an entry has a moment
  | 'written_votes_recorded'
  | 'ballot_closed'
  | 'ballot_voided'
  | 'decision_issued'
  | 'decision_revoked'
  | 'delivery_retried'
  | 'delivery_dropped'
  | 'watch_found' // something wrong with a workbook's file; details: workbook, kind
  | 'watch_gone' // it is right again
  | 'sharing_restored' // by a delivery, without being asked; details: workbook, taken, given
  | 'campaign_restored' // from an export
  | 'person_removed'; // whose data were removed is not said

export interface StoredRequest {
  readonly key: string;
  /** Digest of caller, function and body: the same key with another body is refused. */
  readonly fingerprint: string;
  readonly status: number;
  readonly body: unknown;
  readonly at: Date;
}
