import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLock, takeLock } from '../../../local/office/lock-file.mjs';
import { isAlive, markOf, ownMark, parentOf, pidOf } from '../../../local/office/process-mark.mjs';

const TAKER = join(import.meta.dirname, 'lock-taker.ts');
const freshLock = () => join(mkdtempSync(join(tmpdir(), 'lock-')), 'a.lock');

describe('a process mark', () => {
  it('is alive as long as its process, and not for another process with the same number', async () => {
    const child = fork(TAKER);
    await once(child, 'message');
    const mark = markOf(child.pid!)!;
    expect([pidOf(mark), isAlive(mark), parentOf(child.pid!)]).toEqual([child.pid, true, process.pid]);
    expect(isAlive(`${child.pid}@1-some-earlier-boot`)).toBe(false);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect([isAlive(mark), markOf(0), isAlive('')]).toEqual([false, undefined, false]);
  });
});

describe('takeLock', () => {
  it('gives the lock to one, and tells the others who has it and what they noted', () => {
    const path = freshLock();
    const lock = takeLock(path, { port: 8711 });
    expect(takeLock(path)).toEqual({
      heldBy: { holder: ownMark(), since: expect.stringMatching(/^\d{4}-/), port: 8711 },
    });
    if ('heldBy' in lock) throw new Error('we were first');
    lock.update({ closing: true });
    expect(readLock(path)).toMatchObject({ holder: ownMark(), closing: true });
    lock.release();
    expect(readLock(path)).toBeUndefined();
    expect('heldBy' in takeLock(path)).toBe(false);
  });

  it('does not release what somebody else holds by then', () => {
    const path = freshLock();
    const lock = takeLock(path);
    writeFileSync(path, JSON.stringify({ holder: `${process.ppid}@other`, since: '' }));
    if ('release' in lock) lock.release();
    expect(readLock(path)?.holder).toBe(`${process.ppid}@other`);
  });

  it.each([
    ['a dead process', '{"holder":"999999999@1-gone","since":"2024-01-01T00:00:00Z"}'],
    ['an earlier process with a living number', `{"holder":"${process.pid}@1-gone","since":""}`],
    ['nobody: it is not whole', '{"hold'],
  ])('takes over from %s', (_, content) => {
    const path = freshLock();
    writeFileSync(path, content);
    expect('heldBy' in takeLock(path)).toBe(false);
    expect(readdirSync(join(path, '..'))).toEqual(['a.lock']);
  });

  it('lets exactly one of many win each stale lock', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'locks-'));
    const locks = Array.from({ length: 300 }, (_, i) => i);
    for (const i of locks)
      writeFileSync(join(folder, `${i}.lock`), '{"holder":"999999999@1-gone","since":""}');
    const takers = Array.from({ length: 4 }, () => fork(TAKER, [folder, String(locks.length)]));
    await Promise.all(takers.map((taker) => once(taker, 'message')));
    const outcomes = takers.map((taker) => once(taker, 'message'));
    for (const taker of takers) taker.send(Date.now() + 20);
    const won = (await Promise.all(outcomes)).flatMap(([own]) => own as number[]);
    for (const taker of takers) taker.kill('SIGKILL');
    expect(won.sort((a, b) => a - b)).toEqual(locks);
  });
});
