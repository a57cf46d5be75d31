import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Scheduler } from '../../local/office/scheduler.ts';
import { startScheduler } from '../../local/office/scheduler.ts';
import { campaignFiles, OFFICER } from '../http/small-campaign.ts';
import { ADMIN, AUDIENCE, startTestOffice, type TestOffice } from '../http/test-office.ts';
import { until } from '../support/until.ts';

const AT = '2024-03-20T03:00:00Z';
let office: TestOffice;
let scheduler: Scheduler | undefined;

beforeAll(async () => {
  office = await startTestOffice({ google: true });
});
afterEach(() => scheduler?.stop());
afterAll(() => office.stop());

describe('the scheduler', () => {
  it('does what was left to be done as soon as somebody left it', async () => {
    await load('PROMPT');
    const { calls } = start('PROMPT');
    await until('it has looked', () => calls('deliver') > 0);
    await post('/provision', { campaign: 'PROMPT' });
    await until('every workbook is written', async () => (await pending('PROMPT')) === 0);
    // It did not wait for its own minute; a call's line is printed a moment after its work is done.
    await until('the second delivery is told of', () => deliveries('PROMPT').length > 1);
    const answers = deliveries('PROMPT');
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('does long work that somebody asked for, and writes the workbooks that it changed', async () => {
    await load('LONG');
    const { calls } = start('LONG');
    await until('it has looked', () => calls('run-jobs') > 0);
    const asked = await post('/start-job', { campaign: 'LONG', kind: 'provision' });
    expect(asked.status).toBe(202);
    const jobs = async () =>
      (await office.call('/jobs', { as: OFFICER, query: { campaign: 'LONG' }, at: AT })).body.jobs;
    await until('the job is done', async () => (await jobs())[0].state === 'done');
    await until('every workbook is written', async () => (await pending('LONG')) === 0);
    expect(callsIn(office.printed(), 'run-jobs', 'LONG').every(({ status }) => status === 200)).toBe(true);
  });

  it('does what it finds when it starts', async () => {
    await load('FOUND');
    await post('/provision', { campaign: 'FOUND' });
    start('FOUND');
    await until('every workbook is written', async () => (await pending('FOUND')) === 0);
  });

  it('asks for nothing more while people only read', async () => {
    await load('QUIET');
    const { calls } = start('QUIET');
    await until('it has looked', () => calls('deliver') > 0);
    for (let read = 0; read < 50; read++) await pending('QUIET');
    await scheduler!.stop();
    expect(calls('deliver')).toBeLessThanOrEqual(A_FEW);
  });

  it('begins nothing after it was stopped', async () => {
    await load('STOPPED');
    const { calls } = start('STOPPED');
    await until('it has looked', () => calls('deliver') > 0);
    await scheduler!.stop();
    const before = calls('deliver');
    await post('/provision', { campaign: 'STOPPED' });
    expect(await pending('STOPPED')).toBeGreaterThan(0);
    expect(calls('deliver')).toBe(before);
  });

  it('writes down what went wrong, each trouble once, and goes on', async () => {
    await load('TROUBLE');
    let url = 'http://127.0.0.1:1';
    const functions = {
      get url() {
        return url;
      },
      onAnswered: office.functions.onAnswered,
    };
    const { logFile } = start('TROUBLE', { functions, everyMs: 20 });
    await until('every door has failed', () => troubles(logFile).length === 3);
    await post('/provision', { campaign: 'TROUBLE' });
    expect(troubles(logFile)).toEqual([
      { at: expect.any(String), door: expect.any(String), trouble: 'fetch failed' },
      { at: expect.any(String), door: expect.any(String), trouble: 'fetch failed' },
      { at: expect.any(String), door: expect.any(String), trouble: 'fetch failed' },
    ]);
    url = office.functions.url;
    await until('every workbook is written', async () => (await pending('TROUBLE')) === 0);
  });

  it('writes down that it is refused, without asking again and again', async () => {
    await load('REFUSED');
    const { logFile, calls } = start('REFUSED', { account: 'nobody@x.example', everyMs: 20 });
    await until('it is refused', () => troubles(logFile).length === 3);
    await scheduler!.stop();
    const refused = (door: string) => expect.objectContaining({ door, trouble: '403 forbidden' });
    expect(troubles(logFile)).toEqual(
      expect.arrayContaining([refused('deliver'), refused('run-jobs'), refused('watch')]),
    );
    expect(calls('deliver')).toBeLessThanOrEqual(A_FEW);
  });
});

/** At the start, after the jobs, and both once more when loading the campaign is heard of late. */
const A_FEW = 5;

type Plan = Parameters<typeof startScheduler>[0];

function start(campaign: string, other: Partial<Plan> = {}) {
  const logFile = join(mkdtempSync(join(tmpdir(), 'scheduler-')), 'logs', 'scheduler.log');
  scheduler = startScheduler({
    functions: office.functions,
    issuer: office.identity,
    audience: AUDIENCE,
    campaign,
    account: OFFICER,
    clock: { now: () => new Date(AT) },
    logFile,
    everyMs: 50,
    ...other,
  });
  return { logFile, calls: (door: string) => callsIn(office.printed(), door, campaign).length };
}

interface Line {
  readonly event: string;
  readonly campaign?: string;
  readonly status: number;
}

/** What the functions printed about the calls of a door. */
function callsIn(printed: string, door: string, campaign: string): Line[] {
  const lines = printed
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Line);
  return lines.filter(
    (line) => line.event === door && (line.campaign === campaign || line.campaign === undefined),
  );
}

const deliveries = (campaign: string) => callsIn(office.printed(), 'deliver', campaign);

function troubles(logFile: string): unknown[] {
  if (!existsSync(logFile)) return [];
  return readFileSync(logFile, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function load(code: string): Promise<void> {
  const body = { campaign: code, files: campaignFiles(code) };
  expect((await office.call('/load-campaign', { as: ADMIN, body, at: AT })).status).toBe(200);
}

const post = (path: string, body: Record<string, unknown>) =>
  office.call(path, { as: OFFICER, body, at: AT });

async function pending(campaign: string): Promise<number> {
  const query = { campaign, period: '2024-03' };
  const { body } = await office.call('/period-status', { as: OFFICER, query, at: AT });
  return body.pendingWorkbooks;
}
