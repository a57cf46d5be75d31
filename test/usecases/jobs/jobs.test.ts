import { describe, expect, it } from 'vitest';
import { AppError } from '../../../functions/src/domain/app-error.ts';
import type { JobKind } from '../../../functions/src/ports/job.ts';
import type { Store } from '../../../functions/src/ports/store.ts';
import { appraise } from '../../../functions/src/usecases/forms/appraise.ts';
import { readJobs } from '../../../functions/src/usecases/jobs/read-jobs.ts';
import type { JobsRun } from '../../../functions/src/usecases/jobs/run-jobs.ts';
import { startJob } from '../../../functions/src/usecases/jobs/start-job.ts';
import type { PATIENT } from '../../adapters/local-google.ts';
import { filledAppraisal, OFFICER, OFFICER_2 } from '../../http/small-campaign.ts';
import { office, publishingOffice } from '../publishing/running-publishing-office.ts';
import {
  closedMarch,
  evaluatedMarch,
  filledMarch,
  LEASE_MS,
  MARCH,
  mortal,
  openMarch,
  ticking,
} from './job-office.ts';

publishingOffice();

describe('a job that was asked for', () => {
  it('is answered at once, and is one as long as it has not ended', async () => {
    const t = await closedMarch(office);
    const first = await t.start('evaluate');
    expect(first).toEqual({
      id: 'evaluate.2024-03.1',
      kind: 'evaluate',
      period: MARCH,
      state: 'waiting',
      done: 0,
      total: 3,
      requestedAt: t.at.toISOString(),
      requestedBy: OFFICER,
    });
    t.at = new Date(t.at.getTime() + 1000);
    expect(await startJob(t.acting(OFFICER_2), { kind: 'evaluate', period: MARCH })).toEqual(first);
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
    expect(await readJobs(t.store)).toEqual([
      {
        ...first,
        state: 'done',
        done: 3,
        startedAt: t.at.toISOString(),
        endedAt: t.at.toISOString(),
        outcome: { version: 1 },
      },
    ]);
    expect(await t.run()).toEqual({ finished: 0, remaining: 0 });
    await t.move(MARCH, 'reopen', 'Sửa');
    await t.move(MARCH, 'close');
    expect(await t.start('evaluate')).toMatchObject({ id: 'evaluate.2024-03.2', state: 'waiting' });
  });

  it('is refused at once where it makes no sense now', async () => {
    const t = await openMarch(office);
    const refused = (kind: JobKind, period?: string) =>
      startJob(t.acting(), { kind, period }).then(
        () => 'started',
        (error) => `${error.code} ${error.details.state ?? ''}`.trim(),
      );
    expect(await refused('evaluate', MARCH)).toBe('period_wrong_state open');
    expect(await refused('publish', MARCH)).toBe('period_wrong_state open');
    expect(await refused('collect', '2024-02')).toBe('period_not_open none');
    expect(await refused('collect', '2025-02')).toBe('not_found');
    expect(await refused('collect')).toBe('malformed');
    expect(await refused('provision', MARCH)).toBe('malformed');
    expect(await readJobs(t.store)).toEqual([]);
  });

  it('is done in the name of whoever asked, once however many run it', async () => {
    const t = await closedMarch(office);
    await startJob(t.acting(OFFICER_2), { kind: 'evaluate', period: MARCH });
    const runs = await Promise.all([t.run(), t.run(), t.run()]);
    expect(runs.map(({ finished }) => finished).sort()).toEqual([0, 0, 1]);
    expect((await t.store.log(2)).map(({ action, by }) => [action, by])).toEqual([
      ['period_evaluated', OFFICER_2],
      ['period_closed', OFFICER],
    ]);
  });

  it('is left alone by a runner that was slower than its lease', async () => {
    const t = await closedMarch(office);
    let slowRun: Promise<JobsRun> | undefined;
    await t.start('evaluate');
    let open = () => {};
    const opened = new Promise<void>((resolve) => {
      open = resolve;
    });
    const arrived = new Promise<void>((arrive) => {
      const slow: Store = {
        ...t.store,
        stageResult: async (...args) => {
          arrive();
          await opened;
          return t.store.stageResult(...args);
        },
      };
      slowRun = t.run({}, { store: slow });
    });
    await arrived;
    expect(await t.run()).toEqual({ finished: 0, remaining: 1 });
    t.machineAt = new Date(t.machineAt.getTime() + LEASE_MS);
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
    const ended = await t.job('evaluate');
    open();
    expect(await slowRun).toEqual({ finished: 0, remaining: 0 });
    expect(await t.job('evaluate')).toEqual(ended);
    expect((await t.store.result(MARCH))!.version).toBe(1);
  });

  it('says why it failed, blocks no other, and can be asked for again', async () => {
    const t = await closedMarch(office);
    await t.move('2024-02', 'open');
    await t.start('evaluate');
    await t.start('provision', undefined);
    expect(await t.run()).toEqual({ finished: 2, remaining: 0 });
    const [provision, evaluate] = (await readJobs(t.store)).toSorted((a, b) => (a.id > b.id ? -1 : 1));
    expect(provision).toMatchObject({ state: 'done' });
    expect(evaluate).toMatchObject({
      state: 'failed',
      error: { code: 'earlier_period_not_evaluated', details: { period: MARCH, earlier: '2024-02' } },
      endedAt: t.at.toISOString(),
    });
    for (const action of ['close', 'evaluate'] as const) await t.move('2024-02', action);
    await t.start('evaluate');
    await t.run();
    expect(await t.job('evaluate')).toMatchObject({ nth: 2, state: 'done' });
  });

  it('is not run for ever where it kills whoever runs it', async () => {
    const t = await closedMarch(office);
    await t.start('evaluate');
    for (let n = 0; n < 20; n++) {
      await expect(t.run({}, { store: mortal(t.store, 2, 'before').store })).rejects.toThrow('dead');
      t.machineAt = new Date(t.machineAt.getTime() + LEASE_MS);
    }
    expect(await t.job('evaluate')).toMatchObject({ state: 'running', attempts: 20 });
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
    expect(await t.job('evaluate')).toMatchObject({ state: 'failed', error: { code: 'internal' } });
  });
});

describe('evaluating', () => {
  it('tells about once a second how many units are read and evaluated', async () => {
    const t = await closedMarch(office);
    await t.start('evaluate');
    const told = t.listen();
    await t.run({}, { monotonicMs: ticking(1100) });
    const progress = told().map(({ state, done, total }) => `${state} ${done}/${total}`);
    expect(progress).toEqual(['running 0/3', 'running 1/3', 'running 3/3', 'done 3/3']);
  });

  it('is tried again when an appraisal came in meanwhile, and has it', async () => {
    const t = await closedMarch(office);
    await t.start('evaluate');
    const cells = filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 3, note: 'Thiếu' }]);
    const disturbed = afterStaging(t.store, () => appraise(t.acting(), { period: MARCH, cells }));
    expect(await t.run({}, { store: disturbed })).toEqual({ finished: 1, remaining: 0 });
    const result = await t.store.result(MARCH);
    expect([result!.version, result!.result.units[0]!.total]).toEqual([1, 8_000_000]);
    expect((await t.store.log(9)).filter(({ action }) => action === 'period_evaluated')).toHaveLength(1);
  });

  it('that meets conflict again and again is left for the next run', async () => {
    const t = await closedMarch(office);
    await t.start('evaluate');
    const conflicting: Store = {
      ...t.store,
      stageResult: () => Promise.reject(new AppError('conflict')),
    };
    expect(await t.run({}, { store: conflicting })).toEqual({ finished: 0, remaining: 1 });
    expect((await t.job('evaluate')).leaseUntil).toBeUndefined();
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
  });
});

describe('publishing', () => {
  it('moves the period and writes every workbook, telling how many are done of those asked for', async () => {
    const t = await evaluatedMarch(office);
    const job = await t.start('publish');
    expect(job).toMatchObject({ total: 5 });
    const told = t.listen();
    expect(await t.run({ concurrency: 1 }, { monotonicMs: ticking(1500) })).toEqual({
      finished: 1,
      remaining: 0,
    });
    expect(await t.job('publish')).toMatchObject({
      state: 'done',
      done: 5,
      total: 5,
      outcome: { delivered: 5, waiting: 0 },
    });
    const progress = told().map(({ done }) => done);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(new Set(progress).size).toBeGreaterThan(2);
    expect((await t.store.period(MARCH))!.state).toBe('published');
    expect((await t.look('summary'))['Xếp hạng XA']).toBeDefined();
  });

  it('goes on in the next call where the time was too short', async () => {
    const t = await evaluatedMarch(office);
    await t.start('publish');
    const runs: JobsRun[] = [];
    for (let n = 0; n < 20 && (runs.at(-1)?.remaining ?? 1) > 0; n++)
      runs.push(await t.run({ withinMs: 8, concurrency: 1 }, { monotonicMs: ticking(1) }));
    expect(runs.length).toBeGreaterThan(2);
    expect(runs.at(-1)).toEqual({ finished: 1, remaining: 0 });
    expect(await t.job('publish')).toMatchObject({ done: 5, outcome: { delivered: 5, waiting: 0 } });
    expect((await t.store.log(9)).filter(({ action }) => action === 'period_published')).toHaveLength(1);
  });

  it('ends with what waits where Google is away: the outbox goes on by itself', async () => {
    const t = await evaluatedMarch(office);
    await t.start('publish');
    office.local.faults.push(...Array(40).fill({ status: 403 }));
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
    expect(await t.job('publish')).toMatchObject({
      state: 'done',
      done: 0,
      total: 5,
      outcome: { delivered: 0, waiting: 5 },
    });
    office.local.faults.length = 0;
    t.at = new Date(t.machineAt.getTime() + 3_600_000);
    expect(await t.deliver()).toMatchObject({ failed: 0, remaining: 0 });
    expect((await t.look('summary'))['Xếp hạng XA']).toBeDefined();
  });

  it('ends too where one workbook alone cannot be written', async () => {
    const t = await evaluatedMarch(office);
    await t.start('publish');
    const { sheets } = office.local.google();
    const poisoned = await t.spreadsheetId('unit:B');
    const read = (id: string, patience: typeof PATIENT) =>
      id === poisoned ? Promise.reject(new Error('poison')) : sheets.read(id, patience);
    expect(await t.run({}, { google: { sheets: { ...sheets, read } } })).toEqual({
      finished: 1,
      remaining: 0,
    });
    expect(await t.job('publish')).toMatchObject({ done: 4, outcome: { delivered: 4, waiting: 1 } });
  });

  it('waits for what another deliverer is at', async () => {
    const t = await evaluatedMarch(office);
    t.machineAt = t.at; // they go by the same clock
    await t.start('publish');
    const both = Promise.all([
      t.run(),
      (async () => {
        let remaining = 1;
        while (remaining > 0) ({ remaining } = await t.deliver());
      })(),
    ]);
    await both;
    while ((await t.store.unfinishedJobs()).length > 0) await t.run();
    expect(await t.job('publish')).toMatchObject({ state: 'done', outcome: { delivered: 5, waiting: 0 } });
  });
});

describe('collecting', () => {
  it('counts what became of every unit’s form', async () => {
    const t = await filledMarch(office);
    expect(await t.start('collect')).toMatchObject({ total: 3 });
    expect(await t.run()).toEqual({ finished: 1, remaining: 0 });
    expect(await t.job('collect')).toMatchObject({
      state: 'done',
      done: 3,
      total: 3,
      outcome: { accepted: 1, late: 0, refused: 1, missing: 1, unavailable: 0 },
    });
    expect((await t.store.outboxEntry('office'))!.state).toBe('pending');
    await t.start('collect');
    t.at = new Date('2024-04-20T03:00:00Z');
    await t.fill('B', [9, 'Có']);
    await t.run();
    expect(await t.job('collect')).toMatchObject({
      nth: 2,
      total: 2,
      outcome: { accepted: 1, late: 1, refused: 0, missing: 1, unavailable: 0 },
    });
  });

  it('goes on where the time was over, and counts nobody twice', async () => {
    const t = await filledMarch(office);
    await t.start('collect');
    const seen: number[] = [];
    for (let n = 0; n < 20 && (await t.store.unfinishedJobs()).length > 0; n++) {
      await t.run({ withinMs: 7, concurrency: 1 }, { monotonicMs: ticking(1) });
      seen.push((await t.job('collect')).done);
    }
    expect(new Set(seen).size).toBeGreaterThan(1);
    expect(await t.job('collect')).toMatchObject({
      state: 'done',
      done: 3,
      outcome: { accepted: 1, late: 0, refused: 1, missing: 1, unavailable: 0 },
    });
  });

  it('says what it had done when the period was closed meanwhile', async () => {
    const t = await filledMarch(office);
    await t.start('collect');
    const { sheets } = office.local.google();
    let reads = 0;
    const readForm: typeof sheets.readForm = async (...args) => {
      if (++reads === 2) await t.move(MARCH, 'close');
      return sheets.readForm(...args);
    };
    await t.run({ concurrency: 1 }, { google: { sheets: { ...sheets, readForm } } });
    expect(await t.job('collect')).toMatchObject({
      state: 'failed',
      error: { code: 'period_not_open', details: { state: 'closed' } },
    });
  });
});
/** Something else happens once, between the computing of a result and its saving. */
function afterStaging(store: Store, happening: () => Promise<unknown>): Store {
  let happened = false;
  return {
    ...store,
    stageResult: async (...args) => {
      const staged = await store.stageResult(...args);
      if (!happened) {
        happened = true;
        await happening();
      }
      return staged;
    },
  };
}
