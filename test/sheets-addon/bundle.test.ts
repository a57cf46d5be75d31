import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContext, Script } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { submissionForm } from '../../functions/src/domain/form/submission-form.ts';
import { REGISTERS } from '../../functions/src/domain/register/registers.ts';
import { type BuiltAddOn, buildAddOn } from '../../sheets-addon/build.ts';
import { MENU_ACTIONS, type MenuEntry, menuOf } from '../../sheets-addon/src/menus.ts';
import type { Words } from '../../sheets-addon/src/words/words.ts';
import { withSources } from '../../sheets-addon/where.ts';
import { wordsOf } from './words-of.ts';

const MOST_BYTES = 150_000;
const MOST_ENGLISH_BYTES = 40_000;
const MOST_PAGE_BYTES = 40_000;
const outdir = mkdtempSync(join(tmpdir(), 'add-on-'));
let built: BuiltAddOn;
const read = (file: string) => readFileSync(join(outdir, file), 'utf8');

beforeAll(async () => {
  built = await buildAddOn({ outdir, backendUrl: 'https://thi-dua.example/api' });
});
afterAll(() => rm(outdir, { recursive: true }));

describe('what is pushed to Apps Script', () => {
  it('is one script, its English, one page and the manifest', () => {
    expect(readdirSync(outdir).sort()).toEqual(['Code.js', 'English.js', 'appsscript.json', 'sidebar.html']);
  });

  it('asks for what it needs and nothing more', () => {
    expect(JSON.parse(read('appsscript.json'))).toEqual({
      timeZone: 'Asia/Ho_Chi_Minh',
      runtimeVersion: 'V8',
      exceptionLogging: 'STACKDRIVER',
      oauthScopes: [
        'openid',
        'https://www.googleapis.com/auth/userinfo.email',
        'https://www.googleapis.com/auth/spreadsheets.currentonly',
        'https://www.googleapis.com/auth/script.container.ui',
        'https://www.googleapis.com/auth/script.external_request',
      ],
      urlFetchWhitelist: ['https://thi-dua.example/api/'],
    });
  });

  it('is small, for Apps Script reads it anew for every call', () => {
    expect(Buffer.byteLength(read('Code.js'))).toBeLessThan(MOST_BYTES);
    expect(Buffer.byteLength(read('English.js'))).toBeLessThan(MOST_ENGLISH_BYTES);
    expect(Buffer.byteLength(read('sidebar.html'))).toBeLessThan(MOST_PAGE_BYTES);
  });

  it('leaves out what declarations say for templates alone', () => {
    const code = read('Code.js');
    const texts = [submissionForm, ...Object.values(REGISTERS)].flatMap(({ columns }) =>
      columns.map(({ header, help }) => ({ header, help })),
    );
    expect(texts.filter(({ help }) => help.length > 30 && code.includes(help))).toEqual([]);
    expect(texts.filter(({ header }) => !code.includes(header))).toEqual([]);
  });

  it('tells by its places in an execution log what stood there in the sources', async () => {
    const context = createContext({});
    new Script(read('Code.js'), { filename: 'Code' }).runInContext(context);
    // Without SpreadsheetApp the first action to want it fails, deep inside.
    const stack: string = new Script(
      'try { callFromSidebar(\'{"call":{"do":"check"},"language":"vi"}\') } catch (error) { error.stack }',
    ).runInContext(context);
    expect(stack).toMatch(/ReferenceError: \w+ is not defined\n +at .*\bCode:\d+:\d+/);
    const frames = (await withSources(stack)).split('\n').filter((line) => line.includes('sheets-addon/'));
    expect(frames[0]).toMatch(/Code:\d+:\d+ sheets-addon\/src\/google\/desk\.ts:\d+/);
    expect(frames[1]).toMatch(/Code:\d+:\d+ sheets-addon\/src\/main\.ts:\d+/);
    expect(await withSources('at x (Native:1:2)')).toBe('at x (Native:1:2)');
  });

  it('has every sentence in English too, put together only when it is asked for', () => {
    const context = createContext({});
    new Script(`${read('English.js')}; var english = dienHinhEnglish_();`).runInContext(context);
    const { english } = context as { english: Words };
    expect(shapeOf(english)).toEqual(shapeOf(wordsOf('vi')));
    const sentence = english.explainTrouble({ code: 'not_a_day', text: 'x', at: {} });
    expect(sentence).toMatch(/^“x” is not a date/);
    expect(read('Code.js')).not.toContain('is not a date');
  });

  it('has the domain and the sentences of the functions in it, and no library', () => {
    const inputs = [built.script, built.english].flatMap((each) => Object.keys(each.inputs)).sort();
    expect(inputs).toEqual(
      expect.arrayContaining([
        'functions/src/domain/form/submission-form.ts',
        'functions/src/domain/form/answers.ts',
        'functions/src/domain/form/read-form.ts',
        'functions/src/domain/register/read-register.ts',
        'functions/src/messages/vi/issues/form-issues.ts',
      ]),
    );
    // What of a library is read and none of it used leaves nothing.
    const outputs = [built.script, built.english].flatMap(({ outputs }) => Object.values(outputs));
    const used = outputs.flatMap((output) =>
      Object.entries(output.inputs).flatMap(([file, { bytesInOutput }]) => (bytesInOutput > 0 ? [file] : [])),
    );
    const astray = used.filter(
      (file) => !/^(sheets-addon\/src|functions\/src\/(domain|messages))\//.test(file),
    );
    expect(astray).toEqual([]);
    expect(built.script.outputs).toEqual({
      [Object.keys(built.script.outputs)[0]!]: expect.objectContaining({ imports: [] }),
    });
  });

  it('has a global function for every item of every menu, and for the triggers', () => {
    const globals = read('Code.js')
      .match(/^function \w+/gm)
      ?.map((line) => line.slice('function '.length));
    expect(globals).toEqual(['onOpen', 'onInstall', 'callFromSidebar', ...Object.keys(MENU_ACTIONS)]);
    const itemsOf = (entry: MenuEntry) =>
      entry === 'separator' ? [] : 'items' in entry ? entry.items : [entry];
    const items = (['unit', 'office', 'summary', undefined] as const).flatMap((kind) =>
      menuOf(kind).flatMap(itemsOf),
    );
    for (const { functionName } of items) expect(globals).toContain(functionName);
  });

  it('uses no syntax and no function that Apps Script may lack', () => {
    const code = read('Code.js');
    expect(() => new Script(code)).not.toThrow();
    // Newer methods do not pass sheets-addon/tsconfig.json; these are what browsers and Node have besides.
    const absent =
      /(?<![.\w$])(?:setTimeout|setInterval|fetch|URL|TextEncoder|TextDecoder|structuredClone|crypto|process)\b\s*[.(]/g;
    expect(code.match(absent)).toBeNull();
  });

  it('has a page that fetches nothing, keeps its script inside, and reads no text as HTML', () => {
    const page = read('sidebar.html');
    expect(page).not.toMatch(/\b(src|href)=|url\(|@import|https?:\/\//);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script>/g)).toHaveLength(2);
    expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function/);
    expect(page).not.toMatch(/ on[a-z]+="/);
    expect(Object.keys(built.page.inputs).every((file) => file.startsWith('sheets-addon/src/'))).toBe(true);
  });

  it('is refused for an address that Google would refuse', async () => {
    for (const backendUrl of ['http://thi-dua.example/', 'ftp://x/', 'thi-dua.example', '', 'https://x/?a=1'])
      await expect(buildAddOn({ outdir: join(outdir, 'x'), backendUrl })).rejects.toThrow(/https/);
  });
});

/** Which sentences there are, and which of them say something of their own. */
function shapeOf(words: unknown): unknown {
  if (typeof words !== 'object' || words === null) return typeof words;
  const entries = Object.entries(words).map(([key, value]) => [key, shapeOf(value)]);
  return Array.isArray(words) ? 'list' : Object.fromEntries(entries);
}
