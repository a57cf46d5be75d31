import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { WorkbookId } from '../../functions/src/ports/workbook.ts';
import { filledAppraisal, OFFICER } from '../../test/http/small-campaign.ts';
import { editorOf, someForm } from '../../test/load/campaign.ts';
import { seededRandom } from '../../test/support/seeded-random.ts';
import { AT_ONCE, unitBook } from '../outbox.ts';
import { type Counted, type CountedOffice, openCountedOffice, REAL_UNITS } from './counted-office.ts';
import type { Stored } from './stored.ts';

const MARCH = '2024-03' as PeriodId;

/** What a month of so many units cost, by the kind of work. */
export interface MonthCounts {
  readonly units: number;
  readonly stored: Stored;
  readonly work: Readonly<Record<string, Counted>>;
}

/** Plays a month of so many units and tells what each kind of work in it cost. */
export async function countMonth(emulatorHost: string, units: number): Promise<MonthCounts> {
  const office = await openCountedOffice(emulatorHost, units);
  const work: Record<string, Counted> = {};
  const count: Count = async (name, run) => {
    work[name] = await office.count(run);
  };
  try {
    for (const door of DOORS) await office.knock(door);
    const knockedAtMs = performance.now();
    await countForms(office, count);
    await countOfficers(office, count);
    const stored = await office.stored();
    await countIdle(office, count, knockedAtMs);
    return { units, stored, work };
  } finally {
    await office.stop();
  }
}

type Count = (name: string, work: () => Promise<unknown>) => Promise<void>;

const DOORS = ['run-jobs', 'deliver', 'watch'] as const;
/** A heartbeat is kept once a minute, and the data's version looked at. */
const MINUTE_MS = 61_000;

/** A minute in which nobody does anything, after one like it. */
async function countIdle(office: CountedOffice, count: Count, knockedAtMs: number): Promise<void> {
  await office.onlyPending();
  for (let i = 0; i < 2; i++) for (const door of DOORS) await office.post(`/${door}`, OFFICER);
  const restMs = MINUTE_MS - (performance.now() - knockedAtMs);
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, restMs)));
  for (const door of DOORS) await count(`idle ${door}`, () => office.knock(door));
  await dueNow(office, office.unitIds.slice(0, REAL_UNITS).map(unitBook));
  await count('watch 20 units', () => office.post('/watch', OFFICER));
  await dueNow(office, ['summary']);
  await count('watch summary', () => office.post('/watch', OFFICER));
  await dueNow(office, ['office']);
  await count('watch office', () => office.post('/watch', OFFICER));
}

async function dueNow({ store }: CountedOffice, some: readonly WorkbookId[]): Promise<void> {
  await store.transact(async (transaction) => {
    const watched = await Promise.all(some.map((id) => transaction.watched(id)));
    for (const each of watched) transaction.putWatched({ ...each!, dueAt: new Date() });
  });
}

async function countForms(office: CountedOffice, count: Count): Promise<void> {
  const random = seededRandom(1);
  const first = office.unitIds[0]!;
  const editor = editorOf(first);
  await count('open period', () => office.post('/move-period', OFFICER, { period: MARCH, action: 'open' }));
  await count('ask every unit, deliver one', () =>
    office.post('/deliver', OFFICER, { workbooks: [unitBook(first)] }),
  );
  await office.onlyPending();
  const spreadsheetId = (await office.store.workbook(unitBook(first)))!.spreadsheetId;
  const submit = (more: object) =>
    office.post('/submit-form', editor, {
      period: MARCH,
      unitId: first,
      cells: someForm(random),
      spreadsheetId,
      ...more,
    });
  await submit({ checkOnly: true });
  await count('workbook-context', () => office.get('/workbook-context', editor, { spreadsheetId }));
  await count('form-rules', () => office.get('/form-rules', editor, { period: MARCH, unitId: first }));
  await count('check', () => submit({ checkOnly: true }));
  await count('submit', () => submit({ requestKey: 'count-0001' }));
  await count('deliver 1 unit', () => office.post('/deliver', OFFICER));
  await office.onlyPending(...office.unitIds.slice(0, REAL_UNITS).map(unitBook));
  await count('deliver 20 units', () => office.post('/deliver', OFFICER));
  await count('run-jobs sealing', () => office.post('/run-jobs', OFFICER));
  await everybodySubmitted(office, first);
}

async function everybodySubmitted({ store, unitIds }: CountedOffice, first: string): Promise<void> {
  const submission = (await store.submission(MARCH, first))!;
  const others = unitIds.filter((unitId) => unitId !== first);
  for (let start = 0; start < others.length; start += AT_ONCE)
    await store.transact(async (transaction) => {
      for (const unitId of others.slice(start, start + AT_ONCE))
        transaction.putSubmission({ ...submission, unitId });
    });
}

async function countOfficers(office: CountedOffice, count: Count): Promise<void> {
  const move = (action: string) => office.post('/move-period', OFFICER, { period: MARCH, action });
  const spreadsheetId = (await office.store.workbook('office'))!.spreadsheetId;
  await office.onlyPending('office');
  await count('first deliver office', () => office.post('/deliver', OFFICER));
  await office.onlyPending('office');
  await count('second deliver office', () => office.post('/deliver', OFFICER));
  await count('period-status', () => office.get('/period-status', OFFICER, { period: MARCH }));
  const rows = office.unitIds.map((unit) => ({ unit, criterion: 'C01', appraised: 0, note: 'Thẩm định' }));
  office.at = '2024-04-08T03:00:00.000Z';
  await count('appraise all', () =>
    office.post('/appraise', OFFICER, {
      period: MARCH,
      cells: filledAppraisal(rows),
      spreadsheetId,
      requestKey: 'count-0002',
    }),
  );
  await office.onlyPending('office');
  await count('deliver office', () => office.post('/deliver', OFFICER));
  await count('close', () => move('close'));
  await count('evaluate', () => move('evaluate'));
  await count('publish', () => move('publish'));
  await office.onlyPending('summary');
  await count('deliver summary', () => office.post('/deliver', OFFICER));
  await office.onlyPending(unitBook(office.unitIds[0]!));
  await count('deliver 1 result', () => office.post('/deliver', OFFICER));
  await office.onlyPending(...office.unitIds.slice(0, REAL_UNITS).map(unitBook));
  await count('deliver 20 results', () => office.post('/deliver', OFFICER));
  await count('unit-result', () =>
    office.get('/unit-result', editorOf(office.unitIds[0]!), { period: MARCH, unitId: office.unitIds[0]! }),
  );
}
