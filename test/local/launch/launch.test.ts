import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isAlive, markOf } from '../../../local/office/process-mark.mjs';
import { until } from '../../support/until.ts';

const SOURCE = join(import.meta.dirname, '../../../local');
const running: Launched[] = [];
afterEach(() => {
  for (const { child } of running.splice(0)) child.kill('SIGKILL');
});

describe('installing', () => {
  it('happens before the first run and not again, and leaves stdout to the script', async () => {
    const project = freshProject();
    expect(await launch(project, ['script.mjs', 'a', '--b=c d']).result).toEqual({
      code: 7,
      signal: null,
      stdout: 'ran with ["a","--b=c d"]\n',
      stderr: expect.stringMatching(/^Đang cài .*\nfake npm: ci .*\nĐã cài xong .*\n$/),
    });
    expect(await launch(project, ['script.mjs']).result).toEqual({
      code: 7,
      signal: null,
      stdout: 'ran with []\n',
      stderr: '',
    });
    expect(npmRuns(project)).toBe(1);
  });

  it('accepts what somebody else installed, packages for other systems left out', async () => {
    const project = freshProject();
    installed(project, { 'node_modules/left': LEFT });
    expect((await launch(project, ['script.mjs']).result).stdout).toBe('ran with []\n');
    expect(npmRuns(project)).toBe(0);
  });

  it.each([
    ['an older version', { 'node_modules/left': { ...LEFT, version: '1.0.0' } }],
    ['other bytes', { 'node_modules/left': { ...LEFT, integrity: 'sha512-other' } }],
    ['a missing package', {}],
  ])('replaces %s', async (_, packages) => {
    const project = freshProject();
    installed(project, packages);
    await launch(project, ['script.mjs']).result;
    expect(npmRuns(project)).toBe(1);
  });

  it('happens once when two start at the same time', async () => {
    const project = freshProject();
    const both = [launch(project, ['script.mjs'], { NPM_WAITS: '1' }), launch(project, ['script.mjs'])];
    await until('one waits for the other', () => both.some(({ said }) => said().includes('Waiting')));
    writeFileSync(join(project, 'go'), '');
    const results = await Promise.all(both.map(({ result }) => result));
    expect(results.map(({ stdout }) => stdout)).toEqual(['ran with []\n', 'ran with []\n']);
    expect(npmRuns(project)).toBe(1);
  });

  it('takes over from an installation that was killed', async () => {
    const project = freshProject();
    mkdirSync(join(project, '.office'));
    writeFileSync(join(project, '.office/install.lock'), '{"holder":"999999999@1-gone"}');
    expect((await launch(project, ['script.mjs']).result).code).toBe(7);
  });

  it('says clearly that npm failed, and runs nothing', async () => {
    const project = freshProject();
    const failed = await launch(project, ['script.mjs'], { NPM_FAILS: '1' }).result;
    expect([failed.code, failed.stdout]).toEqual([1, '']);
    expect(failed.stderr).toContain('Không cài được các gói phụ thuộc');
    expect(failed.stderr).toContain('npm ci failed (exit 9)');
    expect((await launch(project, ['script.mjs']).result).code).toBe(7);
  });
});

describe('a running script', () => {
  it('gets one SIGINT for one Ctrl-C, though terminal and npm both send it', async () => {
    const launched = await launchWaiter();
    for (let i = 0; i < 5; i++) {
      launched.child.kill('SIGINT');
      await pause(5); // two that are still pending would be one anyway
    }
    await until('the script has it', () => launched.said().includes('SIGINT'));
    launched.child.kill('SIGTERM');
    expect(await launched.result).toMatchObject({ code: 5, stdout: 'waiting\nSIGINT\nSIGTERM\n' });
  });

  it('that dies by a signal makes the command die by it', async () => {
    const launched = await launchWaiter('dies');
    launched.child.kill('SIGTERM');
    expect(await launched.result).toMatchObject({ code: null, signal: 'SIGTERM' });
  });

  it('ends when npm or its shell is killed, which tells nobody', async () => {
    const project = freshProject();
    installed(project, { 'node_modules/left': LEFT });
    const shell = spawn('sh', ['-c', `"${process.execPath}" local/launch.mjs waiter.mjs; true`], {
      cwd: project,
      env: { ...process.env, npm_lifecycle_event: 'start', PID_FILE: join(project, 'pid') },
      stdio: 'ignore',
    });
    await until('the script runs', () => existsSync(join(project, 'pid')));
    const script = markOf(Number(readFileSync(join(project, 'pid'), 'utf8')))!;
    shell.kill('SIGKILL');
    await until('the script has ended', () => !isAlive(script));
    expect(readFileSync(join(project, 'pid.ended'), 'utf8')).toBe('SIGTERM');
  });
});

interface Launched {
  child: ChildProcess;
  said(): string;
  result: Promise<{ code: number | null; signal: string | null; stdout: string; stderr: string }>;
}

function launch(project: string, args: string[], env: Record<string, string> = {}): Launched {
  const child = spawn(process.execPath, ['local/launch.mjs', ...args], {
    cwd: project,
    env: { ...process.env, npm_execpath: join(project, 'fake-npm.js'), npm_lifecycle_event: '', ...env },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
  const result = once(child, 'close').then(([code, signal]) => ({ code, signal, stdout, stderr }));
  const launched = { child, result, said: () => stdout + stderr };
  running.push(launched);
  return launched;
}

async function launchWaiter(how = ''): Promise<Launched> {
  const project = freshProject();
  installed(project, { 'node_modules/left': LEFT });
  const launched = launch(project, ['waiter.mjs', how]);
  await until('the script waits', () => launched.said().includes('waiting'));
  return launched;
}

const LEFT = { version: '1.2.0', integrity: 'sha512-left' };

/** A project with the launcher, one dependency, one for another system, and an npm that needs no network. */
function freshProject(): string {
  const project = mkdtempSync(join(tmpdir(), 'launch-'));
  for (const name of ['launch.mjs', 'office/lock-file.mjs', 'office/process-mark.mjs']) {
    cpSync(join(SOURCE, name), join(project, 'local', name));
  }
  const other = { version: '1.0.0', integrity: 'sha512-other', optional: true, os: ['elsewhere'] };
  const packages = { '': { name: 'p' }, 'node_modules/left': LEFT, 'node_modules/other': other };
  writeFileSync(join(project, 'package-lock.json'), JSON.stringify({ packages }));
  writeFileSync(
    join(project, 'script.mjs'),
    `console.log('ran with ' + JSON.stringify(process.argv.slice(2))); process.exitCode = 7;`,
  );
  writeFileSync(
    join(project, 'waiter.mjs'),
    `import { writeFileSync, renameSync } from 'node:fs';
    const pidFile = process.env.PID_FILE;
    if (process.argv[2] !== 'dies') {
      process.on('SIGINT', () => console.log('SIGINT'));
      process.on('SIGTERM', () => {
        console.log('SIGTERM');
        if (pidFile) writeFileSync(pidFile + '.ended', 'SIGTERM');
        process.exit(5);
      });
    }
    setInterval(() => {}, 1000);
    console.log('waiting');
    if (pidFile) { writeFileSync(pidFile + '.new', String(process.pid)); renameSync(pidFile + '.new', pidFile); }`,
  );
  writeFileSync(
    join(project, 'fake-npm.js'),
    `const { appendFileSync, copyFileSync, existsSync, mkdirSync } = require('node:fs');
    appendFileSync('npm-runs', 'x');
    console.log('fake npm: ' + process.argv.slice(2).join(' '));
    if (process.env.NPM_FAILS) process.exit(9);
    const finish = () => {
      if (process.env.NPM_WAITS && !existsSync('go')) return setTimeout(finish, 10);
      mkdirSync('node_modules', { recursive: true });
      copyFileSync('package-lock.json', 'node_modules/.package-lock.json');
    };
    finish();`,
  );
  appendFileSync(join(project, 'npm-runs'), '');
  return project;
}

/** What npm leaves behind, as its own last step. */
function installed(project: string, packages: object): void {
  mkdirSync(join(project, 'node_modules'));
  writeFileSync(join(project, 'node_modules/.package-lock.json'), JSON.stringify({ packages }));
}

const npmRuns = (project: string) => readFileSync(join(project, 'npm-runs'), 'utf8').length;
