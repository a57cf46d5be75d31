import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../functions/src/domain/app-error.ts';
import type { PeriodId } from '../../functions/src/domain/campaign/period.ts';
import type { Job, JobKind, Store, WorkbookId } from '../../functions/src/ports.ts';
import { appraise } from '../../functions/src/usecases/appraise.ts';
import { readJobs } from '../../functions/src/usecases/jobs/read-jobs.ts';
import { type JobsRun, type RunOrder, runJobs } from '../../functions/src/usecases/jobs/run-jobs.ts';
import { startJob } from '../../functions/src/usecases/jobs/start-job.ts';
import type { Google } from '../../functions/src/usecases/publishing/google.ts';
import { PATIENT } from '../adapters/local-google.ts';
import { campaignFiles, filledAppraisal, OFFICER, OFFICER_2 } from '../http/small-campaign.ts';
import { type PublishedCampaign, type PublishingOffice, startPublishingOffice } from './publishing-office.ts';

const MARCH = '2024-03' as PeriodId;
const LEASE_MS = 30_000;
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

describe('a job that was asked for', () => {
  it('is answered at once, and is one as long as it has not ended', async () => {
    const t = await closedMarch();
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
    const t = await openMarch();
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
    const t = await closedMarch();
    await startJob(t.acting(OFFICER_2), { kind: 'evaluate', period: MARCH });
    const runs = await Promise.all([t.run(), t.run(), t.run()]);
    expect(runs.map(({ finished }) => finished).sort()).toEqual([0, 0, 1]);
    expect((await t.store.log(2)).map(({ action, by }) => [action, by])).toEqual([
      ['period_evaluated', OFFICER_2],
      ['period_closed', OFFICER],
    ]);
  });

  it('is left alone by a runner that was slower than its lease', async () => {
    const t = await closedMarch();
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
    const t = await closedMarch();
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
    const t = await closedMarch();
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
    const t = await closedMarch();
    await t.start('evaluate');
    const told = t.listen();
    await t.run({}, { monotonicMs: ticking(1100) });
    const progress = told().map(({ state, done, total }) => `${state} ${done}/${total}`);
    expect(progress).toEqual(['running 0/3', 'running 1/3', 'running 3/3', 'done 3/3']);
  });

  it('is tried again when an appraisal came in meanwhile, and has it', async () => {
    const t = await closedMarch();
    await t.start('evaluate');
    const cells = filledAppraisal([{ unit: 'A', criterion: 'C1', appraised: 3, note: 'Thiếu' }]);
    const disturbed = afterStaging(t.store, () => appraise(t.acting(), { period: MARCH, cells }));
    expect(await t.run({}, { store: disturbed })).toEqual({ finished: 1, remaining: 0 });
    const result = await t.store.result(MARCH);
    expect([result!.version, result!.result.units[0]!.total]).toEqual([1, 8_000_000]);
    expect((await t.store.log(9)).filter(({ action }) => action === 'period_evaluated')).toHaveLength(1);
  });

  it('that meets conflict again and again is left for the next run', async () => {
    const t = await closedMarch();
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
    const t = await evaluatedMarch();
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
    const t = await evaluatedMarch();
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
    const t = await evaluatedMarch();
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
    const t = await evaluatedMarch();
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
    const t = await evaluatedMarch();
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
    const t = await filledMarch();
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
    const t = await filledMarch();
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
    const t = await filledMarch();
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

describe('whoever runs a job may be killed', () => {
  const kinds: readonly (readonly [JobKind, () => Promise<Desk>, readonly WorkbookId[]])[] = [
    ['evaluate', closedMarch, []],
    ['collect', filledMarch, ['office', 'unit:A']],
    ['publish', evaluatedMarch, ['summary', 'office', 'unit:A', 'unit:B', 'unit:C']],
  ];
  it.each(kinds)(
    'at any commit: %s is finished by the next, and nothing is done twice',
    {
      timeout: 240_000,
    },
    async (kind, prepare, workbooks) => {
      const outcomeOf = async (t: Desk) => {
        t.at = t.machineAt;
        while ((await t.deliver()).remaining > 0) t.at = new Date(t.at.getTime() + LEASE_MS);
        const { requestedAt: _, startedAt: __, endedAt: ___, attempts: ____, ...job } = await t.job(kind);
        const log = (await t.store.log(50)).map(({ action, unitId }) => `${action} ${unitId ?? ''}`);
        const { changedAt: _____, ...record } = (await t.store.period(MARCH))!;
        const shown = await Promise.all(workbooks.map((id) => t.look(id)));
        return { job, log, record, shown: shown.map((tabs) => withoutMoments(tabs, t.code)) };
      };
      const quiet = await prepare();
      await quiet.start(kind);
      await quiet.run({ concurrency: 1 }, { monotonicMs: ticking(700) });
      const undisturbed = await outcomeOf(quiet);
      expect(undisturbed.job.state).toBe('done');

      let kills = 0;
      for (let n = 1; ; n++) {
        const t = await prepare();
        await t.start(kind);
        const { store, isDead } = mortal(t.store, n, n % 2 === 0 ? 'before' : 'after');
        const dying = t.run(
          { concurrency: 1 },
          { store, monotonicMs: ticking(700), google: mortalGoogle(isDead) },
        );
        await dying.catch((error: Error) => expect(error.message).toBe('dead'));
        if (!isDead()) break;
        kills++;
        expect(await t.run()).toMatchObject({ finished: 0 }); // its lease is not over
        t.machineAt = new Date(t.machineAt.getTime() + LEASE_MS);
        t.at = new Date(t.at.getTime() + LEASE_MS);
        while ((await t.store.unfinishedJobs()).length > 0) await t.run({ concurrency: 1 });
        expect([n, await outcomeOf(t)]).toEqual([n, undisturbed]);
      }
      expect(kills).toBeGreaterThan(3);
    },
  );
});

interface Desk extends PublishedCampaign {
  /** The clock of leases. */
  machineAt: Date;
  start(kind: JobKind, period?: string): ReturnType<typeof startJob>;
  run(
    order?: RunOrder,
    parts?: { store?: Store; google?: Partial<Google>; monotonicMs?: () => number },
  ): Promise<JobsRun>;
  job(kind: JobKind): Promise<Job>;
  /** From now on: every state of a job that is written. */
  listen(): () => readonly Job[];
  fill(unitId: string, answers: readonly (string | number)[]): Promise<void>;
}

async function openMarch(): Promise<Desk> {
  const code = `J${count++}`;
  const t = await office.campaign(code, campaignFiles(code));
  const heard: Job[] = [];
  const listening: Store = {
    ...t.store,
    transact: async (work) => {
      const put: Job[] = [];
      const answer = await t.store.transact((transaction) => {
        put.length = 0;
        return work({
          ...transaction,
          putJob: (job) => {
            put.push(job);
            transaction.putJob(job);
          },
        });
      });
      heard.push(...put);
      return answer;
    },
  };
  const desk: Desk = Object.assign(t, {
    machineAt: new Date('2026-01-05T00:00:00Z'),
    start: (kind: JobKind, period: string | undefined = kind === 'provision' ? undefined : MARCH) =>
      startJob(t.acting(), { kind, period }),
    run: (order: RunOrder = {}, parts: Parameters<Desk['run']>[1] = {}) => {
      const { store = listening, google = {}, monotonicMs = () => performance.now() } = parts;
      const clocks = { now: () => t.at, machineNow: () => desk.machineAt };
      return runJobs({ store, ...clocks }, office.local.google({ monotonicMs, ...google }), code, order);
    },
    job: async (kind: JobKind) => (await t.store.job(kind === 'provision' ? kind : `${kind}.${MARCH}`))!,
    listen() {
      heard.length = 0;
      return () => heard;
    },
    fill: (unitId: string, answers: readonly (string | number)[]) => fill(t, unitId, answers),
  });
  await t.move(MARCH, 'open');
  return desk;
}

/** Unit A filled its form, B filled it wrongly, C not at all; nobody sent it. */
async function filledMarch(): Promise<Desk> {
  const t = await openMarch();
  await t.deliver();
  await t.fill('A', [8, 'Có']);
  await t.fill('B', ['nhiều', 'Có']);
  return t;
}

async function closedMarch(): Promise<Desk> {
  const t = await openMarch();
  await t.submit(MARCH, 'A', { C1: 8, C2: 'Có' });
  await t.submit(MARCH, 'B', { C1: 9.5, C2: 'Không' });
  await t.move(MARCH, 'close');
  return t;
}

async function evaluatedMarch(): Promise<Desk> {
  const t = await closedMarch();
  await t.move(MARCH, 'evaluate');
  await t.deliver();
  return t;
}

async function fill(
  t: PublishedCampaign,
  unitId: string,
  answers: readonly (string | number)[],
): Promise<void> {
  const { sheets } = office.local.google();
  const id = await t.spreadsheetId(`unit:${unitId}`);
  const { tabs } = await sheets.read(id, PATIENT);
  const { sheetId } = tabs.find(({ marks }) => marks.some(({ value }) => value === `form:${MARCH}`))!;
  const cell = (answer: string | number) =>
    typeof answer === 'number' ? { numberValue: answer } : { stringValue: answer };
  const rows = answers.map((answer) => ({ values: [{ userEnteredValue: cell(answer) }] }));
  const start = { sheetId, rowIndex: 3, columnIndex: 6 };
  await sheets.apply(
    id,
    { requests: [{ updateCells: { start, rows, fields: 'userEnteredValue' } }] },
    PATIENT,
  );
}

/** Each look at the clock finds it later. */
function ticking(stepMs: number): () => number {
  let ms = 0;
  return () => {
    ms += stepMs;
    return ms;
  };
}

/** A process that is killed just before or just after its n-th commit: from then on it reaches nothing. */
function mortal(store: Store, n: number, when: 'before' | 'after') {
  let commits = 0;
  let isDead = false;
  const alive = () => {
    if (isDead) throw new Error('dead');
  };
  const die = () => {
    isDead = true;
    throw new Error('dead');
  };
  const reading = Object.fromEntries(
    Object.entries(store).map(([name, read]) => [
      name,
      async (...args: readonly unknown[]) => {
        alive();
        return (read as (...given: readonly unknown[]) => Promise<unknown>)(...args);
      },
    ]),
  ) as unknown as Store;
  const dying: Store = {
    ...reading,
    transact: async (work) => {
      alive();
      commits++;
      if (commits === n && when === 'before') die();
      const answer = await store.transact(work);
      if (commits === n) die();
      return answer;
    },
  };
  return { store: dying, isDead: () => isDead };
}

function mortalGoogle(isDead: () => boolean): Partial<Google> {
  const { sheets, drive } = office.local.google();
  const alive = <T extends object>(service: T): T =>
    Object.fromEntries(
      Object.entries(service).map(([name, call]) => [
        name,
        async (...args: readonly unknown[]) => {
          if (isDead()) throw new Error('dead');
          return call(...args);
        },
      ]),
    ) as T;
  return { sheets: alive(sheets), drive: alive(drive) };
}

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

/** Moments differ between a run and one that was killed and waited for; so do the codes of two campaigns. */
function withoutMoments(tabs: Readonly<Record<string, readonly (readonly unknown[])[]>>, code: string) {
  const shown = (cell: unknown) => {
    if (cell === code) return 'CODE';
    const isMoment = typeof cell === 'number' && cell > 45_000 && cell < 46_000;
    return isMoment ? 'lúc' : String(cell).replace(/lúc \d\d:\d\d/, 'lúc');
  };
  return Object.fromEntries(
    Object.entries(tabs).map(([title, rows]) => [title, rows.map((row) => row.map(shown))]),
  );
}
