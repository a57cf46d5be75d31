import { describe, expect, it } from 'vitest';
import type { JobKind } from '../../../functions/src/ports/job.ts';
import type { WorkbookId } from '../../../functions/src/ports/workbook.ts';
import type { PublishingOffice } from '../publishing/publishing-office.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';
import {
  closedMarch,
  type Desk,
  evaluatedMarch,
  filledMarch,
  LEASE_MS,
  MARCH,
  mortal,
  mortalGoogle,
  ticking,
} from './job-office.ts';

publishingOffice();

describe('whoever runs a job may be killed', () => {
  const kinds: readonly (readonly [
    JobKind,
    (office: PublishingOffice) => Promise<Desk>,
    readonly WorkbookId[],
  ])[] = [
    ['evaluate', closedMarch, []],
    ['collect', filledMarch, ['office', 'unit:A']],
    ['publish', evaluatedMarch, ['summary', 'office', 'unit:A', 'unit:B', 'unit:C']],
  ];
  it.each(kinds)(
    'at any commit: %s is finished by the next, and nothing is done twice',
    { timeout: 240_000 },
    async (kind, prepare, workbooks) => {
      const outcomeOf = async (t: Desk) => {
        t.at = t.machineAt;
        while ((await t.deliver()).remaining > 0) t.at = new Date(t.at.getTime() + LEASE_MS);
        const { attempts: _, ...job } = await t.job(kind);
        const log = (await t.store.log(50)).map(({ action, unitId }) => `${action} ${unitId ?? ''}`);
        const { setup: _setup, ...record } = (await t.store.period(MARCH))!; // another campaign's is another
        const shown = await Promise.all(workbooks.map((id) => t.look(id)));
        return { job, log, record, shown: shown.map((tabs) => withoutCode(tabs, t.code)) };
      };
      const quiet = await prepare(office);
      await quiet.start(kind);
      await quiet.run({ concurrency: 1 }, { monotonicMs: ticking(700) });
      const undisturbed = await outcomeOf(quiet);
      expect(undisturbed.job.state).toBe('done');

      let kills = 0;
      for (let n = 1; ; n++) {
        const t = await prepare(office);
        await t.start(kind);
        const { store, isDead } = mortal(t.store, n, n % 2 === 0 ? 'before' : 'after');
        const dying = t.run(
          { concurrency: 1 },
          { store, monotonicMs: ticking(700), google: mortalGoogle(office, isDead) },
        );
        await dying.catch((error: Error) => expect(error.message).toBe('dead'));
        if (!isDead()) break;
        kills++;
        expect(await t.run()).toMatchObject({ finished: 0 }); // its lease is not over
        t.machineAt = new Date(t.machineAt.getTime() + LEASE_MS);
        while ((await t.store.unfinishedJobs()).length > 0) await t.run({ concurrency: 1 });
        expect([n, await outcomeOf(t)]).toEqual([n, undisturbed]);
      }
      expect(kills).toBeGreaterThan(3);
    },
  );
});

/** Two campaigns that went the same way differ in their codes, and in the digests of what holds them. */
function withoutCode(tabs: Readonly<Record<string, readonly (readonly unknown[])[]>>, code: string) {
  const shown = (cell: unknown) => (cell === code ? 'CODE' : String(cell).replace(/[0-9a-f]{64}/, 'DIGEST'));
  return Object.fromEntries(
    Object.entries(tabs).map(([title, rows]) => [title, rows.map((row) => row.map(shown))]),
  );
}
