import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  OWNER,
  RecordingWindow,
  returned,
  runScript,
  type ScriptOffice,
  startScriptOffice,
  writeBundle,
} from './run-script.ts';

const CODE = `
var count = 0;
const secret = 'kín';
function onOpen(e) {
  SpreadsheetApp.getUi().createMenu('Thi đua').addItem('Nộp phiếu', 'submit').addSeparator()
    .addSubMenu(SpreadsheetApp.getUi().createMenu('Khác').addItem('Trợ giúp', 'help')).addToUi();
}
function counted() { count += 1; globalThis.left = 'x'; return count; }
function leftovers() { return typeof left; }
function echo(...args) { return args; }
function silent() {}
function lookAround() {
  const names = ['require', 'process', 'fetch', 'setTimeout', 'setInterval', 'Buffer', 'URL', 'window', 'module',
    'global', 'queueMicrotask', 'structuredClone', 'SharedArrayBuffer', 'Atomics', 'WebAssembly', 'performance'];
  const outside = [globalThis, SpreadsheetApp, console, [], {}, echo].map((one) =>
    one.constructor.constructor('return typeof process + typeof require')());
  return [names.filter((name) => typeof globalThis[name] !== 'undefined'), outside];
}
function failing() { throw new TypeError('không được'); }
function failingText() { throw 'chỉ là chữ'; }
function private_() { return 1; }
async function later() { await null; return 'sau'; }
function never() { return new Promise(() => {}); }
function withDate() { return { at: new Date() }; }
function circle() { const a = {}; a.a = a; return a; }
function forever() { for (;;); }
function sleepLong() { try { Utilities.sleep(60000); } finally { count = 1; } }
function fill() { const all = []; for (;;) all.push(new Array(1e6).fill(all.length)); }
`;

describe('a run of a script', () => {
  let office: ScriptOffice;
  let book: string;
  beforeAll(async () => {
    office = await startScriptOffice();
    book = await office.newBook();
  });
  afterAll(() => office.end());

  it('gives what the function returns, and null for nothing', async () => {
    const host = await office.openCode(CODE);
    const args = ['Bến Tre', 1.5, true, null, { a: [1, { b: '' }] }];
    expect(await runScript(host, book, { functionName: 'echo', args })).toEqual({
      ok: true,
      value: args,
      calls: {},
    });
    expect(await returned(host, book, { functionName: 'silent' })).toBeNull();
    expect(await returned(host, book, { functionName: 'later' })).toBe('sau');
  });

  it('gives what the function throws as name and message, nothing more', async () => {
    const host = await office.openCode(CODE);
    const outcome = async (functionName: string) => runScript(host, book, { functionName });
    expect([await outcome('failing'), await outcome('failingText')]).toEqual([
      { ok: false, name: 'TypeError', message: 'không được', calls: {} },
      { ok: false, name: 'Error', message: 'chỉ là chữ', calls: {} },
    ]);
    const unsupportedReturn = 'The script completed but the returned value is not a supported return type.';
    for (const name of ['withDate', 'circle'])
      expect(await outcome(name)).toMatchObject({ ok: false, message: unsupportedReturn });
    expect(await outcome('never')).toMatchObject({ ok: false, name: 'Exception' });
  });

  it('calls only functions that the script declares for others', async () => {
    const host = await office.openCode(CODE);
    for (const functionName of [
      'missing',
      'private_',
      'secret',
      'eval',
      'SpreadsheetApp',
      '__proto__',
      'toString',
    ])
      expect(await runScript(host, book, { functionName })).toMatchObject({
        message: `Script function not found: ${functionName}`,
      });
  });

  it('finds the language and the services around it, and nothing of the machine', async () => {
    const host = await office.openCode(CODE);
    const nothing = 'undefinedundefined';
    expect(await returned(host, book, { functionName: 'lookAround' })).toEqual([[], Array(6).fill(nothing)]);
  });

  it('evaluates several scripts in the order of their names, in one scope', async () => {
    const first = 'const said = ["Code"]; function one() { return two(); }';
    const dir = await writeBundle(join(office.dir, 'several'), first);
    await writeFile(join(dir, 'Else.js'), 'said.push("Else"); function two() { return said; }');
    expect(await returned(office.open(dir), book, { functionName: 'one' })).toEqual(['Code', 'Else']);
  });

  it('leaves nothing to the next run', async () => {
    const host = await office.openCode(CODE);
    for (let i = 0; i < 3; i++) expect(await returned(host, book, { functionName: 'counted' })).toBe(1);
    expect(await returned(host, book, { functionName: 'leftovers' })).toBe('undefined');
  });

  it('ends at its limit, in a loop or asleep, with the words of Apps Script', async () => {
    const host = await office.openCode(CODE, {}, { limits: { runMs: 300, simpleTriggerMs: 50 } });
    for (const functionName of ['forever', 'sleepLong'])
      expect(await runScript(host, book, { functionName })).toEqual({
        ok: false,
        name: 'Exception',
        message: 'Exceeded maximum execution time',
        calls: {},
      });
  });

  it('does not hold up others while one loops forever', async () => {
    const host = await office.openCode(CODE);
    let ended = 0;
    const loops = [1, 2, 3].map(() =>
      runScript(host, book, { functionName: 'forever' }).then(() => {
        ended += 1;
      }),
    );
    for (const i of [1, 2])
      expect(await returned(host, book, { functionName: 'echo', args: [i] })).toEqual([i]);
    expect(ended).toBe(0);
    await host.close();
    await Promise.all(loops);
  });

  it('runs ten at once', async () => {
    const host = await office.openCode(CODE);
    const all = Array.from({ length: 10 }, (_, i) =>
      returned(host, book, { functionName: 'echo', args: [i] }),
    );
    expect(await Promise.all(all)).toEqual(Array.from({ length: 10 }, (_, i) => [i]));
  });

  it('is stopped when it wants all memory, and the host goes on', async () => {
    const host = await office.openCode(CODE);
    expect(await runScript(host, book, { functionName: 'fill' })).toMatchObject({
      message: 'Out of memory error.',
    });
    expect(await returned(host, book, { functionName: 'counted' })).toBe(1);
  });

  it('is cancelled when the host closes, and no run begins after that', async () => {
    const host = await office.openCode(CODE);
    const running = runScript(host, book, { functionName: 'forever' });
    await returned(host, book, { functionName: 'echo' });
    await host.close();
    const cancelled = { ok: false, name: 'Exception', message: 'The script was cancelled.', calls: {} };
    expect(await running).toEqual(cancelled);
    expect(await runScript(host, book, { functionName: 'echo' })).toEqual(cancelled);
  });

  it('builds the menu when a workbook is opened', async () => {
    const host = await office.openCode(CODE);
    const window = new RecordingWindow();
    const order = {
      person: OWNER,
      spreadsheetId: book,
      functionName: 'onOpen',
      kind: 'open',
      window,
    } as const;
    expect(await host.run(order)).toEqual({ ok: true, value: null, calls: {} });
    const others = { label: 'Khác', items: [{ label: 'Trợ giúp', functionName: 'help' }] };
    expect(window.effects).toEqual([
      {
        kind: 'menu',
        title: 'Thi đua',
        items: [{ label: 'Nộp phiếu', functionName: 'submit' }, 'separator', others],
      },
    ]);
    expect(
      await host.run({ ...order, functionName: 'onEdit', kind: 'edit', event: { sheetId: 0, range: 'A1' } }),
    ).toEqual({ ok: true, value: null, calls: {} });
  });
});
