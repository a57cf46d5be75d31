import { drive_v3 } from 'googleapis/build/src/apis/drive/v3.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { collectForms } from '../../functions/src/usecases/forms/collect-forms.ts';
import { unlockForm } from '../../functions/src/usecases/forms/unlock-form.ts';
import { provision } from '../../functions/src/usecases/publishing/provision.ts';
import { loadCampaign } from '../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, OFFICER, OFFICER_2 } from '../http/small-campaign.ts';
import { type PublishedCampaign, type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

const MARCH = '2024-03';
let office: PublishingOffice;
let count = 0;
beforeAll(async () => {
  office = await startPublishingOffice();
});
afterAll(() => office.stop());
beforeEach(() => {
  office.local.calls.length = 0;
  office.local.faults.length = 0;
});

describe('deliver', () => {
  it('makes every workbook, shared with exactly its people, and then has nothing to do', async () => {
    const t = await open();
    expect(await provision(t.acting())).toEqual({ requested: 5 });
    expect(await t.deliver()).toEqual({ delivered: 5, failed: 0, remaining: 0 });
    expect(await people(t, 'unit:A')).toEqual(
      [`writer ${EDITOR_A}`, `writer ${OFFICER}`, `writer ${OFFICER_2}`].sort(),
    );
    expect(await people(t, 'unit:B')).toEqual(
      [`writer ${EDITOR_B}`, `writer ${OFFICER}`, `writer ${OFFICER_2}`].sort(),
    );
    expect(await people(t, 'office')).toEqual([
      'writer admin@x.example',
      `writer ${OFFICER_2}`,
      `writer ${OFFICER}`,
    ]);
    expect((await people(t, 'summary')).every((line) => line.startsWith('reader '))).toBe(true);
    expect(await people(t, 'summary')).toHaveLength(7);
    expect(await t.deliver()).toEqual({ delivered: 0, failed: 0, remaining: 0 });
  });

  it('leaves in every workbook which campaign’s and which one it is', async () => {
    const t = await open();
    await provision(t.acting());
    await t.deliver();
    for (const { id, spreadsheetId } of await t.store.workbooks()) {
      const { marks } = await office.local.google().sheets.read(spreadsheetId, PATIENT);
      expect(marks.map(({ key, value }) => `${key} ${value}`)).toEqual([
        `dien-hinh.campaign ${t.code}`,
        `dien-hinh.workbook ${id}`,
      ]);
    }
  });

  it('writes nothing when what is stored did not change', async () => {
    const t = await open();
    await publishMarch(t);
    // Asking is itself an event of the log: once more, so that only it is new.
    for (const id of ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'] as const) await ask(t, id);
    office.local.calls.length = 0;
    expect(await t.deliver()).toEqual({ delivered: 5, failed: 0, remaining: 0 });
    expect(office.local.calls.filter((call) => !call.startsWith('GET'))).toEqual([]);
  });

  it('takes access away from a member who left', async () => {
    const t = await open();
    await provision(t.acting());
    await t.deliver();
    const members = ['admin@x.example,admin,', `${OFFICER},officer,`, `new@x.example,unit_editor,A`];
    await loadCampaign(t.acting('admin@x.example'), {
      campaign: t.code,
      files: campaignFiles(t.code, { members }),
    });
    await t.deliver();
    expect(await people(t, 'unit:A')).toEqual(['writer new@x.example', `writer ${OFFICER}`]);
    expect(await people(t, 'unit:B')).toEqual([`writer ${OFFICER}`]);
  });

  it('takes away within a day what was shared by hand, and asks Drive no more often than that', async () => {
    const t = await open();
    await ask(t, 'unit:A');
    await t.deliver();
    const fileId = await t.spreadsheetId('unit:A');
    await client().permissions.create({ fileId, requestBody: { type: 'anyone', role: 'reader' } });
    await ask(t, 'unit:A');
    office.local.calls.length = 0;
    await t.deliver();
    expect(office.local.calls).toEqual(['GET /v4/spreadsheets/*']);
    t.at = new Date(t.at.getTime() + 24 * 3_600_000);
    await ask(t, 'unit:A');
    await t.deliver();
    expect(await people(t, 'unit:A')).toHaveLength(3);
  });

  it('puts off what fails, tries it again later, and lets it block nobody', async () => {
    const t = await open();
    await provision(t.acting());
    await t.deliver();
    for (const id of ['unit:A', 'unit:B'] as const) await ask(t, id);
    const gone = (await t.spreadsheetId('unit:A')).slice(0, 44);
    const { sheets } = office.local.google();
    const poisoned = {
      sheets: {
        ...sheets,
        read: (id: string, patience: typeof PATIENT) =>
          id === gone ? Promise.reject(new Error('poison')) : sheets.read(id, patience),
      },
    };
    expect(await t.deliver({}, poisoned)).toEqual({ delivered: 1, failed: 1, remaining: 1 });
    expect(await t.store.outboxEntry('unit:A')).toMatchObject({
      state: 'pending',
      attempts: 1,
      lastErrorCode: 'Error',
      notBefore: new Date(t.at.getTime() + 1500),
    });
    expect(await t.deliver({}, poisoned)).toEqual({ delivered: 0, failed: 0, remaining: 1 });
    t.at = new Date(t.at.getTime() + 1500);
    expect(await t.deliver({}, poisoned)).toMatchObject({ failed: 1, remaining: 1 });
    t.at = new Date(t.at.getTime() + 60_000);
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
  });

  it('outlasts quota errors with Retry-After, and a write whose answer got lost', async () => {
    const t = await open();
    await provision(t.acting());
    await t.deliver();
    await t.move(MARCH, 'open');
    const slept: number[] = [];
    office.local.faults.push(
      { status: 429, retryAfter: '3', only: /^GET \/v4/ },
      { status: 503, only: /batchUpdate/ },
      { cut: true, only: /batchUpdate/ },
    );
    const patience = { sleep: async (ms: number) => void slept.push(ms) };
    expect(await t.deliver({ concurrency: 1 }, patience)).toEqual({ delivered: 4, failed: 0, remaining: 0 });
    expect(slept).toContain(3000);
    expect(Object.keys(await t.look('unit:A'))).toEqual(['Phiếu 03-2024', 'Kết quả']);
  });

  it('makes one file of each workbook when killed between making it and remembering it', async () => {
    const t = await open();
    await ask(t, 'unit:A');
    const { drive } = office.local.google();
    const killed = {
      drive: {
        ...drive,
        ensureSpreadsheet: async (...args: Parameters<typeof drive.ensureSpreadsheet>) => {
          await drive.ensureSpreadsheet(...args);
          throw new Error('killed');
        },
      },
    };
    expect(await t.deliver({}, killed)).toMatchObject({ failed: 1 });
    t.at = new Date(t.at.getTime() + 60_000);
    expect(await t.deliver()).toMatchObject({ delivered: 1 });
    expect(await files(t)).toHaveLength(1);
  });

  it('makes another file when somebody deleted it', async () => {
    const t = await open();
    await ask(t, 'unit:A');
    await t.deliver();
    const fileId = await t.spreadsheetId('unit:A');
    await client().files.delete({ fileId });
    await ask(t, 'unit:A');
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
    expect(await t.spreadsheetId('unit:A')).not.toBe(fileId);
  });

  it('leaves to nobody what a killed deliverer had leased, once the lease is over', async () => {
    const t = await open();
    await ask(t, 'unit:A');
    let killed = () => {};
    const hung = new Promise<never>((_, reject) => {
      killed = () => reject(new Error('killed'));
    });
    hung.catch(() => {});
    const { drive } = office.local.google();
    const first = t.deliver({}, { drive: { ...drive, ensureSpreadsheet: () => hung } });
    await until(async () => (await t.store.outboxEntry('unit:A'))?.leaseUntil !== undefined);
    expect(await t.deliver()).toEqual({ delivered: 0, failed: 0, remaining: 1 });
    t.at = new Date(t.at.getTime() + 30_000);
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
    killed();
    expect(await first).toMatchObject({ failed: 1, remaining: 0 });
    expect(await t.store.outboxEntry('unit:A')).toMatchObject({ state: 'delivered' });
  });

  it('stays pending when somebody asks again while it is delivered', async () => {
    const t = await open();
    await ask(t, 'unit:A');
    const { sheets } = office.local.google();
    const asking = {
      sheets: {
        ...sheets,
        apply: async (...args: Parameters<typeof sheets.apply>) => {
          await ask(t, 'unit:A');
          await sheets.apply(...args);
        },
      },
    };
    expect(await t.deliver({ most: 1 }, asking)).toEqual({ delivered: 1, failed: 0, remaining: 1 });
    expect(await t.deliver()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
  });

  it('delivers each workbook once when two deliver at the same time', async () => {
    const t = await open();
    await provision(t.acting());
    const both = await Promise.all([t.deliver(), t.deliver()]);
    await t.deliver();
    expect(both.reduce((sum, { delivered }) => sum + delivered, 0)).toBe(5);
    expect(await files(t)).toHaveLength(5);
  });

  it('begins no workbook after its time, and gives back what it did not begin', async () => {
    const t = await open();
    for (const id of ['summary', 'office', 'unit:A', 'unit:B', 'unit:C'] as const) await ask(t, id);
    let ms = 0;
    const slow = { monotonicMs: () => ms++ };
    const { delivered, remaining } = await t.deliver({ withinMs: 4, concurrency: 1 }, slow);
    expect(delivered).toBeLessThan(5);
    expect(delivered + remaining).toBe(5);
    expect(await t.deliver()).toEqual({ delivered: remaining, failed: 0, remaining: 0 });
  });

  it('brings those first that somebody is about to open, and leaves the others waiting', async () => {
    const t = await open();
    await provision(t.acting());
    expect(await t.deliver({ workbooks: ['office', 'unit:B'] })).toEqual({
      delivered: 2,
      failed: 0,
      remaining: 0,
    });
    expect(await files(t)).toHaveLength(2);
    expect(await t.store.pendingOutboxCount()).toBe(3);
    expect(await t.deliver({ workbooks: ['unit:B', 'unit:gone'] })).toEqual({
      delivered: 0,
      failed: 0,
      remaining: 0,
    });
    expect(await t.deliver()).toEqual({ delivered: 3, failed: 0, remaining: 0 });
  });

  it('lets half of a publication be seen by nobody: each workbook changes in one batch', async () => {
    const t = await open();
    await publishMarch(t);
    const writes = office.local.calls.filter((call) => call.endsWith(':batchUpdate'));
    expect(writes).toHaveLength(4 + 5); // opening: office and three units; publishing: those and the summary
  });
});

describe('the workbooks', () => {
  it('says in the summary why a published version replaces another, and that one is being corrected', async () => {
    const t = await open();
    await publishMarch(t);
    await t.move(MARCH, 'reopen', 'Xã An Bình báo cáo nhầm');
    await t.deliver();
    expect((await t.look('summary'))['Xếp hạng XA']!.slice(0, 3).map((row) => row[0])).toEqual([
      'Bảng xếp hạng: Xã',
      'Tháng 03/2024',
      'Kỳ này đã mở lại để chỉnh sửa, số liệu dưới đây có thể thay đổi. Lý do: Xã An Bình báo cáo nhầm',
    ]);
    await t.submit(MARCH, 'A', { C1: 9, C2: 'Có' });
    for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
    await t.deliver();
    const ranking = (await t.look('summary'))['Xếp hạng XA']!;
    expect(ranking.slice(0, 3).map((row) => row[0] ?? null)).toEqual([
      'Bảng xếp hạng: Xã',
      'Tháng 03/2024 – phiên bản 2, thay phiên bản 1. Lý do: Xã An Bình báo cáo nhầm',
      'Hạng', // the line above it went with its text
    ]);
    expect(ranking.slice(3).map((row) => row.slice(0, 5))).toEqual([
      [1, 'Xã An Bình', 'Cụm 1', 1, 14],
      [2, 'Xã Bảo Thạnh', 'Cụm 1', 2, 9.5],
      [null, 'Xã Châu Bình', 'Cụm 1', null, null],
    ]);
  });

  it('keeps what a unit filled in a past form, and closes it', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const before = (await t.look('unit:A'))['Phiếu 03-2024'];
    await t.move(MARCH, 'close');
    t.at = new Date('2024-04-08T03:00:00Z');
    await t.move('2024-04', 'open');
    await t.deliver();
    const tabs = await t.look('unit:A');
    expect(Object.keys(tabs)).toEqual(['Phiếu 04-2024', 'Phiếu 03-2024', 'Kết quả']);
    const closed = 'Tháng 03/2024 đã chốt: phiếu không nhận thêm, không sửa được nữa.';
    expect(tabs['Phiếu 03-2024']).toEqual(before!.with(1, before![1]!.with(0, closed)));
    expect(await t.deliver()).toMatchObject({ delivered: 0, remaining: 0 });
  });
});

describe('a form that is submitted', () => {
  it('is closed as a whole, says so, and opens when it is opened again', async () => {
    const t = await open();
    const form = async () => {
      const spreadsheetId = await t.spreadsheetId('unit:A');
      const { tabs } = await office.local.google().sheets.read(spreadsheetId, PATIENT);
      const tab = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${MARCH}`))!;
      return {
        says: tab.values[1]![0],
        protected: tab.protections.map(({ range }) => range),
        rows: tab.values.slice(2),
      };
    };
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const before = await form();
    expect(before.says).toMatch(/^Chỉ ghi vào các ô nền vàng/);
    await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
    await t.deliver();
    expect(await form()).toEqual({
      says: 'Đã nộp lúc 10:00 ngày 20/03/2024; phiếu đang khóa. Muốn sửa, chọn Thi đua ▸ Mở lại phiếu để sửa và ghi lý do.',
      protected: [{}],
      rows: before.rows,
    });
    await unlockForm(t.acting(), { period: MARCH, unitId: 'A', reason: 'Ghi nhầm' });
    await t.deliver();
    expect(await form()).toEqual({
      says: 'Phiếu đang mở để sửa; bản nộp lúc 10:00 ngày 20/03/2024 vẫn được tính đến khi nộp lại. Sửa xong, chọn Thi đua ▸ Nộp phiếu.',
      protected: before.protected,
      rows: before.rows,
    });
    const shown = (await t.look('office'))['Theo dõi']!.find(([id]) => id === 'A');
    expect(shown?.slice(0, 6)).toEqual(['A', 'Xã An Bình', 'XA', 'Cụm 1', 'đang sửa lại', 1]);
    await t.submit(MARCH, 'A', { C1: 9, C2: 'Có' });
    await t.deliver();
    expect((await form()).protected).toEqual([{}]);
    await t.move(MARCH, 'close');
    await t.move(MARCH, 'reopen', 'Bổ sung');
    await t.deliver();
    expect((await form()).protected).toEqual(before.protected);
  });

  it('is closed too when it was collected', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    await collectForms(t.acting(), office.local.google(), { period: MARCH });
    await t.deliver();
    const banner = (await t.look('unit:A'))['Phiếu 03-2024']![1]![0];
    expect(banner).toMatch(/^Đã nộp lúc 10:00 ngày 20\/03\/2024; phiếu đang khóa/);
  });
});

describe('collectForms', () => {
  it('takes filled forms that were not submitted, refuses wrong ones cell by cell, and leaves untouched ones missing', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    await fill(t, 'B', MARCH, [80, 'Đâu có']);
    const collection = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(collection).toEqual({
      period: MARCH,
      remaining: 0,
      units: [
        { unitId: 'A', outcome: 'accepted', late: false },
        {
          unitId: 'B',
          outcome: 'refused',
          issues: [
            expect.objectContaining({ code: 'value_above_max', at: expect.objectContaining({ cell: 'G4' }) }),
            expect.objectContaining({ code: 'not_yes_no', at: expect.objectContaining({ cell: 'G5' }) }),
          ],
        },
        { unitId: 'C', outcome: 'missing' },
      ],
    });
    expect(
      (await t.store.submissions('2024-03' as never)).map(({ unitId, source }) => [unitId, source]),
    ).toEqual([['A', 'collected']]);
    const again = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(again.units.map(({ unitId, outcome }) => [unitId, outcome])).toEqual([
      ['B', 'refused'],
      ['C', 'missing'],
    ]);
    await t.deliver();
    const tracking = (await t.look('office'))['Theo dõi']!;
    expect(tracking.slice(3).map((row) => [row[1], row[4], row[9] ?? null])).toEqual([
      ['Xã An Bình', 'đúng hạn', null],
      ['Xã Bảo Thạnh', 'bị trả lại', 'G4: vượt mức tối đa; G5: không phải Có hay Không'],
      ['Xã Châu Bình', 'chưa nộp', null],
    ]);
  });

  it('finds the form after the unit renamed its tab and moved its columns', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const { sheets } = office.local.google();
    const id = await t.spreadsheetId('unit:A');
    const { sheetId } = (await sheets.read(id, PATIENT)).tabs[0]!;
    const vandal = {
      requests: [
        { updateSheetProperties: { properties: { sheetId, title: 'Bản nháp' }, fields: 'title' } },
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: 6, endIndex: 7 },
            destinationIndex: 0,
          },
        },
      ],
    };
    await sheets.apply(id, vandal as never, PATIENT);
    const { units } = await collectForms(t.acting(), office.local.google(), { period: MARCH });
    expect(units[0]).toEqual({ unitId: 'A', outcome: 'accepted', late: false });
  });

  it('gives the same answer to the same request, and does not keep what stood in cells', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    await fill(t, 'A', MARCH, ['nhiều lắm', 'Có']);
    const request = { key: 'once-0001', fingerprint: 'f' };
    const collect = () => collectForms({ ...t.acting(), request }, office.local.google(), { period: MARCH });
    expect((await collect()).units[0]).toMatchObject({ unitId: 'A', outcome: 'refused' });
    expect(await t.store.request('once-0001')).toBeUndefined();
    await fill(t, 'A', MARCH, [8, 'Có']);
    const collected = await collect();
    expect(collected.units[0]).toEqual({ unitId: 'A', outcome: 'accepted', late: false });
    expect(await collect()).toEqual(collected);
  });

  it('goes on when one workbook cannot be read, and refuses a period that is not open', async () => {
    const t = await open();
    await t.move(MARCH, 'open');
    await t.deliver();
    office.local.faults.push({ status: 403, only: /^GET \/v4/ });
    const order = { period: MARCH, concurrency: 1 };
    const { units } = await collectForms(t.acting(), office.local.google(), order);
    expect(units.map(({ outcome }) => outcome)).toEqual(['unavailable', 'missing', 'missing']);
    await t.move(MARCH, 'close');
    await expect(collectForms(t.acting(), office.local.google(), order)).rejects.toMatchObject({
      code: 'period_not_open',
    });
  });
});

async function open(): Promise<PublishedCampaign> {
  const code = `D${count++}`;
  return office.campaign(code, campaignFiles(code));
}

async function publishMarch(t: PublishedCampaign): Promise<void> {
  await t.move(MARCH, 'open');
  await t.deliver();
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await t.submit(MARCH, 'B', { C1: 9.5, C2: 'Không' });
  for (const action of ['close', 'evaluate', 'publish'] as const) await t.move(MARCH, action);
  await t.deliver();
}

async function ask(t: PublishedCampaign, id: 'summary' | 'office' | `unit:${string}`): Promise<void> {
  await t.store.transact(async (transaction) => transaction.enqueue(id, t.at));
}

/** Types the answers into a unit's form, in the order of its rows. */
async function fill(
  t: PublishedCampaign,
  unitId: string,
  period: string,
  answers: readonly (string | number)[],
) {
  const { sheets } = office.local.google();
  const id = await t.spreadsheetId(`unit:${unitId}`);
  const { tabs } = await sheets.read(id, PATIENT);
  const tab = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${period}`))!;
  const { at: columnIndex } = tab.columnMarks.find(({ value }) => value === 'reported')!;
  const rows = answers.map((answer) => ({
    values: [
      { userEnteredValue: typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer } },
    ],
  }));
  const start = { sheetId: tab.sheetId, rowIndex: tab.rowMarks[0]!.at + 1, columnIndex };
  await sheets.apply(
    id,
    { requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] },
    PATIENT,
  );
}

function client(): drive_v3.Drive {
  return new drive_v3.Drive({
    rootUrl: office.local.url,
    headers: { authorization: 'Bearer functions@x.example' },
  });
}

async function people(t: PublishedCampaign, id: 'summary' | 'office' | `unit:${string}`): Promise<string[]> {
  const fileId = await t.spreadsheetId(id);
  const { data } = await client().permissions.list({ fileId, fields: 'permissions(role,emailAddress)' });
  return data
    .permissions!.filter(({ role }) => role !== 'owner')
    .map(({ role, emailAddress }) => `${role} ${emailAddress}`)
    .sort();
}

async function files(t: PublishedCampaign) {
  const q = `appProperties has { key='dienHinhCampaign' and value='${t.code}' }`;
  return (await client().files.list({ q, fields: 'files(id)' })).data.files!;
}

async function until(is: () => Promise<boolean>): Promise<void> {
  while (!(await is())) await new Promise((resolve) => setImmediate(resolve));
}
