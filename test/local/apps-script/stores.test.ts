import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { until } from '../../support/until.ts';
import { RecordingWindow, returned, runScript, type ScriptOffice, startScriptOffice } from './run-script.ts';

const CODE = `
const store = (kind) => ({ script: PropertiesService.getScriptProperties(), document: PropertiesService.getDocumentProperties(),
  user: PropertiesService.getUserProperties() })[kind];
function set(kind, key, value) { store(kind).setProperty(key, value); }
function get(kind) { return store(kind).getProperties(); }
function many() {
  const user = store('user').setProperties({ a: 1, b: 'hai' }).setProperty('c', 'ba').deleteProperty('a');
  const before = [user.getProperty('b'), user.getProperty('a'), user.getProperty('toString'), user.getKeys()];
  user.setProperties({ d: 'bốn' }, true);
  return [...before, user.getProperties(), user.deleteAllProperties().getKeys()];
}
function tooLarge() { store('user').setProperty('x', 'đ'.repeat(5000)); }

const cache = (kind) => ({ script: CacheService.getScriptCache(), document: CacheService.getDocumentCache(), user: CacheService.getUserCache() })[kind];
function put(kind, key, value, seconds) { cache(kind).put(key, value, seconds); }
function cached(kind, ...keys) { return [cache(kind).get(keys[0]), cache(kind).getAll(keys)]; }
function uncache(kind, ...keys) { cache(kind).removeAll(keys); }

const locks = { script: () => LockService.getScriptLock(), document: () => LockService.getDocumentLock(), user: () => LockService.getUserLock() };
function hold(kind) {
  const lock = locks[kind]();
  lock.waitLock(5000);
  SpreadsheetApp.getActive().toast('giữ');
  while (store('script').getProperty('xong') === null) Utilities.sleep(10);
}
function tryIt(kind) { return locks[kind]().tryLock(0); }
function again() { const lock = locks.script(); return [lock.hasLock(), lock.tryLock(0), lock.tryLock(0), lock.hasLock(), lock.releaseLock() || lock.hasLock()]; }
function waitFor(kind) { locks[kind]().waitLock(50); }
function inTurn(i) {
  const lock = locks.script();
  lock.waitLock(30000);
  const properties = store('script');
  const before = Number(properties.getProperty('turns') || 0);
  Utilities.sleep(5);
  properties.setProperty('turns', String(before + 1));
  lock.releaseLock();
}
`;

describe('what a script keeps', () => {
  let office: ScriptOffice;
  let book: string;
  beforeAll(async () => {
    office = await startScriptOffice();
    book = await office.newBook();
  });
  afterAll(() => office.end());

  it('is told apart by script, document and person, and outlives the host', async () => {
    const propertiesFile = join(office.dir, 'properties.json');
    const options = { propertiesFile, scriptProperties: { BACKEND_URL: 'http://127.0.0.1:8711', OLD: 'cũ' } };
    const host = await office.openCode(CODE, {}, options);
    const other = await office.newBook();
    const set = (kind: string, key: string, value: string, person?: string, id = book) =>
      returned(host, id, { functionName: 'set', args: [kind, key, value], ...(person && { person }) });
    await Promise.all([
      set('document', 'mở', 'sổ này'),
      set('document', 'mở', 'sổ kia', undefined, other),
      set('user', 'tên', 'chủ'),
      set('user', 'tên', 'An', 'an@ben-tre.vn'),
      set('script', 'đếm', '3'),
      set('script', 'OLD', 'mới'),
    ]);
    await host.close();

    const next = await office.openCode(
      CODE,
      {},
      { propertiesFile, scriptProperties: { BACKEND_URL: 'http://127.0.0.1:9' } },
    );
    const get = (kind: string, person?: string, id = book) =>
      returned(next, id, { functionName: 'get', args: [kind], ...(person && { person }) });
    expect([
      await get('script'),
      await get('document'),
      await get('document', 'an@ben-tre.vn', other),
      await get('user'),
      await get('user', 'AN@ben-tre.vn', other),
      await get('user', 'ba@ben-tre.vn'),
    ]).toEqual([
      { BACKEND_URL: 'http://127.0.0.1:9', OLD: 'mới', đếm: '3' },
      { mở: 'sổ này' },
      { mở: 'sổ kia' },
      { tên: 'chủ' },
      { tên: 'An' },
      {},
    ]);
    await writeFile(propertiesFile, '{"script":');
    await expect(office.openCode(CODE, {}, { propertiesFile })).rejects.toThrow(
      /the properties cannot be read/,
    );
    expect(await readFile(propertiesFile, 'utf8')).toBe('{"script":');
  });

  it('is set, listed and deleted, texts only, within limits', async () => {
    const host = await office.openCode(CODE);
    expect(await returned(host, book, { functionName: 'many' })).toEqual([
      'hai',
      null,
      null,
      ['b', 'c'],
      { d: 'bốn' },
      [],
    ]);
    expect(await runScript(host, book, { functionName: 'tooLarge' })).toMatchObject({
      message: 'Argument too large: value',
    });
  });

  it('is cached until it expires by the clock of the office', async () => {
    let now = new Date('2024-05-04T01:00:00Z');
    const host = await office.openCode(CODE, {}, { now: () => now });
    const call = (functionName: string, ...args: unknown[]) => returned(host, book, { functionName, args });
    await call('put', 'user', 'a', '1', 60);
    await call('put', 'user', 'b', '2');
    expect(await call('cached', 'user', 'a', 'b', 'c')).toEqual(['1', { a: '1', b: '2' }]);
    expect(await call('cached', 'document', 'a')).toEqual([null, {}]);
    expect(
      await returned(host, book, { functionName: 'cached', args: ['user', 'a'], person: 'an@ben-tre.vn' }),
    ).toEqual([null, {}]);
    now = new Date('2024-05-04T01:01:00Z');
    expect(await call('cached', 'user', 'a', 'b')).toEqual([null, { b: '2' }]);
    await call('uncache', 'user', 'b');
    expect(await call('cached', 'user', 'a', 'b')).toEqual([null, {}]);
    await expect(call('put', 'user', 'x', 'y', 100_000)).rejects.toThrow('expirationInSeconds');
    await expect(call('put', 'user', 'x'.repeat(251), 'y')).rejects.toThrow('Argument too large: key');
  });

  it('is guarded by locks that exclude other runs until the holder ends', async () => {
    const host = await office.openCode(CODE);
    const other = await office.newBook();
    const tryIt = (kind: string, person?: string, id = book) =>
      returned(host, id, { functionName: 'tryIt', args: [kind], ...(person && { person }) });
    const window = new RecordingWindow();
    const holding = ['script', 'document', 'user'].map((kind) =>
      runScript(host, book, { functionName: 'hold', args: [kind], window }),
    );
    await until('three locks are held', () => window.effects.length === 3);
    expect([
      await tryIt('script', 'an@ben-tre.vn', other),
      await tryIt('document', 'an@ben-tre.vn'),
      await tryIt('document', undefined, other),
      await tryIt('user', undefined, other),
      await tryIt('user', 'an@ben-tre.vn'),
    ]).toEqual([false, false, true, false, true]);
    expect(await runScript(host, book, { functionName: 'waitFor', args: ['script'] })).toMatchObject({
      message: 'Lock timeout: another process was holding the lock for too long.',
    });
    await returned(host, book, { functionName: 'set', args: ['script', 'xong', '1'] });
    for (const one of await Promise.all(holding)) expect(one).toMatchObject({ ok: true });
    expect([await tryIt('script'), await tryIt('document'), await tryIt('user')]).toEqual([true, true, true]);
    expect(await returned(host, book, { functionName: 'again' })).toEqual([false, true, true, true, false]);
  });

  it('is free again when its holder has run out of time', async () => {
    const host = await office.openCode(CODE, {}, { limits: { runMs: 3000 } });
    const window = new RecordingWindow();
    const outcome = await runScript(host, book, { functionName: 'hold', args: ['script'], window });
    expect(outcome).toMatchObject({ message: 'Exceeded maximum execution time' });
    expect(window.effects).toHaveLength(1);
    expect(await returned(host, book, { functionName: 'tryIt', args: ['script'] })).toBe(true);
  });

  it('loses no turn when ten take the lock after one another', async () => {
    const host = await office.openCode(CODE);
    await Promise.all(Array.from({ length: 10 }, () => returned(host, book, { functionName: 'inTurn' })));
    expect(await returned(host, book, { functionName: 'get', args: ['script'] })).toEqual({ turns: '10' });
  });
});
