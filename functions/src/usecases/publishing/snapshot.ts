import { AppError } from '../../domain/app-error.ts';
import type { Ballot } from '../../domain/ballot/ballot.ts';
import type { BallotBox } from '../../domain/ballot/ballot-box.ts';
import { parsePeriod } from '../../domain/campaign/calendar.ts';
import type { Period, PeriodId } from '../../domain/campaign/period.ts';
import type { Decision } from '../../domain/decision/decision.ts';
import type { Rules } from '../../domain/evaluation/period-inputs.ts';
import type { Exemplar } from '../../domain/exemplar/exemplar.ts';
import type { RegisterId } from '../../domain/register/reference-kind.ts';
import type { KeptRow } from '../../domain/register/register.ts';
import type { Appraisal, Refusal, Submission } from '../../ports/form.ts';
import type { LogEntry } from '../../ports/log.ts';
import type { Member } from '../../ports/member.ts';
import type { PeriodRecord } from '../../ports/period.ts';
import type { ResultInParts, StoredResult } from '../../ports/result.ts';
import type { Setup } from '../../ports/setup.ts';
import type { Reader, Store } from '../../ports/store.ts';
import type { KeptOperations } from '../../ports/watch.ts';
import type { Workbook, WorkbookId } from '../../ports/workbook.ts';
import { resultAround } from '../periods/result-around.ts';
import { rulesOf, setupOf } from '../rules-of.ts';
import { peopleAround, readOnce } from './people.ts';

/**
 * What is stored, as one batch of deliveries sees it: each part is read when it is first needed, and once. It is
 * opened after the entries are leased, so it is never older than the requests it answers.
 */
export interface Snapshot {
  setup(): Promise<Setup>;
  members(): Promise<readonly Member[]>;
  /** See peopleAround. */
  people(id: WorkbookId): Promise<readonly Member[]>;
  /** One alone, as the forms of a unit are. */
  workbook(id: WorkbookId): Promise<Workbook | undefined>;
  /** In the calendar's order. */
  periods(): Promise<readonly OpenedPeriod[]>;
  /** The published version of a period, or the one named, with the rules it was evaluated by. */
  published(period: OpenedPeriod, version?: number): Promise<PublishedPeriod>;
  /** The same of one unit alone: its result has that unit and those it is compared with. */
  publishedAround(period: OpenedPeriod, unitId: string): Promise<PublishedPeriod>;
  submissions(period: PeriodId): Promise<readonly Submission[]>;
  /** One unit's alone: of ten thousand units each workbook needs its own. */
  submission(period: PeriodId, unitId: string): Promise<Submission | undefined>;
  appraisals(period: PeriodId): Promise<readonly Appraisal[]>;
  refusals(period: PeriodId): Promise<readonly Refusal[]>;
  log(): Promise<readonly LogEntry[]>;
  /** Of one unit, or all; those that were added first come first. */
  registerRows(register: RegisterId, unitId?: string): Promise<readonly KeptRow[]>;
  ballots(): Promise<readonly Ballot[]>;
  ballotBoxes(): Promise<readonly BallotBox[]>;
  decisions(): Promise<readonly Decision[]>;
  exemplars(): Promise<readonly Exemplar[]>;
  operations(): Promise<KeptOperations | undefined>;
  /** Another campaign of the same database, seen in the same way. */
  other(campaign: string): Snapshot;
}

export interface OpenedPeriod {
  readonly period: Period;
  readonly record: PeriodRecord;
}

export interface PublishedPeriod extends OpenedPeriod {
  readonly stored: StoredResult;
  readonly rules: Rules;
}

/** Entries of the log that workbooks show. */
const SHOWN_LOG_ENTRIES = 500;

export function openSnapshot(store: Reader & Pick<Store, 'other'>): Snapshot {
  return snapshotOf(store, (campaign) => store.other(campaign));
}

function snapshotOf(store: Reader, other: Store['other']): Snapshot {
  const seen = new Map<string, Promise<unknown>>();
  const once = <T>(key: string, read: () => Promise<T>): Promise<T> => {
    const value = (seen.get(key) as Promise<T> | undefined) ?? read();
    seen.set(key, value);
    return value;
  };
  const setup = () => once('setup', () => setupOf(store));
  const everybody = readOnce(store);
  return {
    setup,
    members: everybody.members,
    people: (id) => peopleAround(id, everybody),
    workbook: (id) => store.workbook(id),
    periods: () => once('periods', async () => inCalendarOrder(await store.periods(), await setup())),
    published: (opened, version = opened.record.publishedVersion) =>
      once(`published/${opened.period.id}/${version}`, () => readPublished(store, opened, version)),
    async publishedAround(opened, unitId) {
      const { id } = opened.period;
      const { stored, rules } = await once(`published/${id}`, () => openPublished(store, opened));
      return { ...opened, stored: { ...stored, result: await resultAround(stored, unitId) }, rules };
    },
    submissions: (period) => once(`submissions/${period}`, () => store.submissions(period)),
    submission: (period, unitId) => store.submission(period, unitId),
    appraisals: (period) => once(`appraisals/${period}`, () => store.appraisals(period)),
    refusals: (period) => once(`refusals/${period}`, () => store.refusals(period)),
    log: () => once('log', () => store.log(SHOWN_LOG_ENTRIES)),
    registerRows: (register, unitId) =>
      once(`rows/${register}/${unitId ?? ''}`, () =>
        unitId === undefined ? store.registerRows(register) : rowsOfUnit(store, register, unitId),
      ),
    ballots: () => once('ballots', () => store.ballots()),
    ballotBoxes: () => once('boxes', () => store.ballotBoxes()),
    decisions: () => once('decisions', () => store.decisions()),
    exemplars: () => once('exemplars', () => store.exemplars()),
    operations: () => once('operations', () => store.operations()),
    other: (campaign) => snapshotOf(other(campaign), other),
  };
}

/** Most units have rows in few registers: one look at all of them says where there is something to ask for. */
async function rowsOfUnit(store: Reader, register: RegisterId, unitId: string): Promise<readonly KeptRow[]> {
  const revision = await store.registerRevision(register, unitId);
  return revision === 0 ? [] : store.registerRows(register, unitId);
}

/** The newest period of which something is published, as far as one unit's explanation tells of it. */
export async function newestPublishedAround(
  snapshot: Snapshot,
  unitId: string,
): Promise<PublishedPeriod | undefined> {
  const opened = (await snapshot.periods()).findLast(({ record }) => record.publishedVersion > 0);
  return opened && snapshot.publishedAround(opened, unitId);
}

/** Periods that the calendar no longer has are left out. */
export function inCalendarOrder(
  records: readonly PeriodRecord[],
  { campaign }: Pick<Setup, 'campaign'>,
): readonly OpenedPeriod[] {
  return records
    .flatMap((record) => {
      const period = parsePeriod(record.period, campaign.calendar);
      return period === undefined ? [] : [{ period, record }];
    })
    .sort((a, b) => (a.period.from < b.period.from ? -1 : 1));
}

async function readPublished(store: Reader, opened: OpenedPeriod, version: number): Promise<PublishedPeriod> {
  const stored = await store.result(opened.period.id, version);
  if (stored === undefined) throw new AppError('not_found', { what: 'result' });
  return { ...opened, stored, rules: await rulesThen(store, opened, stored) };
}

async function openPublished(
  store: Reader,
  opened: OpenedPeriod,
): Promise<{ readonly stored: ResultInParts; readonly rules: Rules }> {
  const stored = await store.resultInParts(opened.period.id, opened.record.publishedVersion);
  if (stored === undefined) throw new AppError('not_found', { what: 'result' });
  return { stored, rules: await rulesThen(store, opened, stored) };
}

/** Those that it was evaluated by. */
async function rulesThen(
  store: Reader,
  { period }: OpenedPeriod,
  { setupVersion }: Pick<StoredResult, 'setupVersion'>,
): Promise<Rules> {
  const setup = await store.setup(setupVersion);
  if (setup === undefined) throw new AppError('not_found', { what: 'campaign' });
  return rulesOf(setup.campaign, period);
}
