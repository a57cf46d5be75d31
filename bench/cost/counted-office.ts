import { openFirestore } from '../../functions/src/adapters/firestore/client.ts';
import { openStore } from '../../functions/src/adapters/firestore/store.ts';
import type { OutboxId } from '../../functions/src/ports/outbox.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import { OFFICER } from '../../test/http/small-campaign.ts';
import {
  ADMIN,
  type CallWish,
  type Reply,
  startTestOffice,
  type TestOffice,
} from '../../test/http/test-office.ts';
import { loadedFiles, unitIdsOf } from '../../test/load/campaign.ts';
import { type FirestoreMeter, startFirestoreMeter } from '../../test/support/firestore-meter.ts';
import {
  type GoogleMeter,
  isSheetsRead,
  isSheetsWrite,
  startGoogleMeter,
} from '../../test/support/google-meter.ts';
import { AT_ONCE, onlyPending, unitBook } from '../outbox.ts';
import { type Stored, storedIn } from './stored.ts';

/** What one piece of work was billed for. */
export interface Counted {
  readonly reads: number;
  readonly writes: number;
  /** Calls to Firestore, one after the other or not. */
  readonly firestoreCalls: number;
  readonly sheetsReads: number;
  readonly sheetsWrites: number;
  readonly driveCalls: number;
  /** Of the answers to callers. */
  readonly answeredBytes: number;
  readonly logBytes: number;
  /** As long as the caller waited, on the machine that counted. */
  readonly ms: number;
}

/** The bundle between meters: on the way to Firestore, to Sheets and Drive, and at its own door. */
export interface CountedOffice {
  readonly unitIds: readonly string[];
  readonly store: Store;
  post(path: string, as: string, body?: object): Promise<Reply['body']>;
  get(path: string, as: string, query: Readonly<Record<string, string>>): Promise<Reply['body']>;
  /** As Cloud Scheduler calls. */
  knock(door: string, body?: object): Promise<Reply['body']>;
  /** What everything that `work` does costs. */
  count(work: () => Promise<unknown>): Promise<Counted>;
  /** Nothing waits but these. */
  onlyPending(...ids: readonly OutboxId[]): Promise<void>;
  /** Documents, and what they hold, as Firestore bills it: see storedIn. */
  stored(): Promise<Stored>;
  /** The moment it is for people. */
  at: string;
  stop(): Promise<void>;
}

const CAMPAIGN = 'COUNT';
/** Workbooks that really exist; of the others there is only what is stored of them. */
export const REAL_UNITS = 20;

export async function openCountedOffice(emulatorHost: string, units: number): Promise<CountedOffice> {
  const firestoreMeter = await startFirestoreMeter(emulatorHost);
  let googleMeter: GoogleMeter | undefined;
  const office = await startTestOffice({
    google: true,
    through: async (env) => {
      googleMeter = await startGoogleMeter(env.SHEETS_ROOT_URL!);
      return { ...env, FIRESTORE_EMULATOR_HOST: firestoreMeter.host, SHEETS_ROOT_URL: googleMeter.url };
    },
  });
  const client = await openFirestore(office.projectId);
  const unitIds = unitIdsOf(units);
  const store = openStore(client, CAMPAIGN);
  let answeredBytes = 0;
  const call = async (path: string, wish: CallWish) => {
    const { status, body } = await office.call(path, { at: counted.at, ...wish });
    if (status >= 300) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    answeredBytes += JSON.stringify(body).length;
    return body;
  };
  const counted: CountedOffice = {
    at: '2024-04-02T03:00:00.000Z',
    unitIds,
    store,
    post: (path, as, body = {}) => call(path, { as, body: { campaign: CAMPAIGN, ...body } }),
    get: (path, as, query) => call(path, { as, query: { campaign: CAMPAIGN, ...query } }),
    knock: (door, body = {}) =>
      call(`/${door}`, {
        as: OFFICER,
        body: { campaign: CAMPAIGN, ...body },
        headers: { 'User-Agent': 'Google-Cloud-Scheduler' },
      }),
    async count(work) {
      answeredBytes = 0;
      return count(work, {
        office,
        firestoreMeter,
        googleMeter: googleMeter!,
        answered: () => answeredBytes,
      });
    },
    onlyPending: (...ids) => onlyPending(store, unitIds, new Set(ids)),
    stored: () => storedIn(client, CAMPAIGN),
    async stop() {
      await office.stop();
      await client.firestore.terminate();
      await Promise.all([firestoreMeter.stop(), googleMeter?.stop()]);
    },
  };
  await counted.post('/load-campaign', ADMIN, { files: loadedFiles(CAMPAIGN, unitIds) });
  await pretendWorkbooks(store, unitIds.slice(REAL_UNITS));
  await counted.onlyPending('summary', 'office', ...unitIds.slice(0, REAL_UNITS).map(unitBook));
  await counted.post('/deliver', OFFICER);
  return counted;
}

interface Meters {
  readonly office: TestOffice;
  readonly firestoreMeter: FirestoreMeter;
  readonly googleMeter: GoogleMeter;
  readonly answered: () => number;
}

async function count(work: () => Promise<unknown>, meters: Meters): Promise<Counted> {
  const { office, firestoreMeter, googleMeter, answered } = meters;
  firestoreMeter.take();
  googleMeter.take();
  const printedBefore = office.printed().length;
  const startedAt = performance.now();
  await work();
  const ms = performance.now() - startedAt;
  const firestore = firestoreMeter.take();
  const google = googleMeter.take();
  const sum = (all: readonly number[]) => all.reduce((total, each) => total + each, 0);
  return {
    reads: sum(firestore.map(({ reads }) => reads.length)),
    writes: sum(firestore.map(({ writes }) => writes.length)),
    firestoreCalls: firestore.length,
    sheetsReads: google.filter(isSheetsRead).length,
    sheetsWrites: google.filter(isSheetsWrite).length,
    driveCalls: google.filter((each) => !isSheetsRead(each) && !isSheetsWrite(each)).length,
    answeredBytes: answered(),
    logBytes: office.printed().length - printedBefore,
    ms: Math.round(ms),
  };
}

const MADE_AT = new Date('2024-02-01T01:00:00.000Z');
const FAR = new Date('2100-01-01T00:00:00.000Z');

/** Of most units only what is stored of their workbooks is there: files would change no figure of Firestore's. */
async function pretendWorkbooks(store: Store, unitIds: readonly string[]): Promise<void> {
  for (let start = 0; start < unitIds.length; start += AT_ONCE)
    await store.transact(async (transaction) => {
      for (const unitId of unitIds.slice(start, start + AT_ONCE)) {
        const id = unitBook(unitId);
        transaction.putWorkbook({ id, spreadsheetId: `sheet-of-${unitId}`, createdAt: MADE_AT });
        transaction.putWatched({ id, dueAt: FAR, findings: [] });
      }
    });
}
