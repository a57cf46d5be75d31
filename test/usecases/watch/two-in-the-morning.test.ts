import { describe, expect, it } from 'vitest';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { readOperations } from '../../../functions/src/usecases/watch/read-operations.ts';
import { campaignFiles } from '../../http/small-campaign.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';

/** What docs/operations.md tells of, where no other test tries it. */
publishingOffice();

describe('Google that says 429 for an hour', () => {
  it('is asked ever more rarely, the tab says so and that nothing has to be done, and everything is written afterwards', async () => {
    const code = 'QUOTA';
    const t = await office.campaign(code, campaignFiles(code));
    await provision(t.acting());
    await t.deliver();
    await t.store.transact(async (transaction) => {
      for (const id of ['office', 'summary', 'unit:A', 'unit:B', 'unit:C'] as const)
        transaction.enqueue(id, t.at);
    });
    office.local.calls.length = 0;
    const triesIn: number[] = [];
    for (let minute = 0; minute < 60; minute++) {
      office.local.faults.splice(0, Number.POSITIVE_INFINITY, ...Array(50).fill({ status: 429 }));
      const before = office.local.calls.length;
      await t.deliver({ withinMs: 1000 }, { sleep: async () => {}, monotonicMs: hurried() });
      triesIn.push(office.local.calls.length - before);
      t.at = new Date(t.at.getTime() + 60_000);
    }
    const sum = (some: readonly number[]) => some.reduce((a, b) => a + b, 0);
    expect(sum(triesIn.slice(30))).toBeLessThan(sum(triesIn.slice(0, 30)) / 2);
    const clocks = { now: () => t.at, officeNow: () => t.at };
    const failing = (await readOperations(t.store, clocks)).rows.filter(({ about }) => about === 'failing');
    expect(failing).toHaveLength(5);
    expect(failing).toEqual(
      failing.map((row) => expect.objectContaining({ ...row, code: 'unavailable 429' })),
    );

    office.local.faults.length = 0;
    t.at = new Date(t.at.getTime() + 15 * 60_000); // the longest put-off
    expect(await t.deliver()).toEqual({ delivered: 5, failed: 0, remaining: 0 });
    expect((await readOperations(t.store, clocks)).rows.some(({ about }) => about === 'failing')).toBe(false);
  });
});

describe('a deadline that passed while the system was away', () => {
  it('makes the forms late that come in afterwards, refuses none, and moves with nobody’s clock but the server’s', async () => {
    const code = 'AWAY';
    const t = await office.campaign(code, campaignFiles(code));
    for (const period of ['2024-01', '2024-02', '2024-03']) await t.move(period, 'open');
    await t.submit('2024-03', 'A', { C1: 9, C2: 'Có' });
    t.at = new Date('2024-04-09T20:00:00Z'); // the deadline was the end of 5 April
    await t.submit('2024-03', 'B', { C1: 8, C2: 'Có' });
    const late = (await t.store.submissions('2024-03' as never)).map(({ unitId, late }) => [unitId, late]);
    expect(late).toEqual([
      ['A', false],
      ['B', true],
    ]);
    await t.move('2024-03', 'close');
    expect((await t.store.period('2024-03' as never))?.state).toBe('closed');
  });
});

/** A clock by which each look takes 300 ms: patience is over after a few tries. */
function hurried(): () => number {
  let ms = 0;
  return () => {
    ms += 300;
    return ms;
  };
}
