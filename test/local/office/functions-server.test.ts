import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Answered, startFunctions } from '../../../local/office/functions-server.ts';
import { freePort, requirePort } from '../../../local/office/ports.ts';
import { isAlive, markOf } from '../../../local/office/process-mark.mjs';
import { showFailure } from '../../../local/office/trouble.ts';
import { until } from '../../support/until.ts';

const HELLO = `
  console.log('loaded');
  exports.hello = (request, response) => response.json({ path: request.path, greeting: process.env.GREETING, home: process.env.HOME });
`;

function sourceWith(code: string): string {
  const source = mkdtempSync(join(tmpdir(), 'functions-'));
  writeFileSync(join(source, 'index.cjs'), code);
  writeFileSync(join(source, 'package.json'), '{"main":"index.cjs"}');
  return source;
}

async function options(code: string) {
  const source = sourceWith(code);
  const logFile = join(source, 'logs', 'functions.log');
  return { source, target: 'hello', port: await freePort(), env: { GREETING: 'chào' }, logFile };
}

describe('startFunctions', () => {
  it('answers on 127.0.0.1 and nowhere else, with its own environment, until it is stopped', async () => {
    const wanted = await options(HELLO);
    const functions = await startFunctions(wanted);
    const mark = markOf(functions.pid)!;
    const response = await fetch(`${functions.url}/units/A12`);
    expect(await response.json()).toEqual({ path: '/units/A12', greeting: 'chào' });
    expect(await canConnect('127.0.0.2', wanted.port)).toBe(false);
    let lost = false;
    functions.onLost(() => (lost = true));
    await functions.stop();
    await functions.stop();
    expect([isAlive(mark), lost]).toEqual([false, false]);
    expect(readFileSync(wanted.logFile, 'utf8')).toContain('loaded');
  });

  it('tells of each answer until nobody listens any more', async () => {
    const functions = await startFunctions(await options(HELLO));
    const heard: Answered[] = [];
    const stop = functions.onAnswered((answered) => heard.push(answered));
    await fetch(`${functions.url}/units/A12?as=leader`, { headers: { 'user-agent': 'somebody' } });
    await until('it is told', () => heard.length > 0);
    stop();
    await fetch(functions.url, { method: 'POST' });
    await functions.stop();
    expect(heard).toEqual([{ method: 'GET', path: '/units/A12', agent: 'somebody' }]);
  });

  it('answers 500 where a function throws later than it returned, and goes on', async () => {
    const functions = await startFunctions(
      await options(`exports.hello = (request, response) => {
        if (request.path === '/well') return response.send('well');
        const fail = () => { throw new Error(request.path); };
        if (request.path === '/timer') setTimeout(fail, 5);
        if (request.path === '/stream') require('node:fs').readFile(__filename, fail);
        if (request.path === '/promise') Promise.resolve().then(() => setImmediate(fail));
      };`),
    );
    const paths = ['/timer', '/stream', '/well', '/promise'];
    const answers = await Promise.all(paths.map((path) => fetch(functions.url + path)));
    expect(answers.map(({ status }) => status)).toEqual([500, 500, 200, 500]);
    const texts = await Promise.all(answers.map((answer) => answer.text()));
    expect(texts).toEqual(['/timer', '/stream', 'well', '/promise']); // each its own
    expect(await (await fetch(`${functions.url}/well`)).text()).toBe('well');
    await functions.stop();
  });

  it('tells what a bundle said that does not load', async () => {
    const broken = await options(`throw new Error('no settings');`);
    await expect(startFunctions(broken)).rejects.toThrow(
      /functions \(hello\): ended before it listened[\s\S]*no settings/,
    );
  });

  it('tells when the process is lost, with its last lines', async () => {
    const functions = await startFunctions(
      await options(`exports.hello = (request, response) => { console.log('no memory'); process.exit(3); };`),
    );
    const lost = new Promise<string>((resolve) => functions.onLost(resolve));
    await fetch(functions.url).catch(() => {});
    expect(await lost).toContain('no memory');
  });

  it('ends when the office is killed', async () => {
    const wanted = await options(HELLO);
    const office = fork(join(import.meta.dirname, 'functions-holder.ts'), [JSON.stringify(wanted)]);
    const [pid] = await once(office, 'message');
    const mark = markOf(Number(pid))!;
    office.kill('SIGKILL');
    await until('the functions have ended', () => !isAlive(mark));
  });
});

describe('requirePort', () => {
  it('names a busy port and the option that changes it, in one line', async () => {
    const functions = await startFunctions(await options(HELLO));
    const port = Number(new URL(functions.url).port);
    expect(await requirePort(port, '--port').catch(showFailure)).toBe(
      `Cổng ${port} đang bận: tắt chương trình đang dùng cổng đó, hoặc chọn cổng khác bằng --port SỐ. / ` +
        `Port ${port} is busy: end the program that uses it, or choose another with --port NUMBER.`,
    );
    await functions.stop();
    expect(await requirePort(port)).toBe(port);
  });
});

function canConnect(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port });
    socket.once('connect', () => socket.destroy() && resolve(true));
    socket.once('error', () => resolve(false));
  });
}
