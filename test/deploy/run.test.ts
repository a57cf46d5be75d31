import { spawn } from 'node:child_process';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SAMPLE_FACTS } from '../../deploy/flags/every-command.ts';
import { destroyPlan } from '../../deploy/run/destroy-plan.ts';
import { runPlan } from '../../deploy/run/run-plan.ts';
import type { Step } from '../../deploy/step.ts';
import { until } from '../support/until.ts';
import { type FakeGoogle, lineOf, openFakeGoogle, openRunner } from './fake-google.ts';
import { PROJECT, planOf } from './plans.ts';

const STEPS = planOf('staging');
const BY_HAND = ['billingAccount', 'driveFolder', 'clientId'].map(
  (fact) => SAMPLE_FACTS[fact as 'clientId']!,
);
const DESTRUCTION = { project: PROJECT, withData: false, exportHint: 'gcloud firestore export …' };

let google: FakeGoogle;
let whole: FakeGoogle;
beforeAll(async () => {
  whole = openFakeGoogle(STEPS);
  await runPlan(STEPS, openRunner(whole.dir, BY_HAND));
});
afterEach(() => google.close());
afterAll(() => whole.close());

/** What changes anything, of what was called. */
const done = (steps: readonly Step[] = STEPS) => {
  const doing = new Set([...commandsOf(steps), ...steps.flatMap(({ undo }) => undo).map(lineOf)]);
  return google.calls().filter((line) => doing.has(line));
};
/** Without what only looks, which is how some outcomes are seen, too. */
const commandsOf = (steps: readonly Step[]) =>
  steps
    .flatMap(({ commands }) => commands)
    .map(lineOf)
    .filter((line) => !line.startsWith('node deploy/ask.ts answers'));
const step = (id: string) => STEPS.find((each) => each.id === id)!;
const always = STEPS.filter((each) => each.always);

describe('running a plan', () => {
  it('does what was printed, in that order; the second time only what always has to be done', async () => {
    google = whole;
    expect(done()).toEqual(commandsOf(STEPS));
    expect(JSON.parse(google.state()).facts).toEqual({ ...SAMPLE_FACTS });
    google = openFakeGoogle(STEPS, whole);
    await runPlan(STEPS, openRunner(google.dir));
    expect(done()).toEqual(
      commandsOf(always).filter((line) => !/auth (login|application-default)/.test(line)),
    );
  });

  it('makes a ballot key that nobody sees', async () => {
    google = openFakeGoogle(STEPS);
    const runner = openRunner(google.dir, BY_HAND);
    await runPlan(STEPS, runner);
    const key = google.stdin();
    expect(Buffer.from(key, 'base64')).toHaveLength(32);
    expect(`${google.calls().join('\n')}${google.state()}${runner.said.join('\n')}`).not.toContain(key);
    // A key that is there is kept, whatever becomes of the step.
    await runPlan(STEPS, openRunner(google.dir), 'ballot-key');
    expect(google.stdin()).toBe(key);
  });

  it.each(['apis', 'ballot-key', 'functions'])('stops where %s fails, and goes on from there', async (id) => {
    google = openFakeGoogle(STEPS);
    const broken = lineOf(step(id).commands.at(-1)!);
    google.breaks(broken, 3);
    const failed = runPlan(STEPS, openRunner(google.dir, BY_HAND));
    await expect(failed).rejects.toMatchObject({
      step: id,
      message: expect.stringContaining('ended with 3'),
    });
    const before = done();
    expect(before.at(-1)).toBe(broken);
    google.mend();
    google.forgetCalls();
    await runPlan(STEPS, openRunner(google.dir, BY_HAND));
    // Nothing that made something is done again before the step that failed, and everything behind it is done.
    const again = done().slice(0, done().indexOf(broken));
    const repeated = STEPS.slice(0, STEPS.indexOf(step(id)) + 1).filter(
      (each) => each.always || each.id === id,
    );
    expect(commandsOf(repeated)).toEqual(expect.arrayContaining(again));
    expect([...new Set([...before, ...done()])]).toEqual(commandsOf(STEPS));
  });

  it('does not believe a command that says it worked', async () => {
    google = openFakeGoogle(STEPS);
    google.breaks(lineOf(step('database').verify[0]!.command), 1);
    const failed = runPlan(STEPS, openRunner(google.dir, BY_HAND));
    await expect(failed).rejects.toMatchObject({
      step: 'database',
      message: expect.stringContaining('outcome is not seen'),
    });
    expect(JSON.parse(google.state()).done).not.toHaveProperty('database');
  });

  it('makes again what somebody took away, and does again what is to be done otherwise', async () => {
    google = openFakeGoogle(STEPS, whole);
    const lost = step('accounts').commands[1]!;
    google.loses(lost.unless!);
    await runPlan(STEPS, openRunner(google.dir));
    expect(done().filter((line) => line.includes('service-accounts create'))).toEqual([lineOf(lost)]);
    google.forgetCalls();
    const longer = STEPS.map((each) =>
      each.id === 'rules-and-indexes'
        ? { ...each, files: [{ name: 'firestore.rules', content: 'other rules' }] }
        : each,
    );
    await runPlan(longer, openRunner(google.dir));
    expect(done()).toContainEqual(lineOf(step('rules-and-indexes').commands[0]!));
  });

  it('goes on without what is optional', async () => {
    google = openFakeGoogle(STEPS);
    google.breaks(lineOf(step('budget').commands[0]!), 1);
    const runner = openRunner(google.dir, BY_HAND);
    await runPlan(STEPS, runner);
    expect(runner.said.join('\n')).toContain('left out, the rest goes on');
    expect(done().at(-1)).toBe(lineOf(step('check').commands.at(-1)!));
  });

  it('says what is done by hand, refuses what is pasted wrongly, and asks for nothing twice', async () => {
    google = openFakeGoogle(STEPS);
    const [billing, folder, client] = BY_HAND as [string, string, string];
    const first = openRunner(google.dir, [billing, 'https://drive.google.com/…', folder]);
    await expect(runPlan(STEPS, first)).rejects.toMatchObject({
      step: 'link-script',
      message: expect.stringContaining('--client-id'),
    });
    const said = first.said.join('\n');
    expect(said).toContain('“https://drive.google.com/…” không đúng dạng');
    expect(said).toContain(`https://script.google.com/home/projects/${SAMPLE_FACTS.scriptId}/settings`);
    expect(said).toContain(SAMPLE_FACTS.projectNumber);
    const second = openRunner(google.dir, [client]);
    await runPlan(STEPS, second);
    expect(second.said.filter((line) => line.endsWith('= '))).toEqual(['  clientId = ']);
  });

  it('begins where it is told to', async () => {
    google = openFakeGoogle(STEPS, whole);
    await runPlan(STEPS, openRunner(google.dir), 'schedule-DKM-BT-2024');
    expect(done()[0]).toContain('scheduler jobs update');
    await expect(runPlan(STEPS, openRunner(google.dir), 'nowhere')).rejects.toThrow('no such step');
  });
});

describe('taking a plan down', () => {
  it('does nothing unless the project’s name is typed', async () => {
    google = openFakeGoogle(STEPS, whole);
    for (const typed of [[], [''], ['yes'], ['dien-hinh']])
      await expect(destroyPlan(STEPS, openRunner(google.dir, typed), DESTRUCTION)).rejects.toThrow(
        'nothing was taken down',
      );
    expect(google.calls()).toEqual([]);
  });

  it('takes everything down but data, last first, and finds nothing to do the second time', async () => {
    google = openFakeGoogle(STEPS, whole);
    const runner = openRunner(google.dir, [PROJECT]);
    await destroyPlan(STEPS, runner, DESTRUCTION);
    const kept = STEPS.filter(({ holds }) => holds !== 'data').toReversed();
    expect(done()).toEqual(kept.flatMap(({ undo }) => undo).map(lineOf));
    expect(runner.said.join('\n')).toContain('Data is kept (--delete-data): database, ballot-key');
    google.forgetCalls();
    await destroyPlan(STEPS, openRunner(google.dir, [PROJECT]), DESTRUCTION);
    expect(done().filter((line) => !line.startsWith('node '))).toEqual([]);
  });

  it('takes data down where that was said, after a word on how to save it', async () => {
    google = openFakeGoogle(STEPS, whole);
    const runner = openRunner(google.dir, [PROJECT]);
    await destroyPlan(STEPS, runner, { ...DESTRUCTION, withData: true });
    expect(runner.said.join('\n')).toContain('gcloud firestore export');
    const data = done().filter((line) => /gcloud (firestore databases|secrets) /.test(line));
    expect(data).toEqual([...step('ballot-key').undo, ...step('database').undo].map(lineOf));
    // What was found by hand stays known, but for the script that is no more.
    expect(Object.keys(JSON.parse(google.state()).facts).sort()).toEqual(
      ['account', 'billingAccount', 'driveFolder', 'projectNumber'].sort(),
    );
  });

  it('tells what could not be taken down, and takes down the others', async () => {
    google = openFakeGoogle(STEPS, whole);
    google.breaks(lineOf(step('functions').undo[0]!), 1);
    await expect(destroyPlan(STEPS, openRunner(google.dir, [PROJECT]), DESTRUCTION)).rejects.toThrow(
      /again: functions$/,
    );
    expect(done()).toContain(lineOf(step('accounts').undo[0]!));
  });
});

describe('a deployment that is killed', () => {
  it.each(['ballot-key', 'functions'])('in the middle of %s goes on when it is run again', async (id) => {
    google = openFakeGoogle(STEPS);
    const inTheMiddle = lineOf(step(id).commands[1]!);
    google.breaks(inTheMiddle, 'hang');
    const deployment = spawn(process.execPath, ['test/deploy/deploy-fake.ts', google.dir, ...BY_HAND], {
      stdio: 'ignore',
    });
    const ended = new Promise((resolve) => deployment.once('exit', (_, signal) => resolve(signal)));
    await until('it hangs', () => google.hanging() !== undefined);
    deployment.kill('SIGKILL');
    expect(await ended).toBe('SIGKILL');
    process.kill(google.hanging()!, 'SIGKILL');
    expect(JSON.parse(google.state()).done).not.toHaveProperty(id);
    google.mend();
    const before = done();
    google.forgetCalls();
    const unasked = BY_HAND.filter((value) => !google.state().includes(value));
    await runPlan(STEPS, openRunner(google.dir, unasked));
    expect([...new Set([...before, ...done()])]).toEqual(commandsOf(STEPS));
    // What was made before is not made again, nor asked for.
    expect(done().filter((line) => / create /.test(line) && before.includes(line))).toEqual([]);
  });
});
