import { describe, expect, it } from 'vitest';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { loadCampaign } from '../../../functions/src/usecases/setup/load-campaign.ts';
import { PATIENT } from '../../adapters/local-google.ts';
import { campaignFiles, EDITOR_A, EDITOR_B, OFFICER, OFFICER_2 } from '../../http/small-campaign.ts';
import { ask, client, files, MARCH, open, people, publishMarch, until } from './delivering-office.ts';
import { office, publishingOffice } from './running-publishing-office.ts';

publishingOffice();

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

  it('brings the office’s once, however many entries that still wait ask for it besides', async () => {
    const t = await open();
    await provision(t.acting());
    await t.deliver();
    const bring = () => t.deliver({ workbooks: ['office'] });
    for (const id of ['unit:A', 'unit:B'] as const)
      await t.store.transact(async (transaction) => transaction.enqueue(id, t.at, { alsoIn: ['office'] }));
    expect(await bring()).toEqual({ delivered: 1, failed: 0, remaining: 0 });
    expect(await t.store.pendingOutboxCount()).toBe(2);
    expect(await t.deliver()).toEqual({ delivered: 3, failed: 0, remaining: 0 });
    expect(await bring()).toEqual({ delivered: 0, failed: 0, remaining: 0 });
  });

  it('lets half of a publication be seen by nobody: each workbook changes in one batch', async () => {
    const t = await open();
    await publishMarch(t);
    const writes = office.local.calls.filter((call) => call.endsWith(':batchUpdate'));
    expect(writes).toHaveLength(4 + 5); // opening: office and three units; publishing: those and the summary
  });
});
