import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { CLIENT_SHIM, withClientShim } from '../../../local/apps-script/host.ts';

interface Message {
  readonly kind: string;
  readonly id: number;
  readonly functionName: string;
}

/** A page as far as the shim knows it: a window that hears messages, and a parent that keeps what is posted to it. */
function openPage() {
  const posted: Message[] = [];
  const parent = { postMessage: (message: Message) => void posted.push(message) };
  let listener: (event: object) => void = () => {};
  const errors: string[] = [];
  const page = createContext({
    parent,
    addEventListener: (_: string, given: typeof listener) => {
      listener = given;
    },
    HTMLFormElement: class HTMLFormElement {},
    console: { error: (text: string) => errors.push(text) },
    heard: [],
  });
  runInContext('window = globalThis;', page);
  runInContext(CLIENT_SHIM, page);
  return {
    posted,
    errors,
    run: (code: string): unknown => runInContext(code, page),
    heard: () => JSON.parse(runInContext('JSON.stringify(heard)', page)),
    answer: (answer: object, source: unknown = parent) =>
      listener({ source, data: { channel: 'google.script', kind: 'result', ...answer } }),
  };
}

describe('google.script in a page', () => {
  it('sends a call and hands its answer to the handlers of that call', () => {
    const page = openPage();
    page.run(`
      const call = (name) => google.script.run.withUserObject({ name })
        .withSuccessHandler((value, user) => heard.push(['ok', value, user]))
        .withFailureHandler((error, user) => heard.push([error.name, error.message, error instanceof Error, user]))[name];
      call('submit')('{"a":1}', [1, { b: null }]);
      call('check')();
      google.script.run.forget();
    `);
    const of = (id: number, functionName: string, args: unknown[]) => ({
      channel: 'google.script',
      kind: 'run',
      id,
      functionName,
      args,
    });
    expect(page.posted).toEqual([
      of(1, 'submit', ['{"a":1}', [1, { b: null }]]),
      of(2, 'check', []),
      of(3, 'forget', []),
    ]);
    page.answer({ id: 2, ok: false, name: 'Exception', message: 'hỏng' });
    page.answer({ id: 1, ok: true, value: { c: 1 } });
    page.answer({ id: 1, ok: true, value: 'lần hai' });
    page.answer({ id: 3, ok: false, name: 'Error', message: 'x' });
    expect(page.heard()).toEqual([
      ['Exception', 'hỏng', true, { name: 'check' }],
      ['ok', { c: 1 }, { name: 'submit' }],
    ]);
    expect(page.errors).toEqual(['Error: x']);
  });

  it('keeps handlers to the call they were given for', () => {
    const page = openPage();
    page.run(`
      const one = google.script.run.withSuccessHandler(() => heard.push('one'));
      one.a();
      one.withSuccessHandler(() => heard.push('two')).b();
      one.c();
    `);
    for (const { id } of page.posted) page.answer({ id, ok: true, value: null });
    expect(page.heard()).toEqual(['one', 'two', 'one']);
  });

  it('runs ten at once, and the others in their order', () => {
    const page = openPage();
    page.run('for (let i = 1; i <= 13; i++) google.script.run.work(i);');
    expect(page.posted).toHaveLength(10);
    page.answer({ id: 4, ok: true, value: null });
    page.answer({ id: 2, ok: true, value: null });
    expect(page.posted.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  it('sends nothing that is no JSON, and says where it is', () => {
    const page = openPage();
    const words = (args: string) => {
      try {
        page.run(`google.script.run.work(${args})`);
        return 'sent';
      } catch (error) {
        return (error as Error).message;
      }
    };
    expect([
      words('new Date()'),
      words('1, () => 1'),
      words('{ at: { day: new Date() } }'),
      words('[new Map()]'),
    ]).toEqual(['0', '1', 'day', '0'].map((place) => `Failed due to illegal value in property: ${place}`));
    expect(words('new HTMLFormElement()')).toContain('A form as an argument of google.script.run');
    expect(page.posted).toEqual([]);
  });

  it('listens to nobody but the window around it', () => {
    const page = openPage();
    page.run('google.script.run.withSuccessHandler((value) => heard.push(value)).work();');
    page.answer({ id: 1, ok: true, value: 'lạ' }, {});
    page.answer({ id: 1, ok: true, value: 'lạ', channel: 'khác' });
    page.answer({ id: 1, ok: true, value: 'nhà' });
    expect(page.heard()).toEqual(['nhà']);
  });

  it('asks the window to close, to change its size and to give way to the editor', () => {
    const page = openPage();
    page.run(
      'google.script.host.setWidth(320); google.script.host.setHeight(200); google.script.host.editor.focus(); google.script.host.close();',
    );
    expect(page.posted).toEqual(
      [
        { action: 'setWidth', value: 320 },
        { action: 'setHeight', value: 200 },
        { action: 'focusEditor' },
        { action: 'close' },
      ].map((one) => ({ channel: 'google.script', kind: 'host', ...one })),
    );
    expect(() => page.run('google.script.history.push()')).toThrow(
      'google.script.history.push is not supported',
    );
  });

  it('stands before the scripts of the page', () => {
    const at = (html: string) => withClientShim(html).replace(`<script>${CLIENT_SHIM}</script>`, '[shim]');
    expect([
      at('<!DOCTYPE html><html><head lang="vi"><script>1</script></head></html>'),
      at('<!DOCTYPE html><p>'),
      at('<p>'),
      at('<header><p></header>'),
    ]).toEqual([
      '<!DOCTYPE html><html><head lang="vi">[shim]<script>1</script></head></html>',
      '<!DOCTYPE html>[shim]<p>',
      '[shim]<p>',
      '[shim]<header><p></header>',
    ]);
    expect(CLIENT_SHIM).not.toMatch(/<\/script/i);
  });
});
