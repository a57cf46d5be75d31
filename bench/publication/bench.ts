import { openDrive } from '../../functions/src/adapters/drive/open-drive.ts';
import { openSheets } from '../../functions/src/adapters/sheets/open-sheets.ts';
import { SHEETS_CALLS_PER_MINUTE } from '../../functions/src/http/google.ts';
import { logTo } from '../../functions/src/log.ts';
import type { OutboxId } from '../../functions/src/ports/outbox.ts';
import { startFirestoreEmulator } from '../../local/firestore/emulator.ts';
import { unitIdsOf } from '../../test/load/campaign.ts';
import {
  type GoogleCall,
  isSheetsRead,
  isSheetsWrite,
  startGoogleMeter,
} from '../../test/support/google-meter.ts';
import {
  type PublishedCampaign,
  startPublishingOffice,
} from '../../test/usecases/publishing/publishing-office.ts';
import { inMs } from '../clock.ts';
import { onlyPending, unitBook } from '../outbox.ts';
import { markdown } from '../table.ts';
import { correct, publishMonth } from './month.ts';

const SIZES = [48, 1_000, 10_000];
/** Workbooks of units that are really made; what the others cost is what these cost each. */
const REAL_UNITS = 24;

/** What one delivery asked of Google. */
interface Delivered {
  readonly books: number;
  readonly sheetsReads: number;
  readonly sheetsWrites: number;
  readonly driveCalls: number;
  readonly sentBytes: number;
  readonly largestBytes: number;
  readonly answeredBytes: number;
  readonly ms: number;
}

/**
 * What publishing a month asks of Sheets and Drive, counted on the wire to the local server: for the first time, again
 * with nothing changed, and after one unit's correction.
 */
export async function benchPublication(sizes = SIZES): Promise<string> {
  const emulator = await startFirestoreEmulator();
  process.env.FIRESTORE_EMULATOR_HOST = emulator.host;
  process.env.METADATA_SERVER_DETECTION = 'none';
  try {
    const rows: string[][] = [];
    await withoutLog(async () => {
      for (const units of sizes) rows.push(...(await measure(units)));
    });
    return markdown('A publication: calls and bytes, for one workbook', HEADER, rows, NOTES);
  } finally {
    await emulator.stop();
  }
}

const HEADER = [
  'units',
  'workbook',
  'publication',
  'Sheets reads',
  'writes',
  'Drive calls',
  'sent',
  'largest',
  'answered',
  'minutes',
  'time',
];

const NOTES = [
  `Counted on the wire to the local Sheets and Drive server, bodies as JSON before compression. *corrected*: one unit's form is mended, the month evaluated and published anew. Of units ${REAL_UNITS} workbooks are really made and written, the figures are for each; *minutes* are all workbooks of that kind at the pace that the functions keep to (${SHEETS_CALLS_PER_MINUTE} reads and as many writes a minute). The time is the local server's, planning included. A batch larger than 8 MB is sent as several.`,
];

/** Each delivery tells the log; here the table is what is to be read. */
async function withoutLog(work: () => Promise<void>): Promise<void> {
  logTo(() => {});
  try {
    await work();
  } finally {
    logTo((line) => void process.stdout.write(line));
  }
}

async function measure(units: number): Promise<string[][]> {
  const unitIds = unitIdsOf(units);
  const office = await startPublishingOffice();
  const meter = await startGoogleMeter(office.local.url);
  const access = { ...office.local.access(), rootUrl: meter.url };
  const google = { sheets: openSheets(access), drive: openDrive(access, undefined) };
  try {
    const campaign = await publishMonth(office, unitIds);
    const books: Readonly<Record<string, readonly OutboxId[]>> = {
      summary: ['summary'],
      office: ['office'],
      unit: unitIds.slice(0, REAL_UNITS).map(unitBook),
    };
    const rows: string[][] = [];
    const deliverAll = async (publication: string) => {
      for (const [name, ids] of Object.entries(books)) {
        await onlyPending(campaign.store, unitIds, new Set(ids));
        const delivered = await deliverCounted(campaign, ids.length);
        const books = name === 'unit' ? units : 1;
        rows.push([units.toLocaleString('en'), name, publication, ...cellsOf(delivered, books)]);
      }
    };
    const deliverCounted = async (of: PublishedCampaign, count: number): Promise<Delivered> => {
      meter.take();
      const startedAt = performance.now();
      const { delivered, failed } = await of.deliver({ withinMs: 600_000 }, google);
      const ms = performance.now() - startedAt;
      if (delivered !== count || failed > 0)
        throw new Error(`${delivered} of ${count} were delivered, ${failed} failed`);
      return sumOf(count, meter.take(), ms);
    };
    await deliverAll('first');
    await requireRanked(campaign, units);
    await deliverAll('again');
    await correct(campaign, unitIds[0]!);
    await deliverAll('corrected');
    return rows;
  } finally {
    await meter.stop();
    await office.stop();
  }
}

/** What was counted is a publication: every unit stands in the table that leaders read. */
async function requireRanked(campaign: PublishedCampaign, units: number): Promise<void> {
  const rows = (await campaign.look('summary'))['Xếp hạng XA']?.length;
  if (rows !== 3 + units) throw new Error(`${rows} rows in the ranking of ${units} units`);
}

function sumOf(books: number, calls: readonly GoogleCall[], ms: number): Delivered {
  const sum = (of: (call: GoogleCall) => number) => calls.reduce((total, call) => total + of(call), 0);
  const sheetsReads = calls.filter(isSheetsRead).length;
  const sheetsWrites = calls.filter(isSheetsWrite).length;
  return {
    books,
    sheetsReads,
    sheetsWrites,
    driveCalls: calls.length - sheetsReads - sheetsWrites,
    sentBytes: sum(({ sentBytes }) => sentBytes),
    largestBytes: Math.max(0, ...calls.map(({ sentBytes }) => sentBytes)),
    answeredBytes: sum(({ answeredBytes }) => answeredBytes),
    ms,
  };
}

/** `all`: how many workbooks of the kind there are. */
function cellsOf(delivered: Delivered, all: number): string[] {
  const { books, sheetsReads, sheetsWrites, driveCalls, sentBytes, largestBytes, answeredBytes, ms } =
    delivered;
  const each = (count: number) => (count / books).toFixed(books === 1 ? 0 : 2);
  return [
    ...[sheetsReads, sheetsWrites, driveCalls].map(each),
    ...[sentBytes / books, largestBytes, answeredBytes / books].map(inBytes),
    minutes((Math.max(sheetsReads, sheetsWrites) / books) * all),
    inMs(ms / books),
  ];
}

const minutes = (calls: number): string => (calls / SHEETS_CALLS_PER_MINUTE).toFixed(calls < 100 ? 2 : 0);

const inBytes = (bytes: number): string =>
  bytes >= 1e6 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e3).toFixed(1)} kB`;
