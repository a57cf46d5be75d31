import { expect, it } from 'vitest';
import type { OutboxEntry } from '../../functions/src/ports/outbox.ts';
import type { Store } from '../../functions/src/ports/store.ts';
import type { Workbook } from '../../functions/src/ports/workbook.ts';
import { AT, jobOf, LATER, MARCH } from './stored-records.ts';

/** What every Store promises of what is left to be done: workbooks, the outbox, jobs. */
export function workToDo(open: () => Promise<Store>): void {
  it('finds a workbook by its spreadsheet', async () => {
    const store = await open();
    const workbooks: Workbook[] = [
      { id: 'summary', spreadsheetId: 'sheet-summary', createdAt: AT },
      { id: 'unit:U1', spreadsheetId: 'sheet-of-u1', createdAt: AT, shared: { digest: 'd', at: AT } },
    ];
    await store.transact(async (tx) => workbooks.forEach((each) => void tx.putWorkbook(each)));
    expect(await store.workbookIn('sheet-of-u1')).toEqual(workbooks[1]);
    expect(await store.workbookIn('sheet-of-u2')).toBeUndefined();
    expect(await (await open()).workbookIn('sheet-of-u1')).toBeUndefined();
  });

  it('asks for a workbook once however often it is asked while pending', async () => {
    const store = await open();
    for (const at of [AT, LATER]) await store.transact(async (tx) => tx.enqueue('unit:U1', at));
    await store.transact(async (tx) => tx.enqueue('units', AT));
    expect(await store.pendingOutboxCount()).toBe(2);
    expect(await store.outboxEntry('unit:U1')).toEqual({
      id: 'unit:U1',
      state: 'pending',
      request: 2,
      requestedAt: LATER,
      notBefore: LATER,
      attempts: 0,
    });
    expect((await store.dueOutbox(AT, 10)).map(({ id }) => id)).toEqual(['units']);
    expect((await store.dueOutbox(LATER, 10)).map(({ id }) => id)).toEqual(['units', 'unit:U1']);
    expect((await store.dueOutbox(LATER, 1)).map(({ id }) => id)).toEqual(['units']);
  });

  it('hides entries that wait, are leased or are delivered', async () => {
    const store = await open();
    const entry = (id: OutboxEntry['id'], parts: Partial<OutboxEntry>): OutboxEntry => ({
      id,
      state: 'pending',
      request: 1,
      requestedAt: AT,
      notBefore: AT,
      attempts: 1,
      ...parts,
    });
    const entries = [
      entry('summary', { notBefore: LATER, lastErrorCode: '429' }),
      entry('office', { leaseUntil: LATER }),
      entry('unit:U1', { state: 'delivered', deliveredAt: AT }),
      entry('unit:U2', {}),
    ];
    await store.transact(async (tx) => entries.forEach((each) => void tx.putOutboxEntry(each)));
    expect(await store.dueOutbox(AT, 10)).toEqual([entries[3]]);
    expect((await store.dueOutbox(LATER, 10)).map(({ id }) => id).sort()).toEqual([
      'office',
      'summary',
      'unit:U2',
    ]);
    expect(await store.pendingOutboxCount()).toBe(3);
    expect(await store.failingOutboxCount()).toBe(1);
    await store.transact(async (tx) => tx.enqueue('summary', LATER));
    expect(await store.failingOutboxCount()).toBe(0);
  });

  it('keeps jobs as they were, and knows which have not ended', async () => {
    const store = await open();
    const jobs = [
      jobOf({
        key: 'provision',
        kind: 'provision',
        state: 'done',
        endedAt: LATER,
        outcome: { waiting: 0 },
      }),
      jobOf({ key: 'evaluate.2024-03', period: MARCH, requestedAt: LATER }),
      jobOf({ key: 'collect.2024-03', kind: 'collect', state: 'running', leaseUntil: AT, after: 'U7' }),
      jobOf({
        key: 'publish.2024-03',
        kind: 'publish',
        state: 'failed',
        error: { code: 'period_wrong_state', details: { period: '2024-03', attempts: 2 } },
      }),
    ] as const;
    await store.transact(async (tx) => jobs.forEach((job) => void tx.putJob(job)));
    for (const job of jobs) expect(await store.job(job.key)).toEqual(job);
    expect(await store.job('publish.2024-04')).toBeUndefined();
    expect((await store.jobs(9))[0]).toEqual(jobs[1]);
    expect((await store.jobs(9)).length).toBe(4);
    expect((await store.jobs(2)).length).toBe(2);
    expect((await store.unfinishedJobs()).map(({ key }) => key)).toEqual([jobs[2].key, jobs[1].key]);
    await store.transact(async (tx) => tx.putJob({ ...jobs[1], state: 'done' }));
    expect(await store.unfinishedJobs()).toEqual([jobs[2]]);
  });

  it('keeps a lease while its workbook is asked for again', async () => {
    const store = await open();
    const leased: OutboxEntry = {
      id: 'office',
      state: 'pending',
      request: 1,
      requestedAt: AT,
      notBefore: AT,
      attempts: 1,
      leaseUntil: LATER,
    };
    await store.transact(async (tx) => tx.putOutboxEntry(leased));
    await store.transact(async (tx) => tx.enqueue('office', AT));
    expect(await store.dueOutbox(AT, 10)).toEqual([]);
    expect(await store.outboxEntry('office')).toEqual({ ...leased, request: 2, attempts: 0 });
  });
}
