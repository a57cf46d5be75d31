import type { PeriodId } from '../../../functions/src/domain/campaign/period.ts';
import type { Job, JobKind } from '../../../functions/src/ports/job.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { type JobsRun, type RunOrder, runJobs } from '../../../functions/src/usecases/jobs/run-jobs.ts';
import { startJob } from '../../../functions/src/usecases/jobs/start-job.ts';
import type { Google } from '../../../functions/src/usecases/publishing/google.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import type { PublishedCampaign, PublishingOffice } from '../publishing/publishing-office.ts';

export const MARCH = '2024-03' as PeriodId;
export const LEASE_MS = 30_000;
let count = 0;

/** A campaign with a month in it, its jobs, and the clock of their leases. */
export interface Desk extends PublishedCampaign {
  /** The clock of leases. */
  machineAt: Date;
  start(kind: JobKind, period?: string): ReturnType<typeof startJob>;
  run(
    order?: RunOrder,
    parts?: { store?: Store; google?: Partial<Google>; monotonicMs?: () => number },
  ): Promise<JobsRun>;
  job(kind: JobKind): Promise<Job>;
  /** From now on: every state of a job that is written. */
  listen(): () => readonly Job[];
  fill(unitId: string, answers: readonly (string | number)[]): Promise<void>;
}

export async function openMarch(office: PublishingOffice): Promise<Desk> {
  const code = `J${count++}`;
  const t = await office.campaign(code, campaignFiles(code));
  const heard: Job[] = [];
  const listening: Store = {
    ...t.store,
    transact: async (work) => {
      const put: Job[] = [];
      const answer = await t.store.transact((transaction) => {
        put.length = 0;
        return work({
          ...transaction,
          putJob: (job) => {
            put.push(job);
            transaction.putJob(job);
          },
        });
      });
      heard.push(...put);
      return answer;
    },
  };
  const desk: Desk = Object.assign(t, {
    machineAt: new Date('2026-01-05T00:00:00Z'),
    start: (kind: JobKind, period: string | undefined = kind === 'provision' ? undefined : MARCH) =>
      startJob(t.acting(), { kind, period }),
    run: (order: RunOrder = {}, parts: Parameters<Desk['run']>[1] = {}) => {
      const { store = listening, google = {}, monotonicMs = () => performance.now() } = parts;
      const clocks = { now: () => t.at, machineNow: () => desk.machineAt };
      return runJobs({ store, ...clocks }, office.local.google({ monotonicMs, ...google }), code, order);
    },
    job: async (kind: JobKind) => (await t.store.job(kind === 'provision' ? kind : `${kind}.${MARCH}`))!,
    listen() {
      heard.length = 0;
      return () => heard;
    },
    fill: (unitId: string, answers: readonly (string | number)[]) => fill(office, t, unitId, answers),
  });
  await t.move(MARCH, 'open');
  return desk;
}

/** Unit A filled its form, B filled it wrongly, C not at all; nobody sent it. */
export async function filledMarch(office: PublishingOffice): Promise<Desk> {
  const t = await openMarch(office);
  await t.deliver();
  await t.fill('A', [8, 'Có']);
  await t.fill('B', ['nhiều', 'Có']);
  return t;
}

export async function closedMarch(office: PublishingOffice): Promise<Desk> {
  const t = await openMarch(office);
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await t.submit(MARCH, 'B', { C1: 9.5, C2: 'Không' });
  await t.move(MARCH, 'close');
  return t;
}

export async function evaluatedMarch(office: PublishingOffice): Promise<Desk> {
  const t = await closedMarch(office);
  await t.move(MARCH, 'evaluate');
  await t.deliver();
  return t;
}

async function fill(
  { local }: PublishingOffice,
  t: PublishedCampaign,
  unitId: string,
  answers: readonly (string | number)[],
): Promise<void> {
  const { sheets } = local.google();
  const id = await t.spreadsheetId(`unit:${unitId}`);
  const { tabs } = await sheets.read(id, PATIENT);
  const { sheetId } = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${MARCH}`))!;
  const cell = (answer: string | number) =>
    typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer };
  const rows = answers.map((answer) => ({ values: [{ userEnteredValue: cell(answer) }] }));
  const start = { sheetId, rowIndex: 3, columnIndex: 6 };
  await sheets.apply(
    id,
    { requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] },
    PATIENT,
  );
}

/** Each look at the clock finds it later. */
export function ticking(stepMs: number): () => number {
  let ms = 0;
  return () => {
    ms += stepMs;
    return ms;
  };
}

/** A process that is killed just before or just after its n-th commit: from then on it reaches nothing. */
export function mortal(store: Store, n: number, when: 'before' | 'after') {
  let commits = 0;
  let isDead = false;
  const alive = () => {
    if (isDead) throw new Error('dead');
  };
  const die = () => {
    isDead = true;
    throw new Error('dead');
  };
  const reading = Object.fromEntries(
    Object.entries(store).map(([name, read]) => [
      name,
      async (...args: readonly unknown[]) => {
        alive();
        return (read as (...given: readonly unknown[]) => Promise<unknown>)(...args);
      },
    ]),
  ) as unknown as Store;
  const dying: Store = {
    ...reading,
    transact: async (work) => {
      alive();
      commits++;
      if (commits === n && when === 'before') die();
      const answer = await store.transact(work);
      if (commits === n) die();
      return answer;
    },
  };
  return { store: dying, isDead: () => isDead };
}

export function mortalGoogle(office: PublishingOffice, isDead: () => boolean): Partial<Google> {
  const { sheets, drive } = office.local.google();
  const alive = <T extends object>(service: T): T =>
    Object.fromEntries(
      Object.entries(service).map(([name, call]) => [
        name,
        async (...args: readonly unknown[]) => {
          if (isDead()) throw new Error('dead');
          return call(...args);
        },
      ]),
    ) as T;
  return { sheets: alive(sheets), drive: alive(drive) };
}
