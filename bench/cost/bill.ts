import type { MonthCounts } from './count-month.ts';
import { DAYS, type Load, loadOf, workAt } from './month.ts';
import type prices from './prices.json';

export type Prices = typeof prices;

/** One thing that Google bills. Dollars. */
export interface Line {
  readonly what: string;
  readonly used: string;
  readonly free: string;
  readonly cost: number;
}

export interface Bill {
  readonly units: number;
  readonly days: readonly { readonly name: string; readonly days: number; readonly load: Load }[];
  readonly month: Load;
  readonly seconds: number;
  readonly lines: readonly Line[];
  readonly total: number;
  /** The whole month by the price list, had nothing been free. */
  readonly withoutFree: number;
}

/** What nobody can count on one machine. */
export const ASSUMED = {
  /** One call to Firestore from the same region, to Sheets, to Drive, one after the other; and our own work. Milliseconds. */
  firestoreMs: 8,
  sheetsMs: 800,
  driveMs: 400,
  ownMs: 25,
  memoryGiB: 0.5,
  /** Of the month before, and the months before that, that stay. */
  monthsKept: 12,
  /** Writes of a week that a recovery to any minute keeps. */
  recoveredShare: 0.25,
  backupDays: 28,
  imageGiB: 0.4,
  releasesKept: 3,
  requestLogBytes: 1200,
  jobs: 3,
} as const;

const GIB = 2 ** 30;

/** A month of one campaign by the price list. Pure: counts, prices and the month's days in, dollars out. */
export function billOf(counts: readonly [MonthCounts, MonthCounts], units: number, list: Prices): Bill {
  const work = workAt(counts, units);
  const days = DAYS.map(({ name, days, times }) => ({ name, days, load: loadOf(work, times(units)) }));
  const month = days.map(({ days: often, load }) => scaled(load, often)).reduce(added);
  const seconds = secondsOf(month);
  const storedGiB = (ASSUMED.monthsKept * storedAt(counts, units)) / GIB;
  const { firestore, cloudRun, scheduler, logging, artifactRegistry } = list;

  const beyond = (of: (load: Load) => number, free: number) =>
    days.reduce((sum, { days: often, load }) => sum + often * Math.max(0, of(load) - free), 0);
  const reads = beyond((load) => load.reads, firestore.freeReadsADay);
  const writes = beyond((load) => load.writes, firestore.freeWritesADay);
  const most = (of: (load: Load) => number) => Math.max(...days.map(({ load }) => of(load)));
  const vcpu = seconds * cloudRun.perVcpuSecond;
  const memory = seconds * ASSUMED.memoryGiB * cloudRun.perGiBSecond;
  const sentGiB = month.answeredBytes / GIB;
  const logGiB = (month.logBytes + month.requests * ASSUMED.requestLogBytes) / GIB;
  const imagesGiB = ASSUMED.imageGiB * ASSUMED.releasesKept;
  const kept =
    storedGiB *
    (ASSUMED.recoveredShare * firestore.recoveryPerGiBMonth +
      ASSUMED.backupDays * firestore.backupPerGiBMonth);

  const lines: readonly Line[] = [
    line(
      'Firestore, documents read',
      `${whole(month.reads)}; on the busiest day ${whole(most((load) => load.reads))}`,
      `${whole(firestore.freeReadsADay)} a day`,
      (reads / 1e5) * firestore.readsPer100k,
    ),
    line(
      'Firestore, documents written',
      `${whole(month.writes)}; on the busiest day ${whole(most((load) => load.writes))}`,
      `${whole(firestore.freeWritesADay)} a day`,
      (writes / 1e5) * firestore.writesPer100k,
    ),
    line(
      'Firestore, stored after a year',
      inGiB(storedGiB),
      `${firestore.freeStoredGiB} GiB`,
      Math.max(0, storedGiB - firestore.freeStoredGiB) * firestore.storedPerGiBMonth,
    ),
    line('Firestore, recovery to any minute and a backup of every day', inGiB(storedGiB), 'nothing', kept),
    line(
      'Firestore, requests deleted by their date',
      whole(1.3 * units),
      'nothing',
      ((1.3 * units) / 1e5) * firestore.deletesPer100k,
    ),
    line(
      'Cloud Run, requests',
      whole(month.requests),
      whole(cloudRun.freeRequests),
      (Math.max(0, month.requests - cloudRun.freeRequests) / 1e6) * cloudRun.perMillionRequests,
    ),
    line(
      'Cloud Run, processor',
      `${whole(seconds)} vCPU-seconds`,
      `${whole((cloudRun.freeVcpuSeconds * cloudRun.tier1PerVcpuSecond) / cloudRun.perVcpuSecond)}`,
      Math.max(0, vcpu - cloudRun.freeVcpuSeconds * cloudRun.tier1PerVcpuSecond),
    ),
    line(
      'Cloud Run, memory',
      `${whole(seconds * ASSUMED.memoryGiB)} GiB-seconds`,
      `${whole((cloudRun.freeGiBSeconds * cloudRun.tier1PerGiBSecond) / cloudRun.perGiBSecond)}`,
      Math.max(0, memory - cloudRun.freeGiBSeconds * cloudRun.tier1PerGiBSecond),
    ),
    line(
      'Cloud Run, answers sent',
      inGiB(sentGiB),
      'nothing outside North America',
      sentGiB * cloudRun.sentPerGiB,
    ),
    line(
      'Cloud Scheduler, jobs',
      String(ASSUMED.jobs),
      String(scheduler.freeJobs),
      Math.max(0, ASSUMED.jobs - scheduler.freeJobs) * scheduler.perJobMonth,
    ),
    line('Secret Manager, versions', '1', String(list.secretManager.freeVersions), 0),
    line(
      'Cloud Logging',
      inGiB(logGiB),
      `${logging.freeGiB} GiB`,
      Math.max(0, logGiB - logging.freeGiB) * logging.perGiB,
    ),
    line(
      'Artifact Registry, images',
      inGiB(imagesGiB),
      `${artifactRegistry.freeGiB} GiB`,
      Math.max(0, imagesGiB - artifactRegistry.freeGiB) * artifactRegistry.perGiBMonth,
    ),
    line('Cloud Build', 'some minutes a release', `${list.cloudBuild.freeMinutesADay} minutes a day`, 0),
    line(
      'Sheets and Drive',
      `${whole(month.sheetsCalls)} and ${whole(month.driveCalls)} calls`,
      'all, within their quotas',
      0,
    ),
  ];
  const total = lines.reduce((sum, { cost }) => sum + cost, 0);
  const withoutFree =
    (month.reads / 1e5) * firestore.readsPer100k +
    (month.writes / 1e5) * firestore.writesPer100k +
    storedGiB * firestore.storedPerGiBMonth +
    kept +
    vcpu +
    memory +
    (month.requests / 1e6) * cloudRun.perMillionRequests +
    sentGiB * cloudRun.sentPerGiB +
    ASSUMED.jobs * scheduler.perJobMonth +
    list.secretManager.perVersionMonth +
    logGiB * logging.perGiB +
    imagesGiB * artifactRegistry.perGiBMonth;
  return { units, days, month, seconds, lines, total, withoutFree };
}

const line = (what: string, used: string, free: string, cost: number): Line => ({ what, used, free, cost });

/** Each request by itself, rounded up to a tenth of a second: two at once share an instance, and cost less. */
function secondsOf({ requests, firestoreCalls, sheetsCalls, driveCalls }: Load): number {
  const { firestoreMs, sheetsMs, driveMs, ownMs } = ASSUMED;
  const worked =
    firestoreCalls * firestoreMs + sheetsCalls * sheetsMs + driveCalls * driveMs + requests * ownMs;
  const rounding = requests * 50; // half a tenth, on average
  return (worked + rounding) / 1000;
}

function storedAt([small, large]: readonly [MonthCounts, MonthCounts], units: number): number {
  const perUnit = (large.stored.bytes - small.stored.bytes) / (large.units - small.units);
  return small.stored.bytes + perUnit * (units - small.units);
}

const scaled = (load: Load, times: number): Load =>
  Object.fromEntries(Object.entries(load).map(([key, value]) => [key, times * value])) as unknown as Load;

const added = (a: Load, b: Load): Load =>
  Object.fromEntries(
    Object.entries(a).map(([key, value]) => [key, value + b[key as keyof Load]]),
  ) as unknown as Load;

export const whole = (count: number): string => Math.round(count).toLocaleString('en');

const inGiB = (gib: number): string =>
  gib < 0.1 ? `${(gib * 1024).toFixed(1)} MiB` : `${gib.toFixed(2)} GiB`;
