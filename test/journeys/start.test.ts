import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { openDataFolder } from '../../local/office/data-folder.ts';
import { freePorts } from '../../local/office/ports.ts';

const START = join(import.meta.dirname, '../../local/start.ts');
const PRINTED = join(import.meta.dirname, 'published/printed.txt');

describe('npm start', () => {
  it('names a port that is busy', async () => {
    const busy = createServer().listen(0, '127.0.0.1');
    await once(busy, 'listening');
    const { port } = busy.address() as { port: number };
    const { exitCode, lines } = await run(['--port', String(port), '--data', freshFolder()]);
    busy.close();
    expect({ exitCode, lines }).toEqual({
      exitCode: 1,
      lines: [
        `Cổng ${port} đang bận: tắt chương trình đang dùng cổng đó, hoặc chọn cổng khác bằng --port SỐ. / Port ${port} is busy: end the program that uses it, or choose another with --port NUMBER.`,
      ],
    });
  });

  it('says that Java is missing', async () => {
    const env = { PATH: dirname(process.execPath), HOME: freshFolder() };
    const { exitCode, lines } = await run(
      ['--data', freshFolder(), '--port', String(await freePorts(3))],
      env,
    );
    expect({ exitCode, count: lines.length }).toEqual({ exitCode: 1, count: 1 });
    expect(lines[0]).toMatch(/^Thiếu Java: .* \/ Java is missing: /);
  });

  it('says who has the office open already', async () => {
    const data = freshFolder();
    const folder = await openDataFolder(data);
    const { exitCode, lines } = await run(['--data', data]);
    folder.close();
    expect({ exitCode, count: lines.length }).toEqual({ exitCode: 1, count: 1 });
    expect(lines[0]).toContain(`tiến trình ${process.pid}`);
  });

  it('refuses an argument it does not know', async () => {
    const { exitCode, lines } = await run(['--onse']);
    expect({ exitCode, count: lines.length }).toEqual({ exitCode: 1, count: 1 });
  });

  it('goes on after everything was killed, and prints what an undisturbed run prints', {
    timeout: 400_000,
  }, async () => {
    const args = ['--once', '--data', freshFolder(), '--port', String(await freePorts(3))];
    const first = launch(args);
    await saidOn(first.stderr!, 'Tháng 01/2024: chốt, đánh giá, bình chọn, công bố:');
    const family = [first.pid!, ...descendantsOf(first.pid!)];
    expect(family.length, 'functions, guard and Java').toBeGreaterThanOrEqual(4);
    for (const pid of family) kill(pid);

    const { exitCode, stdout, lines } = await run(args);
    expect({ exitCode, said: lines.join('\n') }).toEqual({
      exitCode: 0,
      said: expect.stringContaining('Đối chiếu các sổ sau khi bị ngắt'),
    });
    const undisturbed = readFileSync(PRINTED, 'utf8').trim();
    expect(stdout.slice(0, stdout.indexOf('\n\nXong trong')).trim()).toBe(undisturbed);
  });
});

const freshFolder = (): string => mkdtempSync(join(tmpdir(), 'start-'));

function launch(
  args: readonly string[],
  env: NodeJS.ProcessEnv = { ...process.env, FIRESTORE_EMULATOR_HOST: '' },
) {
  return spawn(process.execPath, [START, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] });
}

/** Runs to the end; what it says about its progress does not count as lines of trouble. */
async function run(args: readonly string[], env?: NodeJS.ProcessEnv) {
  const child = launch(args, env);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    child.exitCode ?? once(child, 'close'),
  ]);
  return { exitCode: child.exitCode, stdout, lines: stderr.trim().split('\n') };
}

function saidOn(stream: NodeJS.ReadableStream, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    stream.on('data', (chunk) => {
      said += chunk;
      if (said.includes(words.replace(/:$/, ''))) resolve();
    });
    stream.on('close', () => reject(new Error(`ended without saying “${words}”: ${said}`)));
  });
}

function descendantsOf(pid: number): number[] {
  const table = execFileSync('ps', ['-eo', 'pid=,ppid='], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = table.filter(([, parent]) => parent === pid).map(([child]) => child!);
  return children.flatMap((child) => [child, ...descendantsOf(child)]);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Ended by itself meanwhile.
  }
}
