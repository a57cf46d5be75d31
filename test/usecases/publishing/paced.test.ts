import { afterAll, beforeAll, expect, it } from 'vitest';
import { openSheetsPace, type Pace } from '../../../functions/src/adapters/pace.ts';
import { openSheets } from '../../../functions/src/adapters/sheets/open-sheets.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import { collectForms } from '../../../functions/src/usecases/forms/collect-forms.ts';
import type { Google } from '../../../functions/src/usecases/publishing/google.ts';
import { isLeased } from '../../../functions/src/usecases/publishing/lease.ts';
import { provision } from '../../../functions/src/usecases/publishing/provision.ts';
import { campaignFiles, OFFICER } from '../../http/small-campaign.ts';
import { type PublishedCampaign, type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

let office: PublishingOffice;
beforeAll(async () => {
  office = await startPublishingOffice();
});
afterAll(() => office.stop());

const UNITS = Array.from({ length: 12 }, (_, i) => `U${String(i).padStart(2, '0')}`);
const BOOKS: readonly WorkbookId[] = [
  'summary',
  'office',
  ...UNITS.map((unitId) => `unit:${unitId}` as const),
];
const PER_MINUTE = 8;
const MINUTE_MS = 60_000;

/** Google takes eight reads and eight writes a minute; whoever sleeps lets the time pass. */
async function paced(code: string) {
  const rows = UNITS.map((unitId) => `${unitId},Xã ${unitId},XA,Cụm 1`);
  const t = await office.campaign(code, {
    ...campaignFiles(code),
    'units.csv': ['unit_id,name,track,cluster', ...rows, ''].join('\n'),
    'members.csv': `email,roles,unit_ids\nadmin@x.example,admin,\n${OFFICER},officer,\n`,
  });
  let nowMs = 0;
  const pass = (ms: number) => {
    nowMs += ms;
    t.at = new Date(t.at.getTime() + ms);
  };
  const writtenMs: number[] = [];
  const pace = openSheetsPace({ perMinute: PER_MINUTE, monotonicMs: () => nowMs });
  const writes: Pace = {
    async turn(patience) {
      await pace.writes.turn(patience);
      writtenMs.push(nowMs);
    },
  };
  const google: Partial<Google> = {
    sheets: openSheets(office.local.access(), { reads: pace.reads, writes }),
    sleep: async (ms) => pass(ms),
    monotonicMs: () => nowMs,
  };
  return { t, google, pass, writtenMs, nowMs: () => nowMs };
}

it('writes no more workbooks a minute than Google takes, each once, and puts none off', async () => {
  const { t, google, pass, writtenMs, nowMs } = await paced('PACED');
  await provision(t.acting());
  office.local.calls.length = 0;
  const remaining: number[] = [];
  do {
    const calledMs = nowMs();
    const run = await t.deliver({ withinMs: 45_000 }, google);
    expect(run.failed).toBe(0);
    expect(run.paused ?? false).toBe(run.remaining > 0);
    expect(await troubled(t)).toEqual([]);
    remaining.push(run.remaining);
    pass(Math.max(0, calledMs + MINUTE_MS - nowMs()));
  } while (remaining.at(-1)! > 0);
  expect(remaining.length).toBeGreaterThan(1);
  expect(office.local.calls.filter((call) => call.startsWith('POST /v4/'))).toHaveLength(BOOKS.length);
  expect(writtenMs).toHaveLength(BOOKS.length);
  for (const from of writtenMs)
    expect(writtenMs.filter((at) => at >= from && at < from + MINUTE_MS).length).toBeLessThanOrEqual(
      PER_MINUTE,
    );
  office.local.calls.length = 0;
  expect(await t.deliver({}, google)).toEqual({ delivered: 0, failed: 0, remaining: 0 });
});

/** Entries that bear a trace of failing, or of somebody who still has them. */
async function troubled(t: PublishedCampaign): Promise<readonly string[]> {
  const entries = await Promise.all(BOOKS.map((id) => t.store.outboxEntry(id)));
  return entries.flatMap((entry) =>
    entry?.failing || entry?.lastErrorCode || (entry && isLeased(entry, t.at)) ? [entry.id] : [],
  );
}

it('collects from the unit on that had no turn, and calls none unavailable', async () => {
  const { t, google, pass } = await paced('PACED-COLLECT');
  await t.move('2024-03', 'open');
  await t.deliver(); // on no account's quota
  const looked: string[] = [];
  let from: string | undefined;
  let calls = 0;
  do {
    const order = { period: '2024-03', withinMs: 20_000, ...(from !== undefined && { from }) };
    const run = await collectForms(t.acting(), office.local.google(google), order);
    expect(run.units.map(({ outcome }) => outcome).filter((outcome) => outcome !== 'missing')).toEqual([]);
    looked.push(...run.units.map(({ unitId }) => unitId));
    from = run.next;
    calls++;
    pass(MINUTE_MS);
  } while (from !== undefined);
  expect([...new Set(looked)].sort()).toEqual(UNITS);
  expect(calls).toBeGreaterThan(1);
});
