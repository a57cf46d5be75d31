import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { Closing } from '../../../local/office/closing.ts';
import { until } from '../../support/until.ts';

describe('Closing', () => {
  it('closes the last first, once, and goes on when a step fails', async () => {
    const report = vi.spyOn(console, 'error').mockImplementation(() => {});
    const closed: string[] = [];
    const closing = new Closing();
    closing.add('firestore', async () => void closed.push('firestore'));
    closing.add('sheets', () => {
      throw new Error('disk full');
    });
    closing.add('functions', () => closed.push('functions'));
    expect(closing.signal.aborted).toBe(false);
    await Promise.all([closing.run(), closing.run()]);
    expect(closed).toEqual(['functions', 'firestore']);
    expect(closing.signal.aborted).toBe(true);
    expect(report.mock.calls).toEqual([['sheets: disk full']]);
    report.mockRestore();
  });

  it.each([
    ['SIGINT', 0],
    ['SIGTERM', 143],
  ] as const)('on %s closes in good order and ends with %i', async (signal, exitCode) => {
    const office = await start('slow');
    office.child.kill(signal);
    await until('it closes', () => office.said().includes('closing'));
    office.child.stdin!.end('go on\n');
    expect(await office.code).toBe(exitCode);
    expect(office.said()).toBe('open\nclosing\nclosed\n');
  });

  it('ends at once when asked twice', async () => {
    const office = await start('slow');
    office.child.kill('SIGINT');
    await until('it closes', () => office.said().includes('closing'));
    office.child.kill('SIGINT');
    expect(await office.code).toBe(0);
    expect(office.said()).toBe('open\nclosing\n');
  });

  it('closes when the process that started it is gone', async () => {
    const office = await start('quick', { DIEN_HINH_STARTERS: '999999999@1-gone' });
    expect(await office.code).toBe(143);
    expect(office.said()).toBe('open\nclosing\nclosed\n');
  });
});

async function start(how: 'slow' | 'quick', env: Record<string, string> = {}) {
  const child: ChildProcess = spawn(process.execPath, [join(import.meta.dirname, 'closing-office.ts'), how], {
    env: { ...process.env, ...env },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout!.setEncoding('utf8').on('data', (text) => (said += text));
  const code = once(child, 'close').then(([exitCode]) => exitCode);
  await until('it is open', () => said.includes('open'));
  return { child, said: () => said, code };
}
